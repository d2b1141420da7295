package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Kept returns the document with every paragraph marked that must end on the page
// on which the next block begins: the text before a signature, the lines after one («М.П.») with the first row of
// marks of agreement, the paragraphs of a point, such as its text and who carries it
// out, text that ends with a colon, text before the vote on it, the vote before a
// decision, and the first of several rows of a table. All formats obey the marks.
// Those that are not very long are marked as whole, but for the text before a signature, of which some lines may stay
// on the page before: LibreOffice moves every paragraph that is kept with the next to another page as a whole, and
// ONLYOFFICE those whose next paragraph does not fit.
func Kept(doc *Document, by Keeping) *Document {
	kept := *doc
	kept.Blocks = keeper{by}.blocks(doc.Blocks, false)
	return &kept
}

// Keeping is what earlier rules did not keep together. The zero value is for the current ones.
type Keeping struct {
	LooseLines bool // who carries out a point may leave the lines and the table below its text
	Divided    bool // paragraphs that are kept with the next block may begin on the page before
}

// keeper marks the paragraphs that are kept with the next block.
type keeper struct{ Keeping }

// longestWhole is the maximum number of characters of the text of a paragraph that is on one page: of some ten lines.
const longestWhole = 700

// mark marks a paragraph that is kept with the next block.
func (k keeper) mark(p *Paragraph, keep, signature bool) {
	p.Keep = keep
	p.Whole = keep && !signature && !k.Divided && utf8.RuneCountInString(InlineText(p.Inlines)) <= longestWhole
}

// blocks returns blocks with marks. Inside of an item all paragraphs in a row
// are kept together.
func (k keeper) blocks(blocks []Block, item bool) []Block {
	kept := slices.Clone(blocks)
	signed := false // a signature precedes, with nothing but paragraphs in between
	for i, block := range kept {
		var next Block
		if i+1 < len(kept) {
			next = kept[i+1]
		}
		_, isParagraph := next.(Paragraph)
		_, signature := next.(Signature)
		bound := signature || votedOn(kept, i)
		switch b := block.(type) {
		case Signature:
			signed = true
		case Paragraph:
			keep := bound || isParagraph && (item || signed) || signed && isMarks(next) || next != nil && introduces(b)
			if keep != b.Keep { // an unchanged block is not allocated again
				k.mark(&b, keep, signature)
				kept[i] = b
			}
		case List:
			kept[i] = k.list(b, bound || isParagraph && item && !k.LooseLines, next)
			signed = false
		case Table:
			kept[i] = keptTable(b, isParagraph && item && !k.LooseLines)
			signed = false
		default:
			signed = false
		}
	}
	return kept
}

// votedOn reports whether a block is kept with the next for the sake of a vote: the
// text above a vote, paragraphs of one vote, and a vote above its decision.
func votedOn(blocks []Block, i int) bool {
	end := i + 1
	for end < len(blocks) && isVote(blocks[end]) {
		end++
	}
	start := i + 1
	for start > 0 && isVote(blocks[start-1]) {
		start--
	}
	_, points := neighbour(blocks, start-1).(List)
	first := decides(neighbour(blocks, end), !points)
	if isVote(blocks[i]) {
		return first || end > i+1
	}
	return end > i+1 && !first
}

// neighbour returns a block, or nil where there is none.
func neighbour(blocks []Block, i int) Block {
	if i < 0 || i >= len(blocks) {
		return nil
	}
	return blocks[i]
}

func isVote(b Block) bool {
	p, ok := b.(Paragraph)
	return ok && p.Style == VoteStyle
}

// decides reports whether a block after a vote is the decision that it precedes: the
// word above its points, or these, if there are none above the vote.
func decides(b Block, none bool) bool {
	if _, points := b.(List); points {
		return none
	}
	p, ok := b.(Paragraph)
	return ok && (p.Style == KeywordStyle || p.Style == StageStyle)
}

// introduces reports whether a paragraph ends with a colon.
func introduces(p Paragraph) bool {
	return strings.HasSuffix(strings.TrimRight(InlineText(p.Inlines), " \u00a0\n"), ":")
}

// keptTable returns a table whose first row is kept with the second and, if it is bound to the next block, whose last
// row is kept with that. More rows are not: programs give up a chain of them that is higher than a page.
func keptTable(t Table, bound bool) Table {
	last := len(t.Rows) - 1
	if last < 0 || last == 0 && !bound {
		return t
	}
	t.Rows = slices.Clone(t.Rows)
	if last > 0 {
		t.Rows[0] = keptRow(t.Rows[0])
	}
	if bound {
		t.Rows[last] = keptRow(t.Rows[last])
	}
	return t
}

// keptRow returns a row that is kept with what follows.
func keptRow(row Row) Row {
	cells := slices.Clone(row.Cells)
	for i := range cells {
		cells[i].Blocks = slices.Clone(cells[i].Blocks)
		for j, block := range cells[i].Blocks {
			if p, ok := block.(Paragraph); ok {
				p.Keep = true
				cells[i].Blocks[j] = p
			}
		}
	}
	row.Cells = cells
	return row
}

// list returns a list with marks. Its end is marked, too, if it is bound to
// the next block, or introduces it.
func (k keeper) list(list List, bound bool, next Block) List {
	items := slices.Clone(list.Items)
	_, signature := next.(Signature)
	for i := range items {
		items[i].Blocks = k.blocks(items[i].Blocks, true)
		if last := len(items[i].Blocks) - 1; i == len(items)-1 && last >= 0 {
			switch b := items[i].Blocks[last].(type) {
			case Paragraph:
				k.mark(&b, bound || next != nil && introduces(b), signature)
				items[i].Blocks[last] = b
			case List:
				items[i].Blocks[last] = k.list(b, bound, next)
			}
		}
	}
	list.Items = items
	return list
}
