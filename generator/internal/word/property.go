package word

import "strings"

// propertyKinds are the kinds of parts with the properties of the file, such as its
// title, which fields print (ECMA-376-1, 15.2.12).
var propertyKinds = map[string]bool{"core-properties": true, "custom-properties": true}

// isProperties reports whether a part has text without paragraphs.
func (p *part) isProperties() bool { return propertyKinds[p.kind] }

// aboutPaper are the properties that say what a paper is about; others say who wrote
// it and when.
var aboutPaper = map[string]bool{"title": true, "subject": true, "description": true, "keywords": true,
	"category": true, "lpwstr": true}

// hasText reports whether an element of a part has text of the paper: a paragraph, or
// a property.
func (p *part) hasText(e *element) bool {
	if p.isProperties() {
		return aboutPaper[e.name] && len(e.kids) == 0 && e.close > e.open
	}
	return e.name == "p"
}

// text returns the text of an element of a part.
func (p *part) text(e *element) flat {
	if !p.isProperties() {
		return flatten(p.data, e)
	}
	return propertyText(p.data, e)
}

func propertyText(src []byte, e *element) flat {
	var f flat
	var text strings.Builder
	f.addText(src, e, &text)
	f.text = text.String()
	return f
}

// properties compiles the properties of the file.
func (c *compiler) properties(root *element) {
	root.each(func(e *element) bool {
		if len(e.kids) == 0 && e.close > e.open {
			f := propertyText(c.src, e)
			p := &paragraph{f, tokens(f.text)}
			c.template.names += len(p.tokens)
			c.flats[e] = p
			c.inside(e, p, 0, len(p.tokens))
		}
		return true
	})
}
