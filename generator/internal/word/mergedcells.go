package word

import (
	"strings"

	"protokol/generator/internal/fields"
)

// mergedCells makes cells of a repeated row that are merged with those below, and say
// something for the first item of a list only, such as a question beside each of its
// decisions, continue the cell above for other items (ECMA-376-1, 17.4.84).
func (c *compiler) mergedCells(tr *element) {
	if len(c.lists) == 0 {
		return
	}
	for _, tc := range tr.kids {
		start := tc.kid("tcPr", "vMerge")
		if start == nil || start.attr("val") != "restart" {
			continue
		}
		q := c.asksFirst(tc)
		if q == nil {
			continue
		}
		goesOn := []byte("<" + start.prefix(c.src) + "vMerge/>")
		c.edits = append(c.edits, edit{op: op{kind: branch, from: start.start, to: start.end, ask: q,
			other: []op{{kind: insert, between: goesOn}}}, bodyFrom: start.start, bodyTo: start.end})
	}
}

// asksFirst returns the condition on which all that is in a cell depends, if it asks
// whether an item is the first of its list, and nil otherwise.
func (c *compiler) asksFirst(tc *element) *question {
	var list []token
	var at place
	outside := ""
	for _, e := range tc.kids {
		f := c.flats[e]
		switch {
		case f != nil:
		case e.name == "tbl" || e.name == "sdt":
			return nil
		default:
			continue
		}
		from := 0
		for _, t := range f.tokens {
			if len(list) == 0 {
				at = c.place(e, t.from, t.to)
				outside += f.text[from:t.from]
			}
			list, from = append(list, t), t.to
		}
		if end, _ := pair(list, 0, len(list)); end == len(list)-1 {
			outside += f.text[from:]
		}
	}
	if strings.TrimSpace(outside) != "" || len(list) == 0 || list[0].verb != ifSo {
		return nil
	}
	q := &question{condition: readCondition(list[0].words, c.template.precedes(columnRules)), place: at}
	q.path = fields.Find(q.name, c.lists)
	end, middle := pair(list, 0, len(list))
	if end < len(list)-1 || middle >= 0 || q.path == nil || !q.path.IsPlace() || q.not || q.operator != "=" ||
		q.with != "1" || !c.repeats(q.path.Lists()[0]) {
		return nil
	}
	return q
}
