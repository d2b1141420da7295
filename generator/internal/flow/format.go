package flow

// Color is a colour in sRGB, 0xRRGGBB, plus Solid; the zero Color is none, which
// for text means black.
type Color uint32

// Solid marks a colour that is set.
const Solid Color = 1 << 24

// RGB returns the components of a colour, from 0 to 1.
func (c Color) RGB() (r, g, b float64) {
	return float64(c>>16&0xFF) / 255, float64(c>>8&0xFF) / 255, float64(c&0xFF) / 255
}

// Effects is the formatting of a run apart from its font. Runs of ordinary text have none.
type Effects struct {
	Color     Color
	Shade     Color    // behind the text
	Underline LineKind // below the text
	Ink       Color    // of the underline, if it is not that of the text
	Strike    LineKind // through the text
	Rise      float64  // of the baseline, pt
	Tracking  float64  // added to the width of every character, pt
	Scale     float64  // of the widths; 0 means 1
}

// decoration is what can be seen of a space.
type decoration struct {
	shade, ink        Color
	underline, strike LineKind
}

func (e *Effects) decoration() (d decoration) {
	if e != nil {
		d = decoration{shade: e.Shade, underline: e.Underline, strike: e.Strike}
		if d.underline != NoLine || d.strike != NoLine {
			d.ink = e.Color
		}
		if d.underline != NoLine && e.Ink != 0 {
			d.ink = e.Ink
		}
	}
	return d
}

// IsDecorated reports whether spaces have lines or a shading. It may be called on nil.
func (e *Effects) IsDecorated() bool { return e.decoration() != decoration{} }

// DecoratesAs reports whether spaces look as with other effects. Both may be nil.
func (e *Effects) DecoratesAs(other *Effects) bool {
	return e == other || e.decoration() == other.decoration()
}

// LineKind is the kind of a line.
type LineKind int

const (
	NoLine LineKind = iota
	Single
	Double
	Dotted
	Dashed
)

// Border is a line at a side of a paragraph, a cell or a table.
type Border struct {
	Kind  LineKind
	Width float64 // pt
	Color Color
	Space float64 // between it and the text of a paragraph, pt
}

// Borders are the lines at the four sides.
type Borders struct{ Top, Right, Bottom, Left Border }

// Tab is a tab stop.
type Tab struct {
	At     float64 // from the edge of the container, pt
	Align  TabAlign
	Leader rune // fills the space before it; 0 for none
}

// TabAlign is how text is aligned at a tab stop.
type TabAlign int

const (
	TabLeft TabAlign = iota
	TabCenter
	TabRight
	TabDecimal
)

// Pitch says how the height of the lines of a paragraph is found.
type Pitch int

const (
	Uniform  Pitch = iota // Spacing times the height of the paragraph's font
	Multiple              // Spacing times the height of the highest run of the line
	AtLeast               // the same, but not less than Paragraph.Line
	Exactly               // Paragraph.Line
)

// Section is a part of a paper with pages of its own. A block of this type
// starts it.
type Section struct {
	Page       Page
	HeadAt     float64 // from the top edge of the page to the header
	FootAt     float64 // from the bottom edge of the page to the footer
	Start      SectionStart
	Heads      Marginals // headers
	Feet       Marginals // footers
	First      int       // number of its first page; 0 to continue
	TitlePg    bool      // the first page has its own header and footer
	EvenOdd    bool      // even pages have their own headers and footers
	Fixed      bool      // the top margin does not give way to a high header
	Columns    []Column  // from the left; nil for one of the width of the text
	Rule       bool      // between the columns
	Unbalanced bool      // columns before a continuous section are filled one after another
	Down       Align     // of the text between the margins: Left is the top, Right the bottom
	Mirror     bool      // the left and right margins of even pages are exchanged
	Frame      *PageFrame

	Number func(page int) string // the text of page numbers; nil for decimal
}

// PageFrame is a frame around the text of pages; its borders are as far from the edges
// of the page as they say, or from the text.
type PageFrame struct {
	Borders
	AtText  bool
	NoFirst bool // not on the first page of the section
	NoOther bool // on the first page only
}

// Column is a column of text.
type Column struct {
	Width float64
	Gap   float64 // between it and the next one
}

// SectionStart is where a section begins.
type SectionStart int

const (
	NextPage SectionStart = iota
	Continuous
	EvenPage
	OddPage
)

// Marginals are headers or footers of the pages of a section.
type Marginals struct{ Default, First, Even []Block }

// Anchor is a position relative to a page, its margins, or the place of the
// anchor in the text.
type Anchor struct {
	From  AnchorFrom
	Align Align   // within From, if Aligned
	At    float64 // from the left or top edge of From, or from the aligned place
	Set   bool    // Align applies
}

// AnchorFrom is the reference of an Anchor.
type AnchorFrom int

const (
	FromText AnchorFrom = iota // the column or the paragraph, with the space above it
	FromMargin
	FromPage
	FromBottomMargin
	FromRightMargin
	FromLine // the first line of the paragraph, or the column
)

// Float is a picture or a box of text beside the text of a paragraph.
type Float struct {
	X, Y          Anchor
	Width, Height float64 // width 0 means that of the text, or of the table that comes first
	Path, Alt     string  // of a picture
	Crop          Crop    // of it
	Blocks        []Block
	Margins       Margins
	Down          Align // of the text: Left is the top, Right the bottom
	Border        Border
	Fill          Color
	Slant         Slant
	Grows         bool // the height is that of the text
	Wrap          Wrap
	Gap           Margins // between it and the text around it
	Behind        bool    // a picture is drawn before the text
}

// Slant says that the border of a float is not around it but a straight line from corner
// to corner.
type Slant int

const (
	NoSlant Slant = iota
	Falling       // from the top left corner
	Rising        // from the bottom left one
)

// Wrap is how text goes around a float.
type Wrap int

const (
	WrapNone   Wrap = iota // it does not
	WrapSquare             // at both sides
	WrapLeft               // at its left side only
	WrapRight              // at its right side only
	WrapLarger             // at the side with more room
	WrapBelow              // above and below it
)

func (*Section) block() {}

// Width returns the width of n characters that are w wide in their font.
func (l *Effects) Width(w float64, n int) float64 {
	if l == nil {
		return w
	}
	if l.Scale > 0 {
		w *= l.Scale
	}
	return w + float64(n)*l.Tracking
}

// Dashes reports whether a line has gaps.
func (k LineKind) Dashes() bool { return k == Dotted || k == Dashed }
