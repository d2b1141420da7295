package reader_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/reader"
)

// TestIsRepacked checks that a DOCX that another program saved is known by the
// times of its parts: Word writes the first day of 1980, others the day.
func TestIsRepacked(t *testing.T) {
	pack := func(times ...time.Time) []byte {
		var b bytes.Buffer
		archive := zip.NewWriter(&b)
		for i, modified := range times {
			header := &zip.FileHeader{Name: string(rune('a' + i)), Modified: modified}
			if _, err := archive.CreateHeader(header); err != nil {
				t.Fatal(err)
			}
		}
		if err := archive.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	day := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	for name, test := range map[string]struct {
		file []byte
		want bool
	}{
		"ours":         {pack(time.Time{}, time.Time{}), false},
		"Word's":       {pack(day, day), true},
		"one new part": {pack(time.Time{}, time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)), true},
		"no archive":   {[]byte("письмо"), true},
	} {
		if got := reader.IsRepacked(test.file); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestStrict: a document that is strict in all its relationships and parts is read like a transitional one; one of both
// versions is named.
func TestStrict(t *testing.T) {
	plain := paper(t, "docx")
	words, err := reader.ReadWords(t.Context(), plain)
	if err != nil {
		t.Fatal(err)
	}
	const spaces, strictSpaces = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
	versions := strings.NewReplacer(spaces+"officeDocument/2006/", strictSpaces+"officeDocument/",
		spaces+"wordprocessingml/2006/", strictSpaces+"wordprocessingml/",
		spaces+"drawingml/2006/", strictSpaces+"drawingml/")
	for name, isStrict := range map[string]func(part string) bool{
		"all":        func(string) bool { return true },
		"main part":  func(part string) bool { return part == "word/document.xml" },
		"other part": func(part string) bool { return part != "word/document.xml" },
	} {
		from, err := zip.NewReader(bytes.NewReader(plain), int64(len(plain)))
		if err != nil {
			t.Fatal(err)
		}
		parts := map[string]string{}
		for _, f := range from.File {
			content, err := fs.ReadFile(from, f.Name)
			if err != nil {
				t.Fatal(err)
			}
			if parts[f.Name] = string(content); isStrict(f.Name) {
				parts[f.Name] = versions.Replace(string(content))
			}
		}
		strict, err := reader.ReadWords(t.Context(), archive(t, parts))
		if err != nil {
			t.Fatal(name, err)
		}
		const mixed = "связи и части двух версий, из которых программы понимают одну"
		if !slices.Equal(strict.Body, words.Body) || slices.Contains(strict.Outside, mixed) != (name != "all") {
			t.Errorf("%s: %q", name, strict.Outside)
		}
		if name == "all" && len(strict.Outside) != len(words.Outside) {
			t.Errorf("strict: %q, transitional: %q", strict.Outside, words.Outside)
		}
	}
}
