package generator

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader/readertest"
)

// endless is a PDF whose page draws a form that draws another twice, and so on:
// 2 to the 60th drawings.
func endless() []byte {
	objects := []string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</XObject <</X 5 0 R>>>> /Contents 4 0 R>>",
		"<</Length 5>>\nstream\n/X Do\nendstream"}
	for i := range 60 {
		objects = append(objects, fmt.Sprintf("<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources "+
			"<</XObject <</X %d 0 R>>>>"+
			" /Length 11>>\nstream\n/X Do /X Do\nendstream", 6+i))
	}
	objects = append(objects, "<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 12>>\nstream\n0 0 9 9 re "+
		"f\nendstream")
	return readertest.BuildPDF(objects...)
}

// consentForm is a fillable consent form whose fields are empty.
func consentForm(t *testing.T, g *Generator, format string) []byte {
	t.Helper()
	m, problems := g.Read(os.DirFS("../examples"), "2026-03-12/meeting.toml")
	if m == nil {
		t.Fatal(problems)
	}
	paper, problems, err := g.Make(t.Context(), m, Request{Kind: "consent", Fillable: true})
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	var form bytes.Buffer
	if err := paper.Write(&form, format); err != nil {
		t.Fatal(err)
	}
	return form.Bytes()
}

// filledConsent is a consent form with a name filled in.
func filledConsent(t *testing.T, g *Generator) []byte {
	t.Helper()
	filled, err := readertest.FillForm(consentForm(t, g, "pdf"), map[string]string{"consent.subject.name": "Ёж"})
	if err != nil {
		t.Fatal(err)
	}
	return filled
}

// TestCollectHostile: a file that takes forever is stopped by the timeout. The
// files after it are read, by a new engine.
func TestCollectHostile(t *testing.T) {
	g, err := New(Config{CacheDir: engine.Folder(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	filled := filledConsent(t, g)
	files := fstest.MapFS{}
	for name, data := range map[string][]byte{"good.pdf": filled, "endless.pdf": endless(),
		"half.pdf": filled[:len(filled)/2], "copy.pdf": filled} {
		files[name] = &fstest.MapFile{Data: data}
	}
	late, err := g.Collect(t.Context(), files, []string{"endless.pdf"}, CollectRequest{Timeout: time.Millisecond})
	if err != nil || late.Refused != 1 || !strings.Contains(late.Problems.Error(), "слишком сложен") {
		t.Error(err, late)
	}
	const timeout = 20 * time.Second
	began := time.Now()
	c, err := g.Collect(t.Context(), files, []string{"good.pdf", "endless.pdf", "half.pdf", "copy.pdf"},
		CollectRequest{Timeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 2*timeout {
		t.Errorf("it took %v", took)
	}
	if c.Refused != 2 || c.Forms != 1 || !strings.Contains(c.Problems.Error(), "взято один раз") {
		t.Errorf("%d refused, %d taken\n%v", c.Refused, c.Forms, c.Problems)
	}
}
