package word

import (
	"slices"
)

// inside compiles the tokens of a paragraph from one index to another.
func (c *compiler) inside(p *element, f *paragraph, from, to int) {
	for i := from; i < to; i++ {
		t := f.tokens[i]
		at := c.place(p, t.from, t.to)
		switch t.verb {
		case braceOnly:
			c.cut(f, t.from, t.to)
		case valueOf:
			c.value(f, t, at)
		case foreign:
			c.wrong(at, "{"+t.words+"} — запись другой программы, здесь она ничего не значит",
				"повторение — {для каждого вопроса} … {конец}, условие — {если тема} … {иначе} … {конец}; "+
					"чтобы напечатать сами скобки, поставьте перед каждой \\")
		case forEach, ifSo:
			end, middle := pair(f.tokens, i, to)
			if end < 0 {
				c.wrong(at, "блок не закрыт: нет своего {конец}",
					"поставьте {конец} в этом же абзаце, или оба — отдельными абзацами")
				continue
			}
			c.span(p, f, i, middle, end)
			i = end
		default:
			c.wrong(at, "{"+wordOf(t.verb)+"} без начала блока в этом абзаце",
				"если блок из нескольких абзацев, поставьте {"+wordOf(t.verb)+"} отдельным абзацем")
		}
	}
}

// pair returns the indices of the end of a block, and of its «иначе», or -1.
func pair(list []token, begin, to int) (end, middle int) {
	depth, middle := 0, -1
	for i := begin; i < to; i++ {
		switch list[i].verb {
		case forEach, ifSo:
			depth++
		case orElse:
			if depth == 1 {
				middle = i
			}
		case endOf:
			if depth--; depth == 0 {
				return i, middle
			}
		}
	}
	return -1, -1
}

// cut removes a range of the text of a paragraph.
func (c *compiler) cut(f *paragraph, from, to int) {
	for _, one := range f.pieces(from, to) {
		c.remove(one.from, one.to)
		c.preserve(one)
	}
}

// value replaces a name by its value, at the place of the first letter.
func (c *compiler) value(f *paragraph, t token, at place) {
	if n := c.resolve(t, at); n != nil {
		c.put(f, t, n)
	}
}

// put replaces what is in braces by a value.
func (c *compiler) put(f *paragraph, t token, n *name) {
	for _, one := range f.pieces(t.from, t.to) {
		switch {
		case one.isElement || !one.holds(t.letter):
			c.remove(one.from, one.to)
		default:
			n.prefix, n.plain = one.in.prefix(c.src), c.part.isProperties()
			c.replace(one.from, one.to, op{kind: slot, name: n})
		}
		c.preserve(one)
	}
}

// holds reports whether a piece holds a byte of the text.
func (p piece) holds(at int) bool {
	low := p.start
	high := p.atom.to
	if !p.isElement {
		high = low
		for high < p.atom.to && p.raw[high-p.atom.from] < p.to {
			high++
		}
	}
	return at >= low && at < high
}

// preserve keeps the spaces at the ends of a w:t that is changed: without the
// attribute they do not count, and what was inside may now be at an end.
func (c *compiler) preserve(one piece) {
	if c.part.isProperties() || one.isElement || one.in.attr("space") == "preserve" || c.kept[one.in] {
		return
	}
	if c.kept == nil {
		c.kept = map[*element]bool{}
	}
	c.kept[one.in] = true
	first, last := one.raw[0], one.raw[len(one.raw)-1]
	c.remove(one.in.open, first)
	c.remove(last, one.in.close)
	at := one.in.open - 1
	c.edits = append(c.edits, edit{op: op{kind: insert, from: at, to: at, between: []byte(` xml:space="preserve"`)}})
}

