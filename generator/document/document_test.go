package document

import (
	"slices"
	"strings"
	"testing"
)

// everywhere is a document with a line in every place that holds one.
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

// places are how many lines it has.
const places = 9

// TestWithoutFields: no place for an electronic signature stays, whatever it
// stands in, and the document itself stays as it is.
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

// TestFields: a field is found wherever a line stands.
func TestFields(t *testing.T) {
	box, code, words := Field{Name: "a.box"}, Field{Name: "a.code"}, Field{Name: "a.words"}
	var want []Field
	for range places {
		want = append(want, box, code, words)
	}
	if got := Fields(everywhere(Checkbox{Field: box}, Boxes{Field: code}, Input{Field: words}, Checkbox{}, Blank{Signature: "head"})); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
