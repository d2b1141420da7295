package resolve

import (
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/style"
)

// Unbreakable returns the widths of the widest parts of a text that a line must
// not break: with and without phrases that no-break spaces hold together.
type Unbreakable func(runs []flow.Run) (phrase, word float64)

// TooWide is a table that is wider than its page.
type TooWide struct {
	Key       string // of the input, of the widest column; may be empty
	Title     string // of that column
	Landscape bool   // the page is turned
}

// FitTables returns the document with tables whose columns are at least as wide
// as their longest word or number. Columns that are wide enough keep their shares
// of the rest. Lines may end before the units of titles that have no room to spare. A
// table that does not fit that way gets the smaller styles of the sheet, then its phrases
// with no-break spaces are broken, at last those with «№». Earlier rules did not know
// units and «№».
// This is done in the tree so that all formats have the same columns.
func FitTables(
	doc *document.Document, sheet *style.Sheet, measure Unbreakable, earlier bool,
) (*document.Document, []TooWide) {
	if !hasTables(doc.Blocks) {
		return doc, nil
	}
	page := pageOf(sheet)
	f := fitter{resolver: &resolver{sheet: sheet, page: page, width: page.TextWidth()}, measure: measure,
		earlier: earlier}
	fitted := *doc
	fitted.Blocks = f.blocks(doc.Blocks)
	return &fitted, f.tooWide
}

func hasTables(blocks []document.Block) bool {
	return slices.ContainsFunc(blocks, func(block document.Block) bool {
		switch b := block.(type) {
		case document.Table:
			return true
		case document.List:
			return slices.ContainsFunc(b.Items, func(item document.Item) bool { return hasTables(item.Blocks) })
		}
		return false
	})
}

type fitter struct {
	*resolver
	measure   Unbreakable
	earlier   bool
	landscape bool
	tooWide   []TooWide
}

func (f *fitter) blocks(blocks []document.Block) []document.Block {
	fitted := slices.Clone(blocks)
	for i, block := range blocks {
		switch b := block.(type) {
		case document.PageBreak:
			f.landscape = b.Landscape
			if f.width = f.page.TextWidth(); b.Landscape {
				f.width = f.page.Turned().TextWidth()
			}
		case document.Table:
			fitted[i] = f.table(b)
		case document.List:
			b.Items = slices.Clone(b.Items)
			for j := range b.Items {
				b.Items[j].Blocks = f.blocks(b.Items[j].Blocks)
			}
			fitted[i] = b
		}
	}
	return fitted
}

// need contains the widths that something needs: for phrases, for numbers with their «№», and for words.
type need struct{ phrase, number, word float64 }

// column contains the widths that a column needs.
type column struct {
	need
	widest *document.Cell
}

// table fits one table.
func (f *fitter) table(t document.Table) document.Table {
	format := f.sheet.TableStyle(t.Style)
	if format.RowHeight > 0 { // the grid of a sheet of labels
		return t
	}
	for {
		needs := f.needs(t)
		widths, ok := f.share(t, needs, phrases)
		if !f.earlier && hasUnits(t) {
			t, needs, widths, ok = f.parted(t)
		}
		if ok {
			return withWidths(t, widths)
		}
		if format.Smaller == "" {
			return f.broken(t, needs, format)
		}
		t = restyled(t, format, format.Smaller)
		format = f.sheet.TableStyle(t.Style)
	}
}

// broken fits a table whose phrases must be broken.
func (f *fitter) broken(t document.Table, needs []column, format style.Table) document.Table {
	if widths, ok := f.share(t, needs, numbers); ok && !f.earlier {
		return withWidths(t, widths)
	}
	widths, ok := f.share(t, needs, words)
	if !ok && format.Frame == style.Ruled {
		f.report(needs)
	}
	return withWidths(t, widths)
}

// What columns have room for.
func phrases(c column) float64 { return c.phrase }
func numbers(c column) float64 { return c.number }
func words(c column) float64   { return c.word }

// share divides the width of the text among the columns, with room for what they have at least. If there is not
// enough, it keeps their shares.
func (f *fitter) share(t document.Table, needs []column, room func(column) float64) (widths []float64, ok bool) {
	least, shares := make([]float64, len(needs)), make([]float64, len(needs))
	for i, need := range needs {
		shares[i], least[i] = t.Columns[i].Width, room(need)
	}
	return distribute(f.width, shares, least)
}

// distribute divides a width in proportion to shares, but so that none is less
// than its minimum. If there is not enough, it divides it in proportion to the
// minima.
func distribute(width float64, shares, least []float64) (widths []float64, ok bool) {
	widths = make([]float64, len(shares))
	fixed := make([]bool, len(shares))
	for {
		rest, total := width, 0.0
		for i, share := range shares {
			if fixed[i] {
				rest -= least[i]
			} else {
				total += share
			}
		}
		if rest < 0 || total == 0 && rest > 0 {
			copy(widths, least)
			return widths, rest >= 0
		}
		again := false
		for i, share := range shares {
			if widths[i] = least[i]; !fixed[i] {
				widths[i] = rest * share / total
				if widths[i] < least[i] {
					fixed[i], again = true, true
				}
			}
		}
		if !again {
			return widths, true
		}
	}
}

