package word

import (
	"strings"

	"protokol/generator/internal/fields"
)

// Charts and diagrams are separate parts, which are copied: names in them are reported.

// chartKinds are the names of drawings that show parts with separate text.
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
