package layout

import "protokol/generator/internal/flow"

// The lines of a cell may go up or down (ECMA-376-1, 17.4.72). Such lines are set as if
// the cell lay on its side; the row is as high as their text needs to fit in the width
// of the cell.

// OnPage returns the place on the page of a place in the frame of the line: that of the
// page unless the line is turned.
func (l *Line) OnPage(x, y float64) (pageX, pageY float64) {
	switch l.Turn {
	case flow.TurnUp:
		return l.AtX + y, l.AtY - x
	case flow.TurnDown:
		return l.AtX - y, l.AtY + x
	}
	return x, y
}

// turnRules moves rules and areas from the frame of the line to the page.
func (l *Line) turnRules(rules []Rule, fills []Area) {
	if l.Turn == flow.NoTurn {
		return
	}
	for i := range rules {
		r := &rules[i]
		r.X1, r.Y1 = l.OnPage(r.X1, r.Y1)
		r.X2, r.Y2 = l.OnPage(r.X2, r.Y2)
	}
	for i := range fills {
		f := &fills[i]
		x1, y1 := l.OnPage(f.X, f.Y)
		x2, y2 := l.OnPage(f.X+f.Width, f.Y+f.Height)
		*f = Area{min(x1, x2), min(y1, y2), f.Height, f.Width, f.Color, f.Behind}
	}
}

// room returns the length and the total height available for the lines of a turned cell in rows of the given
// height.
func (c *gridCell) room(height float64) (length, across float64) {
	return height - c.Margins.Top - c.Margins.Bottom, c.right - c.left - c.Margins.Left - c.Margins.Right
}

// lengthNeeded returns the height of the row that the lines of a turned cell need
// beyond the one that the row has anyway.
func (g *gridSetter) lengthNeeded(c *gridCell, row *flow.Row) float64 {
	if row.Height > 0 {
		return 0
	}
	limit := g.page().TextHeight() / 2
	length, across := c.room(row.Least)
	length = max(length, g.extentsOf(c.Blocks).least, 1)
	for length < limit {
		inner := g.within(0, length)
		inner.blocks(&Element{}, c.Blocks)
		height := stackHeight(inner.strips)
		if height <= across+slack {
			break
		}
		length = min(length*max(1.05, 0.9*height/max(across, 1)), limit)
	}
	return min(length, limit) + c.Margins.Top + c.Margins.Bottom
}

// turn sets the turned cells of rows whose heights are known.
func (g *gridSetter) turn(rows []gridRow) {
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			if c.Turn == flow.NoTurn || c.Covered {
				continue
			}
			last, height := min(i+max(1, c.Rows), len(rows))-1, 0.0
			for k := i; k <= last; k++ {
				rows[k].bound = true
				if next := height + rows[k].height; k == i || next <= g.page().TextHeight()/2 {
					height = next
					rows[k].joined = k < last
				} else {
					rows[k-1].joined = false
					break
				}
			}
			c.strips, c.offset = []strip{g.turned(c, height)}, 0
		}
	}
}

// turned sets the lines of a turned cell in a row of the given height. In a row higher than a page they end where
// its first page does: a strip is not divided.
func (g *gridSetter) turned(c *gridCell, height float64) (made strip) {
	height = min(height, g.page().TextHeight())
	length, across := c.room(height)
	inner := g.within(0, max(length, 1))
	inner.blocks(c.element, c.Blocks)
	content := strip{}
	content.stack(inner.strips)
	free := across - stackHeight(inner.strips)
	if free < -hidden {
		g.misfits.addOverfull(inner.strips, across)
	}
	shift := map[flow.Align]float64{flow.Center: free / 2, flow.Right: free}[c.Down]
	frame := Line{Turn: c.Turn, AtX: c.left + c.Margins.Left + max(0, shift), AtY: height - c.Margins.Bottom}
	if c.Turn == flow.TurnDown {
		frame.AtX, frame.AtY = c.right-c.Margins.Right-max(0, shift), c.Margins.Top
	}
	frame.turnRules(content.rules, content.fills)
	for i := range content.lines {
		l := &content.lines[i]
		l.Turn, l.AtX, l.AtY = frame.Turn, frame.AtX, frame.AtY
	}
	content.ends = true
	return content
}
