package generator_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"sort"
	"testing"
	"time"

	"protokol/generator"
)

// drawProtocol reads a meeting and draws its protocol.
func drawProtocol(t testing.TB, g *generator.Generator, src []byte) []generator.Page {
	t.Helper()
	m, problems := g.Parse(os.DirFS("../examples/2026-03-12"), "meeting.toml", src)
	if problems.Failed() {
		t.Fatal(problems)
	}
	paper, problems, err := g.Make(t.Context(), m, generator.Request{Kind: "protocol"})
	if err != nil || paper == nil {
		t.Fatal(problems, err)
	}
	pages, err := paper.Draw(t.Context(), generator.Drawing{})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != paper.Pages() {
		t.Fatalf("%d drawings of %d pages", len(pages), paper.Pages())
	}
	return pages
}

func newGenerator(t testing.TB) *generator.Generator {
	t.Helper()
	g, err := generator.New(generator.Config{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestDigests: a change of a word changes the digests of the pages that show it, and
// the same file gives the same digests.
func TestDigests(t *testing.T) {
	g := newGenerator(t)
	src, err := os.ReadFile("../examples/2026-03-12/meeting.toml")
	if err != nil {
		t.Fatal(err)
	}
	digests := func(src []byte) (list []string) {
		for _, page := range drawProtocol(t, g, src) {
			if !bytes.HasPrefix(page.SVG, []byte("<svg ")) || page.Width < 500 || page.Height < 800 {
				t.Errorf("a page is %v × %v", page.Width, page.Height)
			}
			list = append(list, page.Digest)
		}
		return list
	}
	before := digests(src)
	if !slices.Equal(before, digests(src)) {
		t.Error("the same file is drawn in two ways")
	}
	i := bytes.LastIndex(src, []byte("text = \""))
	changed := slices.Insert(slices.Clone(src), i+len("text = \""), []byte("Ещё ")...)
	after := digests(changed)
	if len(after) != len(before) || after[0] != before[0] || slices.Equal(after, before) {
		t.Errorf("%q became %q", before, after)
	}
}

// TestFaces: the faces are files of their own, distinguished by what CSS knows.
func TestFaces(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range newGenerator(t).Faces() {
		key := f.Family
		if f.Bold {
			key += ", bold"
		}
		if f.Italic {
			key += ", italic"
		}
		if seen[key] || f.Family == "" || !bytes.HasPrefix(f.Data, []byte{0, 1, 0, 0}) {
			t.Errorf("face %s, %s", f.Name, key)
		}
		seen[key] = true
		for _, table := range []string{"GPOS", "GSUB", "kern"} {
			if bytes.Contains(f.Data[:12+16*20], []byte(table)) {
				t.Errorf("%s has a table %s", f.Name, table)
			}
		}
	}
	if len(seen) < 8 {
		t.Errorf("%d faces", len(seen))
	}
}

// longMeeting is the example with its questions repeated until the protocol has at
// least so many pages.
func longMeeting(t testing.TB, g *generator.Generator, pages int) []byte {
	t.Helper()
	src, err := os.ReadFile("../examples/2026-03-12/meeting.toml")
	if err != nil {
		t.Fatal(err)
	}
	item := []byte("\n[[agenda]]\ntitle = \"О плане работы совета\"\n")
	for range 6 {
		item = append(item, "[[agenda.decisions]]\ntext = \"Поручить организациям кластера подготовить предложения о "+
			"сроках и порядке проведения практики студентов и представить их секретарю совета.\"\n"...)
	}
	for len(drawProtocol(t, g, src)) < pages {
		src = append(src, item...)
	}
	return src
}

// BenchmarkPreview measures what the preview of a meeting takes, from the text of its
// file to the drawings of all pages.
func BenchmarkPreview(b *testing.B) {
	g := newGenerator(b)
	for _, pages := range []int{10, 50} {
		src := longMeeting(b, g, pages)
		b.Run(map[int]string{10: "10", 50: "50"}[pages], func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				start := time.Now()
				drawProtocol(b, g, src)
				times = append(times, time.Since(start))
			}
			sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "ms-p95")
		})
	}
}

// TestWordPages: a paper made from a Word template has the pages of its PDF, in faces
// that are given.
func TestWordPages(t *testing.T) {
	template, err := os.ReadFile("../examples/templates/protocol.docx")
	if err != nil {
		t.Fatal(err)
	}
	g, err := generator.New(generator.Config{Word: &generator.File{Name: "protocol.docx", Data: template}})
	if err != nil {
		t.Fatal(err)
	}
	m, problems := g.Read(os.DirFS("../examples/templates"), "meeting.toml")
	if problems.Failed() {
		t.Fatal(problems)
	}
	paper, problems, err := g.Make(t.Context(), m, generator.Request{Kind: "protocol"})
	if err != nil || paper == nil {
		t.Fatal(problems, err)
	}
	pages, err := paper.Draw(t.Context(), generator.Drawing{})
	if err != nil || len(pages) == 0 {
		t.Fatal(len(pages), err)
	}
	further, err := g.WordFaces()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, face := range append(g.Faces(), further...) {
		known[face.Family] = true
	}
	var words []byte
	for _, page := range pages {
		for _, m := range regexp.MustCompile(`font-family="([^"]*)"`).FindAllSubmatch(page.SVG, -1) {
			if !known[string(m[1])] {
				t.Errorf("no face %s", m[1])
			}
		}
		words = append(words, page.SVG...)
	}
	if !bytes.Contains(words, []byte("ПРОТОКОЛ")) {
		t.Error("the pages lack the title")
	}
}
