package word

import (
	"slices"
	"strings"
)

// reference is a field or a hyperlink that names a bookmark (ECMA-376-1, 17.16.5). In a
// repetition the bookmarks have new names, and the references to them follow.
type reference struct {
	bookmark string
	from, to int // of the name in the part
	regions  []int
	place    place
	kind     string // of a field whose stored text is that of the bookmark
}

// bookmark is a bookmark of the template.
type bookmark struct {
	from, to int
	region   int // the innermost repetition that it is in, or 0
}

// referring are the fields that name a bookmark, and whether they show its text.
var referring = map[string]bool{"REF": true, "NOTEREF": true, "PAGEREF": false}

// startBookmark and endBookmark note where a bookmark is.
func (c *compiler) startBookmark(e *element) {
	b := &bookmark{from: e.start, to: e.end}
	if _, regions := c.scopeOf(e); len(regions) > 0 {
		b.region = regions[len(regions)-1]
	}
	c.bookmarks[e.attr("name")], c.begun[e.attr("id")] = b, b
}

func (c *compiler) endBookmark(e *element) {
	if b := c.begun[e.attr("id")]; b != nil {
		b.to = e.start
	}
}

// bookmark returns where a field names a bookmark: the argument of those that refer to
// one, and in HYPERLINK without an address the one of \l (ECMA-376-1, 17.16.5.25).
func (m instruction) bookmark() (named codeWord, ok bool) {
	if len(m.words) < 2 {
		return codeWord{}, false
	}
	named = m.words[1]
	if _, known := referring[m.kind]; known {
		return named, true
	}
	if m.kind != "HYPERLINK" || named.after == "" {
		return codeWord{}, false
	}
	for _, w := range m.words[1:] {
		if w.after == `\l` {
			return w, true
		}
	}
	return codeWord{}, false
}

// refer notes a field that names a bookmark; codes are the elements of its instruction,
// and its result ends in the part at to, or before from if it is in other paragraphs.
func (c *compiler) refer(p *element, m instruction, codes []*element, from, to int) {
	code, text := &flat{}, strings.Builder{}
	for _, e := range codes {
		code.addText(c.src, e, &text)
	}
	named, ok := readInstruction(text.String()).bookmark()
	if !ok {
		return
	}
	pieces := code.pieces(named.from, named.from+len(named.text))
	if len(pieces) != 1 {
		return // divided by an editor: the field goes on naming the first
	}
	r := reference{bookmark: named.text, from: pieces[0].from, to: pieces[0].to, place: c.fieldPlace(p, from, to)}
	if referring[m.kind] && from < to && !c.hasNames(p, from, to) {
		r.kind = m.kind
	}
	_, regions := c.scopeOf(pieces[0].in)
	r.regions = slices.Clone(regions)
	c.references = append(c.references, r)
}

// anchor notes a hyperlink to a bookmark.
func (c *compiler) anchor(e *element) {
	if from, to, ok := e.valueSpan(c.src, "anchor"); ok {
		_, regions := c.scopeOf(e)
		c.references = append(c.references, reference{bookmark: e.attr("anchor"), from: from, to: to,
			regions: slices.Clone(regions)})
	}
}

// resolveReferences makes references in a repetition name its own bookmarks. The stored
// text of a field is computed by Word only, so one that filling makes wrong is reported.
func (c *compiler) resolveReferences() {
	var filled []int // where values are written
	for _, e := range c.edits {
		if e.kind == slot || e.kind == sequenceNumber {
			filled = append(filled, e.from)
		}
	}
	slices.Sort(filled)
	for _, r := range c.references {
		b := c.bookmarks[r.bookmark]
		if b == nil {
			continue
		}
		if b.region > 0 && slices.Contains(r.regions, b.region) {
			c.replace(r.from, r.to, op{kind: identity, region: b.region,
				id: &identifier{what: "bookmark name", value: string(c.src[r.from:r.to])}})
		}
		first, _ := slices.BinarySearch(filled, b.from)
		if r.kind != "" && first < len(filled) && filled[first] < b.to {
			c.warn(r.place, "поле "+r.kind+" повторяет слова закладки «"+r.bookmark+
				"», а программа его не обновляет: в бумаге останется, что в нём есть",
				"впишите вместо него имя в скобках или обновите поля готовой бумаги в Word: Ctrl+A, F9")
		}
	}
}
