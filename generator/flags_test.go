package generator

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// flagName matches a flag of the command line, or a call of the command, in a
// message.
var flagName = regexp.MustCompile(`(^|[\s(«])--[a-z]|protokol [a-z]+ `)

// TestNoFlagsInMessages: messages of the library name no flags; programs that
// use it add those.
func TestNoFlagsInMessages(t *testing.T) {
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		room := "generator/" + filepath.ToSlash(filepath.Dir(name))
		for _, kit := range testKits {
			if strings.HasPrefix(room, kit) || strings.HasSuffix(room, "test") {
				return nil
			}
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil && flagName.MatchString(text) {
					t.Errorf("%s: %q", files.Position(lit.Pos()), text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
