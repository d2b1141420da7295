package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/font"
)

// Where a line of text that may be divided still has wide spaces, its letters are set a little wider, so little that
// nobody sees it. Neither the ends of lines nor the spaces between letters change (ГОСТ Р 7.0.97 wants usual ones),
// and letters never become narrower.
const (
	wideSpace = 2     // width of spaces above which letters are widened, relative to the natural width
	maxScale  = 1.035 // of the widths of letters
	scaleStep = 0.001
)

// widening returns by what to multiply the widths of the letters and spaces of a justified line, 0 for 1. Width is its
// natural width. Lines with more than letters stay as they are.
func widening(words []word, width, room float64) (scale float64) {
	white := 0.0
	for i := range words {
		if white += words[i].white(); i < len(words)-1 {
			white += words[i].space
		}
		for j := range words[i].fragments {
			if f := &words[i].fragments[j]; f.Kind != Letters || f.Boxed || f.Effects != nil {
				return 0
			}
		}
	}
	if room-width <= (wideSpace-1)*white+slack || width <= white {
		return 0
	}
	scale = (room - wideSpace*white) / (width - white)
	return min(math.Ceil(scale/scaleStep)*scaleStep, maxScale)
}

// TextWidth returns the width of a part of the text of a run.
func (r *Run) TextWidth(text string, face *font.Face) float64 {
	width := face.Width(text, r.Size)
	if r.Scale > 0 {
		width *= r.Scale
	}
	spaces := strings.Count(text, " ") + strings.Count(text, string(noBreakSpace))
	return r.Effects.Width(width, utf8.RuneCountInString(text)) + float64(spaces)*r.Gap
}
