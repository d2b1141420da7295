package notices

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"

	"protokol/generator/internal/golden"
)

const root = "../../../"

// part is a part of the program with a licence.
type part struct {
	name  string
	files []string // of its licence
}

// TestNotices: notices.txt names all that is linked, on every system, with its
// version and its licence. After a change of go.mod it is regenerated with
//
//	go generate ./generator/internal/notices
func TestNotices(t *testing.T) {
	toolchain, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	goroot := strings.TrimSpace(string(toolchain))
	parts := append([]part{{"Go, standard library", []string{goroot + "/LICENSE", goroot + "/PATENTS"}}}, modules(t)...)
	pdfium := part{"PDFium, WebAssembly module in " + pdfiumOf(t, parts), glob(t, "pdfium/*.txt")}
	parts = append(append(parts, pdfium), families(t)...)
	parts = append(
		parts,
		part{"Hyphenation patterns hyph-ru of the hyph-utf8 package",
			[]string{root + "generator/internal/hyphen/LICENSE.txt"}},
		part{
			"sRGB profile of the International Color Consortium",
			[]string{root + "generator/internal/pdf/srgb.LICENSE"},
		},
	)
	var b bytes.Buffer
	for _, p := range parts {
		if len(p.files) == 0 {
			t.Errorf("%s has no licence", p.name)
		}
		fmt.Fprintf(&b, "%s\n%s\n%s\n\n", rule("="), p.name, rule("="))
		for _, file := range p.files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(p.files) > 1 {
				fmt.Fprintf(&b, "%s %s\n\n", rule("-")[:8], filepath.Base(file))
			}
			b.Write(bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
			b.WriteString("\n\n")
		}
	}
	if !utf8.Valid(b.Bytes()) {
		t.Error("a licence is not in UTF-8, as the page and the terminal show it")
	}
	golden.Compare(t, "notices.txt", b.Bytes())
}

func rule(s string) string { return strings.Repeat(s, 78) }

// licence matches the names of licence files.
var licence = regexp.MustCompile(`^(LICEN[CS]E|COPYING|NOTICE|PATENTS)(\.(md|txt))?$`)

// modules returns the modules linked on any system, by name. Their licences are
// in the folders of the linked packages and the folders above.
func modules(t *testing.T) []part {
	t.Helper()
	found := map[string]map[string]bool{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		cmd := exec.Command("go", "list", "-deps", "-f",
			"{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}",
			"./cmd/protokol")
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(out)) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			if len(fields) != 3 {
				continue // of the program itself
			}
			if found[fields[0]] == nil {
				found[fields[0]] = map[string]bool{}
			}
			for dir := fields[2]; len(dir) >= len(fields[1]); dir = filepath.Dir(dir) {
				for _, file := range glob(t, dir+"/*") {
					if licence.MatchString(filepath.Base(file)) {
						found[fields[0]][file] = true
					}
				}
			}
		}
	}
	var list []part
	for name, files := range found {
		p := part{name: name}
		for file := range files {
			p.files = append(p.files, file)
		}
		slices.Sort(p.files)
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b part) int { return strings.Compare(a.name, b.name) })
	return list
}

func pdfiumOf(t *testing.T, parts []part) string {
	t.Helper()
	i := slices.IndexFunc(parts, func(p part) bool { return strings.Contains(p.name, "/go-pdfium ") })
	if i < 0 {
		t.Fatal("PDFium is not linked")
	}
	return parts[i].name
}

// families returns the fonts, those of a folder with its licence.
func families(t *testing.T) (parts []part) {
	t.Helper()
	for _, licence := range append(glob(t, root+"fonts/*/OFL.txt"), glob(t, root+"fonts/*/LICENSE.txt")...) {
		var names []string
		for _, file := range glob(t, filepath.Join(filepath.Dir(licence), "*.ttf")) {
			if name := font(t, file); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		parts = append(parts, part{strings.Join(names, "\n"), []string{licence}})
	}
	if fonts := glob(t, root+"fonts/*/*.ttf"); len(parts) != len(folders(fonts)) {
		t.Errorf("%d licences for the fonts of %q", len(parts), folders(fonts))
	}
	return parts
}

// folders returns the folders of files, each once.
func folders(files []string) (list []string) {
	for _, file := range files {
		list = append(list, filepath.Dir(file))
	}
	return slices.Compact(list)
}

// font returns the name and the version in a font file.
func font(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	family, err := parsed.Name(nil, sfnt.NameIDFamily)
	if err != nil {
		t.Fatal(err)
	}
	version, err := parsed.Name(nil, sfnt.NameIDVersion)
	if err != nil {
		t.Fatal(err)
	}
	version, _, _ = strings.Cut(version, ";") // what follows describes the build
	return family + ", " + strings.ToLower(version[:1]) + version[1:]
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	list, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return list
}
