// Package flow is the resolved paper: blocks and runs with all properties that
// layout needs. Blocks do not refer to styles, list kinds or table styles; they
// have a font, size, spacing, indents, keeps and rules of their own.
//
// Blocks: Paragraph, List, Table, Figure, Signature, PageBreak, Foot, Section. The set
// is closed; code that handles blocks has one type switch whose default panics.
//
// Every block with content has a structure type (Role), so that the logical
// structure of a PDF can be made from the flow alone.
//
// Lengths are in points. Indents are relative to the edges of the container:
// the margins of the page or the inner edges of a cell.
package flow

import "protokol/generator/document"

// PointsPerMM is the number of points in a millimetre.
const PointsPerMM = 72 / 25.4

// Paper is a resolved paper.
type Paper struct {
	Page    Page        // of upright pages
	Number  *PageNumber // nil for pages without numbers
	Blocks  []Block
	Closing Closing

	// OnePage lists the line spacing limits to try, in order, if the paper
	// takes more than one page. If none makes it fit, the line spacing is
	// unchanged.
	OnePage []float64

	Word bool // lowered from Word: sections, and lines that end as in Word

	// WholeCells says that, as by rules before 15, the text of rows of fixed height is printed beyond them, too.
	WholeCells bool

	// Separators are the paragraphs of the lines above footnotes, and above those from the page before, which make the
	// space there. By rules before 15 there are none.
	Separators [2][]Block

	WholeNotes    bool // footnotes are not divided between pages, as by rules before 9
	NaturalWidths bool // letters are never widened, as by rules before 10

	// EagerDivisions says that, as by rules before 17, words are divided wherever that makes spaces more even.
	EagerDivisions bool

	WholeAddresses bool // addresses are divided only where they are wider than a line, as by rules before 18

	// EarlierRows says that, as by rules before 10, rows of tables are divided without regard to their footnotes, and
	// that merged rows, rows that should remain whole and those of tables inside rows are never divided.
	EarlierRows bool

	// LooseBrackets says that, as by rules before 12, lines of papers from Word may end at spaces inside brackets.
	LooseBrackets bool

	// PlainSpaces says that, as by rules before 16, spaces have the lines and the shading of the word before them.
	PlainSpaces bool

	// EarlierFloats says that, as by rules before 16, floats are measured from the first lines of their paragraphs, and
	// in columns after the first from the right edge of the first.
	EarlierFloats bool

	// LooseBorders says that, as by rules before 16, the borders and the shading of tables inside rows of fixed height
	// are printed below these, too.
	LooseBorders bool

	// TableBoxes says that, as by rules before 17, boxes of text that begin with a table are as wide as it.
	TableBoxes bool

	// ApartMerges says that, as by rules before 18, the content of a cell over several rows keeps its place in these
	// at the end of a page, and has no borders there.
	ApartMerges bool

	// Ended reports whether the layout is of no use any more and may be incomplete. It may be nil.
	Ended func() bool
}

// IsEnded reports whether the layout is of no use any more.
func (p *Paper) IsEnded() bool { return p.Ended != nil && p.Ended() }

// Page is the size of a page and its margins.
type Page struct {
	Width, Height, Left, Right, Top, Bottom float64

	First float64 // top margin of the first page, if it is another
}

// AsFirst returns the page with the margins of the first one.
func (p Page) AsFirst() Page {
	if p.First > 0 {
		p.Top = p.First
	}
	return p
}

// Turned returns the page for a wide table: the sheet is turned to the left, so
// that the margin for binding is at the top.
func (p Page) Turned() Page {
	return Page{Width: p.Height, Height: p.Width, Left: p.Bottom, Right: p.Top, Top: p.Left, Bottom: p.Right}
}

// TextWidth returns the width between the margins.
func (p Page) TextWidth() float64 { return p.Width - p.Left - p.Right }

// TextHeight returns the height between the margins.
func (p Page) TextHeight() float64 { return p.Height - p.Top - p.Bottom }

// PageNumber describes the page numbers in the top or the bottom margin.
type PageNumber struct {
	Font   Font
	First  bool // on the first page, too
	Align  Align
	Top    float64                      // from the edge of the page to the top of the line
	Bottom float64                      // from the edge of the page to the bottom of the line; 0 for the top margin
	On     func(page, pages int) string // the text, for a page from 1
}

// Closing is the minimum amount of text on the page of the first signature.
type Closing struct {
	Lines   int     // of text above it; 0 means no minimum
	Spacing float64 // maximum line spacing tried before
}

// Font is the family, weight, slant and size of type.
type Font struct {
	Size         float64
	Bold, Italic bool
	Family       uint8 // 0 for the family of the paper
}

// Align is the alignment of a paragraph.
type Align int

const (
	Left Align = iota
	Center
	Right
	Justify
)

// Role is a standard structure type (ISO 32000-1, 14.8.4).
type Role = string

// Roles of blocks. Headings have the roles H1 to H6. A paragraph with the role
// None is content of the enclosing element.
const (
	None     Role = ""
	P        Role = "P"
	L        Role = "L"
	LI       Role = "LI"
	Lbl      Role = "Lbl"
	LBody    Role = "LBody"
	TableOf  Role = "Table"
	TR       Role = "TR"
	TH       Role = "TH"
	TD       Role = "TD"
	Div      Role = "Div"
	FigureOf Role = "Figure"
	Caption  Role = "Caption"
	LinkOf   Role = "Link"
	Form     Role = "Form"
)

// Block is a block of a paper.
type Block interface{ block() }

