package word

import (
	"encoding/xml"
	"html"
	"net/url"
	"path"
	"strconv"
	"strings"

	"protokol/generator/internal/fields"
)

// The target of a hyperlink is in the relationships of its part (ECMA-376-1, 17.16.22). One with names needs a
// relationship of its own in every paper, and in every repetition.

const linkType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// link is a target with names: text and names in turn, the text first.
type link struct {
	texts []string
	names []*name
}

// linkNames returns the target of a hyperlink and the names in it.
func (c *compiler) linkNames(e *element) (target string, list []token) {
	if e.name != "hyperlink" && e.name != "hlinkClick" {
		return "", nil
	}
	if r := c.part.relations[e.attr("id")]; r.IsExternal() {
		target = plainTarget(r.Target)
		return target, c.targetNames(target)
	}
	return "", nil
}

// linksOfPapers returns the relationships of a part that papers with hyperlinks of
// their own keep: not those whose targets have names, which are not addresses.
func (t *Template) linksOfPapers(one *part) []byte {
	src := []byte(noLinks)
	if links := t.pack.find(linksOf(one.name)); links != nil {
		src = links.data
	}
	if one == t.pack.main {
		src = t.writing.links
	}
	if len(one.replaced) == 0 {
		return src
	}
	return without(src, "Relationship", func(e *element) bool {
		id := e.attr("Id")
		return one.replaced[id] > 0 && one.referred[id] == one.replaced[id]
	})
}

// plainTarget returns a target without the escapes that Word gives braces.
func plainTarget(target string) string {
	if !strings.Contains(strings.ToUpper(target), "%7B") {
		return target
	}
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// targetNames returns the names in a target. Braces around Latin letters that are not a name belong to the address.
func (c *compiler) targetNames(target string) (list []token) {
	for _, t := range tokens(target) {
		if t.verb == valueOf && (strings.ContainsFunc(t.words, isCyrillic) || fields.Find(t.words, c.lists) != nil) {
			list = append(list, t)
		}
	}
	return list
}

// link compiles a hyperlink whose target has names.
func (c *compiler) link(e *element) {
	target, list := c.linkNames(e)
	from, to, ok := e.valueSpan(c.src, "id")
	if len(list) == 0 || !ok {
		return
	}
	at := place{part: c.part, words: target, from: e.start, to: e.end}
	if p := e.within("p"); p != nil && c.flats[p] != nil {
		at.p = p
	}
	made, next := &link{}, 0
	for _, t := range list {
		n := c.resolve(t, at)
		if n == nil {
			return
		}
		n.address = address(t.from == 0 && t.to == len(target))
		made.texts, made.names = append(made.texts, target[next:t.from]), append(made.names, n)
		next = t.to
	}
	made.texts = append(made.texts, target[next:])
	if c.part.replaced == nil {
		c.part.replaced = map[string]int{}
	}
	c.part.replaced[e.attr("id")]++
	c.replace(from, to, op{kind: linkID, link: made})
}

// instruction returns the code of a simple field as if it were a text of a run.
func (c *compiler) instruction(field *element) *element {
	from, to, _ := field.valueSpan(c.src, "instr") // it has one: its kind is known
	return attributeText(field, from, to)
}

// attributeText returns the value of an attribute as if it were a text of a run.
func attributeText(e *element, from, to int) *element {
	return &element{name: "t", start: e.start, open: from, close: to, end: to, parent: e,
		attrs: []xml.Attr{{Name: xml.Name{Local: "space"}, Value: "preserve"}}}
}

// linkCode compiles the names in the target of a field HYPERLINK between two places.
func (c *compiler) linkCode(p *element, from, to int, codes []*element) {
	var text strings.Builder
	code := &paragraph{}
	for _, e := range codes {
		code.addText(c.src, e, &text)
	}
	code.text = text.String()
	for _, t := range c.targetNames(code.text) {
		n := c.resolve(t, c.fieldPlace(p, from, to))
		if n != nil {
			whole := t.from > 0 && code.text[t.from-1] == '"' && strings.HasPrefix(code.text[t.to:], `"`)
			n.address = address(whole)
			c.put(code, t, n)
		}
	}
}

// addressKind says how the value of a name in a target is escaped.
type addressKind int

const (
	noAddress    addressKind = iota
	wholeAddress             // the value is a target
	addressPart
)

func address(whole bool) addressKind {
	if whole {
		return wholeAddress
	}
	return addressPart
}

// escapeAddress escapes characters that a target cannot contain (RFC 3987, 2.2).
func escapeAddress(text string, kind addressKind) string {
	never := " \"<>\\^`{|}"
	if kind == addressPart {
		never += "%?#&"
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\u00a0':
			b.WriteString("%20")
		case r < ' ' || strings.ContainsRune(never, r):
			b.WriteString("%" + strings.ToUpper(strconv.FormatInt(int64(r)+0x100, 16)[1:]))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// link prints the id of a relationship to the target that a hyperlink has here.
func (e *execution) link(l *link, frame fields.Frame) {
	target := l.texts[0]
	for i, n := range l.names {
		text, ok := e.text(n, frame)
		if !ok {
			return
		}
		target += escapeAddress(text.Plain, n.address) + l.texts[i+1]
	}
	e.out = append(e.out, e.relate("hyperlink", target, ` TargetMode="External"`)...)
}

// relate returns the id of a relationship of the current part.
func (e *execution) relate(kind, target, mode string) string {
	rest := ` Type="` + linkType + kind + `" Target="` + html.EscapeString(target) + `"` + mode + `/>`
	list := e.relations[e.part.name]
	for i, known := range list {
		if strings.HasSuffix(known, rest) {
			return e.template.relationID(i + 1)
		}
	}
	id := e.template.relationID(len(list) + 1)
	if e.relations == nil {
		e.relations = map[string][]string{}
	}
	e.relations[e.part.name] = append(list, `<Relationship Id="`+id+`"`+rest)
	return id
}

// relationID returns the id of a relationship that a paper adds to a part.
func (t *Template) relationID(n int) string { return t.writing.unused + strconv.Itoa(n) }

// links returns the relationships of a part with those that the paper adds.
func (p *Paper) links(part string) []byte {
	return insertBefore(p.template.writing.filled[part], "</Relationships>", p.relations[part])
}

// linksOf returns the name of the part with the relationships of a part.
func linksOf(name string) string { return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels") }

// noLinks is a relationships part without any.
const noLinks = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
