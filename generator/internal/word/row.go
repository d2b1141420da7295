package word

import (
	"slices"

	"protokol/generator/internal/fields"
)

// row compiles a table row. A row that names fields of a list that is not repeated
// around it repeats itself.
func (c *compiler) row(tr *element) {
	lists, own, at := c.needed(tr)
	if len(lists) == 0 {
		c.container(tr)
		c.mergedCells(tr)
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
	c.mergedCells(tr)
	c.lists, c.regions = c.lists[:depth], c.regions[:len(c.regions)-1]
	c.edits = append(c.edits, edit{op: op{kind: repeat, from: tr.start, to: tr.end, lists: lists,
		spare: len(lists) - own, region: region}, bodyFrom: tr.start, bodyTo: tr.end})
}

// rowGroup is adjacent rows that repeat over the same lists, or lists inside those.
type rowGroup struct {
	rows     []*element
	lists    []fields.Path
	isNested bool // some rows repeat over lists inside
}

// rowGroup returns the rows at the start of a list of elements that belong together.
func (c *compiler) rowGroup(kids []*element) (g rowGroup) {
	if c.template.precedes(authorRules) {
		return g
	}
	for _, e := range kids {
		if e.name != "tr" {
			break
		}
		if _, isMarker := c.marker(e); isMarker {
			break
		}
		lists, own, _ := c.needed(e)
		if len(g.rows) == 0 && len(lists) > 0 && own == len(lists) {
			g.lists = lists
		}
		n := len(g.lists)
		if n == 0 || len(lists) < n || !slices.EqualFunc(lists[:n], g.lists, slices.Equal) {
			break
		}
		g.rows = append(g.rows, e)
		g.isNested = g.isNested || len(lists) > n
	}
	return g
}

// rows compiles rows that belong together: each repeats separately, unless some are below their item, as decisions
// below a question; then all repeat together.
func (c *compiler) rows(g rowGroup) {
	depth := len(c.lists)
	region := 0
	if g.isNested {
		region = c.push(g.lists)
	}
	for _, tr := range g.rows {
		c.visit(tr)
	}
	if !g.isNested {
		return
	}
	c.lists, c.regions = c.lists[:depth], c.regions[:len(c.regions)-1]
	from, to := g.rows[0].start, g.rows[len(g.rows)-1].end
	c.edits = append(c.edits, edit{op: op{kind: repeat, from: from, to: to, lists: g.lists, region: region},
		bodyFrom: from, bodyTo: to})
}

// needed returns the lists that the names of a row need, outermost first, the
// number of lists that every name of the row needs at least, and a place.
func (c *compiler) needed(tr *element) (lists []fields.Path, own int, at place) {
	depth, own := len(c.lists), 1000
	var blocks []int
	tr.each(func(e *element) bool {
		if isSection(e) {
			return false // it repeats by itself
		}
		if t, ok := c.template.nameOf(e); ok {
			if p := fields.Find(t.words, slices.Concat(c.lists, lists)); p != nil {
				if need := c.unbound(p); len(need) > 0 {
					lists, own = merge(lists, need), min(own, len(need))
				}
			}
		}
		for _, t := range c.namesOf(e) {
			var p fields.Path
			switch t.verb {
			case valueOf:
				p = fields.Find(t.words, slices.Concat(c.lists, lists))
			case ifSo:
				p = fields.Find(readCondition(t.words, false).name, slices.Concat(c.lists, lists))
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
				if at.p == nil && c.flats[e] != nil {
					at = c.place(e, t.from, t.to)
				}
				lists = merge(lists, need)
			}
		}
		return e == tr || e.name != "tr"
	})
	c.lists = c.lists[:depth]
	return lists, own, at
}

// namesOf returns the names in a paragraph, a content control or a hyperlink.
func (c *compiler) namesOf(e *element) []token {
	if f := c.flats[e]; f != nil {
		list := slices.Concat(f.tokens, c.mergeTokens(e))
		for _, text := range c.otherTexts(e) {
			list = append(list, text.tokens...)
		}
		return list
	}
	if t, ok := c.controlName(e); ok && e.name == "sdt" {
		return []token{t}
	}
	_, list := c.linkNames(e)
	return list
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

// table compiles a table. A table without rows is removed.
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

// closing are elements that must end with a paragraph (ECMA-376-1, 17.4.65), or must not be empty (17.10.4,
// 17.11.10).
var closing = map[string]opKind{"tc": cell, "txbxContent": cell, "hdr": holder, "ftr": holder, "footnote": holder,
	"endnote": holder}

// closeCell makes sure that a cell, a text box, a header or a note is complete, whatever
// its blocks leave.
func (c *compiler) closeCell(e *element, before int) {
	kind, must := closing[e.name]
	if !must {
		return
	}
	for _, inner := range c.edits[before:] {
		if inner.kind == repeat || inner.kind == branch || inner.kind == table {
			c.edits = append(c.edits, edit{op: op{kind: kind, from: e.open, to: e.close,
				between: []byte(e.prefix(c.src))},
				bodyFrom: e.open, bodyTo: e.close})
			return
		}
	}
}
