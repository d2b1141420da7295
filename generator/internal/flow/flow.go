// Package flow is the resolved paper: blocks and runs with every property worked
// out, which is all that layout knows. No block names a style, a list kind or a
// table style: it says its face, size, spacing, indents, keeps and rules itself.
//
// Blocks: Paragraph, List, Table, Figure, Signature, PageBreak, Foot. The set is
// closed; whoever handles blocks has one type switch whose default panics.
//
// Every block that is content has its structure type (Role), so that the logical
// structure of a PDF follows from the flow alone.
//
// Lengths are points. Indents are measured from the edges of what the block
// stands in: the margins of the page, or the inner edges of a cell.
package flow

import "protokol/generator/document"

// Paper is a whole paper.
type Paper struct {
	Page    Page
	Number  *PageNumber // nil when pages have no numbers
	Blocks  []Block
	Closing Closing

	// OnePage are the limits of line spacing tried one after another when the
	// paper takes more than one page, until it takes one. When none helps, the
	// paper is set as it was.
	OnePage []float64
}

// Page is the size of a page and its margins.
type Page struct{ Width, Height, Left, Right, Top, Bottom float64 }

// TextWidth is the width between the margins.
func (p Page) TextWidth() float64 { return p.Width - p.Left - p.Right }

// TextHeight is the height between the margins.
func (p Page) TextHeight() float64 { return p.Height - p.Top - p.Bottom }

// PageNumber is the number centred in the top margin from the second page on.
type PageNumber struct {
	Font Font
	Top  float64 // from the edge of the page to the top of the line
}

// Closing is how much text stands on the page of the first signature.
type Closing struct {
	Lines   int     // of text above it; 0 asks for none
	Spacing float64 // the limit of line spacing tried before lines are moved to its page
}

// Font is the face and the size of letters. The family is one for the paper.
type Font struct {
	Size         float64
	Bold, Italic bool
}

// Align places the lines of a paragraph.
type Align int

const (
	Left Align = iota
	Center
	Right
	Justify
)

// Role is a standard structure type (ISO 32000-1, 14.8.4).
type Role = string

// Roles of blocks. Those of headings are H1 to H6. None is a paragraph that is
// content of the element around it.
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

// Block is a piece of a paper.
type Block interface{ block() }

// Paragraph is text that is broken into lines. One without runs is an empty line.
type Paragraph struct {
	Role          Role
	Font          Font // of the line itself: its height
	Align         Align
	Indent        float64 // of every line
	Right         float64 // likewise, at the right
	First         float64 // of the first line, over Indent; negative hangs it
	Spacing       float64 // of lines, a multiple of the line of the face
	Before, After float64
	KeepNext      bool // on one page with what follows
	KeepLines     bool // never split
	Runs          []Run
}

// List is a list of items.
type List struct {
	Numbering string // the attribute ListNumbering (ISO 32000-1, 14.8.5.5)
	Items     []Item
}

// Item is one item of a list. The label stands on the first line of its first
// block, when that is a paragraph.
type Item struct {
	Label  []Run
	Indent float64 // of the label
	Blocks []Block
}

// Table is a grid.
type Table struct {
	Role    Role
	Caption *Paragraph // above it; nil when there is none
	Edges   []float64  // of the columns: one more than there are columns
	Frame   Frame
	Rule    float64 // thickness of the rules
	After   float64
	Header  []Row // repeated at the top of every page
	Rows    []Row
}

// Frame says which rules a table has.
type Frame int

const (
	Grid      Frame = iota // around every cell
	NoFrame                // none
	Underline              // below the last cell of every row
)

// Row is a row of a table.
type Row struct {
	Role   Role
	Height float64 // whatever the text takes; 0 leaves it to the text
	Cells  []Cell
}

// Cell is a cell of a table.
type Cell struct {
	Role    Role
	Scope   string  // of a TH: Column or Row
	Span    int     // columns it covers; 0 means 1
	Margins Margins // between its edges and its blocks
	Blocks  []Block
}

// Margins are the distances of four sides.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Figure is a picture on a line of its own.
type Figure struct {
	Line          Paragraph // its place; without runs
	Path          string    // key of the picture among the files given to the renderer
	Alt           string    // what is read aloud in its place
	Width, Height float64
}

// Signature is the line that a person signs: the position at the left, the name
// at the right margin on the last line of the position.
type Signature struct {
	Position Paragraph
	Name     []Run
	Field    *Field // the place for an electronic signature between them; nil when there is none
}

// PageBreak starts a new page.
type PageBreak struct{}

// Foot is what stands at the foot of the page that the text ends on.
type Foot struct{ Blocks []Block }

func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Signature) block() {}
func (PageBreak) block()  {}
func (*Foot) block()      {}

// Source knows where a text comes from, and Span says so of a part of it.
type (
	Source = document.Source
	Span   = document.Span
)

// Numbering is the source of page numbers.
var Numbering = document.Numbering

// AppendSlice appends the spans of a part of a text that stands at a byte of
// another.
func AppendSlice(list, spans []Span, from, to, at int) []Span {
	return document.AppendSlice(list, spans, from, to, at)
}
