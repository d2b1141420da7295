package layout

import (
	"protokol/generator/document"
	"protokol/generator/internal/font"
	"protokol/generator/style"
)

// Field is a place that the reader of the paper fills in.
type Field struct {
	Name     string // unique in the paper; full stops part the levels of a hierarchy
	Kind     FieldKind
	Tooltip  string
	Required bool
	Value    string   // known already
	Checked  bool     // of a CheckField
	Options  []string // of a ChoiceField
	Lines    int      // that the words may take
	Most     int      // signs it may hold; 0 is any number
	Size     float64  // of its type, pt
	Rise     float64  // of its lower edge above the baseline, pt
	Ruled    bool     // a line to write on is drawn below it

	line *Element // that it stands in
}

// FieldKind is what a field is filled with.
type FieldKind int

const (
	SignatureField FieldKind = iota
	TextField
	CombField // a sign for each place
	CheckField
	ChoiceField // one of its options, or other words
)

// Worded reports whether letters are typed into a field.
func (k FieldKind) Worded() bool { return k == TextField || k == CombField || k == ChoiceField }

// form adds a field to a line: its run is as wide as the place, and as high as
// the setter makes it.
func (t *typesetter) form(f Field, width float64, l look) {
	f.Size, f.line = t.size, l.element
	l.element = l.element.add("Form")
	l.element.Field = &f
	t.push(t.fragment(Run{Mark: FormField, Width: width}, font.Index(l.bold, l.italic), l))
}

// From one place of a comb to the next, and beside the first and the last, in
// ems: where the boxes of a printed form stand.
const combStep, combAir = 1.25, 0.125

func (t *typesetter) comb(b document.Boxes, l look) {
	t.form(Field{Name: b.Field.Name, Kind: CombField, Tooltip: b.Field.About, Required: b.Field.Required, Value: b.Text, Most: b.Count},
		float64(b.Count)*combStep*t.size, l)
}

func (t *typesetter) checkbox(c document.Checkbox, l look) {
	if c.Field.Name == "" {
		t.box(c.Rune(), l)
		return
	}
	t.form(Field{Name: c.Field.Name, Kind: CheckField, Tooltip: c.Field.About, Required: c.Field.Required, Checked: c.Checked}, t.size*checkboxWidth, l)
}

func (t *typesetter) blank(b document.Blank, l look) {
	if b.Signature == "" {
		t.push(t.fragment(Run{Mark: WritingLine, Width: b.Width * mm}, font.Index(l.bold, l.italic), l))
		return
	}
	t.form(Field{Name: b.Signature, Kind: SignatureField, Tooltip: "Электронная подпись", Ruled: true}, b.Width*mm, l)
}

// dateSigns is how many a date has: 12.03.2026.
const dateSigns = 10

func (t *typesetter) input(in document.Input, l look) {
	f := Field{Name: in.Field.Name, Kind: TextField, Tooltip: in.Field.About, Required: in.Field.Required, Value: in.Value,
		Options: in.Options, Lines: max(1, in.Lines), Ruled: in.Width > 0}
	switch in.Kind {
	case document.Choice:
		f.Kind = ChoiceField
	case document.Date:
		f.Most = dateSigns
	}
	t.form(f, in.Width*mm, l)
}

// stretch makes fields without a width of their own as wide as a line.
func stretch(found []word, width float64) {
	for i := range found {
		for j := range found[i].fragments {
			if f := &found[i].fragments[j]; f.Mark == FormField && f.Width == 0 {
				f.Width = width
				found[i].width += width
			}
		}
	}
}

// checkboxRise is where the lower edge of a tick box with its air is, in ems
// above the line.
const checkboxRise = -0.128

// fieldAbove is how far a place for words reaches above its line into the air
// there, pt: type of the size of the line fits it with its ascenders.
const fieldAbove = 2

// signatureRise is how far the place of a signature is above its line, pt: a
// mark must stand on clean paper.
const signatureRise = 1.5

// settleFields gives the fields of a line their heights and returns by how
// much they make it higher. A place for several lines reaches down as far as
// so many lines of the form do.
func settleFields(line Line, st style.Style, height, baseline float64) (more float64) {
	for i := range line.Runs {
		r := &line.Runs[i]
		if r.Mark != FormField {
			continue
		}
		f := r.Element.Field
		switch f.Kind {
		case CombField:
			f.Rise, r.Size = -boxBottom*f.Size, (boxTop+boxBottom)*f.Size
		case CheckField:
			f.Rise, r.Size = checkboxRise*f.Size, checkboxWidth*f.Size
		case SignatureField:
			if f.Ruled { // else it stands in a line of its own making
				f.Rise, r.Size = signatureRise, min(fieldHeight, st.Before+baseline-fieldAir-signatureRise)
			}
		default:
			depth := float64(f.Lines-1) * (st.Before + height)
			above := min(fieldAbove, st.Before)
			f.Rise, r.Size = baseline-height-depth, height+depth+above
			more = max(more, depth)
		}
	}
	return more
}
