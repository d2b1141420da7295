package wordml

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"protokol/generator/internal/flow"
)

const groupName = "группа фигур или полотно печатается по частям, каждая на своём месте"

// group is a group of shapes or a drawing canvas: the placement of its members and the properties that they inherit
// (ECMA-376-1, 20.1.2.2.20).
type group struct {
	x, y         float64 // its corner, in the units of its members
	across, down float64 // points in one unit
	fill         flow.Color
	alt          string
}

// groupOf returns the group with a frame of the given size on paper (ECMA-376-1, 20.1.7.5).
func (p *paragraph) groupOf(props *node, width, height float64, outer group) group {
	g := group{across: emu, down: emu, fill: p.solid(props), alt: outer.alt}
	if props.kid("a:grpFill") != nil {
		g.fill = outer.fill
	}
	frame := props.kid("a:xfrm")
	if rotation := frame.attr("rot"); rotation != "" && rotation != "0" || isTrue(frame.attr("flipH")) ||
		isTrue(frame.attr("flipV")) {
		p.approximate("поворот или отражение группы фигур")
	}
	from, size := frame.kid("a:chOff"), frame.kid("a:chExt")
	g.x, g.y = units(from.attr("x")), units(from.attr("y"))
	g.scale(units(size.attr("cx")), units(size.attr("cy")), width, height)
	return g
}

// scale sets the scale of a group that is across units wide and down units high.
func (g *group) scale(across, down, width, height float64) {
	if across > 0 && width > 0 {
		g.across = width / across
	}
	if down > 0 && height > 0 {
		g.down = height / down
	}
}

// units returns a coordinate in the units of a group.
func units(value string) float64 {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || v != v {
		return 0
	}
	return max(-1e12, min(v, 1e12))
}

// frame returns the place of a member from the corner of its group, and its size.
func (g group) frame(x, y, width, height float64) flow.Float {
	at := func(v, unit float64) float64 { return max(-maxLength, min(v*unit, maxLength)) }
	return flow.Float{X: flow.Anchor{At: at(x-g.x, g.across)}, Y: flow.Anchor{At: at(y-g.y, g.down)},
		Width: at(max(0, width), g.across), Height: at(max(0, height), g.down)}
}

// member is like frame for the transform of a member.
func (g group) member(frame *node) flow.Float {
	off, ext := frame.kid("a:off"), frame.kid("a:ext")
	return g.frame(units(off.attr("x")), units(off.attr("y")), units(ext.attr("cx")), units(ext.attr("cy")))
}

// grouped lowers a group of shapes or a canvas as a float, and reports whether the drawing is one.
func (p *paragraph) grouped(data *node, f flow.Float, alt string) bool {
	list := data.kid("wpg:wgp")
	canvas := data.kid("wpc:wpc")
	if list == nil && canvas == nil {
		return false
	}
	p.approximate(groupName)
	from := len(p.floats)
	if canvas != nil {
		p.canvas(canvas, f)
		p.members(canvas, group{across: emu, down: emu, alt: alt})
	} else {
		p.members(list, p.groupOf(list.kid("wpg:grpSpPr"), f.Width, f.Height, group{alt: alt}))
	}
	p.gather(from, f)
	return true
}

// canvas lowers the colour and the frame of a canvas.
func (p *paragraph) canvas(n *node, f flow.Float) {
	back := flow.Float{Width: f.Width, Height: f.Height}
	p.painted(nil, n.kid("wpc:whole"), &back)
	if back.Fill = p.solid(n.kid("wpc:bg")); back.Fill != 0 || back.Border.Kind != flow.NoLine {
		p.floats = append(p.floats, back)
	}
}

