package signature

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/cos"
)

// appearance contains the values that a default appearance sets (ISO 32000-2, 12.7.4.3).
type appearance struct {
	font, size string
	color      string // operands and operator
}

// appearanceOf parses a default appearance. Without a color fields are black. It fails if it sets anything else or
// no font.
func appearanceOf(text string) (l appearance, ok bool) {
	l.color = "0 g"
	var operands []string
	for _, word := range strings.Fields(text) {
		count := map[string]int{"Tf": 2, "g": 1, "rg": 3, "k": 4}[word]
		switch {
		case count == 0:
			if number, err := strconv.ParseFloat(word, 64); err == nil {
				word = cos.Format(number)
			}
			operands = append(operands, word)
			continue
		case count != len(operands):
			return l, false
		case word == "Tf":
			l.font, l.size = operands[0], operands[1]
		default:
			l.color = strings.Join(append(operands, word), " ")
		}
		operands = nil
	}
	return l, strings.HasPrefix(l.font, "/") && operands == nil
}

// defaultAppearance returns the default appearance of a field, which the fields above it or the
// form may give.
func defaultAppearance(f *cos.File, field cos.Dict) (appearance, bool) {
	given := field["DA"]
	for above, level := f.Dict(field["Parent"]), 0; given == nil && above != nil && level < maxLevels; level++ {
		given, above = above["DA"], f.Dict(above["Parent"])
	}
	if given == nil {
		given = f.Dict(f.Root()["AcroForm"])["DA"]
	}
	return appearanceOf(f.Text(given))
}

// sameAppearance reports whether a field that was filled in keeps its default appearance.
// Programs that fill in a field rewrite it and omit black (iText).
func (c *comparison) sameAppearance(old, now cos.Dict) bool {
	was, ok1 := defaultAppearance(c.was, old)
	is, ok2 := defaultAppearance(c.is, now)
	return ok1 && ok2 && was == is
}

// onlyAddsFonts reports whether default resources got only fonts that no field which was signed can use: each of
// them names one that the resources had. Programs that fill in a form add their standard fonts (PDFBox).
func (c *comparison) onlyAddsFonts(old, now cos.Object) bool {
	was, is := c.was.Dict(old), c.is.Dict(now)
	had, has := c.was.Dict(was["Font"]), c.is.Dict(is["Font"])
	if c.rules.level < formFilling || !same(was, is, "Font") || had == nil || has == nil {
		return false
	}
	for name, font := range had {
		if cos.Format(has[name]) != cos.Format(font) {
			return false
		}
	}
	form := c.was.Dict(c.was.Root()["AcroForm"])
	dicts := []cos.Dict{form}
	for _, f := range slices.Concat(slices.Collect(maps.Values(c.inputs)), slices.Collect(maps.Values(c.fields))) {
		dicts = append(dicts, f.dict, c.was.Dict(f.widget))
		for _, kid := range c.was.Array(f.dict["Kids"]) {
			dicts = append(dicts, c.was.Dict(kid))
		}
	}
	return !slices.ContainsFunc(dicts, func(d cos.Dict) bool {
		l, ok := defaultAppearance(c.was, d)
		return !ok || had[cos.Name(l.font[1:])] == nil
	})
}
