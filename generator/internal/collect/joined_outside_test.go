package collect_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator/internal/collect"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/reader/readertest"
)

// joiner is a program that joins files.
type joiner struct {
	name string
	join func(t *testing.T, out string, files []string)
	lost string // expected message if the program drops answers
}

// script is a joiner that another program runs.
func script(program string, args ...string) func(t *testing.T, out string, files []string) {
	return func(t *testing.T, out string, files []string) {
		outside.Run(t, outside.Program(t, program), append(append(args, out), files...)...)
	}
}

var joiners = []joiner{
	{name: "qpdf", join: func(t *testing.T, out string, files []string) {
		args := append(append([]string{"--empty", "--pages"}, files...), "--", out)
		outside.Run(t, outside.Program(t, "qpdf"), args...)
	}},
	{name: "pdftk", join: func(t *testing.T, out string, files []string) {
		outside.Run(t, outside.Program(t, "pdftk"), append(files, "cat", "output", out)...)
	}},
	{name: "pdfcpu", join: func(t *testing.T, out string, files []string) {
		var contents [][]byte
		for _, name := range files {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			contents = append(contents, file)
		}
		joined, err := readertest.Join(contents...)
		if err != nil {
			t.Fatal(err)
		}
		save(t, out, joined)
	}},
	{name: "pypdf", join: script("python-fillers", "testdata/join.py", "pypdf")},
	{name: "pypdf, names on top", join: script("python-fillers", "testdata/join.py", "pypdf named")},
	{name: "pypdf, into the first", join: script("python-fillers", "testdata/join.py", "pypdf into"),
		lost: "на листе 2 есть ответы в полях, имена которых потеряны"},
	{name: "pypdf, pages", join: script("python-fillers", "testdata/join.py", "pypdf pages"),
		lost: "имена её полей потеряны"},
	{name: "pikepdf", join: script("python-fillers", "testdata/join.py", "pikepdf")},
	{name: "pikepdf, into the first", join: script("python-fillers", "testdata/join.py", "pikepdf into")},
	{name: "MuPDF", join: script("python-fillers", "testdata/join.py", "mupdf")},
	{name: "PDFBox", join: script("pdfbox", "testdata/Join.java", "PDFBOX_LEGACY_MODE")},
	{name: "PDFBox, fields joined", join: script("pdfbox", "testdata/Join.java", "JOIN_FORM_FIELDS_MODE")},
}

// TestJoiners checks that two applications and a consent in one file are read as
// three forms, or that lost answers are reported.
func TestJoiners(t *testing.T) {
	second := maps.Clone(filled["application"])
	second["applicant.name"], second["applicant.inn"] = "АО «Второе»", "7707083893"
	given := []map[string]string{filled["application"], second, filled["consent"]}
	var files [][]byte
	for i, kind := range []string{"application", "application", "consent"} {
		file, err := readertest.FillForm(blankForm(t, kind, "pdf"), given[i])
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	for _, j := range joiners {
		t.Run(j.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			var names []string
			for i, file := range files {
				names = append(names, filepath.Join(dir, string(rune('a'+i))+".pdf"))
				save(t, names[i], file)
			}
			out := filepath.Join(dir, "out.pdf")
			j.join(t, out, names)
			checkJoined(t, out, j.lost, given)
		})
	}
}

func checkJoined(t *testing.T, name, lost string, given []map[string]string) {
	t.Helper()
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	forms, err := read(t, name, file)
	told := ""
	if err != nil {
		told = err.Error()
	}
	for _, f := range forms {
		told += f.Problems.Error()
	}
	if lost != "" {
		if !strings.Contains(told, lost) {
			t.Errorf("%d forms; told is %q", len(forms), told)
		}
		return
	}
	if len(forms) != len(given) || told != "" {
		t.Fatalf("%d forms, %s", len(forms), told)
	}
	for i, f := range forms {
		for key, answer := range understood(f.Kind.Name, given[i]) {
			if got := f.Answer(key); got != answer {
				t.Errorf("form %d: %s is %q, not %q", i, key, got, answer)
			}
		}
	}
}

// TestFlattened checks the message for a flattened form, alone and joined with
// another form.
func TestFlattened(t *testing.T) {
	dir := t.TempDir()
	form, flat := filepath.Join(dir, "form.pdf"), filepath.Join(dir, "flat.pdf")
	save(t, form, blankForm(t, "application", "pdf"))
	outside.Run(t, outside.Program(t, "pdfbox"), "testdata/Fill.java", form, flat, "flat",
		"applicant.name", "ООО «Ёж»")
	file, err := os.ReadFile(flat)
	if err != nil {
		t.Fatal(err)
	}
	const message = "полей в ней уже нет: они сплющены"
	if _, err := read(t, flat, file); err == nil || !strings.Contains(err.Error(), message) {
		t.Errorf("told is %v", err)
	}
	consent, err := readertest.FillForm(blankForm(t, "consent", "pdf"), filled["consent"])
	if err != nil {
		t.Fatal(err)
	}
	joined, err := readertest.Join(consent, file)
	if err != nil {
		t.Fatal(err)
	}
	forms, err := read(t, "joined.pdf", joined)
	if err != nil || len(forms) != 1 || forms[0].Kind != collect.Consent ||
		!strings.Contains(forms[0].Problems.Error(), "лист 2 похож на форму, но полей на нём нет") {
		t.Errorf("%d forms, %v", len(forms), err)
	}
}
