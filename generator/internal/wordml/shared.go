package wordml

import (
	"cmp"
	"slices"

	"protokol/generator/internal/flow"
)

// traces are what the lowering of an element does to a paper apart from making blocks.
type traces struct {
	cost       int
	paragraphs int // that are counted
	noted      []noted
}

// noted is what is noted about a paragraph: a kind of finding, or a font.
type noted struct {
	kind
	font  string
	block int // number of the paragraph; in traces, the first one is 1
}

// record keeps what is noted if somebody traces it.
func (l *lowering) record(n noted) {
	if l.tracing > 0 {
		l.noted = append(l.noted, n)
	}
}

// traced lowers something and returns its traces. Plain reports whether these are all: nothing else depends on it,
// and it does not depend on what was met before.
func (l *lowering) traced(lower func()) (t traces, plain bool) {
	left, block, heads, peculiar, from := l.costs.left, l.block, l.heads, l.peculiar, len(l.noted)
	l.tracing++
	lower()
	l.tracing--
	t.cost, t.paragraphs = left-l.costs.left, l.block-block
	for _, one := range l.noted[from:] {
		one.block -= block
		t.noted = append(t.noted, one)
	}
	if l.tracing == 0 {
		l.noted = l.noted[:0]
	}
	return t, l.heads == heads && l.peculiar == peculiar && len(l.fields)+len(l.places.pending) == 0
}

// retrace does to a paper what the lowering of an element did to another.
func (l *lowering) retrace(t *traces) {
	before := l.block
	for i := range t.noted {
		one := &t.noted[i]
		if l.block = before + one.block; one.font != "" {
			l.face(one.font)
		} else {
			l.note(one.Severity, one.construct, l.block)
		}
	}
	l.block, l.costs.left = before+t.paragraphs, l.costs.left-t.cost
}

// Share lets similar papers take blocks of this one. Call it when its texts will not be changed any more. A paper of
// which the time is over shares nothing: its blocks may be incomplete.
func (p *Paper) Share() {
	if p.Flow.IsEnded() {
		return
	}
	for _, keep := range p.shared {
		keep()
	}
}

// sharedBlock is the block that an element of a reference is lowered to in one situation. It does not change any more:
// the layout changes nothing but the numbers of pages in the text of the body.
type sharedBlock struct {
	situation
	entry
	traces
	shown int // the first of its paragraphs that shows content; 0: none does
}

// situation is what the block of an element depends on in addition to the document and to the element.
type situation struct {
	cell          string // key of its format
	inCell        bool
	width, margin float64
	nested        bool
	inFrame       bool
	ink           flow.Color
	inBody        bool
	grid          float64
	depth         int
	before        int // paragraphs before a table, which are counted
}

func (c *container) situation(n *node) situation {
	s := situation{width: c.width, margin: c.margin, nested: c.nested, inFrame: c.inFrame, ink: c.ink, depth: c.depth}
	if c.cell != nil {
		s.inCell, s.cell = true, c.cell.key
	}
	if c.body != nil {
		s.inBody, s.grid = true, c.body.grid
	}
	if n.name == "tbl" {
		s.before = c.block
	}
	return s
}

// once lowers a paragraph or a table, unless a similar paper has done so.
func (c *container) once(n *node, lower func(*container, *node)) {
	if c.like == nil || !n.kept || !c.isClear() {
		lower(c, n)
		return
	}
	here := c.situation(n)
	found, known := c.like.blocks.Load(n)
	switch b, _ := found.(*sharedBlock); {
	case !known:
		c.share(n, here, lower)
	case b != nil && b.situation == here && c.costs.left >= b.cost:
		c.take(b)
	default:
		lower(c, n)
	}
}

// isClear reports whether nothing that was met so far has an effect on the next paragraph or table.
func (c *container) isClear() bool {
	return c.frame == nil && len(c.floats)+len(c.carried)+len(c.fields)+len(c.places.pending) == 0 && !c.joins
}

