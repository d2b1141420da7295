package resolve

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/style"
)

// labelGap is the minimum distance between the number of an item and its text,
// millimetres. Below it «13.2.» seems to belong to the first word.
const labelGap = 1.0

// shortLabel is the length in bytes of labels that have room in every list: «9.1.».
const shortLabel = 4

// longLabel is the length in bytes of the longest number that is counted: «25.10.10.10.».
const longLabel = 12

// ListRoom is how far the texts of the levels of numbered lists move to the right,
// millimetres.
type ListRoom [4]float64

// RoomForLists returns the room that the numbers of the lists of a document need
// beyond that of the sheet, in halves of a millimetre. All lists of a level move, so
// that their texts are flush.
func RoomForLists(doc *document.Document, sheet *style.Sheet, measure Unbreakable) (room ListRoom) {
	levels := sheet.Lists[string(document.Decimal)]
	f := listFitter{resolver: &resolver{sheet: sheet}, measure: measure, levels: levels}
	f.blocks(doc.Blocks, 0)
	for i, width := range f.widths {
		if width > 0 {
			room[i] = max(0, math.Ceil(2*(width/mm+labelGap-(levels[i].Text-levels[i].Label)))/2)
		}
	}
	return room
}

// Of returns a sheet with the room. The levels below a wider one move with it.
func (r ListRoom) Of(sheet *style.Sheet) *style.Sheet {
	moved, levels := 0.0, slices.Clone(sheet.Lists[string(document.Decimal)])
	for i := range levels {
		levels[i].Label += moved
		if i < len(r) {
			moved += r[i]
		}
		levels[i].Text += moved
	}
	wider := *sheet
	wider.Lists = maps.Clone(sheet.Lists)
	wider.Lists[string(document.Decimal)] = levels
	return wider.Respaced()
}

// listFitter finds the widths of the numbers of lists by level, points; 0 where all
// are short. Numbers set by hand that are words or longer than any that are counted do
// not move texts.
type listFitter struct {
	*resolver
	measure Unbreakable
	levels  []style.List
	widths  ListRoom
}

func (f *listFitter) blocks(blocks []document.Block, level int) {
	for _, block := range blocks {
		list, ok := block.(document.List)
		if !ok {
			continue
		}
		at := min(level, len(f.levels)-1, len(f.widths)-1)
		for _, item := range list.Items {
			if list.Kind == document.Decimal && len(item.Label) > shortLabel && len(item.Label) <= longLabel &&
				strings.Trim(item.Label, "0123456789.") == "" {
				f.widths[at] = max(f.widths[at], f.width(item, f.levels[at]))
			}
			f.blocks(item.Blocks, level+1)
		}
	}
}

// width returns the width of the label of an item.
func (f *listFitter) width(item document.Item, format style.List) float64 {
	name := format.Style
	if p, ok := item.Blocks[0].(document.Paragraph); ok {
		name = cmp.Or(p.Style, name)
	}
	font := paragraph(flow.P, f.style(name), 0).Font
	whole, _ := f.measure([]flow.Run{{Text: item.Label, Font: font}})
	return whole
}
