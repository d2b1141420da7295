package word

import (
	"slices"

	"protokol/generator/internal/fields"
)

// storedKinds are fields that show what is stored in the file under a name: properties,
// variables, the answers of forms (ECMA-376-1, 17.16.5).
var storedKinds = map[string]bool{"DOCPROPERTY": true, "DOCVARIABLE": true, "FORMTEXT": true, "FORMDROPDOWN": true}

// storedField reports a field that shows something stored under the name of a fact: it
// is not filled.
func (c *compiler) storedField(p *element, m instruction, from, to int) {
	if !storedKinds[m.kind] || fields.Find(m.name, c.lists) == nil {
		return
	}
	if c.hasNames(p, from, to) {
		return // the result is filled
	}
	c.warn(c.fieldPlace(p, from, to), "поле "+m.kind+" «"+m.name+"» не заполняется: в бумаге останется, что в нём есть",
		"удалите поле и впишите {"+m.name+"}")
}

// hasNames reports whether a range of a paragraph holds names in braces.
func (c *compiler) hasNames(p *element, from, to int) bool {
	f := c.flats[p]
	return slices.ContainsFunc(f.tokens, func(t token) bool {
		return slices.ContainsFunc(f.pieces(t.from, t.to), func(one piece) bool {
			return from <= one.from && one.to <= to
		})
	})
}
