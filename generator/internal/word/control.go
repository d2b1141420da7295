package word

import (
	"strings"
	"unicode"

	"protokol/generator/internal/fields"
)

// control compiles a content control whose tag is a name: the control stays, its
// text is the value. It returns false for other controls.
func (c *compiler) control(sdt *element) bool {
	properties, content := sdt.kid("sdtPr"), sdt.kid("sdtContent")
	if properties == nil || content == nil || properties.kid("tag") == nil {
		return false
	}
	tag := properties.kid("tag").attr("val")
	t, braces := controlName(tag)
	at := place{part: c.part, words: c.nearWords(sdt), from: content.start, to: content.end, p: c.anyParagraph(sdt)}
	if !braces && fields.Find(t.words, c.lists) == nil {
		if strings.ContainsFunc(tag, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			c.warn(at, "у элемента управления метка «"+tag+"», а такого имени нет: он останется как есть",
				"если в нём должно быть значение, исправьте метку")
		}
		return false
	}
	n := c.resolve(t, at)
	if n == nil {
		return true
	}
	c.identify(sdt)
	c.shown(properties)
	c.fillContent(content, n)
	return true
}

// controlName reads the tag of a control.
func controlName(tag string) (t token, braces bool) {
	tag = strings.TrimSpace(tag)
	if list := tokens(tag); len(list) == 1 && list[0].from == 0 && list[0].to == len(tag) {
		return list[0], true
	}
	t = token{words: clean(tag)}
	t.classify()
	return t, false
}

// promptStyle returns the id of the style of prompts, which Word calls by a fixed
// name and gives an id of its language.
func (t *Template) promptStyle() string {
	if t.prompts != "" {
		return t.prompts
	}
	t.prompts = "PlaceholderText"
	for _, r := range t.pack.relations {
		styles := t.pack.find(r.Part(t.pack.main.name))
		if r.Kind() != "styles" || styles == nil || styles.read(maxText) != nil {
			continue
		}
		total := 0
		root, err := parse(styles.data, &total)
		if err != nil {
			continue // Word repairs it, and this program copies it
		}
		root.each(func(e *element) bool {
			if e.name == "style" && e.kid("name") != nil && strings.EqualFold(e.kid("name").attr("val"),
				"Placeholder Text") {
				t.prompts = e.attr("styleId")
			}
			return true
		})
	}
	return t.prompts
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
	content.each(func(e *element) bool {
		switch {
		case e.name == "rStyle" && e.attr("val") == c.template.promptStyle():
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

// merged compiles the merge fields of a paragraph (ECMA-376-1, 17.16.5.35): each
// is replaced by its value.
func (c *compiler) merged(p *element) {
	for _, e := range p.kids {
		c.simpleField(p, e)
	}
	c.complexFields(p, p.kids)
	for _, e := range p.kids {
		if e.name == "hyperlink" || e.name == "ins" || e.name == "smartTag" {
			c.complexFields(p, e.kids)
		}
	}
}

// mergeName returns the name in the instruction of a merge field.
func mergeName(instruction string) (string, bool) {
	words := strings.TrimSpace(instruction)
	if len(words) < len("MERGEFIELD ") || !strings.EqualFold(words[:len("MERGEFIELD")], "MERGEFIELD") {
		return "", false
	}
	rest := strings.TrimSpace(words[len("MERGEFIELD"):])
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		name, _, _ := strings.Cut(quoted, `"`)
		return strings.TrimSpace(name), true
	}
	name, _, _ := strings.Cut(rest, `\`)
	return strings.TrimSpace(name), true
}

func (c *compiler) simpleField(p, e *element) {
	if e.name != "fldSimple" {
		return
	}
	if name, ok := mergeName(e.attr("instr")); ok {
		c.field(p, e.start, e.end, name, e.kid("r"))
	}
}

// field replaces a merge field by a run with its value.
func (c *compiler) field(p *element, from, to int, words string, like *element) {
	t := token{words: clean(words)}
	t.classify()
	at := place{part: c.part, p: p, words: c.flats[p].text, from: from, to: to}
	n := c.resolve(t, at)
	if n == nil {
		return
	}
	n.prefix = p.prefix(c.src)
	n.before = []byte("<" + n.prefix + "r>")
	if like != nil && like.kid("rPr") != nil {
		look := like.kid("rPr")
		n.before = append(n.before, c.src[look.start:look.end]...)
	}
	n.before = append(n.before, "<"+n.prefix+`t xml:space="preserve">`...)
	n.after = []byte("</" + n.prefix + "t></" + n.prefix + "r>")
	c.replace(from, to, op{kind: slot, name: n})
}

// complexFields finds merge fields made of runs: begin, instruction, separator,
// result, end (ECMA-376-1, 17.16.18).
func (c *compiler) complexFields(p *element, kids []*element) {
	var begin, like *element
	var code strings.Builder
	depth, result := 0, false
	for _, run := range kids {
		if run.name != "r" {
			continue
		}
		for _, e := range run.kids {
			switch {
			case e.name == "fldChar" && e.attr("fldCharType") == "begin":
				if depth++; depth == 1 {
					begin, like, result = run, run, false
					code.Reset()
				}
			case e.name == "instrText" && depth == 1:
				code.WriteString(string(c.src[e.open:e.close]))
			case e.name == "fldChar" && e.attr("fldCharType") == "separate" && depth == 1:
				result = true
			case e.name == "t" && result && depth == 1 && like == begin:
				like = run
			case e.name == "fldChar" && e.attr("fldCharType") == "end" && depth > 0:
				if depth--; depth > 0 {
					continue
				}
				if name, ok := mergeName(strings.ReplaceAll(code.String(), "&quot;", `"`)); ok {
					c.field(p, begin.start, run.end, name, like)
				}
			}
		}
	}
}
