package jsonschema

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Comments returns the doc comments of the struct fields that a package declares,
// without line breaks, by "Type.Field".
func Comments(t *testing.T, folder string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	comments := map[string]string{}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			declared, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if fields, ok := declared.Type.(*ast.StructType); ok {
				for _, f := range fields.Fields.List {
					text := strings.ReplaceAll(strings.TrimSpace(f.Doc.Text()), "\n", " ")
					for _, name := range f.Names {
						comments[declared.Name.Name+"."+name.Name] = text
					}
				}
			}
			return false
		})
	}
	return comments
}
