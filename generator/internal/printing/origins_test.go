package printing

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/layout"
	"protokol/templates"
)

// tracedKinds are the kinds of papers whose views mark all values.
var tracedKinds = []string{"protocol", "extract", "attendance", "assignments", "letter", "invitation", "notice",
	"application", "consent"}

// unknownShare is the maximum share of characters of unknown origin in a traced
// paper.
const unknownShare = 0.01

// printed is a printed text without white space, with its origin.
type printed struct {
	text   string
	origin *document.Origin
}

// split splits a text at the boundaries of its spans, without white space, where
// lines may break.
func split(list []printed, text string, spans []document.Span) []printed {
	at := 0
	add := func(end int, origin *document.Origin) {
		squeezed := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, text[at:end])
		if squeezed != "" {
			list = append(list, printed{squeezed, origin})
		}
		at = end
	}
	for _, s := range spans {
		add(s.Start, nil)
		add(s.End, s.Origin)
	}
	add(len(text), nil)
	return list
}

// onPages returns the text on the pages of a paper.
func onPages(paper *Paper) (list []printed) {
	var origins layout.Origins
	for _, page := range paper.Layout.Pages {
		for _, line := range page.Lines {
			for i := range line.Runs {
				run := &line.Runs[i]
				text := strings.TrimSuffix(run.Text, layout.SoftHyphen)
				if run.Kind == layout.FormField {
					text = run.Element.Field.Value
				}
				list = split(list, text, origins.Of(run))
			}
		}
	}
	return list
}

// inTree returns the text of the tree, as written into a DOCX.
func inTree(doc *document.Document) (list []printed) {
	document.Texts(doc, func(text string, source document.Source) {
		list = split(list, text, document.Spans(source, text))
	})
	return list
}

// unknown returns the share of characters of unknown origin and the first such
// texts.
func unknown(list []printed) (share float64, first []string) {
	count, missing := 0, 0
	for _, p := range list {
		count += len(p.text)
		if p.origin == nil || p.origin.Kind == document.Unknown {
			missing += len(p.text)
			if len(first) < 5 {
				first = append(first, p.text)
			}
		}
	}
	if count == 0 {
		return 0, nil
	}
	return float64(missing) / float64(count), first
}

// strictPress is a press whose templates give unknown origin to all values that
// a view does not mark.
func strictPress(t *testing.T) *Press {
	t.Helper()
	press := newPress(t, DefaultStyle)
	var err error
	if press.Templates, err = compose.LoadStrict(templates.Files); err != nil {
		t.Fatal(err)
	}
	return press
}

// everyPaper are the papers of an example, and its forms: blank, for the screen.
func everyPaper(t *testing.T, press *Press, file string) map[string]*Paper {
	t.Helper()
	list := papers(t, press, file)
	maps.Copy(list, fillable(t, press, file))
	m, origin := read(t, press, file)
	for _, kind := range []string{"application", "consent"} {
		if list[kind] != nil {
			paper, err := press.Paper(t.Context(), compose.Request{Kind: kind, Blank: true}, m, origin)
			if err != nil {
				t.Fatal(err)
			}
			list[kind+"-by-hand"] = paper
		}
	}
	return list
}

// TestOrigins reports what every example prints of unknown origin, and keeps the
// share of the kinds that are traced.
func TestOrigins(t *testing.T) {
	press, strict := newPress(t, DefaultStyle), strictPress(t)
	for _, file := range examples(t) {
		usual := everyPaper(t, press, file)
		for kind, paper := range everyPaper(t, strict, file) {
			if document.PlainText(paper.Document) != document.PlainText(usual[kind].Document) {
				t.Errorf("%s, %s: strict templates print other words", file, kind)
			}
			for place, list := range map[string][]printed{"pages": onPages(paper), "tree": inTree(paper.Document)} {
				share, first := unknown(list)
				t.Logf("%s, %s, %s: %.1f %% of unknown origin: %q", file, kind, place, 100*share, first)
				if slices.Contains(tracedKinds, paper.Document.Kind) && share > unknownShare {
					t.Errorf("%s, %s, %s: %.1f %% of unknown origin: %q", file, kind, place, 100*share, first)
				}
				for _, p := range list {
					if p.origin == nil {
						continue
					}
					if named := len(p.origin.Keys) > 0; named != (p.origin.Kind == document.Value ||
						p.origin.Kind == document.Computed) {
						t.Errorf("%s, %s, %s: %q is of kind %d with the keys %q", file, kind, place, p.text,
							p.origin.Kind, p.origin.Keys)
					}
				}
			}
		}
	}
}

func request(kind string, m *input.File) compose.Request {
	return compose.Request{Kind: kind, Items: []int{len(m.Agenda)}}
}

// makeKind returns the paper of a kind, or nil when the meeting lacks something.
func makeKind(t *testing.T, press *Press, m *input.File, name string) *Paper {
	t.Helper()
	kind, err := compose.FindKind(name)
	if err != nil {
		t.Fatal(err)
	}
	if kind.Lacks(m.Meeting, request(name, m)) != "" {
		return nil
	}
	paper, err := press.Paper(t.Context(), request(name, m), m.Meeting, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	return paper
}

// TestMarksInInput: the characters that mark origins are rejected in a meeting,
// typed or escaped.
func TestMarksInInput(t *testing.T) {
	press := newPress(t, DefaultStyle)
	file := examples(t)[0]
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range []string{"\uFDD0", "\uFDEF", `\uFDD1`} {
		spoilt := bytes.Replace(src, []byte("place = \""), []byte("place = \""+mark), 1)
		if bytes.Equal(spoilt, src) {
			t.Fatalf("%s has no place", file)
		}
		m, problems := input.Read(file, spoilt, press.Reading(os.ReadFile))
		if m != nil || !strings.Contains(problems.Error(), "place: символа") {
			t.Errorf("%+q: %v", mark, problems)
		}
	}
}
