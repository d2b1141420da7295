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

// allowedImports maps each package to the packages of this module that it may
// import. Tests may import others.
var allowedImports = map[string][]string{
	"generator/internal/codes":      {},
	"generator/diag":                {"generator/internal/printable"},
	"generator/document":            {},
	"generator/internal/font":       {},
	"generator/internal/hyphen":     {},
	"generator/internal/memo":       {},
	"generator/internal/picture":    {},
	"generator/internal/typography": {"generator/internal/wordset"},
	"generator/internal/wordset":    {},
	"generator/internal/russian":    {"generator/internal/typography", "generator/internal/wordset"},
	"generator/internal/tomlfile": {
		"generator/diag",
		"generator/internal/frequency",
		"generator/internal/memo",
		"generator/internal/printable",
		"generator/internal/russian",
	},
	"generator/internal/voting": {"generator/diag"},
	"generator/internal/table": {
		"generator/diag",
		"generator/internal/frequency",
		"generator/internal/opc",
		"generator/internal/printable",
		"generator/internal/table/biff",
		"generator/internal/tomlfile",
	},
	"generator/internal/list": {
		"generator/diag",
		"generator/internal/printable",
		"generator/internal/russian",
		"generator/internal/syserror",
		"generator/internal/table",
	},
	"generator/internal/table/biff": {},
	"generator/internal/meeting": {
		"generator/internal/memo",
		"generator/internal/codes",
		"generator/diag",
		"generator/internal/picture",
		"generator/internal/russian",
		"generator/internal/voting",
		"generator/internal/typography",
	},
	"generator/internal/input": {
		"generator/diag",
		"generator/internal/limited",
		"generator/internal/meeting",
		"generator/internal/picture",
		"generator/internal/tomlfile",
	},
	"generator/internal/keys": {"generator/diag"},
	"generator/internal/laws": {"generator/diag", "generator/internal/meeting", "generator/internal/tomlfile"},
	"generator/internal/starter": {
		"generator/diag",
		"generator/internal/tomlfile",
	},
	"generator/internal/trace":  {"generator/document"},
	"generator/internal/markup": {"generator/diag", "generator/document", "generator/internal/trace"},
	"generator/style":           {"generator/diag", "generator/internal/tomlfile"},
	"generator/internal/compose": {
		"generator/internal/codes",
		"generator/internal/memo",
		"generator/diag",
		"generator/document",
		"generator/internal/markup",
		"generator/internal/meeting",
		"generator/internal/russian",
		"generator/internal/tomlfile",
		"generator/internal/trace",
		"generator/internal/voting",
		"generator/internal/typography",
	},
	"generator/internal/flow":    {"generator/document"}, // for the origins of texts
	"generator/internal/resolve": {"generator/document", "generator/internal/flow", "generator/style"},
	"generator/internal/layout": {
		"generator/internal/flow",
		"generator/internal/font",
		"generator/internal/hyphen",
		"generator/internal/memo",
	},
	"generator/internal/origin": {"generator/internal/printable", "generator/internal/tomlfile"},
	"generator/internal/budget": {},
	"generator/internal/reader": {
		"generator/internal/budget",
		"generator/internal/cos",
		"generator/internal/flow", // for its unit of length
		"generator/internal/opc",
		"generator/internal/origin",
	},
	"generator/internal/compare": {
		"generator/internal/flow", // for its unit of length
		"generator/internal/printable",
		"generator/internal/reader",
	},
	"generator/internal/pdf": {
		"generator/internal/cos",
		"generator/internal/flow",
		"generator/internal/font",
		"generator/internal/layout",
		"generator/internal/memo",
		"generator/internal/origin",
		"generator/internal/picture",
	},
	"generator/internal/svg": {
		"generator/document", // for the kinds of origins
		"generator/internal/flow",
		"generator/internal/font",
		"generator/internal/layout",
		"generator/internal/picture",
	},
	"generator/internal/docx": {
		"generator/document",
		"generator/internal/flow", // for its unit of length
		"generator/internal/opc",
		"generator/internal/origin",
		"generator/internal/picture",
		"generator/style",
	},
	"generator": {
		"templates",
		"generator/diag",
		"generator/internal/batch",
		"generator/internal/budget",
		"generator/internal/cms",
		"generator/internal/collect",
		"generator/internal/compose",
		"generator/internal/disk",
		"generator/internal/faces",
		"generator/internal/fields",
		"generator/internal/filename",
		"generator/internal/input",
		"generator/internal/keys",
		"generator/internal/laws",
		"generator/internal/limited",
		"generator/internal/list",
		"generator/internal/mailing",
		"generator/internal/notices",
		"generator/internal/online",
		"generator/internal/origin",
		"generator/internal/pdf",
		"generator/internal/pki",
		"generator/internal/printable",
		"generator/internal/printing",
		"generator/internal/reader",
		"generator/internal/russian",
		"generator/internal/signature",
		"generator/internal/starter",
		"generator/internal/syserror",
		"generator/internal/table",
		"generator/internal/tomledit",
		"generator/internal/tomlfile",
		"generator/internal/verify",
		"generator/internal/word",
		"generator/internal/wordml",
		"generator/style",
	},
	"generator/internal/tomledit": {"generator/internal/tomlfile"},
	"generator/web":               {"generator", "generator/diag"},
	"cmd/protokol": {"cmd/protokol/internal/arguments", "cmd/protokol/internal/desktop",
		"cmd/protokol/internal/processor", "generator", "generator/diag", "generator/web"},
	"cmd/protokol/internal/arguments": {},
	"cmd/protokol/internal/desktop":   {},
	"cmd/protokol/internal/processor": {},
	"generator/internal/disk": {
		"generator/internal/batch",
		"generator/internal/filename",
		"generator/internal/signature",
	},
	"generator/internal/mailing": {
		"generator/internal/memo",
		"generator/diag",
		"generator/internal/batch",
		"generator/internal/codes",
		"generator/internal/compose",
		"generator/internal/list",
		"generator/internal/meeting",
		"generator/internal/origin",
		"generator/internal/printing",
		"generator/internal/russian",
		"generator/style",
		"templates",
		"generator/internal/table",
		"generator/internal/typography",
	},
	"generator/internal/verify": {
		"generator/internal/budget",
		"generator/diag",
		"generator/document",
		"generator/internal/cms",
		"generator/internal/compare",
		"generator/internal/compose", "generator/internal/cos",
		"generator/internal/faces",
		"generator/internal/input",
		"generator/internal/mailing",
		"generator/internal/origin",
		"generator/internal/printable",
		"generator/internal/printing",
		"generator/internal/reader",
		"generator/internal/signature",
	},
	"generator/internal/printing": {"fonts", "templates", "generator/internal/compose", "generator/diag",
		"generator/document", "generator/internal/docx", "generator/internal/flow", "generator/internal/font",
		"generator/internal/input", "generator/internal/limited", "generator/internal/resolve",
		"generator/internal/layout", "generator/internal/meeting", "generator/internal/origin",
		"generator/internal/fields",
		"generator/internal/pdf", "generator/internal/picture", "generator/internal/svg",
		"generator/internal/syserror", "generator/internal/word", "generator/style",
		"generator/internal/faces", "generator/internal/wordml"},
	"generator/internal/faces":  {"generator/internal/font"},
	"generator/internal/wordml": {"generator/internal/flow", "generator/internal/opc", "generator/internal/picture"},
	"generator/internal/fields": {"generator/diag", "generator/document", "generator/internal/compose",
		"generator/internal/meeting", "generator/internal/russian", "generator/internal/trace",
		"generator/internal/typography"},
	"generator/internal/word": {"generator/diag", "generator/document", "generator/internal/docx",
		"generator/internal/fields", "generator/internal/opc", "generator/internal/origin",
		"generator/internal/picture", "generator/internal/sample"},
	"generator/internal/sample": {"generator/internal/fields"},
	"fonts":                     {},
	"templates":                 {},

	"generator/internal/printable":         {},
	"generator/internal/frequency":         {},
	"generator/internal/opc":               {},
	"generator/internal/filename":          {"generator/internal/printable"},
	"generator/internal/limited":           {},
	"generator/internal/syserror":          {},
	"generator/internal/notices":           {},
	"generator/internal/cos":               {},
	"generator/internal/gost":              {},
	"generator/internal/cms":               {"generator/internal/gost"},
	"generator/internal/cms/cmstest":       {}, // tests only, as net/http/httptest is
	"generator/internal/wordml/wordmltest": {}, // likewise
	"generator/internal/pki":               {"generator/internal/gost"},
	"generator/internal/online":            {},
	"generator/internal/signature": {"generator/internal/cms", "generator/internal/cos", "generator/internal/pdf",
		"generator/internal/pki"},
	"generator/internal/batch": {
		"generator/internal/filename",
		"generator/internal/printing",
		"generator/diag",
		"generator/document",
	},
	"generator/internal/collect": {
		"generator/internal/budget",
		"generator/internal/codes",
		"generator/diag",
		"generator/document",
		"generator/internal/frequency",
		"generator/internal/limited",
		"generator/internal/list",
		"generator/internal/meeting",
		"generator/internal/origin",
		"generator/internal/reader",
		"generator/internal/russian",
		"generator/internal/syserror",
		"generator/internal/table",
	},
}

