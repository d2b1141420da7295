package compose

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// messages lists the functions whose arguments are messages, and the structs
// with messages or names of facts. All other words on paper are in templates.
var messages = map[string]bool{
	"wrong": true, "warn": true, "messagef": true, "Errorf": true, "New": true,
	"Problem": true, "Kind": true, "slip": true, "textFact": true, "textList": true, "caseName": true,
}

// TestWordsStandInTemplates checks that no Russian text of this package is
// printed on paper.
func TestWordsStandInTemplates(t *testing.T) {
	files := token.NewFileSet()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	visit := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			return !messages[called(n.Fun)]
		case *ast.CompositeLit:
			return !messages[called(n.Type)]
		case *ast.Field:
			return n.Tag == nil
		case *ast.BasicLit:
			if n.Kind == token.STRING && strings.ContainsFunc(n.Value,
				func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
				t.Errorf("%s: %s", files.Position(n.Pos()), n.Value)
			}
			found++
		}
		return true
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, visit)
	}
	if found < 500 {
		t.Errorf("only %d texts seen", found)
	}
}

// called returns the name of a function or of a type; for a list that of its
// elements.
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.ArrayType:
		return called(e.Elt)
	case *ast.MapType:
		return called(e.Value)
	}
	return ""
}
