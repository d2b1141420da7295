package wordml

import (
	"math"
	"slices"

	"protokol/generator/internal/flow"
)

// sectionMarks returns the elements w:sectPr of a body in order; the last one is
// that of the body (ECMA-376-1, 17.6).
func sectionMarks(body *node) (list []*node) {
	var walk func(n *node, depth int)
	walk = func(n *node, depth int) {
		for _, k := range n.kids {
			switch k.name {
			case "p":
				if mark := k.kid("pPr", "sectPr"); mark != nil {
					list = append(list, mark)
				}
			case "sdt", "sdtContent", "customXml", "ins", "smartTag":
				walk(k, depth+1)
			}
		}
	}
	walk(body, 0)
	if mark := body.kid("sectPr"); mark != nil {
		return append(list, mark)
	}
	return append(list, &node{name: "sectPr"})
}

var sectionStarts = map[string]flow.SectionStart{"continuous": flow.Continuous, "nextPage": flow.NextPage,
	"oddPage": flow.OddPage, "evenPage": flow.EvenPage, "nextColumn": flow.NextPage}

// section lowers the properties of a section. Headers and footers that it lacks
// are those of the section before.
func (l *lowering) section(mark *node, before *flow.Section) (*flow.Section, error) {
	l.spend(costOfSection)
	s := &flow.Section{Start: sectionStarts[mark.kid("type").attr("val")], EvenOdd: l.settings.evenOdd,
		TitlePg: on(mark.kid("titlePg"))}
	size, margins := mark.kid("pgSz"), mark.kid("pgMar")
	measure := func(n *node, name string, other float64) float64 {
		if n.has(name) {
			return length(n.attr(name))
		}
		return other
	}
	s.Page = flow.Page{Width: measure(size, "w", 612), Height: measure(size, "h", 792),
		Left:  measure(margins, "left", 72) + max(0, measure(margins, "gutter", 0)),
		Right: measure(margins, "right", 72),
		Top:   measure(margins, "top", 72), Bottom: measure(margins, "bottom", 72)}
	s.HeadAt, s.FootAt = measure(margins, "header", 36), measure(margins, "footer", 36)
	s.Fixed = s.Page.Top < 0
	s.Page = sane(s.Page)
	if numbers := mark.kid("pgNumType"); numbers != nil {
		s.First, s.Number = whole(numbers.attr("start")), pageNumerals(numbers.attr("fmt"))
	}
	s.Down = map[string]flow.Align{"center": flow.Center, "bottom": flow.Right}[mark.kid("vAlign").attr("val")]
	l.partlySection(mark)
	l.columns(mark.kid("cols"), s)
	l.notes.columns = len(s.Columns) > 1
	s.Unbalanced = l.settings.unbalanced
	s.Mirror, s.Frame = l.settings.mirror, l.pageFrame(mark.kid("pgBorders"))
	l.surrounded(mark)
	if before != nil {
		if mark.kid("type").attr("val") == "nextColumn" && min(len(s.Columns), len(before.Columns)) > 1 {
			l.approximate("раздел с новой колонки начинается с новой страницы")
		}
		s.Heads, s.Feet = before.Heads, before.Feet
	}
	return s, l.marginals(mark, s)
}

// pageFrame lowers the frame of the pages of a section (ECMA-376-1, 17.6.10).
func (l *lowering) pageFrame(n *node) *flow.PageFrame {
	if n == nil {
		return nil
	}
	var sides tableBorders
	sides.apply(n)
	l.patterned(n)
	return &flow.PageFrame{Borders: sides.Borders, AtText: n.attr("offsetFrom") != "page",
		NoFirst: n.attr("display") == "notFirstPage", NoOther: n.attr("display") == "firstPage"}
}

// surrounded notes a frame of pages that, measured from the text, is around headers or footers (ECMA-376-1,
// 17.15.1.15).
func (l *lowering) surrounded(mark *node) {
	frame := mark.kid("pgBorders")
	if frame == nil || frame.attr("offsetFrom") == "page" {
		return
	}
	for i, name := range []string{"headerReference", "footerReference"} {
		if l.settings.inFrame[i] && mark.kid(name) != nil {
			l.approximate("рамка страницы вокруг колонтитула печатается вокруг текста")
			return
		}
	}
}

// lineGrid returns the pitch of the line grid of a section (ECMA-376-1, 17.6.5); 0 for none.
func lineGrid(mark *node) float64 {
	switch grid := mark.kid("docGrid"); grid.attr("type") {
	case "lines", "linesAndChars", "snapToChars":
		return max(0, length(grid.attr("linePitch")))
	}
	return 0
}

