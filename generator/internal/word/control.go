package word

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"protokol/generator/internal/fields"
)

// control compiles a content control whose tag is a name: the control stays, its
// text is the value. It returns false for other controls.
func (c *compiler) control(sdt *element) bool {
	properties, content := sdt.kid("sdtPr"), sdt.kid("sdtContent")
	if properties == nil || content == nil {
		return false
	}
	if isSection(sdt) {
		c.section(sdt)
		return true
	}
	t, named := c.controlName(sdt)
	at := place{part: c.part, words: c.nearWords(sdt), from: content.start, to: content.end, p: c.anyParagraph(sdt)}
	if !named {
		c.notNamed(properties, content, at)
		return false
	}
	c.unbind(properties)
	if box := properties.kid("checkbox"); box != nil {
		c.identify(sdt)
		c.checkbox(box, content, t, at)
		return true
	}
	n := c.resolve(t, at)
	if n == nil {
		return true
	}
	c.identify(sdt)
	c.shown(properties)
	if format := properties.kid("date", "dateFormat"); format != nil && len(t.filters) == 0 && n.path != nil &&
		n.path.Kind() == fields.Date {
		_ = n.filters.SetPicture(format.attr("val")) // one with hours prints the date as elsewhere
	}
	c.fillContent(content, n)
	return true
}

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// controlName returns the name that is the tag of a control, or its title in braces.
func (c *compiler) controlName(sdt *element) (token, bool) {
	if sdt.kid("sdtPr") == nil || sdt.kid("sdtContent") == nil {
		return token{}, false
	}
	for _, kind := range []string{"tag", "alias"} {
		element := sdt.kid("sdtPr", kind)
		if element == nil {
			continue
		}
		words := strings.TrimSpace(element.attr("val"))
		if list := tokens(words); len(list) == 1 && list[0].from == 0 && list[0].to == len(words) {
			return list[0], true
		}
		t := token{words: clean(words)}
		t.classify()
		if kind == "tag" && fields.Find(t.words, c.lists) != nil {
			return t, true
		}
	}
	return token{}, false
}

// unbind removes the data of a control apart from its text: a binding to other data, which Word prints instead of
// the text (ECMA-376-1, 17.5.2.6), and the chosen date or item.
func (c *compiler) unbind(properties *element) {
	for _, e := range properties.kids {
		switch e.name {
		case "dataBinding":
			c.remove(e.start, e.end)
		case "date":
			c.removeAttr(e, "fullDate")
		case "dropDownList", "comboBox":
			c.removeAttr(e, "lastValue")
		}
	}
}

// removeAttr removes an attribute.
func (c *compiler) removeAttr(e *element, name string) {
	if from, to, ok := e.valueSpan(c.src, name); ok {
		space := bytes.LastIndexAny(c.src[e.start:from], " \t\r\n")
		c.remove(e.start+space, to+1)
	}
}

// unnamed compiles a control that is not itself a name.
func (c *compiler) unnamed(sdt *element) {
	properties, content := sdt.kid("sdtPr"), sdt.kid("sdtContent")
	if properties != nil && content != nil && c.filledInside(content) {
		c.unbind(properties)
	}
}

// filledInside reports whether a control that is not itself a name contains names.
func (c *compiler) filledInside(content *element) (found bool) {
	holds := func(p *element) {
		f := c.flats[p]
		if f == nil {
			return
		}
		for _, t := range f.tokens {
			for _, one := range f.pieces(t.from, t.to) {
				found = found || one.from >= content.start && one.to <= content.end
			}
		}
	}
	if p := content.within("p"); p != nil {
		holds(p)
	}
	content.each(func(e *element) bool {
		holds(e)
		return !found
	})
	return found
}

// checkbox compiles a check box: it is checked if the condition in its tag holds.
func (c *compiler) checkbox(box, content *element, t token, at place) {
	ask := c.ask(t, at)
	if ask == nil {
		return
	}
	choose := func(from, to int, yes, no string) {
		c.replace(from, to, op{kind: branch, ask: ask, body: []op{{kind: insert, between: []byte(yes)}},
			other: []op{{kind: insert, between: []byte(no)}}})
	}
	if from, to, ok := box.kid("checked").valueSpan(c.src, "val"); ok {
		choose(from, to, "1", "0")
	}
	done := false
	content.each(func(e *element) bool {
		if e.name == "t" && !done && e.close > e.open {
			choose(e.open, e.close, sign(box.kid("checkedState"), "\u2612"), sign(box.kid("uncheckedState"), "\u2610"))
			done = true
		}
		return true
	})
}

// sign returns the character of a state of a check box.
func sign(state *element, otherwise string) string {
	if state == nil {
		return otherwise
	}
	n, err := strconv.ParseUint(state.attr("val"), 16, 16)
	if err != nil {
		return otherwise
	}
	return string(rune(n))
}

// shown removes the mark that the control shows a prompt (ECMA-376-1, 17.5.2.39).
func (c *compiler) shown(properties *element) {
	for _, e := range properties.kids {
		if e.name == "showingPlcHdr" {
			c.remove(e.start, e.end)
		}
	}
}

// fillContent puts a value into the first text of a control and removes the
// others.
func (c *compiler) fillContent(content *element, n *name) {
	var first *element
	c.replaces(textsIn(content))
	content.each(func(e *element) bool {
		switch {
		case e.name == "rStyle" && e.attr("val") == c.template.styles.prompt:
			c.remove(e.start, e.end)
		case e.name == "t" && e.parent.name == "r" && first == nil && e.close > e.open:
			first = e
			n.prefix = e.prefix(c.src)
			c.replace(e.start, e.end, op{kind: slot, name: n})
			n.before, n.after = c.wrapped(e)
		case e.name == "t" && e.parent.name == "r":
			c.remove(e.open, e.close)
		case e.name == "p" || e.name == "r":
			c.identify(e)
		}
		return true
	})
	if first == nil {
		c.emptyContent(content, n)
	}
}

// wrapped returns a w:t around a value.
func (c *compiler) wrapped(e *element) (before, after []byte) {
	prefix := e.prefix(c.src)
	return []byte("<" + prefix + `t xml:space="preserve">`), []byte("</" + prefix + "t>")
}

// emptyContent puts a value into a control without text.
func (c *compiler) emptyContent(content *element, n *name) {
	into := content
	content.each(func(e *element) bool {
		if e.name == "p" && into == content && e.close > e.open {
			into = e
		}
		return true
	})
	if into.close == into.open && into.end > into.open && c.src[into.open-2] == '/' {
		return // <w:sdtContent/>: nowhere to write
	}
	n.prefix = content.prefix(c.src)
	run := []byte("<" + n.prefix + "r><" + n.prefix + `t xml:space="preserve">`)
	end := []byte("</" + n.prefix + "t></" + n.prefix + "r>")
	if into == content && content.parent.parent.name != "p" {
		run, end = append([]byte("<"+n.prefix+"p>"), run...), append(end, "</"+n.prefix+"p>"...)
	}
	n.before, n.after = run, end
	c.replace(into.close, into.close, op{kind: slot, name: n})
}

// nearWords returns the words around a control.
func (c *compiler) nearWords(e *element) string {
	if p := c.anyParagraph(e); p != nil {
		return c.flats[p].text
	}
	return ""
}

// anyParagraph returns the paragraph that an element is in, or that is in it.
func (c *compiler) anyParagraph(e *element) (found *element) {
	if p := e.within("p"); p != nil {
		return p
	}
	e.each(func(in *element) bool {
		if found == nil && in.name == "p" {
			found = in
		}
		return found == nil
	})
	return found
}
