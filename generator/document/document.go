// Package document is the format-neutral paper: a tree of blocks and inlines that
// templates produce and renderers print. Readers are tested up to this tree, writers
// are tested from it.
//
// Blocks: Heading, Paragraph, List, Table, Signature, Figure, PageBreak, Foot.
// Inlines: Text, Strong, Emphasis, Link, Break, Checkbox, Blank, Boxes, Input.
//
// Both sets are closed. A renderer handles them with one type switch whose default
// panics. The tree holds text and structure; formatting is in the style sheet, under
// the names that blocks refer to.
//
// Every text has a Source, which knows the keys of the input that it comes from.
package document

// Document is a paper.
type Document struct {
	Kind   string // "protocol", "letter", …; the name of its template
	Title  string // metadata of the file, not printed
	Blocks []Block

	Prompts Prompts // of its form fields
	AsTyped bool    // the text repeats another paper; its words are not divided
}

// Block is a block-level node.
type Block interface{ block() }

// Inline is a part of a line.
type Inline interface{ inline() }

// Heading is a title (level 1) or a heading (levels 2 to 6).
type Heading struct {
	Level   int
	Style   string // a name in the style sheet
	Inlines []Inline
}

// Paragraph is running text.
type Paragraph struct {
	Style   string
	Keep    bool // ends on the page on which the next block begins; set by Kept
	Whole   bool // is on one page; set by Kept
	Inlines []Inline
}

// List is a list of items, at most four deep.
type List struct {
	Kind  ListKind
	Items []Item
}

// ListKind is the kind of labels of a list.
type ListKind string

const (
	// Decimal numbers items 1., 1.1., 1.1.1., 1.1.1.1. down the levels.
	Decimal ListKind = "decimal"
	// Letter labels items а), б), в) (ГОСТ Р 7.0.97, ГОСТ 2.105).
	Letter ListKind = "letter"
	// Dash labels items with an em dash.
	Dash ListKind = "dash"
	// Plain items have no label: one person or one line each.
	Plain ListKind = "plain"
)

// MaxListDepth is the maximum nesting of lists.
const MaxListDepth = 4

// Item is one item of a list. Its first block shares a line with the label.
type Item struct {
	Label  string // as printed, "4." or "1.2."; empty in a Plain list
	Source Source // of Label
	Blocks []Block
}

// Table is a grid with a header.
type Table struct {
	Style   string // name of a table style in the style sheet; "" is the default one
	Caption []Inline
	Columns []Column
	Header  []Row // repeated at the top of every page
	Rows    []Row
}

// Column is one column of a table.
type Column struct {
	Width float64 // share of the table's width; only ratios matter
	Align Align
	Head  bool // its cells are the headers of their rows
}

// Align is the alignment of text in a table column.
type Align string

const (
	AlignLeft   Align = "left"
	AlignCenter Align = "center"
	AlignRight  Align = "right"
)

// Row is a row of a table, with a cell for each column that no spanning cell
// covers.
type Row struct{ Cells []Cell }

// Cell is a cell of a table. Span is the number of columns it covers; 0 means
// 1.
type Cell struct {
	Span   int
	Blocks []Block
}

// Signature is a line for a signature: the position at the left, the name at
// the right margin on the last line of the position (ГОСТ Р 7.0.97, 5.22).
// Field is the name of the electronic signature field between them, unique in
// the document, such as "chair" or "secretary2"; without one there is only room
// for a handwritten signature.
type Signature struct {
	Position []Inline
	Name     string
	Source   Source // of Name
	Field    string
}

// Figure is a picture with its alternative text.
type Figure struct {
	Path   string  // key of the picture among the files given to the renderer
	Alt    string  // required (ISO 14289-1, 7.3)
	Source Source  // of Alt
	Width  float64 // mm; the height keeps the proportions
	Height float64 // mm; 0 follows from Width

	Caption []Inline // under the picture; may be empty
}

// Styles of the paragraphs of a picture and its caption.
const (
	FigureStyle  = "figure"
	CaptionStyle = "figure-caption"
)

// Styles of the paragraphs of a vote, on the text above it or on the decision that
// follows, and of the words above a decision: РЕШИЛИ, РЕШЕНИЕ.
const (
	VoteStyle    = "vote"
	KeywordStyle = "keyword"
	StageStyle   = "stage"
)

// MarksStyle is the style of the table of marks of agreement below the signatures.
const MarksStyle = "marks"

// PageBreak starts a new page. The pages up to the next PageBreak are upright or,
// for wide tables, turned.
type PageBreak struct{ Landscape bool }

// Foot is placed at the bottom of the last page of text: the mark of the
// executor (ГОСТ Р 7.0.97, 5.25). It is the last block.
type Foot struct{ Blocks []Block }

// Text is text with single spaces; U+00A0 is a no-break space.
type Text struct {
	Value  string
	Source Source // of Value; nil if unknown
}

// Strong is bold text.
type Strong struct{ Inlines []Inline }

// Emphasis is italic text.
type Emphasis struct{ Inlines []Inline }

// Link is text that links to an address.
type Link struct {
	Target  string // an absolute address: https:, http: or mailto:
	Inlines []Inline
}

// Break is a line break within a paragraph.
type Break struct{}

// Checkbox is a box to tick, ☐ or ☑, drawn as a path.
type Checkbox struct {
	Field   Field
	Checked bool
	Source  Source // of the character of Rune
}

// Blank is a line to write on. Signature is the name of the signature field
// above it, as in Signature.
type Blank struct {
	Width     float64 // mm
	Signature string
}

// Boxes is a row of boxes with one character each. Boxes beyond the text are
// empty.
type Boxes struct {
	Field  Field
	Count  int
	Text   string
	Source Source // of Text
	Postal bool   // digits of nine strokes, which postal machines read
}

// Field describes a form field to be filled in on screen. A place without a
// name is filled in by hand.
type Field struct {
	Name     string // the key of the input that it is the value of
	About    string // description for people who cannot see the text next to it
	Required bool
}

// Input is a form field for text.
type Input struct {
	Field   Field
	Kind    InputKind
	Value   string
	Source  Source   // of Value
	Width   float64  // mm; 0 means a full line
	Lines   int      // of the field; 0
	Options []string // of a Choice
}

// InputKind is the kind of text in an Input.
type InputKind string

const (
	// Words is any text.
	Words InputKind = "text"
	// Date is a date, written 12.03.2026.
	Date InputKind = "date"
	// Choice is one of several options or any other text.
	Choice InputKind = "choice"
)

// Signs returns the contents of the boxes: a character or the empty string for
// each box.
func (b Boxes) Signs() []string {
	signs := make([]string, b.Count)
	for i, r := range []rune(b.Text) {
		if i < len(signs) {
			signs[i] = string(r)
		}
	}
	return signs
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Signature) block() {}
func (Figure) block()    {}
func (PageBreak) block() {}
func (Foot) block()      {}

func (Text) inline()     {}
func (Strong) inline()   {}
func (Emphasis) inline() {}
func (Link) inline()     {}
func (Break) inline()    {}
func (Checkbox) inline() {}
func (Blank) inline()    {}
func (Boxes) inline()    {}
func (Input) inline()    {}
