package word

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// marker returns the token that is alone in a paragraph or in a table row.
func (c *compiler) marker(e *element) (token, *element, bool) {
	p := e
	if e.name == "tr" {
		p = c.onlyParagraph(e)
	}
	if p == nil || c.flats[p] == nil {
		return token{}, nil, false
	}
	f := c.flats[p]
	if len(f.tokens) != 1 || f.tokens[0].verb == valueOf || f.tokens[0].verb == braceOnly {
		return token{}, nil, false
	}
	t := f.tokens[0]
	alone := strings.TrimSpace(f.text[:t.from]+f.text[t.to:]) == ""
	return t, p, alone && !holdsMore(p)
}

// onlyParagraph returns the only paragraph with words of a table row.
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
// picture, the end of a section, a field.
func holdsMore(p *element) bool {
	more := false
	p.each(func(e *element) bool {
		switch e.name {
		case "drawing", "pict", "object", "sectPr", "fldChar", "fldSimple", "footnoteReference":
			more = true
		}
		return !more
	})
	return more
}

// open is a block that has begun and not ended.
type open struct {
	token
	marker *element
	place  place
	middle *element // the marker of «иначе»
	lists  []fields.Path
	depth  int // number of lists around it
	region int // of a repetition
}

// blocks compiles paragraphs, rows and others in a row, with the blocks between
// markers.
func (c *compiler) blocks(kids []*element) {
	var stack []open
	for _, e := range kids {
		if e.name != "p" && e.name != "tr" {
			c.visit(e)
			continue
		}
		t, p, ok := c.marker(e)
		if !ok {
			c.visit(e)
			continue
		}
		stack = c.mark(stack, t, e, c.place(p, t.from, t.to))
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
func (c *compiler) mark(stack []open, t token, e *element, at place) []open {
	last := len(stack) - 1
	switch {
	case t.verb == forEach || t.verb == ifSo:
		b := open{token: t, marker: e, place: at, depth: len(c.lists)}
		if t.verb == forEach {
			if b.lists = c.enter(t.words, at); b.lists != nil {
				b.region = c.regions[len(c.regions)-1]
			}
		}
		return append(stack, b)
	case last < 0:
		c.wrong(at, "{"+wordOf(t.verb)+"} без начала блока", "начало — {для каждого …} или {если …} в той же ячейке")
		c.remove(e.start, e.end)
		return stack
	case t.verb == orElse && (stack[last].verb != ifSo || stack[last].middle != nil):
		c.wrong(at, "{иначе} бывает один раз и только внутри {если …}", "")
		return stack
	case t.verb == orElse:
		stack[last].middle = e
		return stack
	}
	c.leave(stack[last])
	c.closeBlock(stack[last], e)
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
func (c *compiler) closeBlock(b open, end *element) {
	e := edit{op: op{from: b.marker.start, to: end.end}, bodyFrom: b.marker.end, bodyTo: end.start}
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
			e.bodyTo, e.otherFrom, e.otherTo = b.middle.start, b.middle.end, end.start
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
		keep:   own < len(lists),
		region: region}, bodyFrom: tr.start, bodyTo: tr.end})
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
				p = fields.Find(t.words, c.lists)
			case ifSo:
				p = fields.Find(readCondition(t.words).name, c.lists)
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
	edits := len(c.edits)
	c.container(t)
	for _, e := range c.edits[edits:] {
		if e.kind == repeat || e.kind == branch {
			c.edits = append(c.edits, edit{op: op{kind: table, from: t.start, to: t.end}, bodyFrom: t.start,
				bodyTo: t.end})
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
