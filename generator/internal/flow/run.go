package flow

import "protokol/generator/document"

// Run is a part of a paragraph with one format.
type Run struct {
	Kind    Kind
	Text    string
	Font    Font
	Boxed   bool     // with a box around it
	Width   float64  // of a WritingLine or a FormField; 0 means a full line
	Link    *Link    // that contains it; may be nil
	Field   *Field   // of a FormField, or for the signature on the underscores of Letters
	Effects *Effects // may be nil
	Label   bool     // of the item of a list that the paragraph begins
	Rigid   bool     // its spaces are as wide in justified lines as in others
	Image   *Image   // of a Picture
	Stop    *Tab     // of a TabStop that has one of its own
	Notes   int      // of the mark of a footnote: how many of the paragraph's Notes end with it

	Number func(int) string // the text of a PageOf or PagesOf; nil for that of the section

	Inline *Inline // the text of the tree that Text is; nil for other text
	Source Source  // of Text; nil if unknown
}

// Spans returns the origins of the text of a run.
func (r *Run) Spans() []Span { return document.Spans(r.Source, r.Text) }

// Spans returns the origins of the value of a field.
func (f *Field) Spans() []Span { return document.Spans(f.Source, f.Value) }

// Kind is the kind of a run.
type Kind int

const (
	Letters Kind = iota
	LineBreak
	Checkbox    // Text is ☐, ☑ or ☒
	PostalDigit // of nine strokes, as on envelopes
	WritingLine // a line to write on
	FormField   // a field to fill in on screen
	TabStop     // moves to the next tab stop
	PageOf      // the number of the page
	PagesOf     // the number of pages
	Picture     // in the line
)

// Image is a picture in a line.
type Image struct {
	Path, Alt     string
	Width, Height float64
	Crop          Crop
}

// Crop is the part of a picture that is cropped at its sides, as shares of its whole size. Negative shares leave
// space.
type Crop struct{ Left, Top, Right, Bottom float64 }

// Link is the target of linked text. All runs of a link share one Link.
type Link struct {
	Target string
	Place  string // one of Paragraph.Places, instead of Target
	Inside *Link  // the enclosing link
}

// Field is a form field.
type Field struct {
	Name     string // unique in the paper; full stops separate the levels of a hierarchy
	Kind     FieldKind
	Tooltip  string
	Required bool
	Value    string   // initial value
	Source   Source   // of Value
	Checked  bool     // of a CheckField
	Options  []string // of a ChoiceField
	Lines    int      // of a TextField
	Most     int      // maximum number of characters; 0 means no limit
	Ruled    bool     // with a line below it
}

// FieldKind is the kind of content of a field.
type FieldKind int

const (
	SignatureField FieldKind = iota
	TextField
	CombField // one character per cell
	CheckField
	ChoiceField // one of its options, or other text
)

// Worded reports whether text is typed into a field.
func (k FieldKind) Worded() bool { return k == TextField || k == CombField || k == ChoiceField }
