package document

import (
	"slices"
	"strings"
	"testing"
)

// everywhere returns a document with a line in every place that can hold one.
func everywhere(line ...Inline) *Document {
	deep := []Inline{Strong{[]Inline{Emphasis{[]Inline{Link{"https://example.org/", line}}}}}}
	cell := []Row{{Cells: []Cell{{Blocks: []Block{Paragraph{Inlines: line}}}}}}
	return &Document{Blocks: []Block{
		Heading{Level: 1, Inlines: line},
		Paragraph{Inlines: deep},
		List{Kind: Dash, Items: []Item{{Blocks: []Block{Paragraph{Inlines: line}}}}},
		Table{Caption: line, Columns: []Column{{Width: 1}}, Header: cell, Rows: cell},
		Figure{Caption: line},
		Signature{Position: line, Name: "И.И. Иванов", Field: "chair"},
		Foot{Blocks: []Block{Paragraph{Inlines: line}}},
	}}
}

// places is the number of lines of everywhere.
const places = 9

// TestWithoutFields checks that no signature field is left and that the
// original document is unchanged.
func TestWithoutFields(t *testing.T) {
	doc := everywhere(Blank{Width: 40, Signature: "head"}, Checkbox{Field: Field{Name: "a.b", About: "а"}})
	before := Dump(doc)
	plain := Dump(WithoutFields(doc))
	if strings.Contains(plain, "[head]") || strings.Contains(plain, "[chair]") {
		t.Errorf("places for signatures in:\n%s", plain)
	}
	if n := strings.Count(plain, "{40 mm}"); n != places {
		t.Errorf("%d lines to write on, want %d:\n%s", n, places, plain)
	}
	if n := strings.Count(plain, "<a.b: а>"); n != places {
		t.Errorf("%d fields of a form, want %d:\n%s", n, places, plain)
	}
	if after := Dump(doc); after != before {
		t.Errorf("the document was changed:\n%s\nwas\n%s", after, before)
	}
}

// TestFields checks that fields are found in all places.
func TestFields(t *testing.T) {
	box, code, words := Field{Name: "a.box"}, Field{Name: "a.code"}, Field{Name: "a.words"}
	var want []Field
	for range places {
		want = append(want, box, code, words)
	}
	doc := everywhere(
		Checkbox{Field: box}, Boxes{Field: code}, Input{Field: words}, Checkbox{}, Blank{Signature: "head"})
	if got := Fields(doc); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestTexts checks that every printed text is visited in reading order, with
// its source.
func TestTexts(t *testing.T) {
	line := []Inline{
		Text{Value: "т", Source: OwnWords},
		Checkbox{Checked: true},
		Boxes{Count: 2, Text: "77"},
		Input{Value: "и"},
		Break{},
		Blank{},
	}
	var got []string
	sources := 0
	doc := everywhere(line...)
	doc.Blocks = append(doc.Blocks, List{Items: []Item{{Label: "1.", Source: Numbering}}}, PageBreak{})
	Texts(doc, func(text string, source Source) {
		got = append(got, text)
		if source != nil {
			sources++
		}
	})
	all := strings.Join(got, "")
	if n := strings.Count(all, "т☑77и"); n != places || !strings.Contains(all, "И.И. Иванов") ||
		!strings.HasSuffix(all, "1.") {
		t.Errorf("%d lines in %q", n, all)
	}
	if sources != places+1 {
		t.Errorf("%d sources", sources)
	}
}

// TestPart checks that a part of a text has the matching part of a verbatim
// value as its origin, and otherwise the whole value.
func TestPart(t *testing.T) {
	value := &Origin{Kind: Value, Keys: []string{"k"}}
	source := spans{{0, 2, OwnWords.(uniform).origin, 0, 0}, {2, 8, value, 10, 16}, {8, 9, value, 16, 19}}
	want := []Span{{1, 2, OwnWords.(uniform).origin, 0, 0}, {2, 8, value, 10, 16}, {8, 9, value, 16, 19}}
	if got := Part(source, "012345678", 1, 9, 1).Spans(""); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	want = []Span{{0, 2, value, 12, 14}}
	if got := Part(source, "012345678", 4, 6, 0).Spans(""); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if Part(nil, "", 0, 0, 0) != nil {
		t.Error("an unknown source became known")
	}
}

type spans []Span

func (s spans) Spans(string) []Span { return s }
