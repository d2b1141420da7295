package layout

import "protokol/generator/internal/flow"

// Field is a form field at its position.
type Field struct {
	*flow.Field
	Size float64 // type size, pt
	Rise float64 // of the lower edge above the baseline, pt

	line *Element // that contains it
}

// FieldKind is the kind of content of a field.
type FieldKind = flow.FieldKind

// Kinds of fields.
const (
	SignatureField = flow.SignatureField
	TextField      = flow.TextField
	CombField      = flow.CombField
	CheckField     = flow.CheckField
	ChoiceField    = flow.ChoiceField
)

// Distance between the cells of a comb field, and its margins, in ems: the cells
// match the boxes of the printed form.
const combStep, combAir = 1.25, 0.125

// field adds a field to a line. Its run is as wide as the field; settleFields
// sets the height.
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
	c.push(c.fragment(Run{Kind: FormField, Width: width}, c.index, 0))
	c.element = line
}

// stretch widens fields without a width to fill the line.
func stretch(found []word, width float64) {
	for i := range found {
		for j := range found[i].fragments {
			if f := &found[i].fragments[j]; f.Kind == FormField && f.Width == 0 {
				f.Width = width
				found[i].width += width
			}
		}
	}
}

// checkboxRise is the distance of the lower edge of a checkbox from the
// baseline, in ems.
const checkboxRise = -0.128

// fieldAbove is how far a text field extends above its line, pt, so that type of
// that size fits with its ascenders.
const fieldAbove = 2

// signatureRise is the distance of a signature field from its line, pt: the mark
// must not touch the line.
const signatureRise = 1.5

// settleFields sets the heights of the fields in a line and returns the
// additional height of the line. A field of several lines extends downwards by
// that many lines.
func settleFields(line Line, p *flow.Paragraph, height, baseline float64) (more float64) {
	for i := range line.Runs {
		r := &line.Runs[i]
		if r.Kind != FormField {
			continue
		}
		f := r.Element.Field
		switch f.Kind {
		case CombField:
			f.Rise, r.Size = -boxBottom*f.Size, (boxTop+boxBottom)*f.Size
		case CheckField:
			f.Rise, r.Size = checkboxRise*f.Size, checkboxWidth*f.Size
		case SignatureField:
			if f.Ruled { // otherwise the field made the line
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
