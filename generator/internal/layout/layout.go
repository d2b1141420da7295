// Package layout turns the tree into pages: it breaks paragraphs into lines
// and lines into pages as Word does, so that the PDF and the DOCX agree.
//
// Lines are broken greedily, without hyphenation and without kerning. Every
// rule about pages (widows, orphans, keeps, table rows, signatures) comes down
// to one question asked of each horizontal strip of the paper: may a page end
// right after it?
//
// The result also holds the logical structure of the paper (ISO 32000-1,
// 14.8), because only here is it known which words stand where.
package layout

import (
	"math"
	"strconv"

	"protokol/generator/document"
	"protokol/generator/internal/font"
	"protokol/generator/style"
)

const mm = 72 / 25.4 // points in a millimetre

// Result is a paper laid out.
type Result struct {
	Document  *document.Document // as printed: the positions of signatures broken into lines
	Pages     []Page
	Structure *Element
	Sheet     *style.Sheet // as used: tightened when that kept the signature with its text
	Closing   int          // paragraphs before the first signature that stay on its page
	Overfull  bool         // a row of a given height has no room for its text
}

// Page is what stands on one page. Lengths are points from the top left
// corner of the sheet.
type Page struct {
	Lines    []Line
	Rules    []Rule
	Pictures []Picture
}

// Line is one line of text.
type Line struct {
	Baseline float64
	Runs     []Run
	Joined   bool // its last word goes on in the next line without a space
}

// Run is a piece of a line in one face and one size.
type Run struct {
	X, Width float64
	Text     string
	Face     int // place in the family
	Size     float64
	Gap      float64  // added to every U+0020 by justification
	Element  *Element // nil for what is not content: page numbers, repeated headers
	Mark     Mark
	Boxed    bool // a box is drawn around it
}

// Mark is what a run draws instead of letters. The text of a box is the
// character it stands for.
type Mark int

const (
	Letters     Mark = iota
	EmptyBox         // ☐
	CheckedBox       // ☑
	CrossedBox       // ☒
	PostalDigit      // of nine strokes, as on envelopes
	WritingLine      // a rule to write on
	FormField        // a place to fill in; Size is its height
)

// Rule is a straight line of a table, never part of the content.
type Rule struct{ X1, Y1, X2, Y2, Width float64 }

// Picture is an image.
type Picture struct {
	X, Y, Width, Height float64
	Path                string
	Element             *Element
}

// Element is a node of the logical structure. Roles are the standard
// structure types of ISO 32000-1, 14.8.4.
type Element struct {
	Role   string
	Kids   []*Element
	Alt    string // of a Figure
	Target string // of a Link
	Span   int    // columns of a TH or TD; 0 means 1
	Scope  string // of a TH: Column or Row
	Field  *Field // of a Form

	Numbering string // of an L: Decimal, LowerAlpha, Disc, None (ISO 32000-1, 14.8.5.5)
}

func (e *Element) add(role string) *Element {
	kid := &Element{Role: role}
	e.Kids = append(e.Kids, kid)
	return kid
}

// Pages lays out a document. Every character must be covered by the family
// (compose refuses others) and every style name must be in the sheet.
func Pages(doc *document.Document, sheet *style.Sheet, family *font.Family) *Result {
	doc = settle(doc, sheet, family)
	wanted := sheet.Signature.Lines
	loose := lay(doc, sheet, family, 0)
	if sheet.Page.OnePage && len(loose.Pages) > 1 {
		if tight := onePage(doc, sheet, family); tight != nil {
			return tight
		}
	}
	if loose.company >= wanted {
		return loose.Result
	}
	if tight := lay(doc, sheet.Tightened(), family, 0); tight.company >= wanted {
		return tight.Result
	}
	return lay(doc, sheet, family, wanted).Result
}

// onePage sets the lines of a letter tighter, no further than single spacing,
// until it stands on one page; nil when that does not help.
func onePage(doc *document.Document, sheet *style.Sheet, family *font.Family) *Result {
	for _, spacing := range []float64{sheet.Signature.Tight, 1} {
		if tight := lay(doc, sheet.Spaced(spacing), family, 0); len(tight.Pages) == 1 {
			return tight.Result
		}
	}
	return nil
}

// attempt is one way to lay the document out.
type attempt struct {
	*Result
	company int // lines of text on the page of the first signature, above it
}

// lay lays the document out once. Lines is how many lines of text are bound
// to the signature; 0 binds none.
func lay(doc *document.Document, sheet *style.Sheet, family *font.Family, lines int) attempt {
	s := newSetter(sheet, family)
	defer s.release()
	root := &Element{Role: "Document"}
	s.blocks(root, doc.Blocks, 0)
	closing := s.bindSignature(lines)
	spans := paginate(s.strips, sheet.Page.TextHeight()*mm)
	result := &Result{Document: doc, Structure: root, Sheet: sheet, Closing: closing, Overfull: s.overfull}
	for i, span := range spans {
		page := fill(s.strips, span, sheet.Page)
		if i > 0 && sheet.PageNumber.Show {
			page.Lines = append(page.Lines, s.pageNumber(i+1))
		}
		result.Pages = append(result.Pages, page)
	}
	return attempt{Result: result, company: s.company(spans)}
}

// company counts the lines of text that stand above the first signature on its
// page. Without a signature, or with nothing above it in the whole paper,
// there is nothing to ask for.
func (s *setter) company(spans []span) int {
	at := s.signature()
	if at <= 0 {
		return math.MaxInt
	}
	count := 0
	for _, span := range spans {
		if span.from <= at && at < span.to {
			for _, strip := range s.strips[span.from:at] {
				count += len(strip.lines)
			}
		}
	}
	return count
}

// pageNumber is the number in the middle of the top margin (ГОСТ Р 7.0.97,
// 3.8), an artifact.
func (s *setter) pageNumber(n int) Line {
	look := s.sheet.PageNumber
	st := style.Style{Size: look.Size, Line: 1}
	_, baseline := s.lineHeight(st)
	inlines := []document.Inline{document.Text{Value: strconv.Itoa(n)}}
	found := s.words(inlines, look.Size, lookOf(st, nil))
	_, width := fit(found, s.width)
	line := setLine(found, width, 0, s.width, style.Center, true)
	line.Baseline = look.FromTop*mm + baseline
	line.shift(s.sheet.Page.Left*mm, 0)
	return line
}
