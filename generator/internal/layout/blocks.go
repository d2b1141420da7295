package layout

import (
	"fmt"
	"math"
	"slices"
	"sync"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// strip is a horizontal band that is never split: a line of text with its
// spacing, or a table row. Y grows downwards from the top of the strip.
type strip struct {
	before, after float64 // space above and below
	height        float64
	leading       float64 // part of the height below the letters, which the bottom margin may take
	lines         []Line
	rules         []Rule
	pictures      []Picture
	fills         []Area
	glued         bool // no page break after this strip
	newPage       bool // page break before this strip
	landscape     bool // its page is turned
	ends          bool // last strip of its paragraph or row
	row           bool // of a table
	signature     bool
	paragraph     *flow.Paragraph // of a line of text
	source        *flow.Row       // of a row of a Word table
	line          int             // its index in the paragraph
	foot          bool            // goes to the foot of the page
	head          []strip         // header rows to repeat when a page begins here
	open          []Rule          // rules that close the frame of a split row at a page break
	section       *flow.Section   // of its page; nil in a paper without sections
	cells         *gridRow        // of a row that may be divided; nil for other strips
	grid          *gridRow        // of a row with parts of cells over several rows; nil for other strips
	bare          bool            // its content is only in its cells; see filled
	notes         []strip         // footnotes that its page shows
	carried       bool            // a footnote from the page before
	separators    *[2]separator   // above footnotes and those from the page before; nil for the default
	opens         bool            // the first of the footnotes of a line
	floats        []float         // pictures and boxes beside it
	newColumn     bool            // column break before this strip
	columns       bool            // columns side by side
}

// setter turns blocks into strips between a left and a right edge.
type setter struct {
	paper       *flow.Paper
	family      *font.Family
	spacing     float64 // maximum line spacing; 0 for no limit
	left, right float64 // from the left margin
	strips      []strip
	ready       []strip // the memory of those that are pushed next
	newPage     bool    // page break before the next strip
	landscape   bool    // the pages are turned
	misfits     *Misfits
	noted       *[2]separator // of footnotes; see strip.separators
	cutter      *cutter
	divider     *divider
	limits      limits
	saving      []*flow.Paragraph // they would be more even with fewer lines
	saved       float64           // height of the lines saved, pt
	cache       *Cache            // of lines; may be nil
	section     *flow.Section
	newColumn   bool     // column break before the next strip
	at          position // of the next strip
	areas       []area   // of floats beside the next strips
}

// setters pools the memory of layouts.
var setters = sync.Pool{New: func() any { return &setter{cutter: new(cutter), divider: &divider{known: dictionary{}}} }}

func newSetter(paper *flow.Paper, family *font.Family, spacing float64) *setter {
	s := setters.Get().(*setter)
	s.cutter.family = family
	s.cutter.word, s.cutter.loose, s.cutter.plain = paper.Word, paper.LooseBrackets, paper.PlainSpaces
	*s = setter{paper: paper, family: family, spacing: spacing, right: paper.Page.TextWidth(),
		misfits: &Misfits{}, strips: s.strips[:0], ready: s.ready, cutter: s.cutter, divider: s.divider,
		at: position{bottom: paper.Page.TextHeight()}}
	return s
}

// release returns the memory to the pool without references to texts of the
// paper.
func (s *setter) release() {
	clear(s.strips)
	clear(s.ready[:cap(s.ready)])
	s.cutter.clear()
	s.divider.clear()
	s.paper, s.limits, s.saving, s.cache = nil, limits{}, nil, nil
	setters.Put(s)
}

// within returns a setter with other edges.
func (s *setter) within(left, right float64) *setter {
	return &setter{paper: s.paper, family: s.family, spacing: s.spacing, left: left, right: right,
		misfits: s.misfits, noted: s.noted, cutter: s.cutter, divider: s.divider, limits: s.limits.inside(),
		cache:     s.cache,
		landscape: s.landscape, section: s.section, at: position{bottom: math.Inf(1)}}
}

// blocks sets a sequence of blocks.
func (s *setter) blocks(parent *Element, blocks []flow.Block) {
	for _, block := range blocks {
		if s.paper.IsEnded() {
			return
		}
		switch b := block.(type) {
		case *flow.Paragraph:
			if len(b.Floats) > 0 || len(s.areas) > 0 {
				s.beside(parent, b)
				continue
			}
			s.paragraph(parent.ofParagraph(b), b)
		case *flow.List:
			s.list(parent, b)
		case *flow.Table:
			s.table(parent, b)
		case *flow.Signature:
			s.signatureLine(parent.of(b.Position.Role), b)
		case *flow.Figure:
			s.figure(parent, b)
		case flow.PageBreak:
			if !b.Column || !s.nextColumn() {
				s.turn(b.Landscape)
			}
		case *flow.Foot:
			s.foot(parent, b)
		case *flow.Section:
			s.begin(b)
		default:
			panic(fmt.Sprintf("layout: unknown block %T", block))
		}
	}
}

// paragraph sets a paragraph or a heading.
func (s *setter) paragraph(e *Element, p *flow.Paragraph) {
	strips := s.linesToStrips(s.lines(e, p, s.left+p.Indent+p.First), p)
	if p.Pitch != flow.Uniform {
		s.decorate(e, p, strips)
	}
	s.push(strips)
}

// lines breaks a paragraph into lines; the first begins at its own position.
func (s *setter) lines(e *Element, p *flow.Paragraph, first float64) []Line {
	room := s.roomOf(p, first)
	if s.cache == nil {
		return s.broken(e, p, room)
	}
	return s.cache.lines(s, e, p, room, func() []Line { return s.broken(e, p, room) })
}

// broken is lines for a paragraph that is not in the cache.
func (s *setter) broken(e *Element, p *flow.Paragraph, room frame) []Line {
	found := s.words(p.Runs, e)
	if hasTabs(found) {
		lines, _ := s.tabbed(found, p, room)
		return lines
	}
	stretch(found, room.right-room.left)
	if p.Hyphenate || room.addresses && hasAddress(p) {
		found = s.divider.divide(found, room, s.limits.of(p))
		s.note(p, s.divider.saving)
	}
	lines := breakLines(found, room, p.Align)
	if len(lines) == 0 {
		lines = make([]Line, 1)
	}
	return lines
}

// roomOf returns the horizontal space of a paragraph whose first line begins at its own position.
func (s *setter) roomOf(p *flow.Paragraph, first float64) frame {
	return frame{left: s.left + p.Indent, right: s.right - p.Right, first: first,
		tight: p.Tight, stretch: p.Stretch, widens: p.Hyphenate && !s.paper.NaturalWidths,
		eager: s.paper.EagerDivisions, hyphenate: p.Hyphenate,
		addresses: p.Align == flow.Justify && !s.cutter.word && !s.paper.WholeAddresses,
		word:      s.cutter.word, zone: p.Zone, rows: p.Rows, known: &s.divider.known}
}

// lineHeight returns the height of a line and the depth of its baseline. The
// line spacing multiplies the natural height of the font; the added space is
// below the letters, as in Word and LibreOffice.
func (s *setter) lineHeight(f flow.Font, spacing float64) (height, baseline float64) {
	face := s.family.At(s.family.IndexOf(int(f.Family), f.Bold, f.Italic))
	unit := f.Size / float64(face.Em)
	natural := float64(face.Ascent+face.Descent+face.LineGap) * unit
	return natural * spacing, float64(face.Ascent+face.LineGap) * unit
}

// spacingOf returns the line spacing of a paragraph, at most that of the
// attempt.
func (s *setter) spacingOf(p *flow.Paragraph) float64 {
	if s.spacing > 0 {
		return min(p.Spacing, s.spacing)
	}
	return p.Spacing
}

// linesToStrips gives lines their heights and prevents widows and orphans. The strips must be pushed before it is
// called again: their memory is used again.
func (s *setter) linesToStrips(lines []Line, p *flow.Paragraph) []strip {
	if p.Pitch != flow.Uniform {
		return s.measured(lines, p)
	}
	spacing := s.spacingOf(p)
	height, baseline := s.lineHeight(p.Font, spacing)
	natural, _ := s.lineHeight(p.Font, 1)
	s.ready = slices.Grow(s.ready[:0], len(lines))
	strips := s.ready[:len(lines)]
	for i := range lines {
		lines[i].Baseline = baseline
		strips[i] = strip{
			height:  height + settleFields(lines[i], p, height, baseline),
			leading: max(0, height-natural),
			lines:   lines[i : i+1 : i+1],
			glued:   p.KeepLines || i == 0 || i == len(lines)-2,

			paragraph: p, line: i,
		}
	}
	if len(strips) > 0 {
		strips[0].before = p.Before
		strips[len(strips)-1].after = p.After
		strips[len(strips)-1].glued = p.KeepNext
		strips[len(strips)-1].ends = true
	}
	return strips
}

// push appends strips.
func (s *setter) push(strips []strip) {
	if len(strips) > 0 && s.newPage {
		strips[0].newPage, s.newPage = true, false
	}
	if len(strips) > 0 && s.newColumn {
		strips[0].newColumn, s.newColumn = true, false
	}
	for i := range strips {
		strips[i].landscape, strips[i].section = s.landscape, s.section
	}
	if s.paper.Word {
		s.advance(strips)
	}
	s.strips = append(s.strips, strips...)
}

// turn starts a new page, turned or upright.
func (s *setter) turn(landscape bool) {
	s.newPage, s.landscape = true, landscape
	s.right = s.page().TextWidth()
	if s.section != nil {
		s.newPosition(0)
		s.at.top = 0
	}
}

// page returns the page of the next strip.
func (s *setter) page() flow.Page {
	if s.section != nil {
		return s.section.Page
	}
	if s.landscape {
		return s.paper.Page.Turned()
	}
	return s.paper.Page
}

// figure sets a picture on a line of its own.
func (s *setter) figure(parent *Element, f *flow.Figure) {
	e := parent.of(f.Line.Role)
	e.Alt = f.Alt
	strips := s.linesToStrips(make([]Line, 1), &f.Line)
	p := Picture{X: s.left + f.Line.Indent, Width: f.Width, Height: f.Height, Path: f.Path, Element: e}
	switch air := s.right - f.Line.Right - p.X - p.Width; f.Line.Align {
	case flow.Center:
		p.X += air / 2
	case flow.Right:
		p.X += air
	}
	strips[0].height, strips[0].lines, strips[0].pictures = p.Height, nil, []Picture{p}
	s.push(strips)
}

// foot sets blocks at the foot of the last page of the text. They are kept on one page with the text above.
func (s *setter) foot(e *Element, b *flow.Foot) {
	inner := s.within(s.left, s.right)
	inner.blocks(e, b.Blocks)
	whole := strip{ends: true, foot: true, height: stackHeight(inner.strips)}
	whole.stack(inner.strips)
	if n := len(s.strips); n > 0 {
		s.strips[n-1].glued = true
	}
	s.push([]strip{whole})
}
