package command

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"

	"protokol/generator/internal/reader/readertest"
)

// endless is a page that draws a form that draws two, and so on: 2 to the 60th.
func endless() []byte {
	objects := []string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</XObject <</X 5 0 R>>>> /Contents 4 0 R>>", "<</Length 5>>\nstream\n/X Do\nendstream"}
	for i := range 60 {
		objects = append(objects, fmt.Sprintf("<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X %d 0 R>>>> /Length 11>>\nstream\n/X Do /X Do\nendstream", 6+i))
	}
	objects = append(objects, "<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 12>>\nstream\n0 0 9 9 re f\nendstream")
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\n%%EOF\n")
	return b.Bytes()
}

// TestCollectHostile: a file that would be read for ever costs its time and no
// more, and those behind it are read: by another engine, where one was stopped.
func TestCollectHostile(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", cacheDir(t))
	dir := t.TempDir()
	if code := run([]string{"protokol", "generate", "../../examples/2026-03-12/meeting.toml", "--kind", "consent", "--fillable", "--format", "pdf", "--out", dir, "--name", "b"},
		nil, &bytes.Buffer{}, &bytes.Buffer{}); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	form, err := os.ReadFile(filepath.Join(dir, "b.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	filled, err := readertest.FillForm(form, map[string]string{"consent.subject.name": "Ёж"})
	if err != nil {
		t.Fatal(err)
	}
	g := gatherer{c: cli.NewContext(cli.NewApp(), flag.NewFlagSet("", flag.ContinueOnError), nil), patience: time.Nanosecond}
	defer g.stop()
	take := func(name string, data []byte) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := g.take(name); err != nil {
			t.Fatal(err)
		}
	}
	take("late.pdf", filled)
	if !strings.Contains(g.problems.Error(), "слишком сложен") {
		t.Error(g.problems)
	}
	g.patience = formPatience
	take("good.pdf", filled)
	began := time.Now()
	take("endless.pdf", endless())
	take("half.pdf", filled[:len(filled)/2])
	take("copy.pdf", filled)
	if took := time.Since(began); took > 2*formPatience {
		t.Errorf("it took %v", took)
	}
	if g.refused != 3 || len(g.harvest.Forms) != 1 || !strings.Contains(g.problems.Error(), "взято один раз") {
		t.Errorf("%d refused, %d taken\n%v", g.refused, len(g.harvest.Forms), g.problems)
	}
}
