package reader

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
)

// unknownColor is a color that the part being read does not determine.
const unknownColor = "?"

// paint returns a color in the form for comparison; "" for an automatic color.
func paint(color string) string {
	if color = strings.ToLower(color); color == "auto" {
		return ""
	}
	return color
}

// shading returns the color of a background (ECMA-376-1, 17.3.5).
func shading(t xml.StartElement) string {
	pattern := value(t, "val")
	if pattern != "" && pattern != "clear" && pattern != "nil" || value(t, "themeFill") != "" {
		return unknownColor
	}
	return paint(value(t, "fill"))
}

// noHighlight is the name of the absence of a highlight.
const noHighlight = "none"

// highlight returns the color of a highlight by its name (17.18.40), or noHighlight.
func highlight(name string) string {
	if name == noHighlight || name == "" {
		return noHighlight
	}
	if color := highlights[name]; color != "" {
		return color
	}
	return unknownColor
}

var highlights = map[string]string{"black": "000000", "white": "ffffff", "red": "ff0000", "blue": "0000ff",
	"yellow": "ffff00", "green": "00ff00", "cyan": "00ffff", "magenta": "ff00ff", "darkBlue": "000080",
	"darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
	"darkGray": "808080", "lightGray": "c0c0c0"}

// isLegible reports whether letters of a color can be read on a ground. By default, letters are black and the
// ground is white.
func isLegible(color, ground string) bool {
	if color == "" {
		color = "000000"
	}
	if ground == "" {
		ground = "ffffff"
	}
	ink, ok1 := luminance(color)
	paper, ok2 := luminance(ground)
	const least = 2 // WCAG 2 demands 3 for large letters
	return ok1 && ok2 && (max(ink, paper)+0.05)/(min(ink, paper)+0.05) >= least
}

// luminance returns the relative luminance of a color of six digits (WCAG 2).
func luminance(color string) (float64, bool) {
	n, err := strconv.ParseUint(color, 16, 32)
	if err != nil || len(color) != 6 {
		return 0, false
	}
	linear := func(c uint64) float64 {
		v := float64(c&0xff) / 0xff
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n), true
}
