package reader

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// look is what formatting says of whether text can be seen. Unset is "" or 0.
type look struct {
	vanish, hides bool // set; on
	color, fill   string
	halfPoints    int
	scale         int  // percent
	bent          bool // struck, turned, moved, squeezed or in signs instead of letters
}

// over returns a look laid over that of a style below it.
func (l look) over(below look) look {
	if !l.vanish {
		l.vanish, l.hides = below.vanish, below.hides
	}
	if l.color == "" {
		l.color = below.color
	}
	if l.fill == "" {
		l.fill = below.fill
	}
	if l.halfPoints == 0 {
		l.halfPoints = below.halfPoints
	}
	if l.scale == 0 {
		l.scale = below.scale
	}
	l.bent = l.bent || below.bent
	return l
}

// Sizes below which text is not for reading.
const (
	leastHalfPoints = 8
	leastScale      = 20
)

// isFaint reports whether text is there but cannot be read: as light as paper, of
// the color behind it, tiny, or bent.
func (l look) isFaint() bool {
	onDark := isDark(l.fill) && (l.color == "" || l.color == "auto" || isDark(l.color))
	return l.bent || onDark ||
		l.halfPoints > 0 && l.halfPoints < leastHalfPoints || l.scale > 0 && l.scale < leastScale ||
		isLight(l.color) || l.color != "" && l.color == l.fill
}

// isLight reports whether a color is nearly white.
func isLight(color string) bool {
	if color == "background1" || color == "light1" || color == "white" {
		return true
	}
	n, err := strconv.ParseUint(color, 16, 32)
	const lightest = 0xe0
	return err == nil && len(color) == 6 && n>>16 >= lightest && n>>8&0xff >= lightest && n&0xff >= lightest
}

// isDark reports whether a color is nearly black.
func isDark(color string) bool {
	n, err := strconv.ParseUint(color, 16, 32)
	const darkest = 0x50
	return err == nil && len(color) == 6 && n>>16 <= darkest && n>>8&0xff <= darkest && n&0xff <= darkest
}

// property notes a run property (ECMA-376-1, 17.3.2).
func (l *look) property(t xml.StartElement) {
	number := func() int {
		n, _ := strconv.Atoi(strings.TrimSuffix(value(t, "val"), "%"))
		return n
	}
	switch t.Name.Local {
	case "vanish":
		l.vanish, l.hides = true, isOn(value(t, "val"))
	case "color":
		l.color = strings.ToLower(value(t, "val"))
		if theme := value(t, "themeColor"); theme != "" && value(t, "themeShade") == "" {
			l.color = theme
		}
	case "highlight":
		l.fill = highlights[value(t, "val")]
	case "shd":
		l.fill = strings.ToLower(value(t, "fill"))
	case "sz":
		l.halfPoints = number()
	case "w":
		l.scale = number()
	default:
		l.bent = l.bent || bends(t, number())
	}
}

// Limits of how far letters may be moved, in half-points, and squeezed, in twips.
const (
	farthestPosition = 24
	leastSpacing     = -40
)

// bends reports whether a property makes text unreadable or says that it does not
// hold.
func bends(t xml.StartElement, number int) bool {
	switch t.Name.Local {
	case "strike", "dstrike", "rtl":
		return isOn(value(t, "val"))
	case "position":
		return number > farthestPosition || number < -farthestPosition
	case "spacing":
		return number < leastSpacing
	case "fitText", "textFill":
		return true
	case "rFonts":
		return slices.ContainsFunc([]string{"ascii", "hAnsi", "cs"}, func(script string) bool {
			return slices.Contains(signFonts, strings.ToLower(value(t, script)))
		})
	}
	return false
}

// signFonts show other signs in place of letters.
var signFonts = []string{"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "zapfdingbats", "marlett",
	"mt extra", "bookshelf symbol 7"}

// highlights are the colors of the highlights that text may have, too.
var highlights = map[string]string{"black": "000000", "white": "ffffff", "red": "ff0000", "blue": "0000ff",
	"yellow": "ffff00", "green": "00ff00", "cyan": "00ffff", "magenta": "ff00ff"}

// styles are the looks that the styles of a document give (ECMA-376-1, 17.7).
type styles struct {
	looks    map[string]look
	parents  map[string]string
	standard string // paragraph style without a name
	defaults look
}

// of returns the look of a style with those it is based on.
func (s *styles) of(id string) look {
	if s == nil {
		return look{}
	}
	var l look
	const deepest = 50
	for range deepest {
		if id == "" {
			break
		}
		l = l.over(s.looks[id])
		id = s.parents[id]
	}
	return l
}

// readStyles reads a part of styles.
func readStyles(content io.Reader) (*styles, error) {
	s := &styles{looks: map[string]look{}, parents: map[string]string{}}
	var id string
	var current look
	for decoder := xml.NewDecoder(content); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return nil, refusal("файл повреждён: стили DOCX не читаются")
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "style":
				id, current = value(t, "styleId"), look{}
				if value(t, "type") == "paragraph" && value(t, "default") != "" && isOn(value(t, "default")) {
					s.standard = id
				}
			case "basedOn":
				s.parents[id] = value(t, "val")
			default:
				if slices.Contains(wordML, t.Name.Space) {
					current.property(t)
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "style":
				s.looks[id] = current
			case "rPrDefault":
				s.defaults = current
			}
		}
	}
}
