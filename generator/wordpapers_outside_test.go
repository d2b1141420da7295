package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/outside"
)

// TestWordPapersVeraPDF: the PDF of every paper of the corpus conforms to PDF/A-3a
// and PDF/UA-1 (ISO 19005-3, ISO 14289-1). A run by hand takes every second.
func TestWordPapersVeraPDF(t *testing.T) {
	outside.Program(t, "verapdf")
	g := newGenerator(t)
	dir := t.TempDir()
	var pdfs []string
	print := func(name string, data []byte) {
		made, _, err := g.PrintWord(t.Context(), generator.File{Name: name + ".docx", Data: data})
		if err != nil {
			t.Fatal(err)
		}
		if made.Data == nil { // refused
			return
		}
		pdfs = append(pdfs, filepath.Join(dir, name+".pdf"))
		if err := os.WriteFile(pdfs[len(pdfs)-1], made.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for i, paper := range wordPapers(t) {
		if !effort.Takes(i, 2, 1) {
			continue
		}
		print(paper.name, paper.file(t))
	}
	files, err := filepath.Glob("testdata/wordpapers/*.docx")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		print(strings.TrimSuffix(filepath.Base(name), ".docx"), data)
	}
	outside.VeraPDF(t, []string{"3a", "ua1"}, pdfs...)
}
