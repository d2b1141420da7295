package layout

import (
	"unicode"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// stretching contains the values that the effects of letters of another family depend on.
type stretching struct {
	own, other int // faces
	capital    bool
	effects    *flow.Effects // of the run
}

// twins are letters that have the same shape and width in both alphabets of a family,
// Cyrillic and Latin, small and capital.
var twins = [2][2]string{{"аеорсух", "aeopcyx"}, {"АВЕКМНОРСТХ", "ABEKMHOPCTX"}}

// stretch returns the effects of a Cyrillic letter of a Word paper that the family of its run
// lacks: the face that has it is stretched to the width of the family, which is known by
// the Latin letters. Cambria is the case: Caladea, which has its widths, is Latin only.
func (c *cutter) stretch(r rune, other int) *flow.Effects {
	effects := c.run.Effects
	if !c.word || !unicode.Is(unicode.Cyrillic, r) || c.family.IsFallback(other) {
		return effects
	}
	key := stretching{c.index, other, unicode.IsUpper(r), effects}
	if known, ok := c.stretched[key]; ok {
		return known
	}
	if by := ratio(c.family.At(c.index), c.family.At(other), key.capital); by > 0 {
		made := flow.Effects{}
		if effects != nil {
			made = *effects
		}
		if made.Scale > 0 {
			by *= made.Scale
		}
		made.Scale = by
		effects = &made
	}
	if c.stretched == nil {
		c.stretched = map[stretching]*flow.Effects{}
	}
	c.stretched[key] = effects
	return effects
}

// ratio returns how wide the Latin letters of a face are in comparison with the Cyrillic
// letters of another one, or 0 if some are missing.
func ratio(own, other *font.Face, capital bool) float64 {
	pair := twins[0]
	if capital {
		pair = twins[1]
	}
	latin, cyrillic := total(own, pair[1]), total(other, pair[0])
	if latin == 0 || cyrillic == 0 {
		return 0
	}
	return latin / cyrillic
}

// total returns the width of the letters of a text in ems, or 0 if one is missing.
func total(face *font.Face, text string) (sum float64) {
	for _, r := range text {
		g, ok := face.Glyph(r)
		if !ok {
			return 0
		}
		sum += float64(face.Advance(g))
	}
	return sum / float64(face.Em)
}
