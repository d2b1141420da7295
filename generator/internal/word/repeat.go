package word

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// marker is a paragraph, a table row or a cell that holds nothing but the token of
// a block.
type marker struct {
	token
	e     *element
	p     *element // the paragraph of the token
	stays bool     // the paragraph ends a section, and so must not vanish
}

// before and after return where a block begins or ends at a marker.
func (m marker) before() int {
	if m.stays {
		return m.e.end
	}
	return m.e.start
}

func (m marker) after() int {
	if m.stays {
		return m.e.start
	}
	return m.e.end
}

// marker returns the marker that an element is.
func (c *compiler) marker(e *element) (marker, bool) {
	p := e
	if e.name != "p" {
		p = c.onlyParagraph(e)
	}
	if p == nil || c.flats[p] == nil {
		return marker{}, false
	}
	f := c.flats[p]
	if len(f.tokens) != 1 || f.tokens[0].verb == valueOf || f.tokens[0].verb == braceOnly {
		return marker{}, false
	}
	t := f.tokens[0]
	alone := strings.TrimSpace(f.text[:t.from]+f.text[t.to:]) == ""
	endsSection := p.kid("pPr", "sectPr") != nil
	if !alone || holdsMore(p) || endsSection && e.name != "p" {
		return marker{}, false
	}
	return marker{t, e, p, endsSection}, true
}

// cellMarkers reports whether cells of a row are markers: each block that they
// begin ends in the row.
func (c *compiler) cellMarkers(tr *element) bool {
	depth, found := 0, false
	for _, e := range tr.kids {
		if e.name != "tc" {
			continue
		}
		m, ok := c.marker(e)
		switch {
		case !ok:
		case m.verb == endOf:
			if depth--; depth < 0 {
				return false
			}
		case m.verb != orElse:
			depth, found = depth+1, true
		}
	}
	return found && depth == 0
}

// onlyParagraph returns the only paragraph with words of a table row or a cell.
func (c *compiler) onlyParagraph(row *element) (only *element) {
	several := false
	row.each(func(e *element) bool {
		if f := c.flats[e]; f != nil && strings.TrimSpace(f.text) != "" {
			several = several || only != nil
			only = e
		}
		return true
	})
	if several {
		return nil
	}
	return only
}

// holdsMore reports whether a paragraph holds what must not vanish with it: a
// picture, a field.
func holdsMore(p *element) bool {
	more := false
	p.each(func(e *element) bool {
		switch e.name {
		case "drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference":
			more = true
		}
		return !more
	})
	return more
}

// open is a block that has begun and not ended.
type open struct {
	marker
	place  place
	middle *marker // of «иначе»
	lists  []fields.Path
	depth  int // number of lists around it
	region int // of a repetition
}

// blocks compiles paragraphs, rows and others in a row, with the blocks between
// markers.
func (c *compiler) blocks(kids []*element) {
	var stack []open
	for _, e := range kids {
		isCell := e.name == "tc" && c.cellMarkers(e.parent)
		if e.name == "p" || e.name == "tr" || isCell {
			if m, ok := c.marker(e); ok {
				stack = c.mark(stack, m)
				continue
			}
		}
		c.visit(e)
	}
	for i := len(stack) - 1; i >= 0; i-- {
		c.abandon(stack[i])
	}
}

// abandon reports a block that is not closed.
func (c *compiler) abandon(b open) {
	c.wrong(b.place, "блок не закрыт: нет своего {конец}",
		"поставьте {конец} отдельным абзацем после последнего абзаца блока, в той же ячейке")
	c.leave(b)
}

func (c *compiler) leave(b open) {
	if b.region > 0 {
		c.regions = c.regions[:len(c.regions)-1]
	}
	c.lists = c.lists[:b.depth]
}

