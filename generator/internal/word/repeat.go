package word

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// open is a block that has begun and not ended.
type open struct {
	marker
	place  place
	middle *marker // of «иначе»
	lists  []fields.Path
	depth  int // number of lists around it
	region int // of a repetition
}

// blocks compiles consecutive paragraphs, rows and other elements, with the blocks between markers.
func (c *compiler) blocks(kids []*element) {
	var stack []open
	for len(kids) > 0 {
		if g := c.rowGroup(kids); len(g.rows) > 0 {
			c.rows(g)
			kids = kids[len(g.rows):]
			continue
		}
		e := kids[0]
		kids = kids[1:]
		isCell := e.name == "tc" && c.cellMarkers(e.parent)
		if e.name == "p" || e.name == "tr" || isCell || c.isWrapper(e) {
			if m, ok := c.marker(e); ok {
				stack = c.block(stack, m)
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

// block opens, continues or closes a block at a marker.
func (c *compiler) block(stack []open, m marker) []open {
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
			hint = "возможно, вы имели в виду {" + fields.Each(near) + " " + near + "}"
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
	q := &question{condition: readCondition(t.words, c.template.precedes(columnRules)), place: at}
	if q.path = fields.Find(q.name, c.lists); q.path == nil {
		return c.askColumn(q)
	}
	if !c.bound(q.path, at) {
		return nil
	}
	c.factNamed(q.name, q.path, at)
	if !q.path.Comparable(q.operator, q.with) {
		what := "«" + q.with + "»"
		if !q.path.HasOrder() {
			what = "{" + q.path.Name() + "}"
		}
		c.wrong(at, what+" — не число и не дата: больше и меньше это не бывает",
			"сравните с числом или датой, или проверьте равенство: {если "+q.name+" = …}")
		return nil
	}
	return q
}

// askColumn reports the unknown name of a condition, which a list of recipients may have. By rules before columnRules,
// nothing asked about columns: both branches were printed.
func (c *compiler) askColumn(q *question) *question {
	at := q.place
	q.place = c.unknown(token{words: q.name}, &name{}, at).place
	if c.template.precedes(columnRules) {
		return nil
	}
	if !fields.CellComparable(q.operator, q.with) {
		c.wrong(at, "«"+q.with+"» — не число и не дата: больше и меньше это не бывает",
			"сравните с числом или датой, или проверьте равенство: {если "+q.name+" = …}")
		return nil
	}
	return q
}