// members lowers the members of a group, at their places in it.
func (p *paragraph) members(list *node, g group) {
	for _, n := range list.children() {
		if p.hides(isHidden(n)) {
			continue
		}
		switch n.name {
		case "wps:wsp":
			f := g.member(n.kid("wps:spPr", "a:xfrm"))
			if n.kid("wps:spPr", "a:grpFill") != nil {
				f.Fill = g.fill
			}
			p.shape(n, &f)
		case "pic:pic":
			f := g.member(n.kid("pic:spPr", "a:xfrm"))
			named := n.kid("pic:nvPicPr", "pic:cNvPr")
			p.pictureBeside(n, &f, cmp.Or(named.attr("descr"), named.attr("title"), g.alt))
		case "wpg:grpSp", "wpg:wgp":
			p.subgroup(n, g)
		case "wpg:graphicFrame":
			p.graphic(n.kid("a:graphic", "a:graphicData"))
		case "mc:AlternateContent":
			p.members(p.alternative(n), g)
		case "wpg:cNvPr", "wpg:cNvGrpSpPr", "wpg:grpSpPr", "wpg:extLst", "wpc:bg", "wpc:whole", "wpc:extLst":
		default:
			p.lose(cmp.Or(elementNames[n.name], "часть группы фигур («"+n.name+"»)"))
		}
	}
}

// isHidden reports whether a member of a group is not shown (ECMA-376-1, 20.1.2.2.8).
func isHidden(n *node) bool {
	named := cmp.Or(n.kid("wps:cNvPr"), n.kid("wpg:cNvPr"), n.kid("pic:nvPicPr", "pic:cNvPr"))
	return isTrue(named.attr("hidden"))
}

// subgroup lowers a group inside a group.
func (p *paragraph) subgroup(n *node, outer group) {
	props := n.kid("wpg:grpSpPr")
	f := outer.member(props.kid("a:xfrm"))
	from := len(p.floats)
	p.members(n, p.groupOf(props, f.Width, f.Height, outer))
	for i := range p.floats[from:] {
		m := &p.floats[from+i]
		m.X.At, m.Y.At = m.X.At+f.X.At, m.Y.At+f.Y.At
	}
}

// gather moves the members of a group, which begin at an index, to the place of the group. Text goes around the
// group as a whole.
func (p *paragraph) gather(from int, whole flow.Float) {
	members := p.floats[from:]
	for i := range members {
		m := &members[i]
		m.X = inside(whole.X, m.X.At, m.Width, whole.Width)
		m.Y = inside(whole.Y, m.Y.At, m.Height, whole.Height)
		m.Wrap, m.Gap, m.Behind = flow.WrapNone, flow.Margins{}, whole.Behind
	}
	for i := range members {
		layer(members[:i], &members[i], members[i+1:])
	}
	if whole.Wrap != flow.WrapNone {
		room := flow.Float{X: whole.X, Y: whole.Y, Width: whole.Width, Height: whole.Height, Wrap: whole.Wrap,
			Gap: whole.Gap}
		p.floats = slices.Insert(p.floats, from, room)
	}
}

// inside returns the position of a part of something anchored.
func inside(a flow.Anchor, at, size, whole float64) flow.Anchor {
	if a.Set {
		switch a.Align {
		case flow.Center:
			at += (size - whole) / 2
		case flow.Right:
			at += size - whole
		}
	}
	a.At += at
	return a
}

// layer puts a picture under the members that come after it in a group. Pages have
// colours below text and pictures below both or above: colours under the picture would
// cover it.
func layer(before []flow.Float, f *flow.Float, after []flow.Float) {
	covers := func(other flow.Float) bool {
		return other.Path == "" && (other.Fill != 0 || len(other.Blocks) > 0) && overlap(f, &other)
	}
	if f.Path == "" || !f.Behind && !slices.ContainsFunc(after, covers) {
		return
	}
	f.Behind = true
	for i := range before {
		if overlap(f, &before[i]) {
			before[i].Fill = 0
		}
	}
}

// overlap reports whether two members of a group have an area in common.
func overlap(a, b *flow.Float) bool {
	start := func(at flow.Anchor, size float64) float64 {
		if at.Set && at.Align == flow.Center {
			return at.At - size/2
		} else if at.Set && at.Align == flow.Right {
			return at.At - size
		}
		return at.At
	}
	common := func(at1 flow.Anchor, size1 float64, at2 flow.Anchor, size2 float64) bool {
		x, y := start(at1, size1), start(at2, size2)
		return math.Min(x+size1, y+size2)-math.Max(x, y) > 0.5
	}
	return common(a.X, a.Width, b.X, b.Width) && common(a.Y, a.Height, b.Y, b.Height)
}