// mark handles a marker.
func (c *compiler) mark(stack []open, m marker) []open {
	last, at := len(stack)-1, c.place(m.p, m.from, m.to)
	if m.stays {
		c.cut(c.flats[m.p], m.from, m.to)
	}
	switch {
	case m.verb == forEach || m.verb == ifSo:
		b := open{marker: m, place: at, depth: len(c.lists)}
		if m.verb == forEach {
			if b.lists = c.enter(m.words, at); b.lists != nil {
				b.region = c.regions[len(c.regions)-1]
			}
		}
		return append(stack, b)
	case last < 0:
		c.wrong(at, "{"+wordOf(m.verb)+"} без начала блока", "начало — {для каждого …} или {если …} в той же ячейке")
		return stack
	case m.verb == orElse && (stack[last].verb != ifSo || stack[last].middle != nil || m.stays):
		c.wrong(at, "{иначе} бывает один раз, внутри {если …} и не в последнем абзаце раздела", "")
		return stack
	case m.verb == orElse:
		stack[last].middle = &m
		return stack
	}
	c.leave(stack[last])
	c.closeBlock(stack[last], m)
	return stack[:last]
}

func wordOf(v verb) string {
	if v == orElse {
		return "иначе"
	}
	return "конец"
}

// enter begins the repetition of a list, and of the lists that it is in.
func (c *compiler) enter(list string, at place) []fields.Path {
	p := fields.FindList(list, c.lists)
	if p == nil {
		hint := "бывает: {для каждого " + strings.Join(fields.KnownLists()[:4], "}, {для каждого ") + "}"
		if near := nearestList(list); near != "" {
			hint = "возможно, вы имели в виду {для каждого " + near + "}"
		}
		c.wrong(at, "нет списка «"+list+"»", hint)
		return nil
	}
	lists := c.unbound(append(slices.Clone(p), p[len(p)-1].Of.First()))
	if len(lists) == 0 {
		c.wrong(at, "список «"+p[len(p)-1].Name()+"» здесь уже повторяется",
			"уберите лишний {для каждого …} и его {конец}")
		return nil
	}
	c.push(lists)
	return lists
}

// push begins a repetition.
func (c *compiler) push(lists []fields.Path) int {
	c.lists = append(c.lists, lists...)
	c.template.regions++
	c.regions = append(c.regions, c.template.regions)
	return c.template.regions
}

// unbound returns the lists of a path that are not repeated at the place.
func (c *compiler) unbound(p fields.Path) (lists []fields.Path) {
	for _, list := range p.Lists() {
		if !c.repeats(list) {
			lists = append(lists, list)
		}
	}
	return lists
}

// closeBlock makes the instruction of a block between two markers.
func (c *compiler) closeBlock(b open, end marker) {
	c.columns = c.columns || b.e.name == "tc"
	e := edit{op: op{from: b.before(), to: end.after()}, bodyFrom: b.e.end, bodyTo: end.e.start}
	switch {
	case b.verb == forEach && b.lists == nil:
		return // reported
	case b.verb == forEach:
		e.kind, e.lists, e.region = repeat, b.lists, b.region
	default:
		e.kind = branch
		if e.ask = c.ask(b.token, b.place); e.ask == nil {
			return
		}
		if b.middle != nil {
			e.bodyTo, e.otherFrom, e.otherTo = b.middle.e.start, b.middle.e.end, end.e.start
		}
	}
	c.edits = append(c.edits, e)
}

// ask reads a condition.
func (c *compiler) ask(t token, at place) *question {
	q := &question{condition: readCondition(t.words), place: at}
	if q.path = fields.Find(q.name, c.lists); q.path == nil {
		c.unknown(token{words: q.name}, &name{}, at)
		return nil
	}
	if !c.bound(q.path, at) {
		return nil
	}
	return q
}

