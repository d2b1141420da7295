package wordml

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/flow"
)

// vmlGroup lowers a group of shapes or a canvas (ECMA-376-4, 14.1.2.7): its members
// have places in its units.
func (p *paragraph) vmlGroup(n *node, style map[string]string, props *runProps) {
	p.approximate(groupName)
	whole := p.vmlPlace(n, style)
	whole.Width, whole.Height = math.Abs(css(style["width"])), math.Abs(css(style["height"]))
	if style["position"] != "absolute" {
		whole.Wrap = flow.WrapBelow
	}
	if r := style["rotation"]; r != "" && r != "0" || style["flip"] != "" {
		p.approximate("поворот или отражение группы фигур")
	}
	g := group{across: 0.75, down: 0.75}
	g.x, g.y = vmlPair(cmp.Or(n.attr("coordorigin"), "0,0"), units)
	across, down := vmlPair(cmp.Or(n.attr("coordsize"), "1000,1000"), units)
	g.scale(across, down, whole.Width, whole.Height)
	from := len(p.floats)
	for _, k := range n.kids {
		if isVML(k) {
			member, own := g.vmlMember(k)
			if v := own["visibility"]; v == "" || v == "inherit" {
				own["visibility"] = style["visibility"]
			}
			p.vmlDrawing(member, own, props)
		}
	}
	p.gather(from, whole)
}

// showsMember reports whether a member of a hidden group, at any depth, says that it is visible: members inherit the
// visibility of their group only if they have none of their own.
func showsMember(n *node) bool {
	return n.name == "v:group" && slices.ContainsFunc(n.kids, func(k *node) bool {
		return isVML(k) && (declarations(k.attr("style"))["visibility"] == "visible" || showsMember(k))
	})
}

// vmlMember returns a member of a group with its place in points, and its style.
func (g group) vmlMember(n *node) (*node, map[string]string) {
	style := declarations(n.attr("style"))
	maps.DeleteFunc(style, func(name, _ string) bool {
		return strings.HasPrefix(name, "mso-position") || strings.HasPrefix(name, "margin")
	})
	f := g.frame(units(style["left"]), units(style["top"]), units(style["width"]), units(style["height"]))
	style["position"] = "absolute"
	style["left"], style["top"] = points(f.X.At), points(f.Y.At)
	style["width"], style["height"] = points(f.Width), points(f.Height)
	if n.name != "v:line" {
		return n, style
	}
	line := *n
	line.attrs = slices.Clone(n.attrs)
	for i, a := range line.attrs {
		if a.name == "from" || a.name == "to" {
			x, y := vmlPair(a.value, units)
			end := g.frame(x, y, 0, 0)
			line.attrs[i].value = points(end.X.At) + "," + points(end.Y.At)
		}
	}
	delete(style, "left")
	delete(style, "top")
	return &line, style
}

// points returns a length for a style.
func points(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) + "pt" }

// vmlPair returns two numbers with a comma between them.
func vmlPair(value string, number func(string) float64) (x, y float64) {
	first, second, _ := strings.Cut(value, ",")
	return number(strings.TrimSpace(first)), number(strings.TrimSpace(second))
}

// isVML reports whether an element is a drawing and not a definition that drawings share.
func isVML(n *node) bool {
	return strings.HasPrefix(n.name, "v:") && n.name != "v:shapetype" && n.name != "v:fill" && n.name != "v:stroke"
}
