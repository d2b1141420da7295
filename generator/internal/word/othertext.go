package word

import (
	"slices"
	"strings"
)

// Text outside the runs of a paragraph: of equations (ECMA-376-1, 22.1.2.116), of phonetic guides (17.3.3.25), of
// WordArt such as watermarks, which is an attribute (VML, textpath). Names in it are filled with plain text.

// otherTexts returns the texts in a paragraph that are not in its runs.
func (c *compiler) otherTexts(p *element) (list []*paragraph) {
	for _, kid := range p.kids {
		kid.each(func(e *element) bool {
			switch e.name {
			case "oMath", "rt", "rubyBase":
				list = append(list, c.plainText(e))
				return false
			case "textpath":
				if from, to, ok := e.valueSpan(c.src, "string"); ok {
					list = append(list, c.plainText(attributeText(e, from, to)))
				}
			}
			return e.name != "p" && e.name != "del" && e.name != "moveFrom"
		})
	}
	return slices.DeleteFunc(list, func(text *paragraph) bool { return len(text.tokens) == 0 })
}

// textsIn returns the elements t in an element.
func textsIn(e *element) (list []*element) {
	e.each(func(e *element) bool {
		if e.name == "t" {
			list = append(list, e)
		}
		return true
	})
	return list
}

// plainText returns the text of the elements t in an element, with its names.
func (c *compiler) plainText(in *element) *paragraph {
	text := &paragraph{}
	var b strings.Builder
	for _, t := range textsIn(in) {
		text.addText(c.src, t, &b)
	}
	text.text = b.String()
	text.tokens = c.targetNames(text.text)
	return text
}

// fillOtherTexts compiles the names in them.
func (c *compiler) fillOtherTexts(p *element) {
	for _, text := range c.otherTexts(p) {
		for _, t := range text.tokens {
			pieces := text.pieces(t.from, t.to)
			at := c.place(p, 0, 0)
			at.words, at.from, at.to = text.text, pieces[0].from, pieces[len(pieces)-1].to
			if n := c.resolve(t, at); n != nil {
				c.put(text, t, n)
				n.plain = true
			}
		}
	}
}