// span compiles a block inside a paragraph: tokens begin and end, and perhaps
// «иначе» between them.
func (c *compiler) span(p *element, f *paragraph, begin, middle, end int) {
	t, closing := f.tokens[begin], f.tokens[end]
	at := c.place(p, t.from, t.to)
	for _, i := range []int{begin, middle, end} {
		if i >= 0 {
			c.cut(f, f.tokens[i].from, f.tokens[i].to)
		}
	}
	if t.verb == forEach {
		c.list(p, f, begin, end, at)
		return
	}
	q := c.ask(t, at)
	if q == nil {
		return
	}
	stop := closing.from
	if middle >= 0 {
		stop = f.tokens[middle].from
		for _, one := range f.pieces(f.tokens[middle].to, closing.from) {
			c.edits = append(c.edits, edit{op: op{kind: branch, from: one.from, to: one.to, ask: q},
				otherFrom: one.from, otherTo: one.to})
			c.preserve(one)
		}
		c.others(p, f, f.tokens[middle], closing, q, false)
	}
	for _, one := range f.pieces(t.to, stop) {
		c.edits = append(c.edits, edit{op: op{kind: branch, from: one.from, to: one.to, ask: q},
			bodyFrom: one.from, bodyTo: one.to})
		c.preserve(one)
	}
	c.others(p, f, t, f.tokens[bodyEnd(middle, end)], q, true)
	c.inside(p, f, begin+1, bodyEnd(middle, end))
	if middle >= 0 {
		c.inside(p, f, middle+1, end)
	}
}

// others makes everything but text depend on a condition, too: pictures, text boxes and
// references to notes between two tokens.
func (c *compiler) others(p *element, f *paragraph, begin, end token, q *question, holds bool) {
	from, to := f.lastPiece(begin).to, f.pieces(end.from, end.to)[0].from
	p.each(func(e *element) bool {
		switch e.name {
		case "drawing", "pict", "object", "AlternateContent", "footnoteReference", "endnoteReference":
		default:
			return true
		}
		if from <= e.start && e.end <= to {
			made := edit{op: op{kind: branch, from: e.start, to: e.end, ask: q}, bodyFrom: e.start, bodyTo: e.end}
			if !holds {
				made.bodyFrom, made.bodyTo, made.otherFrom, made.otherTo = 0, 0, e.start, e.end
			}
			c.edits = append(c.edits, made)
		}
		return false
	})
}

// bodyEnd returns the token at which the first part of a block ends.
func bodyEnd(middle, end int) int {
	if middle >= 0 {
		return middle
	}
	return end
}

// list compiles a repetition inside a paragraph. Between repetitions the run of
// the end is closed and that of the beginning opened again.
func (c *compiler) list(p *element, f *paragraph, begin, end int, at place) {
	depth := len(c.lists)
	lists := c.enter(f.tokens[begin].words, at)
	if lists == nil {
		return
	}
	region := c.regions[len(c.regions)-1]
	c.inside(p, f, begin+1, end)
	first, last := f.lastPiece(f.tokens[begin]), f.pieces(f.tokens[end].from, f.tokens[end].to)[0]
	c.scopes = append(c.scopes, scope{first.to, last.from, slices.Clone(c.lists), slices.Clone(c.regions)})
	c.lists, c.regions = c.lists[:depth], c.regions[:len(c.regions)-1]
	e := edit{op: op{kind: repeat, from: first.to, to: last.from, lists: lists, region: region},
		bodyFrom: first.to, bodyTo: last.from}
	if first.in != last.in {
		a, b := first.in.parent, last.in.parent
		if a.parent != b.parent || first.isElement || last.isElement {
			c.wrong(at, "начало и конец повторения разделены ссылкой или правкой", "наберите их одним куском текста")
			return
		}
		e.between = c.reopen(first.in, last.in)
	}
	c.edits = append(c.edits, e)
}

func (f *flat) lastPiece(t token) piece {
	all := f.pieces(t.from, t.to)
	return all[len(all)-1]
}

// reopen returns the markup that ends the run of one w:t and begins another run
// like that of another.
func (c *compiler) reopen(first, last *element) []byte {
	run := first.parent
	b := slices.Concat(c.src[last.close:last.end], c.src[last.parent.close:last.parent.end], c.src[run.start:run.open])
	if properties := run.kid("rPr"); properties != nil {
		b = append(b, c.src[properties.start:properties.end]...)
	}
	return append(b, "<"+first.prefix(c.src)+`t xml:space="preserve">`...)
}
