package word

import (
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/fields"
)

// storedKinds are fields that show what is stored in the file under a name: properties,
// variables, the answers of forms (ECMA-376-1, 17.16.5).
var storedKinds = map[string]bool{"DOCPROPERTY": true, "DOCVARIABLE": true, "FORMTEXT": true, "FORMDROPDOWN": true}

// storedField reports a field that shows something stored under the name of a fact: it
// is not filled.
func (c *compiler) storedField(p *element, m instruction, from, to int) {
	if !storedKinds[m.kind] || fields.Find(m.name, c.lists) == nil {
		return
	}
	f := c.flats[p]
	if slices.ContainsFunc(f.tokens, func(t token) bool {
		return slices.ContainsFunc(f.pieces(t.from, t.to), func(one piece) bool {
			return from <= one.from && one.to <= to
		})
	}) {
		return // the result is filled
	}
	c.warn(c.fieldPlace(p, from, to), "поле "+m.kind+" «"+m.name+"» не заполняется: в бумаге останется, что в нём есть",
		"удалите поле и впишите {"+m.name+"}")
}

// sequence is a field SEQ, which numbers captions (ECMA-376-1, 17.16.5.56).
type sequence struct {
	name    string
	number  *element // the w:t with its number
	regions []int
}

// sequence notes a field SEQ that counts on by one. What it is depends on how it is
// written: a w:fldSimple, or the runs of a field in a paragraph.
func (c *compiler) sequence(m instruction, in *element, f *wordField) {
	if m.kind != "SEQ" || slices.ContainsFunc(m.switches, func(s [2]string) bool {
		return s[0] != `\*` || letterWords[strings.ToLower(s[1])] != ""
	}) {
		return
	}
	var numbers []*element
	in.each(func(e *element) bool {
		if e.name == "t" && (f == nil || f.end != nil && f.begin.end <= e.start && e.end <= f.end.start) {
			numbers = append(numbers, e)
		}
		return true
	})
	if len(numbers) != 1 {
		return
	}
	if _, err := strconv.Atoi(string(c.src[numbers[0].open:numbers[0].close])); err == nil {
		_, regions := c.scopeOf(in)
		c.sequences = append(c.sequences, sequence{m.name, numbers[0], slices.Clone(regions)})
	}
}

// renumber makes the numbers of captions count on where some of them repeat. Word does
// so only when fields are updated.
func (c *compiler) renumber() {
	repeated := map[string]bool{}
	for _, s := range c.sequences {
		repeated[s.name] = repeated[s.name] || len(s.regions) > 0
	}
	for _, s := range c.sequences {
		if repeated[s.name] {
			c.replace(s.number.open, s.number.close, op{kind: sequenceNumber, id: &identifier{value: s.name}})
		}
	}
}

// sequence prints the next number of a sequence.
func (e *execution) sequence(name string) {
	if e.sequences == nil {
		e.sequences = map[string]int{}
	}
	e.sequences[name]++
	e.out = strconv.AppendInt(e.out, int64(e.sequences[name]), 10)
}