// share lowers an element. Similar papers may take its block if it is a plain one.
func (c *container) share(n *node, here situation, lower func(*container, *node)) {
	b, like := &sharedBlock{situation: here}, c.like
	count, shown, block := len(c.entries), c.shown, c.block
	c.shown = 0
	t, plain := c.traced(func() { lower(c, n) })
	b.traces, b.shown = t, max(0, c.shown-block)
	c.shown = cmp.Or(shown, c.shown)
	if plain && len(c.entries) == count+1 && c.isClear() && n.isPlain() && b.keep(c.entries[count]) {
		c.out.shared = append(c.out.shared, func() { like.blocks.Store(n, b) })
	} else {
		like.blocks.Store(n, (*sharedBlock)(nil))
	}
}

// keep keeps a block, unless it may be different where it is at another place, or has numbers of pages, whose text the
// layout changes. Others may change theirs still.
func (b *sharedBlock) keep(e entry) bool {
	b.entry = e
	numbered := false
	flow.EachRun([]flow.Block{e.block}, func(r *flow.Run) {
		numbered = numbered || r.Kind == flow.PageOf || r.Kind == flow.PagesOf
	})
	if numbered {
		return false
	}
	if p, ok := e.block.(*flow.Paragraph); ok {
		if p.Role != flow.None && p.Role != flow.P || p.Borders != nil || e.label || e.props.pageBefore {
			return false
		}
		made := *p
		b.block = &made
	}
	return true
}

// take adds the block of a similar paper.
func (c *container) take(b *sharedBlock) {
	if b.shown > 0 {
		c.shown = cmp.Or(c.shown, c.block+b.shown)
	}
	c.retrace(&b.traces)
	e := b.entry
	if p, ok := e.block.(*flow.Paragraph); ok {
		made := *p
		made.Number, e.block = c.block, &made
	}
	c.entries = append(c.entries, e)
}

// sharedHeader is a header or footer. It does not change any more: the layout knows its numbers of pages.
type sharedHeader struct {
	*part
	blocks []flow.Block
	traces
}

// headerOnce lowers a header or footer, unless a similar paper has done so. Places to sign have fields of one paper.
func (l *lowering) headerOnce(key header, read *part, lower func() []flow.Block) (blocks []flow.Block) {
	if l.like == nil || len(l.toSign[read.name]) > 0 {
		return lower()
	}
	found, _ := l.like.headers.Load(key)
	switch known, _ := found.(*sharedHeader); {
	case known == nil || known.part != read:
		like := l.like
		t, plain := l.traced(func() { blocks = lower() })
		if plain && !slices.ContainsFunc(read.root.kids, func(k *node) bool { return !k.isPlain() }) {
			l.out.shared = append(l.out.shared, func() { like.headers.Store(key, &sharedHeader{read, blocks, t}) })
		}
		return blocks
	case l.costs.left < known.cost:
		return lower()
	default:
		l.retrace(&known.traces)
		return known.blocks
	}
}

// plain are the elements whose block depends on nothing but the document and their place, apart from properties.
var plain = map[string]bool{"p": true, "r": true, "t": true, "tab": true, "br": true, "cr": true, "noBreakHyphen": true,
	"softHyphen": true, "proofErr": true, "lastRenderedPageBreak": true, "bookmarkEnd": true, "tbl": true, "tr": true,
	"tc": true, "fldSimple": true, "fldChar": true, "instrText": true}

// plainProperties contain what else belongs to them, and those that are not plain.
var plainProperties = map[string]bool{"pPr": true, "rPr": true, "tblPr": true, "tblGrid": true, "trPr": true,
	"tcPr": true, "tblPrEx": true}

// particular are properties with which a block depends on others.
var particular = map[string]bool{"sectPr": true, "framePr": true, "tblpPr": true}

// isPlain reports whether an element consists of plain ones.
func (n *node) isPlain() bool {
	switch {
	case plainProperties[n.name]:
		return !n.holds(particular)
	case n.name == "br" && len(n.attrs) > 0: // it may depend on drawings
		return false
	}
	return plain[n.name] && !slices.ContainsFunc(n.kids, func(k *node) bool { return !k.isPlain() })
}
