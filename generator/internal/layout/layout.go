// Package layout turns a flow into pages. It breaks paragraphs into lines and
// lines into pages as Word does, so that the PDF and the DOCX agree.
//
// Lines are broken greedily, without kerning; where the style sheet allows it,
// words are divided so that spaces become more even. All rules about pages
// (widows, orphans, keeps, table rows, signatures) reduce to one property
// of each horizontal strip of the paper: whether a page may end after it.
//
// The result also holds the logical structure of the paper (ISO 32000-1, 14.8),
// whose elements refer to runs.
package layout

import (
	"math"
	"slices"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// Result is the layout of a paper.
type Result struct {
	Misfits
	Pages     []Page
	Size      flow.Page // of upright pages
	Structure *Element
	Spacing   float64 // maximum line spacing used; 0 for no limit
	Closing   int     // number of paragraphs and rows kept with the first signature
	Shortened float64 // how much higher the bottom margin of an editor must be, pt
	Beyond    string  // the first lines that reach beyond the edges of a sheet
	Crowded   bool    // headers and footers are too large to leave room for text; there are no pages

	SkipLeaders bool // SignHere finds no places in lines with leaders, as before rules 8
}

// Page is one page. Lengths are points from the top left corner of the sheet.
type Page struct {
	Size     flow.Page
	Lines    []Line
	Rules    []Rule
	Fills    []Area // behind the lines
	Pictures []Picture
}

// Line is one line of text.
type Line struct {
	Baseline float64
	Runs     []Run
	Joined   bool // the last word continues on the next line without a space
	Divided  bool // the last word is divided; its last run ends with SoftHyphen
	Split    bool // its text is wider than a line and ends after a no-break space or a mark
	Parted   bool // it ends after a mark inside an address
	Torn     bool // it ends anywhere in a word that is wider than a line
	Cut      bool // what is deeper than Depth below the baseline is not shown
	Depth    float64

	// A turned line has its own frame: its text runs to the right, with the baseline below the origin, which is at
	// AtX and AtY on the page.
	Turn     flow.Turn
	AtX, AtY float64
}

// Run is a part of a line in one font and size.
type Run struct {
	X, Width float64
	Text     string
	Face     int // index in the family
	Size     float64
	Gap      float64  // added to every U+0020 and U+00A0 by justification
	Scale    float64  // of the widths of letters and spaces, but not of the Gap, by justification; 0 means 1
	Element  *Element // nil for artifacts: page numbers, repeated headers
	Kind     RunKind
	Boxed    bool          // a box is drawn around it
	Rigid    bool          // see flow.Run.Rigid; its Gap is 0
	Effects  *flow.Effects // may be nil
	Image    *flow.Image   // of an Image

	fallback bool // its face is a fallback face

	piece  piece   // origin of the beginning of its text
	pieces []piece // origins of the parts appended later
}

// RunKind is what a run draws: letters, or a shape instead of them. The text of a box is the
// character it represents.
type RunKind int

const (
	Letters     RunKind = iota
	EmptyBox            // ☐
	CheckedBox          // ☑
	CrossedBox          // ☒
	PostalDigit         // of nine strokes, as on envelopes
	WritingLine         // a rule to write on
	FormField           // a place to fill in; Size is its height
	TabStop             // the space before a tab stop
	Image               // a picture in the line
)

// Rule is a straight line, never part of the content.
type Rule struct {
	X1, Y1, X2, Y2, Width float64

	Kind  flow.LineKind // NoLine means Single
	Color flow.Color
}

// Area is a coloured rectangle, never part of the content.
type Area struct {
	X, Y, Width, Height float64
	Color               flow.Color
	Behind              bool // the pictures behind the text, before which it is drawn
}

// Picture is an image.
type Picture struct {
	X, Y, Width, Height float64
	Path                string
	Crop                flow.Crop // X to Height describe the visible part
	Element             *Element
	Behind              bool // the text, before which it is drawn
}

// Whole returns the rectangle of a picture including the cropped parts.
func (p *Picture) Whole() (x, y, width, height float64) {
	width, height = p.Width/(1-p.Crop.Left-p.Crop.Right), p.Height/(1-p.Crop.Top-p.Crop.Bottom)
	return p.X - p.Crop.Left*width, p.Y - p.Crop.Top*height, width, height
}

// Element is a node of the logical structure (ISO 32000-1, 14.7).
type Element struct {
	Role   flow.Role
	Kids   []*Element
	Alt    string // of a Figure
	Target string // of a Link
	Place  string // of a Link inside the paper, instead of Target: one of Places
	Places []string
	Span   int    // columns of a TH or TD; 0 means 1
	Rows   int    // of a TH or TD; 0 means 1
	Scope  string // of a TH: Column or Row
	Field  *Field // of a Form

	Numbering string // of an L: Decimal, LowerAlpha, Disc, None (ISO 32000-1, 14.8.5.5)
}

func (e *Element) add(role flow.Role) *Element {
	kid := &Element{Role: role}
	e.Kids = append(e.Kids, kid)
	return kid
}

// of returns the element of a block in e: a new one, or e when the block has no
// role.
func (e *Element) of(role flow.Role) *Element {
	if role == flow.None {
		return e
	}
	return e.add(role)
}

// ofParagraph is of for a paragraph, with the places in it.
func (e *Element) ofParagraph(p *flow.Paragraph) *Element {
	own := e.of(p.Role)
	if len(p.Places) > 0 {
		own.Places = append(own.Places, p.Places...)
	}
	return own
}

// Pages lays out a paper. The font family must have every character; package
// input checks that.
func Pages(paper *flow.Paper, family *font.Family) *Result { return laidOut(paper, family, nil) }

func laidOut(paper *flow.Paper, family *font.Family, cache *Cache) *Result {
	if paper.Word {
		return sections(paper, family, cache)
	}
	wanted := paper.Closing.Lines
	loose := lay(paper, family, 0, 0, cache)
	if len(loose.Pages) > 1 {
		for _, spacing := range paper.OnePage {
			if tight := lay(paper, family, spacing, 0, cache); len(tight.Pages) == 1 {
				return tight.Result
			}
		}
	}
	if loose.accompanying >= wanted {
		return loose.Result
	}
	if tight := lay(paper, family, paper.Closing.Spacing, 0, cache); tight.accompanying >= wanted {
		return tight.Result
	}
	return lay(paper, family, 0, wanted, cache).Result
}

// attempt is one layout of a paper with certain limits.
type attempt struct {
	*Result
	accompanying int // lines of text above the first signature on its page

	saved   float64 // additional height for an editor that does not divide words
	kept    bool    // pages end where they should
	depth   float64 // height of all strips
	open    []strip // last lines of pages that must be fixed
	savings savings
}

// lay lays a paper out once. Spacing is the maximum line spacing, 0 for no
// limit; lines is the number of lines of text to keep with the signature.
func lay(paper *flow.Paper, family *font.Family, spacing float64, lines int, cache *Cache) attempt {
	within := limits{spacing: spacing, closing: lines, save: true}
	made := layWithin(within, paper, family, cache)
	if made.saved > 0 && made.isOnePage(paper) {
		return made
	}
	within.save = false
	if made.saved > 0 {
		made = layWithin(within, paper, family, cache)
	}
	for len(made.open) > 0 {
		if within.fixed == nil {
			within.fixed = map[*flow.Paragraph][]int{}
		}
		for _, last := range made.open {
			within.fixed[last.paragraph] = append(within.fixed[last.paragraph], last.line)
		}
		made = layWithin(within, paper, family, cache)
	}
	for _, paragraphs := range made.savings.choices() {
		within.shorter, within.pages = paragraphs, made.savings.pages
		if saved := layWithin(within, paper, family, cache); saved.endsLike(made, paper.Closing.Lines) {
			return saved
		}
	}
	return made
}

// layWithin is lay with all limits. The last lines of pages stay open if lines above
// them in their paragraph are divided. The number of lines does not depend on that, so
// that pages end at the same ones when they are fixed.
func layWithin(within limits, paper *flow.Paper, family *font.Family, cache *Cache) attempt {
	s := newSetter(paper, family, within.spacing)
	defer s.release()
	s.limits, s.cache = within, cache
	root := &Element{Role: "Document"}
	s.blocks(root, paper.Blocks)
	closing := s.bindSignature(within.closing)
	spans, shortened, kept := s.endPages(paper.Page)
	result := &Result{Size: paper.Page, Structure: root, Spacing: within.spacing, Closing: closing,
		Misfits: *s.misfits, Shortened: shortened}
	made := attempt{Result: result, accompanying: s.accompanying(spans), saved: s.saved, kept: kept}
	for i, span := range spans {
		page := fill(s.strips, span, pageOf(s.strips, span.from, paper.Page))
		if number := paper.Number; number != nil && (i > 0 || number.First) {
			page.Lines = append(page.Lines, s.pageNumber(number.On(i+1, len(spans)), page.Size))
		}
		result.Pages = append(result.Pages, page)
		if span.to > span.from && s.dividedAbove(span.to-1) {
			made.open = append(made.open, s.strips[span.to-1])
		}
	}
	made.depth, made.savings = depth(s.strips, 0, len(s.strips)), s.findSavings(spans)
	return made
}

// dividedAbove reports whether the line of a strip is not yet fixed and not the last of its paragraph, and this
// line or one above it in the paragraph ends inside a word or an address.
func (s *setter) dividedAbove(at int) bool {
	end := s.strips[at]
	if end.ends || end.paragraph == nil || slices.Contains(s.limits.fixed[end.paragraph], end.line) {
		return false
	}
	for ; at >= 0 && s.strips[at].paragraph == end.paragraph && len(s.strips[at].lines) == 1; at-- {
		if line := &s.strips[at].lines[0]; line.Divided || line.Parted {
			return true
		}
	}
	return false
}

// accompanying counts the lines of text above the first signature on its page.
// Papers without a signature, or without text above it, need none.
func (s *setter) accompanying(spans []span) int {
	at := s.signature()
	end := s.text(at)
	if end <= 0 {
		return math.MaxInt
	}
	count := 0
	for _, span := range spans {
		if span.from <= at && at < span.to {
			for i := span.from; i < end; i++ {
				count += s.strips[i].rising()
			}
		}
	}
	return count
}

// rising returns the number of lines of a strip at different heights: lines next to each other in a row count once.
func (s *strip) rising() (count int) {
	for i := range s.lines {
		beside := func(l Line) bool { return math.Abs(l.Baseline-s.lines[i].Baseline) < 1 }
		if !slices.ContainsFunc(s.lines[:i], beside) {
			count++
		}
	}
	return count
}

// pageNumber returns the line with a page number (ГОСТ Р 7.0.97, 3.8), an
// artifact.
func (s *setter) pageNumber(text string, page flow.Page) Line {
	number := s.paper.Number
	found := s.words([]flow.Run{{Text: text, Font: number.Font, Source: flow.Numbering}}, nil)
	right := page.TextWidth()
	_, width := fit(found, right)
	line := setLine(found, width, 0, right, number.Align)
	height, baseline := s.lineHeight(number.Font, 1)
	line.Baseline = number.Top + baseline
	if number.Bottom > 0 {
		line.Baseline = page.Height - number.Bottom - height + baseline
	}
	line.shift(page.Left, 0)
	return line
}
