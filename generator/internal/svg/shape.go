package svg

import (
	"protokol/generator/internal/layout"
)

// rules draws the lines of tables, those of one width as one path.
func (p *painter) rules(rules []layout.Rule) {
	for from := 0; from < len(rules); {
		width := rules[from].Width
		p.buf = append(p.buf, `<path stroke="#000"`...)
		p.attribute("stroke-width", width, "")
		p.buf = append(p.buf, ` d="`...)
		for ; from < len(rules) && rules[from].Width == width; from++ {
			r := &rules[from]
			p.step('M', r.X1, r.Y1)
			p.step('L', r.X2, r.Y2)
		}
		p.buf = append(p.buf, `"/>`...)
	}
}

// step appends a command of a path.
func (p *painter) step(command byte, x, y float64) {
	p.buf = append(appendNumber(append(p.buf, command), x), ' ')
	p.buf = appendNumber(p.buf, y)
}

// shape draws a check box or a digit of a postal index at the left end of a
// baseline.
func (p *painter) shape(r *layout.Run, x, baseline float64) {
	shape, _ := r.Shape()
	p.buf = append(p.buf, `<path fill="none" stroke="#000"`...)
	p.attribute("stroke-width", shape.Width, "")
	if shape.Round {
		p.buf = append(p.buf, ` stroke-linecap="round" stroke-linejoin="round"`...)
	}
	p.buf = append(p.buf, ` d="`...)
	for _, line := range shape.Lines {
		for i, point := range line.Points {
			p.step("ML"[min(i, 1)], x+point.X, baseline-point.Y)
		}
		if line.Closed {
			p.buf = append(p.buf, 'Z')
		}
	}
	p.buf = append(p.buf, `"/>`...)
}

// writingLine draws a line to write on.
func (p *painter) writingLine(r *layout.Run, baseline float64) {
	p.rules([]layout.Rule{{X1: r.X, Y1: baseline + 1, X2: r.X + r.Width, Y2: baseline + 1, Width: 0.5}})
}

// field draws what is in a form field, and its place as an invisible rectangle.
// A field for a signature is empty.
func (p *painter) field(r *layout.Run, baseline float64) {
	f := r.Element.Field
	low := baseline - f.Rise
	p.buf = append(p.buf, `<g`...)
	p.quoted(" data-field", f.Name)
	if spans := f.Spans(); len(spans) > 0 {
		p.origin(&spans[0])
	}
	p.buf = append(p.buf, `><rect fill="none" pointer-events="all"`...)
	p.attribute("x", r.X, "")
	p.attribute("y", low-r.Size, "")
	p.attribute("width", r.Width, "")
	p.attribute("height", r.Size, "")
	p.buf = append(p.buf, '>')
	if f.Tooltip != "" {
		p.buf = append(appendEscaped(append(p.buf, "<title>"...), f.Tooltip), "</title>"...)
	}
	p.buf = append(p.buf, "</rect>"...)
	switch {
	case f.Kind == layout.CheckField:
		box := layout.Run{Kind: layout.EmptyBox, Width: r.Width}
		if f.Checked {
			box.Kind = layout.CheckedBox
		}
		p.shape(&box, r.X, low-r.Width*0.85*0.1-r.Width*0.075)
	case f.Kind.Worded():
		size, texts := f.Show(r.Width, r.Size, p.family)
		for _, t := range texts {
			p.plain(t.Text, r.X+t.X, low-t.Y, size)
		}
	}
	p.buf = append(p.buf, "</g>"...)
}
