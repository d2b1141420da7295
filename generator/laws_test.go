package generator

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"protokol/generator/markup"
	"protokol/generator/pdf"
	"protokol/generator/style"
)

// arrows are the rooms and which other rooms each may import. Tests may
// import more: whatever they test with.
var arrows = map[string][]string{
	"generator/codes":    {},
	"generator/diag":     {},
	"generator/document": {},
	"generator/font":     {},
	"generator/picture":  {},
	"generator/russian":  {},
	"generator/tomlfile": {"generator/diag"},
	"generator/voting":   {"generator/diag"},
	"generator/list":     {"generator/diag", "generator/tomlfile"},
	"generator/meeting":  {"generator/codes", "generator/diag", "generator/picture", "generator/voting"},
	"generator/input":    {"generator/diag", "generator/meeting", "generator/picture", "generator/tomlfile"},
	"generator/markup":   {"generator/diag", "generator/document"},
	"generator/style":    {"generator/diag", "generator/tomlfile"},
	"generator/compose":  {"generator/diag", "generator/document", "generator/markup", "generator/meeting", "generator/russian", "generator/voting"},
	"generator/layout":   {"generator/document", "generator/font", "generator/style"},
	"generator/origin":   {},
	"generator/reader":   {"generator/origin"},
	"generator/compare":  {"generator/reader"},
	"generator/pdf":      {"generator/font", "generator/layout", "generator/origin", "generator/picture"},
	"generator/docx":     {"generator/document", "generator/origin", "generator/picture", "generator/style"},
	"generator": {"fonts", "generator/compose", "generator/diag", "generator/document", "generator/docx", "generator/font", "generator/input",
		"generator/layout", "generator/meeting", "generator/origin", "generator/pdf", "generator/picture", "generator/style"},
	"fonts":     {},
	"templates": {},

	"generator/cos":         {},
	"generator/gost":        {},
	"generator/cms":         {"generator/gost"},
	"generator/cms/cmstest": {}, // tests only, as net/http/httptest is
	"generator/signature":   {"generator/cms", "generator/cos", "generator/pdf"},
	"generator/batch":       {"generator", "generator/diag", "generator/document", "generator/list"},
	"generator/collect":     {"generator/codes", "generator/diag", "generator/document", "generator/list", "generator/meeting", "generator/origin", "generator/reader", "generator/russian"},
}

// atTheDoor are rooms that may know the disk: what they write is measured in
// thousands of files, and Windows lets others hold them.
var atTheDoor = map[string][]string{"generator/batch": {"os", "syscall"}}

// worldly are packages that bring time, chance, disk or environment in. Below
// the command line they come in as values.
var worldly = []string{"os", "os/exec", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand", "io/ioutil", "log", "syscall"}

// TestArrows keeps the imports one-way and the rooms free of the world.
func TestArrows(t *testing.T) {
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../")
		if strings.HasPrefix(room, "generator/internal/") || strings.HasSuffix(room, "test") || strings.HasPrefix(room, "cmd/") {
			return nil // what tests share, as net/http/httptest is shared
		}
		allowed, known := arrows[room]
		if !known {
			t.Errorf("%s is in no room of the house", name)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if inner, ok := strings.CutPrefix(imported, "protokol/"); ok && !slices.Contains(allowed, inner) {
				t.Errorf("%s: %s may not import %s", name, room, inner)
			}
			if slices.Contains(worldly, imported) && !slices.Contains(atTheDoor[room], imported) {
				t.Errorf("%s: %s may not import %s", name, room, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestClock: nothing below the command line asks what time it is.
func TestClock(t *testing.T) {
	for room := range arrows {
		files, err := filepath.Glob(path.Join("..", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(name, "_test.go") && strings.Contains(string(src), "time.Now") {
				t.Errorf("%s asks the clock", name)
			}
		}
	}
}

// TestProfilesAgree: a sheet may ask for what the printer can do, no more and
// no less.
func TestProfilesAgree(t *testing.T) {
	if !slices.Equal(style.Profiles, pdf.Profiles) {
		t.Errorf("the sheets know %v, the printer %v", style.Profiles, pdf.Profiles)
	}
}

// TestREADMEListsEveryTag holds the table in the README of the templates to
// the list of tags.
func TestREADMEListsEveryTag(t *testing.T) {
	tags := readme(t, "../templates")
	for _, tag := range markup.Tags {
		attributes := ""
		if len(tag.Attributes) > 0 {
			attributes = " `" + strings.Join(tag.Attributes, "` `") + "`"
		}
		row := "| `" + tag.Name + "` |" + attributes + " | " + tag.About + " |"
		if !strings.Contains(tags, row) {
			t.Errorf("the README lacks the row\n%s", row)
		}
	}
}
