package document

import (
	"math"
	"testing"
)

// TestEmblem checks which pictures begin a paper, and what is left of the columns
// that one stands in.
func TestEmblem(t *testing.T) {
	emblem := Figure{Path: "a.png", Width: 17, Height: 17}
	text := Paragraph{Inlines: []Inline{Text{Value: "Совет"}}}
	columns := func(header []Row, blocks ...Block) Table {
		return Table{Columns: []Column{{Width: 80}, {Width: 10}, {Width: 90}}, Header: header,
			Rows: []Row{{Cells: []Cell{{Blocks: blocks}, {}, {Blocks: []Block{text}}}}}}
	}
	captioned := emblem
	captioned.Caption = text.Inlines
	for _, test := range []struct {
		name  string
		first Block
		share float64 // 0: no emblem
	}{
		{"a picture", emblem, 1},
		{"a picture in a column", columns(nil, emblem, text), 80.0 / 180},
		{"a table of pictures", columns([]Row{{}}, emblem, text), 0},
		{"a column with nothing else", columns(nil, emblem), 0},
		{"a picture with a caption", captioned, 0},
		{"a picture of unknown height", Figure{Path: "a.png", Width: 17}, 0},
		{"text", text, 0},
	} {
		doc := &Document{Blocks: []Block{test.first, text}}
		before := Dump(doc)
		got, rest, ok := doc.Emblem()
		if ok != (test.share > 0) || math.Abs(got.Share-test.share) > 1e-9 {
			t.Errorf("%s: %v, %v", test.name, got, ok)
		}
		left := figuresIn(rest)
		if ok && (left != 0 || got.Figure.Path != emblem.Path) || !ok && len(rest) != 2 {
			t.Errorf("%s: %d figures left of %v", test.name, left, rest)
		}
		if Dump(doc) != before {
			t.Errorf("%s: the document was changed", test.name)
		}
	}
	if _, _, ok := new(Document).Emblem(); ok {
		t.Error("an empty document has an emblem")
	}
}

// figuresIn counts pictures in blocks and in cells of tables.
func figuresIn(blocks []Block) (count int) {
	for _, block := range blocks {
		switch b := block.(type) {
		case Figure:
			count++
		case Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					count += figuresIn(cell.Blocks)
				}
			}
		}
	}
	return count
}
