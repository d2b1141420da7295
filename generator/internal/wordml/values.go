package wordml

import (
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/flow"
)

const twip = 1.0 / 20 // pt

// emu is the unit of drawings, pt.
const emu = 1.0 / 12700

// maxLength bounds lengths, pt: Word allows 22 inches.
const maxLength = 22 * 72

// length returns a length in points: twips, or a number with a unit (ECMA-376-1,
// 22.9.2.14).
func length(value string) float64 {
	const mm = flow.PointsPerMM
	for unit, points := range map[string]float64{"pt": 1, "mm": mm, "cm": 10 * mm, "in": 72, "pc": 12} {
		if number, ok := strings.CutSuffix(value, unit); ok {
			return bound(number, points)
		}
	}
	return bound(value, twip)
}

func bound(number string, unit float64) float64 {
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || v != v {
		return 0
	}
	return max(-maxLength, min(v*unit, maxLength))
}

// whole returns an integer, or 0.
func whole(value string) int {
	if value == "" { // an error costs more
		return 0
	}
	v, err := strconv.Atoi(value)
	if err != nil {
		return 0
	}
	return max(-1<<30, min(v, 1<<30))
}

// on reports whether an element that switches something is on (ECMA-376-1,
// 17.17.4).
func on(n *node) bool {
	if n == nil {
		return false
	}
	switch n.attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// color returns a colour of six digits, or none for «auto».
func color(value string) flow.Color {
	if len(value) != 6 {
		return 0
	}
	v, err := strconv.ParseUint(value, 16, 32)
	if err != nil {
		return 0
	}
	return flow.Solid | flow.Color(v)
}

// highlights are the colours of text markers (ECMA-376-1, 17.18.40).
var highlights = map[string]flow.Color{
	"yellow": 0xFFFF00, "green": 0x00FF00, "cyan": 0x00FFFF, "magenta": 0xFF00FF, "blue": 0x0000FF, "red": 0xFF0000,
	"darkBlue": 0x000080, "darkCyan": 0x008080, "darkGreen": 0x008000, "darkMagenta": 0x800080, "darkRed": 0x800000,
	"darkYellow": 0x808000, "darkGray": 0x808080, "lightGray": 0xC0C0C0, "black": 0x000000, "white": 0xFFFFFF,
}

// tones are the shares of the pattern's colour in shadings that are neither clear nor
// named by their percentage: that of Word's names where it is rounded, and about that
// of the lines of striped patterns (ECMA-376-1, 17.18.78).
var tones = map[string]float64{
	"solid": 1, "pct12": 0.125, "pct37": 0.375, "pct62": 0.625, "pct87": 0.875,
	"horzStripe": 0.5, "vertStripe": 0.5, "diagStripe": 0.5, "reverseDiagStripe": 0.5,
	"horzCross": 0.75, "diagCross": 0.75,
	"thinHorzStripe": 0.25, "thinVertStripe": 0.25, "thinDiagStripe": 0.25, "thinReverseDiagStripe": 0.25,
	"thinHorzCross": 0.4375, "thinDiagCross": 0.4375,
}

// shade returns the colour of a shading: a pattern is an even tone of its two colours
// (ECMA-376-1, 17.3.5).
func shade(n *node) flow.Color {
	if n == nil {
		return 0
	}
	fill, kind := color(n.attr("fill")), n.attr("val")
	part, known := tones[kind]
	if percents, isPattern := strings.CutPrefix(kind, "pct"); isPattern && !known {
		v, err := strconv.Atoi(percents)
		part, known = min(float64(v), 100)/100, err == nil
	}
	if !known {
		return fill
	}
	if fill == 0 {
		fill = flow.Solid | 0xFFFFFF
	}
	return blend(fill, color(n.attr("color")), part)
}

// striped reports whether a shading is a pattern of lines, which an even tone
// replaces. The dots of percentages are as fine as those of a printer.
func striped(n *node) bool {
	kind := n.attr("val")
	return strings.HasSuffix(kind, "Stripe") || strings.HasSuffix(kind, "Cross")
}

// anyStriped reports whether an element holds a striped shading.
func (n *node) anyStriped() bool {
	return n != nil && (n.name == "shd" && striped(n) || slices.ContainsFunc(n.kids, (*node).anyStriped))
}

// blend mixes two colours.
func blend(below, above flow.Color, part float64) flow.Color {
	r1, g1, b1 := below.RGB()
	r2, g2, b2 := above.RGB()
	mix := func(a, b float64) flow.Color { return flow.Color(255*(a+(b-a)*part) + 0.5) }
	return flow.Solid | mix(r1, r2)<<16 | mix(g1, g2)<<8 | mix(b1, b2)
}

// lineKinds maps the styles of borders and underlines to lines (ECMA-376-1,
// 17.18.2 and 17.18.99).
var lineKinds = map[string]flow.LineKind{
	"nil": flow.NoLine, "none": flow.NoLine,
	"double": flow.Double, "triple": flow.Double, "thinThickSmallGap": flow.Double, "thickThinSmallGap": flow.Double,
	"thinThickMediumGap": flow.Double, "thickThinMediumGap": flow.Double, "thinThickLargeGap": flow.Double,
	"thickThinLargeGap": flow.Double, "wavyDouble": flow.Double, "thinThickThinSmallGap": flow.Double,
	"dotted": flow.Dotted, "dottedHeavy": flow.Dotted,
	"dashed": flow.Dashed, "dashSmallGap": flow.Dashed, "dash": flow.Dashed, "dashLong": flow.Dashed,
	"dotDash": flow.Dashed, "dotDotDash": flow.Dashed, "dashedHeavy": flow.Dashed, "dashLongHeavy": flow.Dashed,
	"dashDotHeavy": flow.Dashed, "dashDotDotHeavy": flow.Dashed,
}

func lineKind(value string) flow.LineKind {
	if kind, ok := lineKinds[value]; ok {
		return kind
	}
	return flow.Single
}

// border returns a border of a paragraph or a cell (ECMA-376-1, 17.3.4).
func border(n *node) flow.Border {
	b := flow.Border{Kind: lineKind(n.attr("val")), Width: bound(n.attr("sz"), 1.0/8), Color: color(n.attr("color")),
		Space: bound(n.attr("space"), 1)}
	if n.attr("val") == "" {
		b.Kind = flow.NoLine
	}
	if b.Kind == flow.NoLine {
		return flow.Border{}
	}
	b.Width, b.Space = max(0.25, min(b.Width, 12)), max(0, min(b.Space, 31))
	return b
}