// testKits are packages for tests only.
var testKits = []string{"generator/internal/attack", "generator/internal/engine", "generator/internal/effort",
	"generator/internal/forge", "generator/internal/golden", "generator/internal/jsonschema",
	"generator/internal/outside",
	"generator/internal/pdftest", "generator/internal/papertest", "generator/internal/shipped",
	"generator/internal/tagged"}

// systemImports maps packages to the system packages that they may import. A
// batch writes thousands of files and must deal with files that Windows keeps
// locked. The network is used by one package, when the user asks.
var systemImports = map[string][]string{
	"cmd/protokol": {"crypto/rand", "net", "os", "syscall"},
	// What a desktop gives a program that it starts.
	"cmd/protokol/internal/desktop":   {"os", "os/exec", "syscall"},
	"cmd/protokol/internal/processor": {"syscall"},
	"generator/internal/batch":        {"os", "syscall"},
	"generator/internal/disk":         {"os", "syscall"},
	"generator/internal/online":       {"net", "net/http"},
	// The page of the secretary serves one folder, and nothing outside of it.
	"generator/web": {"net", "net/http", "os"},
	// Only values of errors are used; the system is not called.
	"generator/internal/syserror": {"os", "syscall"},
}

// systemPackages give access to time, randomness, disk or environment. All other
// packages receive these as values.
var systemPackages = []string{"os", "os/exec", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand",
	"io/ioutil",
	"log", "syscall", "testing", "testing/fstest"}

