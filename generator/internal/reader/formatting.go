package reader

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// formatting contains the properties that determine whether text is visible. "" and 0 mean unset.
type formatting struct {
	vanish, hides bool // set; on
	color, fill   string
	marked        string // highlight, which covers the ground; "none" for none
	halfPoints    int
	scale         int       // percent
	spacing       int       // between letters, in twips
	fonts         [2]string // of letters and digits of ASCII, and of others
	bent          bool      // struck, turned, moved, squeezed or in signs instead of letters
}

// over returns formatting combined with that of a style, over which it takes precedence.
func (l formatting) over(below formatting) formatting {
	if !l.vanish {
		l.vanish, l.hides = below.vanish, below.hides
	}
	l.color, l.fill = cmp.Or(l.color, below.color), cmp.Or(l.fill, below.fill)
	l.marked = cmp.Or(l.marked, below.marked)
	l.halfPoints, l.scale = cmp.Or(l.halfPoints, below.halfPoints), cmp.Or(l.scale, below.scale)
	l.spacing = cmp.Or(l.spacing, below.spacing)
	for i := range l.fonts {
		l.fonts[i] = cmp.Or(l.fonts[i], below.fonts[i])
	}
	l.bent = l.bent || below.bent
	return l
}

// Limits of the size of readable text.
const (
	leastHalfPoints = 12
	mostHalfPoints  = 400
	leastScale      = 50
)

// isFaint reports whether text is unreadable: hardly different from its background, tiny, enormous, or bent.
func (l formatting) isFaint() bool {
	ground := l.fill
	if l.marked != "" && l.marked != noHighlight {
		ground = l.marked
	}
	return l.bent || l.halfPoints > 0 && l.halfPoints < leastHalfPoints || l.halfPoints > mostHalfPoints ||
		l.scale > 0 && l.scale < leastScale || l.isCrowded() || !isLegible(l.color, ground)
}

// isCrowded reports whether letters are too narrow or overlap, although their size, scale and spacing may each be
// within limits.
func (l formatting) isCrowded() bool {
	const usualSize, narrowest = 20, 10 // half-points
	const halfPoint, gap = 10, 0.45     // twips; of the width of a letter, which is half its size
	size := float64(cmp.Or(l.halfPoints, usualSize)) * float64(cmp.Or(l.scale, 100)) / 100
	return size < narrowest || float64(-l.spacing) > gap*size*halfPoint/2
}

// property notes a run property (ECMA-376-1, 17.3.2).
func (l *formatting) property(t xml.StartElement) {
	const halfPoint = 10 // in twips
	number := func(n int, ok bool) int {
		l.bent = l.bent || !ok || n <= 0 && value(t, "val") != ""
		return n
	}
	switch t.Name.Local {
	case "vanish":
		l.vanish, l.hides = true, isOn(value(t, "val"))
	case "color":
		l.color = paint(value(t, "val"))
		if value(t, "themeColor") != "" {
			l.color = unknownColor // of another part, which may be changed
		}
	case "highlight":
		l.marked = highlight(value(t, "val"))
	case "shd":
		l.fill = shading(t)
	case "sz":
		l.halfPoints = number(amount(t, halfPoint))
	case "w":
		l.scale = number(scale(t))
	case "spacing":
		l.spacing, _ = amount(t, 1)
		l.bent = l.bent || bends(t)
	case "rFonts":
		l.font(t)
	default:
		l.bent = l.bent || bends(t)
	}
}

// amount returns the value of a property as a number, or in units of so many twips. ok is false if programs read it
// differently, such as one with spaces.
func amount(t xml.StartElement, unit int) (n int, ok bool) {
	given := value(t, "val")
	if n, err := strconv.Atoi(given); err == nil || given == "" {
		return n, true
	}
	n, ok = twips(given)
	return n / unit, ok
}

// scale returns the value of a property in percent (ECMA-376-1, 17.18.95), as amount does. LibreOffice also accepts
// lengths.
func scale(t xml.StartElement) (n int, ok bool) {
	given := strings.TrimSuffix(value(t, "val"), "%")
	n, err := strconv.Atoi(given)
	return n, err == nil || given == ""
}

// font notes the fonts of letters. Fonts of the theme are defined in another part, and a hint selects a font that
// is not checked.
func (l *formatting) font(t xml.StartElement) {
	for i, script := range []string{"ascii", "hAnsi"} {
		if name := value(t, script); name != "" {
			l.fonts[i] = strings.ToLower(name)
		}
		l.bent = l.bent || value(t, script+"Theme") != "" || slices.Contains(signFonts, l.fonts[i])
	}
	l.bent = l.bent || value(t, "hint") == "eastAsia" || value(t, "hint") == "cs"
}

// Limits of how far letters may be moved, in half-points, and squeezed, in twips.
const (
	farthestPosition = 12
	leastSpacing     = -40
	mostSpacing      = 400
)

// bends reports whether a property makes text unreadable or marks it as struck.
func bends(t xml.StartElement) bool {
	switch t.Name.Local {
	case "strike", "dstrike", "rtl", "cs", "emboss", "imprint", "outline":
		return isOn(value(t, "val"))
	case "position":
		n, ok := amount(t, 10)
		return !ok || n > farthestPosition || n < -farthestPosition
	case "spacing":
		n, ok := amount(t, 1)
		return !ok || n < leastSpacing || n > mostSpacing
	case "vertAlign":
		return value(t, "val") != "baseline"
	case "bdr":
		return covers(t) != ""
	case "fitText", "eastAsianLayout":
		return true
	}
	return slices.Contains(effects, t.Name.Local)
}

// effects are the properties of Word 2010 that change how letters are painted.
var effects = []string{"textFill", "textOutline", "glow"}

// signFonts are fonts that show signs instead of letters.
var signFonts = []string{"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "zapfdingbats", "marlett",
	"mt extra", "bookshelf symbol 7"}