// Paragraph is a paragraph. Without runs it is an empty line.
type Paragraph struct {
	Role          Role
	Font          Font // determines the line height
	Align         Align
	Indent        float64 // of every line
	Right         float64 // of every line, at the right
	First         float64 // additional indent of the first line; negative for a hanging indent
	Spacing       float64 // line spacing, a multiple of the natural line height
	Before, After float64
	KeepNext      bool // keep on the page of the next block
	KeepLines     bool // keep all lines on one page
	Introduces    bool // kept with the next block by its style, as headings and closing words are
	Hyphenate     bool // words may be divided at the ends of lines
	Runs          []Run

	// Properties of Word's paragraphs only.
	Pitch   Pitch
	Line    float64 // height of lines that are AtLeast or Exactly so high
	Tabs    []Tab   // in order
	TabStep float64 // of the stops after Tabs
	Beyond  float64 // how far Tabs and the text after them may be beyond the right edge
	Tight   bool    // spaces of justified lines may shrink
	Stretch bool    // justified lines that end with a line break are as wide as the others
	Grid    float64 // lines are as high as a multiple of it; 0: as their letters
	Zone    float64 // words are divided in lines of which more is left; 0: they are not
	Rows    int     // divided lines in a row at most; 0: any number
	Loose   bool    // single lines are allowed at the edges of pages
	Borders *Borders
	Shade   Color
	Floats  []Float
	Notes   []Block  // footnotes, in the order of their marks
	Places  []string // names of places in it or just before it, for links
	Number  int      // in its part of the document, from 1; 0: unknown
	Part    string   // name of that part
}

// List is a list of items.
type List struct {
	Numbering string // the attribute ListNumbering (ISO 32000-1, 14.8.5.5)
	Items     []Item
}

// Item is an item of a list. The label is on the first line of its first block
// if that is a paragraph, or that paragraph has runs that are a Label.
type Item struct {
	Label  []Run
	Indent float64 // of the label
	Blocks []Block
}

// Table is a table.
type Table struct {
	Role    Role
	Caption *Paragraph // above the table; may be nil
	Edges   []float64  // of the columns: one more than there are columns
	Frame   Frame
	Rule    float64 // thickness of the rules
	Before  float64 // if there is no caption
	After   float64
	Header  []Row // repeated at the top of every page
	Rows    []Row
	Shift   float64 // of the edges to the right
	Align   Align   // of the table, when it becomes wider or narrower
	Fit     Fit     // of the columns to their content
	Wanted  float64 // width of a table with a fit; 0 for that of its columns
	Loose   []bool  // columns that FitWords leaves to their content; may be nil
	Most    float64 // width that a table with a fit and without Wanted does not exceed; 0: the container's
	Free    bool    // rows may be divided between pages
}

// Fit is how the columns of a table give way to their content.
type Fit int

const (
	FitNot     Fit = iota // they do not
	FitWords              // they are as wide as their widest word at least
	FitContent            // their content makes their width
)

// Frame selects the rules of a table.
type Frame int

const (
	Grid      Frame = iota // around every cell
	NoFrame                // none
	Underline              // below the last cell of every row
	Sides                  // Borders of every cell
)

// Row is a row of a table.
type Row struct {
	Role   Role
	Height float64 // fixed height; 0 means the height of the text
	Least  float64 // minimum height
	Whole  bool    // not divided between pages
	Skip   int     // columns left empty before its cells
	Cells  []Cell
}

// Cell is a cell of a table.
type Cell struct {
	Role    Role
	Scope   string  // of a TH: Column or Row
	Span    int     // columns it covers; 0 means 1
	Margins Margins // between its edges and its blocks
	Blocks  []Block
	Rows    int     // rows it covers; 0 means 1
	Covered bool    // by a cell of a row above; has no blocks
	Borders Borders // of a table with the frame Sides
	Shade   Color
	Down    Align   // Left is the top, Right the bottom
	Turn    Turn    // of its lines
	Least   float64 // width below which a table with a fit does not make it; infinite: that of its longest paragraph
}

// Turn is the direction of lines.
type Turn int

const (
	NoTurn Turn = iota
	TurnUp
	TurnDown
)

// Margins are the distances at four sides.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Figure is a picture on a line of its own.
type Figure struct {
	Line          Paragraph // its paragraph, without runs
	Path          string    // key of the picture among the files given to the renderer
	Alt           string    // alternative text
	Width, Height float64
}

// Signature is a line for a signature: the position at the left, the name at
// the right margin on the last line of the position.
type Signature struct {
	Position Paragraph
	Name     []Run
	Field    *Field // electronic signature field between them; may be nil
}

// PageBreak starts a new page; see document.PageBreak.
type PageBreak struct {
	Landscape bool
	Column    bool // the next column, if there is one
}

// Foot is placed at the bottom of the last page of text.
type Foot struct{ Blocks []Block }

func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Signature) block() {}
func (PageBreak) block()  {}
func (*Foot) block()      {}

// Aliases for texts of the tree and their origins.
type (
	Source = document.Source
	Span   = document.Span
	Range  = document.Range
	Inline = document.Inline
)

// Numbering is the source of page numbers.
var (
	OwnWords  = document.OwnWords
	Numbering = document.Numbering
)

// BreaksAfter is document.BreaksAfter.
func BreaksAfter(text string, at int) bool { return document.BreaksAfter(text, at) }

// AppendSlice is document.AppendSlice.
func AppendSlice(list, spans []Span, from, to, at int) []Span {
	return document.AppendSlice(list, spans, from, to, at)
}
