package layout

import "protokol/generator/internal/flow"

// Field is a place that the reader of the paper fills in, where it stands.
type Field struct {
	*flow.Field
	Size float64 // of its type
	Rise float64 // of its lower edge above the baseline

	line *Element // that it stands in
}

// FieldKind is what a field is filled with.
type FieldKind = flow.FieldKind

// Kinds of fields.
const (
	SignatureField = flow.SignatureField
	TextField      = flow.TextField
	CombField      = flow.CombField
	CheckField     = flow.CheckField
	ChoiceField    = flow.ChoiceField
)

// From one place of a comb to the next, and beside the first and the last, in
// ems: where the boxes of a printed form stand.
const combStep, combAir = 1.25, 0.125

// field adds a field to a line: its run is as wide as the place, and as high as
// settleFields makes it.
func (c *cutter) field(f *flow.Field, width float64) {
	size := c.run.Font.Size
	switch f.Kind {
	case flow.CombField:
		width = float64(f.Most) * combStep * size
	case flow.CheckField:
		width = size * checkboxWidth
	}
	line := c.element
	c.element = line.add(flow.Form)
	c.element.Field = &Field{Field: f, Size: size, line: line}
	c.push(c.fragment(Run{Mark: FormField, Width: width}, c.index, 0))
	c.element = line
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
func settleFields(line Line, p *flow.Paragraph, height, baseline float64) (more float64) {
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
				f.Rise, r.Size = signatureRise, min(fieldHeight, p.Before+baseline-fieldAir-signatureRise)
			}
		default:
			depth := float64(f.Lines-1) * (p.Before + height)
			above := min(fieldAbove, p.Before)
			f.Rise, r.Size = baseline-height-depth, height+depth+above
			more = max(more, depth)
		}
	}
	return more
}