// row compiles a table row. A row that names fields of a list that is not repeated
// around it repeats itself.
func (c *compiler) row(tr *element) {
	lists, own, at := c.needed(tr)
	if len(lists) == 0 {
		c.container(tr)
		return
	}
	for n := 1; n < len(lists); n++ {
		if !slices.Equal(lists[n][:min(len(lists[n]), len(lists[n-1]))], lists[n-1]) {
			c.wrong(at, "в одной строке таблицы два списка: «"+lists[n-1][len(lists[n-1])-1].Name()+"» и «"+
				lists[n][len(lists[n])-1].Name()+"»", "разнесите их по разным строкам")
			break
		}
	}
	depth := len(c.lists)
	region := c.push(lists)
	c.container(tr)
	c.lists, c.regions = c.lists[:depth], c.regions[:len(c.regions)-1]
	c.edits = append(c.edits, edit{op: op{kind: repeat, from: tr.start, to: tr.end, lists: lists,
		spare: len(lists) - own, region: region}, bodyFrom: tr.start, bodyTo: tr.end})
}

// needed returns the lists that the names of a row need, outermost first, the
// number of lists that every name of the row needs at least, and a place.
func (c *compiler) needed(tr *element) (lists []fields.Path, own int, at place) {
	depth, own := len(c.lists), 1000
	var blocks []int
	tr.each(func(e *element) bool {
		f := c.flats[e]
		if f == nil {
			return e == tr || e.name != "tr"
		}
		for _, t := range f.tokens {
			var p fields.Path
			switch t.verb {
			case valueOf:
				p = fields.Find(t.words, slices.Concat(c.lists, lists))
			case ifSo:
				p = fields.Find(readCondition(t.words).name, slices.Concat(c.lists, lists))
				blocks = append(blocks, len(c.lists))
			case forEach:
				blocks = append(blocks, len(c.lists))
				if p = fields.FindList(t.words, c.lists); p != nil {
					c.lists = append(c.lists, p)
				}
			case endOf:
				if last := len(blocks) - 1; last >= 0 {
					c.lists, blocks = c.lists[:blocks[last]], blocks[:last]
				}
			}
			if p == nil {
				continue
			}
			need := c.unbound(p)
			if len(need) > 0 {
				own = min(own, len(need))
			}
			if len(need) > len(lists) || len(need) > 0 && !sameLast(need, lists) {
				if at.p == nil {
					at = c.place(e, t.from, t.to)
				}
				lists = merge(lists, need)
			}
		}
		return true
	})
	c.lists = c.lists[:depth]
	return lists, own, at
}

func sameLast(a, b []fields.Path) bool {
	return len(b) > 0 && a[len(a)-1][len(a[len(a)-1])-1] == b[len(b)-1][len(b[len(b)-1])-1]
}

// merge adds lists that are not there yet.
func merge(lists, more []fields.Path) []fields.Path {
	for _, p := range more {
		if !slices.ContainsFunc(lists, func(q fields.Path) bool { return slices.Equal(p, q) }) {
			lists = append(lists, p)
		}
	}
	slices.SortStableFunc(lists, func(a, b fields.Path) int { return len(a) - len(b) })
	return lists
}

// table compiles a table. Without rows it is no table: it goes.
func (c *compiler) table(t *element) {
	edits, around := len(c.edits), c.columns
	c.columns = false
	c.container(t)
	columns := c.columns
	c.columns = around
	for _, e := range c.edits[edits:] {
		if e.kind == repeat || e.kind == branch {
			c.edits = append(c.edits, edit{op: op{kind: table, from: t.start, to: t.end, columns: columns},
				bodyFrom: t.start, bodyTo: t.end})
			return
		}
	}
}

// closeCell makes sure that a cell or a text box ends with a paragraph
// (ECMA-376-1, 17.4.65), whatever its blocks leave.
func (c *compiler) closeCell(e *element, before int) {
	if e.name != "tc" && e.name != "txbxContent" {
		return
	}
	for _, inner := range c.edits[before:] {
		if inner.kind == repeat || inner.kind == branch || inner.kind == table {
			c.edits = append(c.edits, edit{op: op{kind: cell, from: e.open, to: e.close,
				between: []byte(e.prefix(c.src))},
				bodyFrom: e.open, bodyTo: e.close})
			return
		}
	}
}
