package fields

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/compose/composetest"
	"protokol/templates"
)

// TestBallotWords: words about who voted how are those of the templates and agree with the person; they are no
// part of the name in the file. By rules before 10 they do not agree.
func TestBallotWords(t *testing.T) {
	m := composetest.Meeting(t, `
date = 2026-05-20
chair = "Рогов Илья Львович"
[council]
name = "Правление"
[[people]]
name = "Рогов Илья Львович"
[[people]]
name = "Сомова Нина Олеговна"
[[people]]
name = "ООО «Заря»"
body = true
[[agenda]]
title = "О смете"
vote = { for = ["Рогов Илья Львович"], abstained = ["Сомова Нина Олеговна"], not_voting = ["ООО «Заря»"] }
`)
	own := fstest.MapFS{}
	err := fs.WalkDir(templates.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates.Files, path)
		own[path] = &fstest.MapFile{Data: []byte(strings.Replace(string(text), "воздержалась", "не решила", 1))}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		set   fs.FS
		rules int
		want  []string
	}{
		{templates.Files, 0, []string{"за", "воздержалась", "не голосовало"}},
		{templates.Files, 9, []string{"за", "воздержался", "не голосовал"}},
		{own, 10, []string{"за", "не решила", "не голосовало"}},
	} {
		set, err := compose.Load(test.set)
		if err != nil {
			t.Fatal(err)
		}
		d, err := set.Data(compose.Request{Kind: "protocol", Rules: test.rules}, m)
		if err != nil {
			t.Fatal(err)
		}
		choice := Find("голос.выбор", nil)
		frame := NewFrame(Root(d))
		lists := choice.Lists()
		frame = frame.With(lists[0].last(), frame.Value(lists[0]).Items[0])
		for n, item := range frame.Value(lists[1]).Items {
			printed, missing, err := Filters{}.Format(frame.With(lists[1].last(), item), choice.last().get(item))
			if err != nil || missing || printed.Plain != test.want[n] {
				t.Errorf("vote %d: %q, %v, %v, want %q", n, printed.Plain, missing, err, test.want[n])
			}
			for _, span := range printed.Spans("") {
				if span.Origin.Kind == document.Value {
					t.Errorf("%q is the value of %v", printed.Plain, span.Origin.Keys)
				}
			}
		}
	}
}

// TestValuesHaveNoWords: functions that return values have no Russian words of their own; those of fields are names.
func TestValuesHaveNoWords(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	values := 0
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, body := (*ast.FuncType)(nil), (*ast.BlockStmt)(nil)
			switch n := n.(type) {
			case *ast.FuncDecl:
				call, body = n.Type, n.Body
			case *ast.FuncLit:
				call, body = n.Type, n.Body
			}
			if call == nil || call.Results == nil {
				return true
			}
			if result, ok := call.Results.List[0].Type.(*ast.Ident); !ok || result.Name != "Value" {
				return true
			}
			values++
			ast.Inspect(body, func(n ast.Node) bool {
				isRussian := func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }
				if word, ok := n.(*ast.BasicLit); ok && strings.ContainsFunc(word.Value, isRussian) {
					t.Errorf("%s: a value has the words %s", name, word.Value)
				}
				return true
			})
			return true
		})
	}
	if values < 50 {
		t.Errorf("only %d functions return values", values)
	}
}