// columns lowers the columns of a section (ECMA-376-1, 17.6.4). Widths that leave no
// room for text are replaced by equal ones.
func (l *lowering) columns(n *node, s *flow.Section) {
	s.Rule = on(n.kid("sep")) || n.attr("sep") == "1" || n.attr("sep") == "true"
	if equal := n.attr("equalWidth"); equal == "0" || equal == "false" {
		total := 0.0
		for _, k := range n.children() {
			if k.name == "col" && len(s.Columns) < maxTextColumns {
				one := flow.Column{Width: length(k.attr("w")), Gap: max(0, length(k.attr("space")))}
				s.Columns = append(s.Columns, one)
				total += one.Width + one.Gap
			}
		}
		narrow := func(c flow.Column) bool { return c.Width < leastColumn }
		if len(s.Columns) > 1 && total <= s.Page.Width && !slices.ContainsFunc(s.Columns, narrow) {
			if slices.ContainsFunc(s.Columns, func(c flow.Column) bool { return c.Width != s.Columns[0].Width }) {
				l.approximate("абзац, продолженный в колонке другой ширины, делится на строки по прежней")
			}
			return
		}
		if len(s.Columns) > 1 {
			l.approximate(narrowColumnsName)
		}
		s.Columns = nil
	}
	count, gap := max(1, min(whole(n.attr("num")), maxTextColumns)), 36.0
	if n.has("space") {
		gap = max(0, length(n.attr("space")))
	}
	width := (s.Page.TextWidth() - gap*float64(count-1)) / float64(count)
	if count > 1 && width < leastColumn {
		l.approximate(narrowColumnsName)
		return
	}
	if count == 1 {
		return
	}
	for range count {
		s.Columns = append(s.Columns, flow.Column{Width: width, Gap: gap})
	}
}

const narrowColumnsName = "колонки, которые не помещаются на листе, печатаются равными или одной"

// Limits of columns of text.
const (
	maxTextColumns = 45
	leastColumn    = 18 // pt
)

// sane limits the margins of a page so that it has room for text.
func sane(p flow.Page) flow.Page {
	p.Width, p.Height = max(72, min(p.Width, maxLength)), max(72, min(p.Height, maxLength))
	p.Top, p.Bottom = math.Abs(p.Top), math.Abs(p.Bottom)
	p.Left, p.Right = max(0, p.Left), max(0, p.Right)
	if p.TextWidth() < 36 {
		p.Left, p.Right = p.Width/10, p.Width/10
	}
	if p.TextHeight() < 36 {
		p.Top, p.Bottom = p.Height/10, p.Height/10
	}
	return p
}

// marginals lowers the headers and footers that a section refers to.
func (l *lowering) marginals(mark *node, s *flow.Section) error {
	for _, ref := range mark.kids {
		target := &s.Heads
		switch ref.name {
		case "headerReference":
		case "footerReference":
			target = &s.Feet
		default:
			continue
		}
		link, ok := l.part.links[ref.attr("r:id")]
		if !ok || link.IsExternal() {
			l.lose("колонтитул, которого нет в файле")
			continue
		}
		blocks, err := l.marginal(link.Part(l.part.name), s.Page)
		if err != nil {
			return err
		}
		switch ref.attr("type") {
		case "first":
			target.First = blocks
		case "even":
			target.Even = blocks
		default:
			target.Default = blocks
		}
	}
	return nil
}

// headers are the headers and footers of a paper. Sections may share them.
type headers struct {
	parts  map[string]*part
	blocks map[header][]flow.Block
}

// header is a header or footer on a page with some room for it.
type header struct {
	part         string
	width, right float64
}

func newHeaders() headers { return headers{map[string]*part{}, map[header][]flow.Block{}} }

// headerPart returns the part of a header or footer, read once.
func (l *lowering) headerPart(name string) (*part, error) {
	if known := l.headers.parts[name]; known != nil {
		if *l.left -= known.nodes; *l.left < 0 {
			return nil, Refusal("разделов и колонтитулов слишком много")
		}
		return known, nil
	}
	read, err := l.pack.text(name, l.replaced, l.left)
	l.headers.parts[name] = read
	return read, err
}

// marginal lowers a header or footer.
func (l *lowering) marginal(name string, page flow.Page) ([]flow.Block, error) {
	key := header{name, page.TextWidth(), page.Right}
	if blocks, ok := l.headers.blocks[key]; ok {
		return blocks, nil
	}
	read, err := l.headerPart(name)
	if err != nil {
		return nil, err
	}
	outer, block, fields, pending, floated := l.part, l.block, l.fields, l.places.pending, l.floated
	l.part, l.block, l.fields, l.places.pending = read, 0, nil, nil
	blocks := l.headerOnce(key, read, func() []flow.Block {
		c := &container{lowering: l, width: key.width, margin: key.right, nested: true}
		c.blocks(read.root.kids)
		return c.finish()
	})
	l.part, l.block, l.fields, l.places.pending, l.floated = outer, block, fields, pending, floated
	l.headers.blocks[key] = blocks
	return blocks, nil
}
