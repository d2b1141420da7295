package word

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// Text that is not that of a paragraph: of equations (ECMA-376-1, 22.1.2.116), of
// phonetic guides (17.3.3.25), of WordArt such as watermarks, which is an attribute
// (VML, textpath). Names in it are filled with plain text. Charts and diagrams are
// parts of their own, which are copied: names in them are reported.

// otherTexts returns the texts in a paragraph that are not part of its own.
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

// chartKinds are what the drawings that show parts with text of their own are called.
var chartKinds = map[string]string{"chart": "диаграмме", "relIds": "схеме SmartArt"}

// chart reports names in the parts that a drawing shows.
func (c *compiler) chart(e *element) {
	for _, a := range e.attrs {
		r, ok := c.part.relations[a.Value]
		if !ok || r.IsExternal() {
			continue
		}
		one := c.template.pack.find(r.Part(c.part.name))
		if one == nil || one.kind != "" || c.template.charts[one] || one.read(maxText) != nil {
			continue
		}
		c.template.charts[one] = true
		for _, words := range c.chartTexts(one) {
			for _, t := range tokens(words) {
				if t.verb != valueOf || fields.Find(t.words, c.lists) == nil {
					continue
				}
				at := place{part: c.part, words: words, from: e.start, to: e.end}
				if p := e.within("p"); p != nil && c.flats[p] != nil {
					at.p = p
				}
				c.warn(at, words[t.from:t.to]+" в "+chartKinds[e.name]+" останется как есть",
					"впишите имя в подпись рядом, а из рисунка уберите")
			}
		}
	}
}

// chartTexts returns the texts of the paragraphs of a chart or a diagram.
func (c *compiler) chartTexts(one *part) (list []string) {
	total := 0
	root, err := parse(one.data, &total)
	if err != nil {
		return nil // copied as it is
	}
	root.each(func(e *element) bool {
		if e.name != "p" && e.name != "v" {
			return true
		}
		text := &paragraph{}
		var b strings.Builder
		if e.name == "v" { // the value of a cell, ECMA-376-1, 21.2.2.195
			text.addText(one.data, e, &b)
		}
		for _, t := range textsIn(e) {
			text.addText(one.data, t, &b)
		}
		list = append(list, b.String())
		return false
	})
	return list
}
