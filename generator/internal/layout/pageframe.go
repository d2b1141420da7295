package layout

import (
	"math"

	"protokol/generator/internal/flow"
)

// frame draws the frame of a page (ECMA-376-1, 17.6.10).
func (p sectionPage) frame(page *Page) {
	f := p.section.Frame
	if f == nil || p.first && f.NoFirst || !p.first && f.NoOther {
		return
	}
	left, right := f.Left.Space, page.Size.Width-f.Right.Space
	top, bottom := f.Top.Space, page.Size.Height-f.Bottom.Space
	if f.AtText {
		left, right = page.Size.Left-f.Left.Space, page.Size.Width-page.Size.Right+f.Right.Space
		top, bottom = page.Size.Top-f.Top.Space, page.Size.Height-page.Size.Bottom+f.Bottom.Space
	}
	for _, side := range []struct {
		flow.Border
		x1, y1, x2, y2 float64 // of the corners
		outX, outY     float64 // direction of the edge of the page
	}{
		{f.Top, left, top, right, top, 0, -1}, {f.Bottom, left, bottom, right, bottom, 0, 1},
		{f.Left, left, top, left, bottom, -1, 0}, {f.Right, right, top, right, bottom, 1, 0},
	} {
		for _, by := range ringsOf(side.Border) { // each line ends in the corners of those like it
			one, longer := side.Border, by+side.Width/2
			if one.Kind == flow.Double {
				one.Kind = flow.Single
			}
			x, y := by*side.outX, by*side.outY
			dx, dy := longer*math.Abs(side.outY), longer*math.Abs(side.outX)
			page.Rules = append(page.Rules, ruleOf(one, side.x1+x-dx, side.y1+y-dy, side.x2+x+dx, side.y2+y+dy))
		}
	}
}

// ringsOf returns how far outside the place of a border its lines are: one, or two for a double border.
func ringsOf(b flow.Border) []float64 {
	switch b.Kind {
	case flow.NoLine:
		return nil
	case flow.Double:
		return []float64{-b.Width, b.Width}
	}
	return []float64{0}
}
