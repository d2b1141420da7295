package pdf

import (
	"slices"
	"strconv"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
)

// rules draws the lines of tables and of text as one artifact.
func (c *canvas) rules(rules []layout.Rule) {
	if len(rules) == 0 {
		return
	}
	c.buf = append(c.buf, "/Artifact BMC\n"...)
	width := -1.0
	var color flow.Color
	kind := flow.Single
	for _, r := range rules {
		if r.Width != width || r.Kind.Dashes() != kind.Dashes() {
			width = r.Width
			c.buf = append(cos.AppendNumber(c.buf, width), " w\n"...)
		}
		if r.Kind.Dashes() != kind.Dashes() {
			kind = r.Kind
			c.dash(kind, width)
		}
		if r.Color != color {
			color = r.Color
			c.paint(color, "RG")
		}
		c.rule(r)
	}
	if kind.Dashes() {
		c.dash(flow.Single, 0)
	}
	if color != 0 {
		c.paint(0, "RG")
	}
	c.buf = append(c.buf, "EMC\n"...)
}

// rule strokes one line, or two for a double one.
func (c *canvas) rule(r layout.Rule) {
	if r.Kind != flow.Double {
		c.stroke(r, 0)
		return
	}
	c.stroke(r, -r.Width)
	c.stroke(r, r.Width)
}

// stroke strokes a horizontal or vertical line beside its place.
func (c *canvas) stroke(r layout.Rule, beside float64) {
	dx, dy := 0.0, beside
	if r.X1 == r.X2 {
		dx, dy = beside, 0
	}
	c.path("m", r.X1+dx, c.height-r.Y1-dy)
	c.path("l", r.X2+dx, c.height-r.Y2-dy)
	c.buf = append(c.buf, "S\n"...)
}

// dash sets the dash pattern of a kind of line (ISO 32000-1, 8.4.3.6).
func (c *canvas) dash(kind flow.LineKind, width float64) {
	c.buf = append(c.buf, '[')
	switch kind {
	case flow.Dotted:
		c.buf = cos.AppendNumber(c.buf, max(width, 0.5))
	case flow.Dashed:
		c.buf = cos.AppendNumber(c.buf, max(4*width, 2))
	}
	c.buf = append(c.buf, "] 0 d\n"...)
}

// paint sets a colour with the operator rg or RG.
func (c *canvas) paint(color flow.Color, operator string) {
	if color == 0 || color == flow.Solid {
		c.buf = append(append(c.buf, "0 "...), map[string]string{"rg": "g\n", "RG": "G\n"}[operator]...)
		return
	}
	r, g, b := color.RGB()
	for _, v := range []float64{r, g, b} {
		c.buf = append(cos.AppendNumber(c.buf, v), ' ')
	}
	c.buf = append(append(c.buf, operator...), '\n')
}

// fills draws coloured rectangles as one artifact: those behind the pictures, or the
// others.
func (c *canvas) fills(fills []layout.Area, behind bool) {
	if !slices.ContainsFunc(fills, func(f layout.Area) bool { return f.Behind == behind }) {
		return
	}
	c.buf = append(c.buf, "/Artifact BMC\n"...)
	for _, f := range fills {
		if f.Behind != behind {
			continue
		}
		c.paint(f.Color, "rg")
		for _, v := range []float64{f.X, c.height - f.Y - f.Height, f.Width, f.Height} {
			c.buf = append(cos.AppendNumber(c.buf, v), ' ')
		}
		c.buf = append(c.buf, "re f\n"...)
	}
	c.paint(0, "rg")
	c.buf = append(c.buf, "EMC\n"...)
}

// effects sets the colour, the spacing and the scale of text.
func (c *canvas) effects(l *flow.Effects) {
	if l.Color != 0 {
		c.paint(l.Color, "rg")
	}
	if l.Tracking != 0 {
		tracking := l.Tracking
		if l.Scale > 0 {
			tracking /= l.Scale // Tz scales it, too (ISO 32000-1, 9.3.4)
		}
		c.buf = append(cos.AppendNumber(c.buf, tracking), " Tc\n"...)
	}
	if l.Scale > 0 {
		c.buf = append(strconv.AppendFloat(c.buf, l.Scale*100, 'f', -1, 64), " Tz\n"...)
	}
}

// plain undoes effects.
func (c *canvas) plain(l *flow.Effects) {
	if l.Color != 0 {
		c.paint(0, "rg")
	}
	if l.Tracking != 0 {
		c.buf = append(c.buf, "0 Tc\n"...)
	}
	if l.Scale > 0 {
		c.buf = append(c.buf, "100 Tz\n"...)
	}
}
