package flow

import "protokol/generator/document"

// Run is a piece of a paragraph that is set in one way.
type Run struct {
	Kind  Kind
	Text  string
	Font  Font
	Boxed bool    // a box is drawn around it
	Width float64 // of a WritingLine; of a FormField, 0 takes the line from edge to edge
	Link  *Link   // that it is a part of
	Field *Field  // of a FormField

	Source Source // of Text; nil when it is not known
}

// Spans are the origins of the text of a run.
func (r *Run) Spans() []Span { return document.Spans(r.Source, r.Text) }

// Spans are the origins of the value of a field.
func (f *Field) Spans() []Span { return document.Spans(f.Source, f.Value) }

// Kind is what a run is.
type Kind int

const (
	Letters Kind = iota
	LineBreak
	Checkbox    // Text is ☐, ☑ or ☒
	PostalDigit // of nine strokes, as on envelopes
	WritingLine // a rule to write on
	FormField   // a place to fill in on a screen
)

// Link is text that opens an address. All its runs point to the same Link.
type Link struct {
	Target string
	Inside *Link // the link around it
}

// Field is a place that the reader of the paper fills in.
type Field struct {
	Name     string // unique in the paper; full stops part the levels of a hierarchy
	Kind     FieldKind
	Tooltip  string
	Required bool
	Value    string   // known already
	Source   Source   // of Value
	Checked  bool     // of a CheckField
	Options  []string // of a ChoiceField
	Lines    int      // that the words may take
	Most     int      // characters it may hold; 0 is any number
	Ruled    bool     // a line to write on is drawn below it
}

// FieldKind is what a field is filled with.
type FieldKind int

const (
	SignatureField FieldKind = iota
	TextField
	CombField // a character for each place
	CheckField
	ChoiceField // one of its options, or other words
)

// Worded reports whether letters are typed into a field.
func (k FieldKind) Worded() bool { return k == TextField || k == CombField || k == ChoiceField }
