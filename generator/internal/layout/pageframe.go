package layout

import "protokol/generator/internal/flow"

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
		x1, y1, x2, y2 float64
	}{
		{f.Top, left, top, right, top}, {f.Bottom, left, bottom, right, bottom},
		{f.Left, left, top, left, bottom}, {f.Right, right, top, right, bottom},
	} {
		if side.Kind != flow.NoLine {
			page.Rules = append(page.Rules, ruleOf(side.Border, side.x1, side.y1, side.x2, side.y2))
		}
	}
}