// withWidths returns a table whose columns have widths.
func withWidths(t document.Table, widths []float64) document.Table {
	t.Columns = slices.Clone(t.Columns)
	for i := range t.Columns {
		t.Columns[i].Width = widths[i]
	}
	return t
}

// restyled returns a table in another style.
func restyled(t document.Table, old style.Table, name string) document.Table {
	t.Style = name
	t.Rows = slices.Clone(t.Rows)
	for i := range t.Rows {
		t.Rows[i].Cells = slices.Clone(t.Rows[i].Cells)
		for j := range t.Rows[i].Cells {
			cell := &t.Rows[i].Cells[j]
			cell.Blocks = slices.Clone(cell.Blocks)
			for k, block := range cell.Blocks {
				if p, ok := block.(document.Paragraph); ok && p.Style == old.CellStyle {
					p.Style = ""
					cell.Blocks[k] = p
				}
			}
		}
	}
	return t
}

// margin is what editors may need more than we do because they round, pt.
const margin = 1

// needs measures the columns of a table. A cell of several columns adds what
// they lack to the last of them.
func (f *fitter) needs(t document.Table) []column {
	needs := make([]column, len(t.Columns))
	resolved := f.resolver.table(t)
	each := func(rows []document.Row, resolved []flow.Row) {
		for i := range rows {
			at := 0
			for j := range rows[i].Cells {
				cell := &resolved[i].Cells[j]
				end := min(at+max(1, cell.Span), len(needs))
				room := f.cell(cell)
				for k := at; k < end-1; k++ {
					room = room.plus(-needs[k].phrase, -needs[k].number, -needs[k].word)
				}
				last := &needs[end-1]
				if room.word > last.word {
					last.widest = &rows[i].Cells[j]
				}
				last.need = last.max(room)
				at = end
			}
		}
	}
	each(t.Header, resolved.Header)
	each(t.Rows, resolved.Rows)
	return needs
}

// cell returns the widths that a cell needs.
func (f *fitter) cell(cell *flow.Cell) need {
	padding := cell.Margins.Left + cell.Margins.Right + margin
	return f.widest(cell.Blocks).plus(padding, padding, padding)
}

// widest returns the widths that blocks need.
func (f *fitter) widest(blocks []flow.Block) (all need) {
	for _, block := range blocks {
		switch b := block.(type) {
		case *flow.Paragraph:
			indent := b.Indent + b.Right + max(0, b.First)
			all = all.max(f.text(b.Runs).plus(indent, indent, indent))
		case *flow.List:
			for i := range b.Items {
				all = all.max(f.widest(b.Items[i].Blocks))
			}
		case *flow.Figure:
			all = all.max(need{b.Width, b.Width, b.Width})
		}
	}
	return all
}

// text returns the widths that a text needs.
func (f *fitter) text(runs []flow.Run) need {
	phrase, word := f.measure(runs)
	all := need{phrase, word, word}
	if f.earlier || phrase == word {
		return all
	}
	numbered := slices.Clone(runs)
	for i := range numbered {
		numbered[i].Text = onlyNumbered(numbered[i].Text)
	}
	all.number, _ = f.measure(numbered)
	return all
}

// onlyNumbered replaces the no-break spaces of a text but those behind «№» and inside numbers.
func onlyNumbered(text string) string {
	const space = "\u00a0"
	parts := strings.Split(text, space)
	for i := range len(parts) - 1 {
		if strings.HasSuffix(parts[i], "№") || endsWithDigit(parts[i]) && beginsWithDigit(parts[i+1]) {
			parts[i] += space
		} else {
			parts[i] += " "
		}
	}
	return strings.Join(parts, "")
}

func endsWithDigit(text string) bool { return text != "" && isDigit(text[len(text)-1]) }

func beginsWithDigit(text string) bool { return text != "" && isDigit(text[0]) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func (n need) plus(phrase, number, word float64) need {
	return need{n.phrase + phrase, n.number + number, n.word + word}
}

func (n need) max(other need) need {
	return need{max(n.phrase, other.phrase), max(n.number, other.number), max(n.word, other.word)}
}

// report records that a table is too wide.
func (f *fitter) report(needs []column) {
	widest := slices.MaxFunc(needs, func(a, b column) int {
		if a.word < b.word {
			return -1
		}
		return 1
	})
	found := TooWide{Landscape: f.landscape}
	if widest.widest != nil {
		for _, block := range widest.widest.Blocks {
			if p, ok := block.(document.Paragraph); ok {
				found.Title, found.Key = document.InlineText(p.Inlines), keyOf(p.Inlines)
				break
			}
		}
	}
	f.tooWide = append(f.tooWide, found)
}

// keyOf returns the first key that texts come from.
func keyOf(inlines []document.Inline) string {
	for _, inline := range inlines {
		text, ok := inline.(document.Text)
		if !ok {
			continue
		}
		for _, span := range document.Spans(text.Source, text.Value) {
			if len(span.Origin.Keys) > 0 {
				return span.Origin.Keys[0]
			}
		}
	}
	return ""
}
