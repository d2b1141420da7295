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

	"protokol/generator/internal/markup"
	"protokol/generator/internal/pdf"
	"protokol/generator/style"
)

// arrows are the rooms and which other rooms each may import. Tests may
// import more: whatever they test with.
var arrows = map[string][]string{
	"generator/internal/codes":    {},
	"generator/diag":              {"generator/internal/printable"},
	"generator/document":          {},
	"generator/internal/font":     {},
	"generator/internal/picture":  {},
	"generator/internal/russian":  {},
	"generator/internal/tomlfile": {"generator/diag", "generator/internal/frequency", "generator/internal/printable"},
	"generator/internal/voting":   {"generator/diag"},
	"generator/internal/list":     {"generator/diag", "generator/internal/frequency", "generator/internal/opc", "generator/internal/tomlfile"},
	"generator/internal/meeting":  {"generator/internal/codes", "generator/diag", "generator/internal/picture", "generator/internal/voting"},
	"generator/internal/input":    {"generator/diag", "generator/internal/meeting", "generator/internal/picture", "generator/internal/tomlfile"},
	"generator/internal/trace":    {"generator/document"},
	"generator/internal/markup":   {"generator/diag", "generator/document", "generator/internal/trace"},
	"generator/style":             {"generator/diag", "generator/internal/tomlfile"},
	"generator/internal/compose": {"generator/diag", "generator/document", "generator/internal/markup", "generator/internal/meeting",
		"generator/internal/russian", "generator/internal/tomlfile", "generator/internal/trace", "generator/internal/voting"},
	"generator/internal/flow":    {"generator/document"}, // for the origins of texts
	"generator/internal/resolve": {"generator/document", "generator/internal/flow", "generator/style"},
	"generator/internal/layout":  {"generator/internal/flow", "generator/internal/font"},
	"generator/internal/origin":  {"generator/internal/printable", "generator/internal/tomlfile"},
	"generator/internal/reader":  {"generator/internal/opc", "generator/internal/origin"},
	"generator/internal/compare": {"generator/internal/printable", "generator/internal/reader"},
	"generator/internal/pdf":     {"generator/internal/cos", "generator/internal/font", "generator/internal/layout", "generator/internal/origin", "generator/internal/picture"},
	"generator/internal/docx":    {"generator/document", "generator/internal/origin", "generator/internal/picture", "generator/style"},
	"generator": {"templates", "generator/diag", "generator/internal/batch", "generator/internal/cms", "generator/internal/collect",
		"generator/internal/compose", "generator/internal/disk", "generator/internal/filename", "generator/internal/input", "generator/internal/limited", "generator/internal/list",
		"generator/internal/mailing", "generator/internal/notices", "generator/internal/origin", "generator/internal/pdf", "generator/internal/printable", "generator/internal/printing",
		"generator/internal/reader", "generator/internal/russian", "generator/internal/signature", "generator/internal/tomlfile",
		"generator/internal/verify"},
	"cmd/protokol":            {"generator", "generator/diag", "templates"},
	"generator/internal/disk": {"generator/internal/batch", "generator/internal/filename", "generator/internal/signature"},
	"generator/internal/mailing": {"generator/diag", "generator/internal/batch", "generator/internal/codes", "generator/internal/compose",
		"generator/internal/list", "generator/internal/meeting", "generator/internal/origin", "generator/internal/printing",
		"generator/internal/russian", "generator/style", "templates"},
	"generator/internal/verify": {"generator/diag", "generator/document", "generator/internal/cms", "generator/internal/compare", "generator/internal/compose",
		"generator/internal/input", "generator/internal/mailing", "generator/internal/origin", "generator/internal/printable", "generator/internal/printing",
		"generator/internal/reader", "generator/internal/signature"},
	"generator/internal/printing": {"fonts", "templates", "generator/internal/compose", "generator/diag", "generator/document", "generator/internal/docx", "generator/internal/flow", "generator/internal/font", "generator/internal/input", "generator/internal/limited", "generator/internal/resolve",
		"generator/internal/layout", "generator/internal/meeting", "generator/internal/origin", "generator/internal/pdf", "generator/internal/picture", "generator/style"},
	"fonts":     {},
	"templates": {},

	"generator/internal/printable":   {},
	"generator/internal/frequency":   {},
	"generator/internal/opc":         {},
	"generator/internal/filename":    {"generator/internal/printable"},
	"generator/internal/limited":     {},
	"generator/internal/notices":     {},
	"generator/internal/cos":         {},
	"generator/internal/gost":        {},
	"generator/internal/cms":         {"generator/internal/gost"},
	"generator/internal/cms/cmstest": {}, // tests only, as net/http/httptest is
	"generator/internal/signature":   {"generator/internal/cms", "generator/internal/cos", "generator/internal/pdf"},
	"generator/internal/batch":       {"generator/internal/filename", "generator/internal/printing", "generator/diag", "generator/document", "generator/internal/list"},
	"generator/internal/collect":     {"generator/internal/codes", "generator/diag", "generator/document", "generator/internal/limited", "generator/internal/list", "generator/internal/meeting", "generator/internal/origin", "generator/internal/reader", "generator/internal/russian"},
}

// kits are what tests share, as net/http/httptest is shared.
var kits = []string{"generator/internal/engine", "generator/internal/effort", "generator/internal/forge", "generator/internal/golden", "generator/internal/outside",
	"generator/internal/pdfread", "generator/internal/printed", "generator/internal/shipped", "generator/internal/tagged"}

// atTheDoor are rooms that may know the disk: what they write is measured in
// thousands of files, and Windows lets others hold them.
var atTheDoor = map[string][]string{
	"cmd/protokol":             {"os", "syscall"},
	"generator/internal/batch": {"os", "syscall"},
	"generator/internal/disk":  {"os"},
}

// worldly are packages that bring time, chance, disk or environment in. Below
// the command line they come in as values.
var worldly = []string{"os", "os/exec", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand", "io/ioutil", "log", "syscall",
	"testing", "testing/fstest"}

// TestArrows keeps the imports one-way and the rooms free of the world.
func TestArrows(t *testing.T) {
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../")
		if slices.Contains(kits, room) || strings.HasSuffix(room, "test") {
			return nil
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
			if !strings.HasSuffix(name, "_test.go") && room != "cmd/protokol" && strings.Contains(string(src), "time.Now") {
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
