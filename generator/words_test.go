package generator

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// layoutRooms are the packages between the tree of a paper and its file. Package
// compose has a test of its own.
var layoutRooms = []string{"document", "internal/resolve", "internal/flow", "internal/layout", "internal/pdf",
	"internal/docx", "internal/svg", "internal/trace"}

// unprintedWords are the texts in Russian in layoutRooms, by file, that no page
// shows. A file with "" has letters or patterns by which texts are recognized.
var unprintedWords = map[string][]string{
	"document/breaks.go":             {""},
	"document/label.go":              {""}, // and the letters of items (ГОСТ Р 2.105)
	"internal/layout/divisible.go":   {""},
	"internal/layout/signernames.go": {""},
	"internal/layout/stretch.go":     {""},
	"internal/pdf/runeset.go":        {""},
	"internal/pdf/formface.go":       {""},
	// Descriptions of fields, links and pictures for people who do not see them.
	"internal/resolve/field.go":   {"Электронная подпись"},
	"internal/resolve/resolve.go": {"Электронная подпись: "},
	"internal/layout/signers.go":  {"Электронная подпись: "},
	"internal/pdf/structure.go":   {"Переход по документу"},
	"internal/docx/figure.go":     {"Рисунок "},
	"internal/svg/svg.go":         {"Страница", "из"},
	"internal/docx/styles.go":     {"Номер страницы"}, // the name of a style
	// Messages.
	"internal/pdf/mark.go":    {"отметку о подписи не напечатать", "знак U+"},
	"internal/pdf/pdf.go":     {"не допускает полей"},
	"internal/pdf/profile.go": {"неизвестный профиль"},
}

// TestLayoutAddsNoWords checks that the packages that lay papers out print no
// Russian words of their own: words stand in templates and style sheets, where
// an office can change them.
func TestLayoutAddsNoWords(t *testing.T) {
	seen := map[string]bool{}
	for _, room := range layoutRooms {
		names, err := filepath.Glob(path.Join(room, "*.go"))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", room, err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			name = filepath.ToSlash(name)
			for _, text := range russianTexts(t, name) {
				seen[name] = true
				isKnown := func(words string) bool { return strings.Contains(text, words) }
				if !slices.ContainsFunc(unprintedWords[name], isKnown) {
					t.Errorf("%s has words of its own: %s", name, text)
				}
			}
		}
	}
	for name := range unprintedWords {
		if !seen[name] {
			t.Errorf("%s has no Russian texts any more", name)
		}
	}
}

// russianTexts returns the literals of a file that have Cyrillic letters.
func russianTexts(t *testing.T, name string) []string {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	ast.Inspect(file, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if ok && literal.Kind != token.INT &&
			strings.ContainsFunc(literal.Value, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			texts = append(texts, literal.Value)
		}
		return true
	})
	return texts
}