// TestImports checks the imports of every package against allowedImports and
// systemImports, and that every package uses all that it may import.
func TestImports(t *testing.T) {
	used := map[[2]string]bool{}
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		room := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../")
		if slices.Contains(testKits, room) || strings.HasSuffix(room, "test") {
			return nil
		}
		allowed, known := allowedImports[room]
		if !known {
			t.Errorf("%s is in no room of the house", name)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			used[[2]string{room, strings.TrimPrefix(imported, "protokol/")}] = true
			if inner, ok := strings.CutPrefix(imported, "protokol/"); ok && !slices.Contains(allowed, inner) {
				t.Errorf("%s: %s may not import %s", name, room, inner)
			}
			if slices.Contains(systemPackages, imported) && !slices.Contains(systemImports[room], imported) {
				t.Errorf("%s: %s may not import %s", name, room, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []map[string][]string{allowedImports, systemImports} {
		for room, allowed := range list {
			for _, name := range allowed {
				if !used[[2]string{room, name}] {
					t.Errorf("%s may import %s, but does not", room, name)
				}
			}
		}
	}
}

// TestClock: no package except the command reads the clock, and budget, which only measures how much time passes.
func TestClock(t *testing.T) {
	for room := range allowedImports {
		files, err := filepath.Glob(path.Join("..", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(name, "_test.go") && room != "cmd/protokol" && room != "generator/internal/budget" &&
				strings.Contains(string(src), "time.Now") {
				t.Errorf("%s asks the clock", name)
			}
		}
	}
}

// TestProfilesAgree: style sheets may name exactly the profiles that package pdf
// supports.
func TestProfilesAgree(t *testing.T) {
	if !slices.Equal(style.Profiles, pdf.Profiles) {
		t.Errorf("the sheets know %v, the printer %v", style.Profiles, pdf.Profiles)
	}
}

// TestREADMEListsEveryTag compares the table in the README of the templates with
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
