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

// Document is one paper.
type Document struct {
	Kind   string // "protocol", "letter", …; the name of its template
	Title  string // for the properties of the file, not printed
	Blocks []Block
}

// Block is a piece of paper from margin to margin.
type Block interface{ block() }

// Inline is a piece of a line.
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
	Inlines []Inline
}

// List is a list of items, at most four deep.
type List struct {
	Kind  ListKind
	Items []Item
}

// ListKind says what stands before the items of a list.
type ListKind string

const (
	// Decimal numbers items 1., 1.1., 1.1.1., 1.1.1.1. down the levels.
	Decimal ListKind = "decimal"
	// Letter marks items а), б), в) as ГОСТ Р 7.0.97 and ГОСТ 2.105 do.
	Letter ListKind = "letter"
	// Dash marks items with an em dash.
	Dash ListKind = "dash"
	// Plain leaves items without a mark: one person or one line each.
	Plain ListKind = "plain"
)

// MaxListDepth is how deep lists nest.
const MaxListDepth = 4

// Item is one item of a list. Its first block shares a line with the label.
type Item struct {
	Label  string // as printed, "4." or "1.2."; empty in a Plain list
	Source Source // of Label
	Blocks []Block
}

// Table is a grid with a header.
type Table struct {
	Style   string // a name among the tables of the style sheet; empty is the usual one
	Caption []Inline
	Columns []Column
	Header  []Row // repeated at the top of every page
	Rows    []Row
}

// Column is one column of a table.
type Column struct {
	Width float64 // share of the table's width; only ratios matter
	Align Align
	Head  bool // its cells name their rows
}

// Align places the text of a table column.
type Align string

const (
	AlignLeft   Align = "left"
	AlignCenter Align = "center"
	AlignRight  Align = "right"
)

// Row is a row of a table: one cell for each column, spans counted.
type Row struct{ Cells []Cell }

// Cell is a cell of a table. Span counts the columns it covers; 0 means 1.
type Cell struct {
	Span   int
	Blocks []Block
}

// Signature is the line that a person signs: the position at the left, the
// name at the right margin on the position's last line (ГОСТ Р 7.0.97, 5.22).
// Field names the place between them where an electronic signature goes:
// "chair", "secretary2"; unique in its document, empty for pen and ink alone.
type Signature struct {
	Position []Inline
	Name     string
	Source   Source // of Name
	Field    string
}

// Figure is a picture with the words that stand for it when read aloud.
type Figure struct {
	Path   string  // key of the picture among the files given to the renderer
	Alt    string  // required (ISO 14289-1, 7.3)
	Source Source  // of Alt
	Width  float64 // mm; the height keeps the proportions
	Height float64 // mm; 0 follows from Width

	Caption []Inline // under the picture; may be empty
}

// Styles of a picture's line and of the caption under it.
const (
	FigureStyle  = "figure"
	CaptionStyle = "figure-caption"
)

// PageBreak starts a new page.
type PageBreak struct{}

// Foot is what stands at the foot of the page that the text ends on: the mark
// of the executor (ГОСТ Р 7.0.97, 5.25). It is the last block.
type Foot struct{ Blocks []Block }

// Text is words. Spaces are single; U+00A0 keeps its neighbours together.
type Text struct {
	Value  string
	Source Source // of Value; nil when nobody traced it
}

// Strong is bold text.
type Strong struct{ Inlines []Inline }

// Emphasis is italic text.
type Emphasis struct{ Inlines []Inline }

// Link is text that opens an address.
type Link struct {
	Target  string // an absolute address: https:, http: or mailto:
	Inlines []Inline
}

// Break ends the line and not the paragraph.
type Break struct{}

// Checkbox is a box to tick, ☐ or ☑, drawn as a path.
type Checkbox struct {
	Field   Field
	Checked bool
	Source  Source // of the character that it stands for
}

// Blank is a rule to write on. Signature names the place above it where an
// electronic signature goes, as that of a Signature does.
type Blank struct {
	Width     float64 // mm
	Signature string
}

// Boxes is a row of boxes, one for each sign of a code. Those that the text
// does not fill stay empty.
type Boxes struct {
	Field  Field
	Count  int
	Text   string
	Source Source // of Text
	Postal bool   // digits of nine strokes, which the post reads by machine
}

// Field makes a place in a form a field that is filled in on a screen. A place without
// a name is filled in by hand.
type Field struct {
	Name     string // the key of the input that it gives, "applicant.head.name"; unique in its document
	About    string // what is asked for, for those who do not see the words beside it
	Required bool
}

// Input is a place for words, always one to be filled in on a screen.
type Input struct {
	Field   Field
	Kind    InputKind
	Value   string
	Source  Source   // of Value
	Width   float64  // mm; 0 takes a line from edge to edge
	Lines   int      // that the words may take; 0 means 1
	Options []string // of a Choice
}

// InputKind says what words go into an Input.
type InputKind string

const (
	// Words are any words.
	Words InputKind = "text"
	// Date is a day, written 12.03.2026.
	Date InputKind = "date"
	// Choice offers words and takes others, too.
	Choice InputKind = "choice"
)

// Signs are the contents of the boxes: one string for each box, a character or empty.
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
