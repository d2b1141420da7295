package wordml

import (
	"strings"

	"protokol/generator/internal/flow"
)

// Toggle properties: set in styles, they turn each other off (ECMA-376-1, 17.7.3).
type toggle int

const (
	bold toggle = iota
	italic
	caps
	smallCaps
	strike
	doubleStrike
	vanish
	toggleCount
)

var toggles = map[string]toggle{"b": bold, "i": italic, "caps": caps, "smallCaps": smallCaps, "strike": strike,
	"dstrike": doubleStrike, "vanish": vanish}

// runProps are the properties of a run.
type runProps struct {
	ascii, ansi string // fonts of Latin and of other letters
	size        float64
	on          [toggleCount]bool
	color       flow.Color
	highlight   flow.Color
	shade       flow.Color
	underline   flow.LineKind
	ink         flow.Color
	vert        string
	position    float64
	tracking    float64
	scale       float64
	kerning     float64 // letters are kerned from this size on; 0 for never
	partial     partial
}

// level is the source of properties.
type level int

const (
	defaults level = iota
	styled
	direct
)

// apply sets the properties that an element w:rPr sets. Toggles of styles go to
// state: 1 for on, 2 for off.
func (p *runProps) apply(rPr *node, th theme, at level, state *[toggleCount]byte) {
	if rPr == nil {
		return
	}
	for _, n := range rPr.kids {
		if t, ok := toggles[n.name]; ok {
			switch {
			case at != styled:
				p.on[t] = on(n)
			case on(n):
				state[t] = 1
			default:
				state[t] = 2
			}
			continue
		}
		p.property(n, th)
	}
}

func (p *runProps) property(n *node, th theme) {
	value := n.attr("val")
	switch n.name {
	case "rFonts":
		p.fonts(n, th)
		p.partial.hinted(n)
	case "sz":
		if size := bound(value, 0.5); size > 0 {
			p.size = size
		}
	case "color":
		p.partial.inked(n)
		p.color = themed(n, "themeColor", color(value), th)
		if value == "auto" {
			p.color = 0
		}
	case "highlight":
		p.highlight = 0
		if c, ok := highlights[value]; ok {
			p.highlight = flow.Solid | c
		}
	case "shd":
		p.shade = shade(n)
		p.partial.shaded(n)
	case "u":
		p.partial.underlined(value)
		p.underline = lineKind(value)
		if value == "" {
			p.underline = flow.NoLine
		}
		p.ink = color(n.attr("color"))
		p.partial.setTo(themeLine, unthemed(n, "color", "themeColor"))
	case "vertAlign":
		p.vert = value
	case "kern":
		p.kerning = bound(value, 0.5)
	case "position":
		p.position = bound(value, 0.5)
	case "spacing":
		p.tracking = length(value)
	case "w":
		p.scale = max(0.01, min(bound(strings.TrimSuffix(value, "%"), 0.01), 6))
		if p.scale == 1 {
			p.scale = 0
		}
	default:
		if bit, ok := partialRuns[n.name]; ok {
			p.partial.set(bit, n)
		}
	}
}

func (p *runProps) fonts(n *node, th theme) {
	for _, a := range n.attrs {
		name := a.value
		if strings.HasSuffix(a.name, "Theme") {
			name = th.font(a.value)
		}
		if name == "" {
			continue
		}
		switch a.name {
		case "ascii":
			if !n.has("asciiTheme") {
				p.ascii = name
			}
		case "asciiTheme":
			p.ascii = name
		case "hAnsi":
			if !n.has("hAnsiTheme") {
				p.ansi = name
			}
		case "hAnsiTheme":
			p.ansi = name
		}
	}
}

// themeNames maps the names of colours in documents to those of the theme
// (ECMA-376-1, 17.18.97).
var themeNames = map[string]string{"dark1": "dk1", "text1": "dk1", "light1": "lt1", "background1": "lt1",
	"dark2": "dk2", "text2": "dk2", "light2": "lt2", "background2": "lt2", "hyperlink": "hlink",
	"followedHyperlink": "folHlink"}

// themed returns the colour of the theme that an attribute names; the file also
// holds it as a number, which programs keep up to date.
func themed(n *node, attr string, written flow.Color, th theme) flow.Color {
	name := n.attr(attr)
	if name == "" || written != 0 {
		return written
	}
	if known, ok := themeNames[name]; ok {
		name = known
	}
	return color(th.colors[name])
}

// settle ends one style of the cascade: its toggles turn those of other styles
// off.
func (p *runProps) settle(state [toggleCount]byte) {
	for t, s := range state {
		if s == 1 {
			p.on[t] = !p.on[t]
		}
	}
}
