package wordml

import (
	"slices"
	"strings"

	"protokol/generator/internal/flow"
)

// container collects the blocks of a body, a cell, a header or a box.
type container struct {
	*lowering
	entries []entry
	cell    *cellFormat // of the cell
	width   float64
	margin  float64      // of the page, at the right of the text; 0 inside of cells, boxes and columns
	nested  bool         // not the body
	floats  []flow.Float // of the next paragraph
	carried []flow.Float // of missing paragraphs
	frame   *frame       // that the last paragraph is in
	inFrame bool
	ink     flow.Color // of letters without a colour of their own; 0 for black
	body    *bodyState
	joins   bool // Word joins the next paragraph to the one before
	shown   int  // the first paragraph that shows content; 0: none does
}

// entry is a block; paragraphs have their properties.
type entry struct {
	block flow.Block
	props *paraProps
	label bool // the item of a list
}

// bodyState is state that only the body has.
type bodyState struct {
	marks   []*node
	next    int
	current *flow.Section
	grid    float64 // see flow.Paragraph.Grid
	err     error
}

// body lowers the body of the document.
func (l *lowering) body(body *node) ([]flow.Block, error) {
	c := &container{lowering: l, body: &bodyState{marks: sectionMarks(body)}}
	c.nextSection()
	c.blocks(body.kids)
	c.separate()
	return append(c.finish(), c.notesAtEnd()...), c.body.err
}

// nextSection begins the next section.
func (c *container) nextSection() {
	b := c.body
	if b == nil || b.next >= len(b.marks) || b.err != nil {
		return
	}
	made, err := c.section(b.marks[b.next], b.current)
	if err != nil {
		b.err = err
		return
	}
	b.next++
	b.current, b.grid = made, lineGrid(b.marks[b.next-1])
	c.width, c.margin = made.Page.TextWidth(), made.Page.Right
	if len(made.Columns) > 0 {
		c.width, c.margin = made.Columns[0].Width, 0
	}
	c.add(made)
}

func (c *container) add(b flow.Block) { c.entries = append(c.entries, entry{block: b}) }

// maxNested limits tables and boxes inside each other.
const maxNested = 40

// blocks lowers block-level elements (ECMA-376-1, 17.2.2).
func (c *container) blocks(list []*node) {
	if c.depth > maxNested {
		c.lose("вложенность глубже 40 уровней")
		return
	}
	for _, n := range list {
		if c.costs.end != "" || c.ended != nil && c.ended() {
			return
		}
		switch n.name {
		case "p":
			c.once(n, (*container).paragraph)
		case "tbl":
			c.joins = false
			c.once(n, (*container).wholeTable)
		case "sdt":
			c.bound(n)
			c.blocks(n.kid("sdtContent").children())
		case "sdtContent", "customXml", "ins", "moveTo", "smartTag":
			if n.name == "ins" || n.name == "moveTo" {
				c.approximate(insertedName)
			}
			c.blocks(n.kids)
		case "mc:AlternateContent":
			c.blocks(c.alternative(n).children())
		case "bookmarkStart":
			c.bookmark(n)
		case "sectPr":
		default:
			c.unlaid(n)
		}
	}
}

func (n *node) children() []*node {
	if n == nil {
		return nil
	}
	return n.kids
}

// understood lists the extensions that may be required of a reader.
var understood = map[string]bool{"wps": true, "w14": true, "wp14": true, "w15": true, "w16": true,
	"wpg": true, "wpc": true}

// alternative returns the alternative of an element mc:AlternateContent that is
// understood (ECMA-376-3, 7.6).
func (l *lowering) alternative(n *node) *node {
	for _, k := range n.kids {
		switch needs := k.attr("Requires"); {
		case k.name != "mc:Choice":
		case understands(needs):
			if other := n.kid("mc:Fallback"); strings.Contains(needs, "wp") && k.find("wps:wsp") != nil &&
				other.find("pic:pic") != nil {
				return other // the whole drawing as one picture
			}
			return k
		case strings.HasPrefix(needs, "cx"): // of which the fallback only says that it is one
			l.lose("диаграмма")
			return nil
		}
	}
	fallback := n.kid("mc:Fallback")
	if fallback == nil && len(n.kids) > 0 {
		l.lose("содержание для новых версий Word (" + n.kids[0].attr("Requires") + ")")
	}
	return fallback
}

// understands reports whether all of a list of extensions are understood.
func understands(list string) bool {
	names := strings.Fields(list)
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool { return !understood[name] })
}

// finish settles what depends on neighbours and returns the blocks.
func (c *container) finish() []flow.Block {
	c.settleFloats()
	var last *entry
	for i := range c.entries {
		e := &c.entries[i]
		if _, isBreak := e.block.(flow.PageBreak); isBreak || e.props == nil {
			last = nil
			continue
		}
		if last != nil {
			c.neighbours(last, e)
		}
		last = e
	}
	return lists(c.entries)
}

// neighbours settles the space and the borders between two paragraphs.
func (c *container) neighbours(a, b *entry) {
	above, below := a.block.(*flow.Paragraph), b.block.(*flow.Paragraph)
	if a.props.style == b.props.style && !(c.settings.spaceInCells && c.cell != nil) {
		if a.props.contextual {
			above.After = 0
		}
		if b.props.contextual {
			below.Before = 0
		}
	}
	if c.settings.addSpacing {
		above.After += below.Before
	}
	if above.Borders != nil && below.Borders != nil && a.props.borders == b.props.borders &&
		above.Indent == below.Indent && above.Right == below.Right {
		above.Borders.Bottom, below.Borders.Top = flow.Border{}, a.props.between
		if gap := max(above.After, below.Before); gap > 0 && above.Borders.Left.Kind != flow.NoLine {
			below.Borders.Top.Space += gap
			above.After, below.Before = 0, 0
		}
	}
}
