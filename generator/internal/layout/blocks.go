package layout

import (
	"fmt"
	"sync"

	"protokol/generator/document"
	"protokol/generator/internal/font"
	"protokol/generator/style"
)

// strip is a horizontal band that never splits: a line of text with the space
// it stands in, or a row of a table. Y runs down from the strip's top.
type strip struct {
	before, after float64 // space wanted above and below
	height        float64
	lines         []Line
	rules         []Rule
	pictures      []Picture
	glued         bool // no page may end right after this strip
	newPage       bool // a page must begin with it
	ends          bool // the last strip of its paragraph or row
	signature     bool
	foot          bool    // stands at the foot of its page
	head          []strip // rows to repeat when a page begins with it
	open          []Rule  // closes the frame of a split row where a page begins or ends with it
}

// setter turns blocks into strips.
type setter struct {
	sheet    *style.Sheet
	family   *font.Family
	width    float64 // between the margins, pt
	strips   []strip
	newPage  bool // the next strip begins a page
	level    int  // of the last heading
	overfull bool // a row of a given height has no room for its text
	hand     *typesetter
}

// setters keeps the room that documents are set in.
var setters = sync.Pool{New: func() any { return &setter{hand: new(typesetter)} }}

func newSetter(sheet *style.Sheet, family *font.Family) *setter {
	s := setters.Get().(*setter)
	s.hand.family = family
	*s = setter{sheet: sheet, family: family, width: sheet.Page.TextWidth() * mm, strips: s.strips[:0], hand: s.hand}
	return s
}

// release gives the room back for another document, with no words of this one
// in it.
func (s *setter) release() {
	clear(s.strips)
	s.hand.clear()
	setters.Put(s)
}

// blocks sets a sequence of blocks whose text begins at indent points from
// the left margin.
func (s *setter) blocks(parent *Element, blocks []document.Block, indent float64) {
	for i, block := range blocks {
		switch b := block.(type) {
		case document.Heading:
			s.level = min(b.Level, s.level+1) // none is skipped (ISO 14289-1, 7.4.2)
			s.paragraph(parent.add(fmt.Sprintf("H%d", s.level)), s.style(b.Style), b.Inlines, indent)
		case document.Paragraph:
			s.paragraph(parent.add("P"), s.style(or(b.Style, "body")), b.Inlines, indent)
		case document.List:
			s.list(parent, b, 0, indent)
		case document.Table:
			s.table(parent, b)
		case document.Signature:
			follows := document.StaysWithSignature(next(blocks, i))
			_, precedes := next(blocks, i-2).(document.Signature)
			s.signatureLine(parent.add("P"), b, !precedes, follows)
		case document.Figure:
			s.figure(parent, b, indent)
		case document.PageBreak:
			s.newPage = true
		case document.Foot:
			s.foot(parent, b)
		default:
			panic(fmt.Sprintf("layout: unknown block %T", block))
		}
	}
}

// next is the block after the i-th, or nil.
func next(blocks []document.Block, i int) document.Block {
	if i+1 < 0 || i+1 >= len(blocks) {
		return nil
	}
	return blocks[i+1]
}

// or is the style a block names, or the one its place gives it.
func or(name, otherwise string) string {
	if name == "" {
		return otherwise
	}
	return name
}

func (s *setter) style(name string) style.Style {
	st, ok := s.sheet.Styles[name]
	if !ok {
		panic("layout: no style " + name + "; the caller checks the names")
	}
	return st
}

// paragraph sets a paragraph or a heading.
func (s *setter) paragraph(e *Element, st style.Style, inlines []document.Inline, indent float64) {
	room := frame{left: indent + st.Indent*mm, right: s.width - st.Right*mm}
	room.first = room.left + st.FirstLine*mm
	found := s.words(inlines, st.Size, look{st.Bold, st.Italic, e})
	stretch(found, room.right-room.left)
	s.push(s.linesToStrips(breakLines(found, room, st.Align), st))
}

// lineHeight is the height of a line and the depth of its baseline. The
// face's own line is multiplied by the spacing; what is added stands below
// the letters, as Word and LibreOffice have it.
func (s *setter) lineHeight(st style.Style) (height, baseline float64) {
	face := s.family.Face(st.Bold, st.Italic)
	unit := st.Size / float64(face.Em)
	natural := float64(face.Ascent+face.Descent+face.LineGap) * unit
	return natural * st.Line, float64(face.Ascent+face.LineGap) * unit
}

