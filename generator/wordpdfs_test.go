package generator_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"protokol/generator"
)

// TestWordJobs: every PDF has a path of its own, and none is that of a paper.
func TestWordJobs(t *testing.T) {
	for _, test := range []struct {
		papers, folder, want string // paths of PDFs, or words of the error
	}{
		{"a/x.docx b/x.docx", "", "a/x.pdf b/x.pdf"},
		{"a/x.docx y.DOCX", "out", "out/x.pdf out/y.pdf"},
		{"a/x.docx ./a/x.docx a/../a/x.docx", "", "a/x.pdf"},
		{"a/x.docx b/x.docx", "out", "получился бы и из a/x.docx, и из b/x.docx"},
		{"x.docx x.docm", "", "получился бы и из x.docx, и из x.docm"},
		{"x.docx X.docx", "", "получился бы и из x.docx, и из X.docx"}, // one file for Windows
		{"x.docx x.pdf", "", "заменил бы файл x.pdf"},
		{"x.pdf", "", "заменил бы файл x.pdf"},
		{"x.pdf", "out", "out/x.pdf"},
	} {
		jobs, err := generator.WordJobs(strings.Fields(test.papers), test.folder)
		var got []string
		for _, job := range jobs {
			got = append(got, filepath.ToSlash(job.PDF))
		}
		var wrong generator.OptionError
		if !slices.Equal(got, strings.Fields(test.want)) &&
			(!errors.As(err, &wrong) || !strings.Contains(filepath.ToSlash(wrong.Message), test.want)) {
			t.Errorf("%s in %q: %v, %v", test.papers, test.folder, got, err)
		}
	}
}
