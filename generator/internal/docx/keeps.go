package docx

import (
	"bytes"
	"slices"
)

// LibreOffice lays a file out as if each page had 25 paragraphs, or 20 if there are many, and then moves them to
// pages where they fit (SwLayHelper). The last paragraph of such a page is not laid out once more when the next one
// turns out to stay on its own page, and so it remains at the foot of a page although it should be kept with the
// next one. A field that LibreOffice evaluates late makes it lay the paragraph out again. SET shows nothing
// (ECMA-376, 17.16.5.57); Word and ONLYOFFICE ignore it.
const lateField = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
	`<w:r><w:instrText xml:space="preserve"> SET keep "1" </w:instrText></w:r>` +
	`<w:r><w:fldChar w:fldCharType="end"/></w:r>`

// The number of paragraphs on a page that LibreOffice assumes; it is smaller in a
// document with more nodes than manyNodes, whose count is exact to about
// nodesInDoubt.
const (
	perPage      = 25
	perPageMany  = 20
	manyNodes    = 100
	nodesInDoubt = 15
)

// textFlow contains the counts that LibreOffice makes of the text outside cells.
type textFlow struct {
	frames  []frame
	nodes   int
	cells   int  // depth of cells
	newPage bool // the next frame begins a section
}

// frame is a paragraph or a table.
type frame struct {
	rows   int  // those of a table; a paragraph has 1
	end    int  // offset of the end tag of a paragraph
	keeps  bool // it is kept with the next one
	breaks bool // it begins a page
}

// paragraph counts a paragraph whose end tag comes at an offset.
func (f *textFlow) paragraph(end int, keeps, breaks bool) {
	f.nodes++
	if f.cells == 0 {
		f.add(frame{1, end, keeps, breaks})
	}
}

// table counts a table of some rows, but not its cells.
func (f *textFlow) table(rows int, breaks bool) {
	const ofEach = 2 - 25 // LibreOffice subtracts 25 for each table
	f.nodes += ofEach
	if f.cells == 0 {
		f.add(frame{rows: rows, breaks: breaks})
	}
}

// cell counts a cell, whose paragraphs follow until leave.
func (f *textFlow) cell() { f.nodes, f.cells = f.nodes+2, f.cells+1 }

func (f *textFlow) leave() { f.cells-- }

func (f *textFlow) add(next frame) {
	next.breaks = next.breaks || f.newPage
	f.newPage = false
	f.frames = append(f.frames, next)
}

// forgotten returns the offsets of the end tags of the paragraphs that LibreOffice
// would not keep with the next ones, in order.
func (f *textFlow) forgotten() (list []int) {
	many := max(perPageMany, perPageMany+f.nodes/1000*3)
	if f.nodes < manyNodes+nodesInDoubt {
		list = f.lastOf(perPage)
	}
	if f.nodes > manyNodes-nodesInDoubt {
		list = append(list, f.lastOf(many)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// lastOf returns the offsets of the ends of those kept paragraphs that are the last on
// a page if pages have so many. The frame that begins a page is not counted.
func (f *textFlow) lastOf(perPage int) (list []int) {
	count := 0
	for i, next := range f.frames {
		switch count += next.rows; {
		case next.breaks:
			count = 0
		case count > perPage:
			if i > 0 && f.frames[i-1].keeps {
				list = append(list, f.frames[i-1].end)
			}
			count = 0
		}
	}
	return list
}

// remember inserts the late fields.
func (f *textFlow) remember(out *bytes.Buffer) {
	ends := f.forgotten()
	if len(ends) == 0 {
		return
	}
	text := bytes.Clone(out.Bytes())
	out.Reset()
	from := 0
	for _, end := range ends {
		out.Write(text[from:end])
		out.WriteString(lateField)
		from = end
	}
	out.Write(text[from:])
}