// linesToStrips gives lines their heights and the keeps of their style: no
// line of a paragraph stands alone at the foot or the head of a page.
func (s *setter) linesToStrips(lines []Line, st style.Style) []strip {
	height, baseline := s.lineHeight(st)
	strips := make([]strip, len(lines))
	for i := range lines {
		lines[i].Baseline = baseline
		strips[i] = strip{
			height: height + settleFields(lines[i], st, height, baseline),
			lines:  lines[i : i+1 : i+1],
			glued:  st.KeepLines || i == 0 || i == len(lines)-2,
		}
	}
	if len(strips) > 0 {
		strips[0].before = st.Before
		strips[len(strips)-1].after = st.After
		strips[len(strips)-1].glued = st.KeepNext
		strips[len(strips)-1].ends = true
	}
	return strips
}

// push appends strips to the paper.
func (s *setter) push(strips []strip) {
	if len(strips) > 0 && s.newPage {
		strips[0].newPage, s.newPage = true, false
	}
	s.strips = append(s.strips, strips...)
}

// list sets a list at a level, from 0. Items of a list in a cell or an item
// start at indent.
func (s *setter) list(parent *Element, list document.List, level int, indent float64) {
	looks := s.sheet.Lists[string(list.Kind)]
	l := looks[min(level, len(looks)-1)]
	e := parent.add("L")
	e.Numbering = numbering(list.Kind)
	for _, item := range list.Items {
		s.item(e.add("LI"), item, l, list.Kind, level, indent)
	}
}

// numbering is the ListNumbering attribute; it has no Cyrillic letters.
func numbering(kind document.ListKind) string {
	switch kind {
	case document.Decimal:
		return "Decimal"
	case document.Letter:
		return "LowerAlpha"
	case document.Dash:
		return "Disc"
	default:
		return "None"
	}
}

func (s *setter) item(e *Element, item document.Item, l style.List, kind document.ListKind, level int, indent float64) {
	labelled := item.Label != ""
	text := indent + l.Text*mm
	if !labelled && kind != document.Plain {
		text = indent // a sole point without a number stands like a paragraph
	}
	var label *Element
	if labelled {
		label = e.add("Lbl")
	}
	body := e.add("LBody")
	for i, block := range item.Blocks {
		switch b := block.(type) {
		case document.List:
			s.list(body, b, level+1, indent)
		case document.Paragraph:
			st := s.style(or(b.Style, l.Style))
			if i > 0 || !labelled {
				s.paragraph(body.add("P"), st, b.Inlines, text)
				continue
			}
			s.labelled(label, body.add("P"), item.Label, l, st, b.Inlines, indent)
		case document.Table:
			s.table(body, b) // as wide as the text wherever it stands
		default:
			s.blocks(body, []document.Block{block}, text)
		}
	}
}

// tabStop is the distance of the tab stops that a page has by itself; a label
// too wide for its hanging indent pushes the text to the next one.
const tabStop = 12.5 * mm

// labelled sets the paragraph that shares its first line with a label.
func (s *setter) labelled(label, e *Element, text string, l style.List, st style.Style, inlines []document.Inline, indent float64) {
	room := frame{left: indent + l.Text*mm, right: s.width - st.Right*mm}
	room.first = room.left
	at := indent + l.Label*mm
	mark := s.words([]document.Inline{document.Text{Value: text}}, st.Size, look{st.Bold, st.Italic, label})
	line := setLine(mark, 0, at, at, style.Left, true)
	end := at
	for _, r := range line.Runs {
		end = r.X + r.Width
	}
	for end > room.first {
		room.first = (float64(int(room.first/tabStop+1e-6)) + 1) * tabStop
	}
	found := s.words(inlines, st.Size, look{st.Bold, st.Italic, e})
	stretch(found, room.right-room.left)
	lines := breakLines(found, room, st.Align)
	if len(lines) == 0 {
		lines = make([]Line, 1)
	}
	line.Runs[0].Text += " " // for those who hear the line or copy it
	lines[0].Runs = append(line.Runs, lines[0].Runs...)
	s.push(s.linesToStrips(lines, st))
}

// figure sets a picture on a line of its own, as high as the picture, and its
// caption below.
func (s *setter) figure(parent *Element, f document.Figure, indent float64) {
	e := parent.add("Figure")
	e.Alt = f.Alt
	st := s.style(document.FigureStyle)
	st.KeepNext = st.KeepNext || len(f.Caption) > 0
	strips := s.linesToStrips(make([]Line, 1), st)
	p := Picture{X: indent + st.Indent*mm, Width: f.Width * mm, Height: f.Height * mm, Path: f.Path, Element: e}
	switch air := s.width - st.Right*mm - p.X - p.Width; st.Align {
	case style.Center:
		p.X += air / 2
	case style.Right:
		p.X += air
	}
	strips[0].height, strips[0].lines, strips[0].pictures = p.Height, nil, []Picture{p}
	s.push(strips)
	if len(f.Caption) > 0 {
		s.paragraph(parent.add("Caption"), s.style(document.CaptionStyle), f.Caption, indent)
	}
}
