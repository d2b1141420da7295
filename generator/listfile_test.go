package generator_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator"
)

// TestOpenListFile opens a list in a folder. A folder, a missing file and an empty
// file are errors.
func TestOpenListFile(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.csv": "Организация\nООО «А»\n", "b.csv": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	root := os.DirFS(dir)
	l, err := generator.OpenListFile(root, "a.csv", generator.ListOptions{})
	if err != nil || !strings.Contains(strings.Join(l.Decisions(), "\n"), "Организация") {
		t.Fatal(l, err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if err := l.Close(); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("closed twice: %v", err)
	}
	for name, want := range map[string]error{".": generator.ErrFolder, "c.csv": fs.ErrNotExist} {
		if _, err := generator.OpenListFile(root, name, generator.ListOptions{}); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := generator.OpenListFile(root, "b.csv", generator.ListOptions{}); !errors.As(err,
		new(generator.Problems)) {
		t.Errorf("an empty list: %v", err)
	}
	zipped := zipFS{fstest.MapFS{"a.csv": {}}}
	if _, err := generator.OpenListFile(zipped, "a.csv", generator.ListOptions{}); !errors.Is(err,
		errors.ErrUnsupported) {
		t.Errorf("a file that is read from its beginning only: %v", err)
	}
}

// zipFS has files that cannot be read at an offset, as those of an archive.
type zipFS struct{ fs.FS }

func (z zipFS) Open(name string) (fs.File, error) {
	file, err := z.FS.Open(name)
	return struct{ fs.File }{file}, err
}

// TestNotes checks the remarks about the files of a batch and about forms.
func TestNotes(t *testing.T) {
	result := generator.BatchResult{LeftOver: []string{"1.pdf", "2.pdf"},
		Unmarked: []string{"А", "Б", "В", "Г", "Д", "Е", "Ё"}}
	want := "от прежних наклеек остались: 1.pdf, 2.pdf; чтобы не напечатать их ещё раз, удалите их\n" +
		"в все.pdf письма без отметок об электронной подписи; подписанные напечатайте отдельно: " +
		"А, Б, В, Г, Д и ещё 2\n"
	if got := result.Notes("все.pdf"); got != want {
		t.Error(got)
	}
	if got := (generator.BatchResult{}).Notes("все.pdf") + (generator.FoundForms{}).Note(); got != "" {
		t.Error(got)
	}
	if got := (generator.FoundForms{Skipped: []string{"a.txt"}}).Note(); got !=
		"пропущено, формами не бывают: a.txt\n" {
		t.Error(got)
	}
}
