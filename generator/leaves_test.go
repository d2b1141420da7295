package generator

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/reader/readertest"
	"protokol/generator/internal/verify"
)

// TestWordsOfPapers: the words of every kind of paper agree with their digest in both
// formats, and its source is not inside unless it stays in the office.
func TestWordsOfPapers(t *testing.T) {
	g := newTestGenerator(t, Config{})
	papers, examples := 0, []string{"2026-03-12"}
	if effort.Full() {
		examples = append(examples, "2026-04-16", "2026-06-14")
	}
	for _, example := range examples {
		m, problems := g.Read(exampleFiles, example+"/meeting.toml")
		if problems.Failed() {
			t.Fatal(problems)
		}
		for _, fillable := range []bool{false, true} {
			plan := Plan{Kinds: []string{AllKinds}, Common: Request{Items: []int{1}, Fillable: fillable}}
			for i, r := range m.Requests(plan) {
				kind, err := FindKind(r.Kind)
				if err != nil {
					t.Fatal(err)
				}
				if fillable && !strings.Contains(fmt.Sprint(kind.Options), "fillable") {
					continue
				}
				for format, file := range written(t, g, m, r) {
					papers++
					if format == "pdf" && !effort.Takes(i, 12, 3) {
						continue // rendering takes a second
					}
					v, err := g.Verify(t.Context(), File{Name: example + " " + r.Kind + "." + format, Data: file})
					if err != nil {
						t.Fatal(err)
					}
					if v.Sourceless() != kind.Outside {
						t.Errorf("%s: without source %v", v.Name, v.Sourceless())
					}
					if v.Sourceless() && (v.Words != verify.Unchanged || v.Err() == nil) {
						t.Errorf("%s: words %v, %v", v.Name, v.Words, v.Err())
					}
					if format == "docx" && verify.Edited(t.Context(), file) {
						t.Errorf("%s is taken for edited", v.Name)
					}
				}
			}
		}
	}
	if papers < 10*len(examples) {
		t.Errorf("only %d papers", papers)
	}
}

// written returns a paper in both formats.
func written(t *testing.T, g *Generator, m *Meeting, r Request) map[string][]byte {
	t.Helper()
	paper, problems, err := g.Make(t.Context(), m, r)
	if err != nil || problems.Failed() {
		t.Fatal(r, err, problems)
	}
	files := map[string][]byte{}
	for _, format := range Formats {
		var b bytes.Buffer
		if err := paper.Write(&b, format); err != nil {
			t.Fatal(err)
		}
		files[format] = b.Bytes()
	}
	return files
}

// TestEdited: a DOCX that somebody changed is known with its source and without.
func TestEdited(t *testing.T) {
	for _, c := range []Config{{}, {Source: true}} {
		g := newTestGenerator(t, c)
		m, problems := g.Read(exampleFiles, "2026-03-12/meeting.toml")
		if problems.Failed() {
			t.Fatal(problems)
		}
		file := written(t, g, m, Request{Kind: "letter"})["docx"]
		changed, err := readertest.ReplaceMarkup(file, "word/document.xml", "Уважаем", "Любим")
		if err != nil {
			t.Fatal(err)
		}
		bold, err := readertest.ReplaceMarkup(file, "word/document.xml", "<w:body>", "<w:body><!-- bold -->")
		if err != nil {
			t.Fatal(err)
		}
		for name, test := range map[string]struct {
			file   []byte
			edited bool
		}{"as printed": {file, false}, "words": {changed, true}, "look": {bold, true}} {
			if got := verify.Edited(t.Context(), test.file); got != test.edited {
				t.Errorf("source %v, %s: edited %v", c.Source, name, got)
			}
		}
	}
}
