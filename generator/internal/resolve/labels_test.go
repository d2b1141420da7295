package resolve

import (
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestRoomForLists checks how far lists move with six points a character.
func TestRoomForLists(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025") // 10 mm for level 0, 12.5 for level 1
	measure := func(runs []flow.Run) (phrase, word float64) { return 6 * float64(len(runs[0].Text)), 0 }
	list := func(kind document.ListKind, label string, inner ...document.Block) document.Block {
		return document.List{Kind: kind, Items: []document.Item{{Label: label,
			Blocks: append([]document.Block{document.Paragraph{}}, inner...)}}}
	}
	for name, test := range map[string]struct {
		block document.Block
		want  ListRoom
	}{
		"short":            {list(document.Decimal, "9.1."), ListRoom{}},
		"item 13":          {list(document.Decimal, "13.2."), ListRoom{2}},
		"point 10":         {list(document.Decimal, "1.10."), ListRoom{2}},
		"nested":           {list(document.Decimal, "1.1.", list(document.Decimal, "1.10.1.")), ListRoom{0, 3.5}},
		"set by hand":      {list(document.Decimal, "Раздел 1."), ListRoom{}},
		"longer than any":  {list(document.Decimal, "2026.10.10.10.10."), ListRoom{}},
		"letters":          {list(document.Letter, "13.2."), ListRoom{}},
		"in another block": {document.Paragraph{}, ListRoom{}},
	} {
		doc := &document.Document{Blocks: []document.Block{test.block}}
		if got := RoomForLists(doc, sheet, measure); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
	wide := ListRoom{2, 1}.Of(sheet)
	for i, want := range [][2]float64{{0, 12}, {12, 25.5}, {25.5, 43}, {43, 65.5}} {
		if l := wide.Lists["decimal"][i]; l.Label != want[0] || l.Text != want[1] {
			t.Errorf("level %d: %v", i, l)
		}
	}
	if wide.Spaced(1).Lists["decimal"][0].Text != 12 || sheet.Lists["decimal"][0].Text != 10 {
		t.Error("the sheet of another spacing differs, or the sheet changed")
	}
}
