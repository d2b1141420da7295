package word

import (
	"slices"
	"strconv"
	"strings"

	"protokol/generator/document"
)

// sequence is a field SEQ, which numbers captions (ECMA-376-1, 17.16.5.56).
type sequence struct {
	name    string
	number  *element // the w:t with its number; nil if it does not count on by one
	repeats bool
}

// sequence notes a field SEQ; result is each w:t that it shows.
func (c *compiler) sequence(m instruction, result []*element) {
	if m.kind != "SEQ" {
		return
	}
	name, more, _ := strings.Cut(m.name, " ") // a bookmark, or the number of \r or \s
	s := sequence{name: name}
	if m.countsOn() && more == "" && len(result) == 1 {
		if _, err := strconv.Atoi(string(c.src[result[0].open:result[0].close])); err == nil {
			_, regions := c.scopeOf(result[0])
			s.number, s.repeats = result[0], len(regions) > 0
		}
	}
	c.sequences = append(c.sequences, s)
}

// countsOn reports whether a field SEQ shows the next number in digits: it neither
// repeats one nor restarts (\c, \r, \s), nor is it hidden (\h).
func (m instruction) countsOn() bool {
	return !slices.ContainsFunc(m.switches, func(s [2]string) bool {
		return s[0] != `\n` && (s[0] != `\*` || letterWords[strings.ToLower(s[1])] != "")
	})
}

// renumber makes the numbers of captions count on where some of them repeat. Word does
// so only when fields are updated. A sequence of which a field does anything else stays
// as it is.
func (c *compiler) renumber() {
	repeated, other := map[string]bool{}, map[string]bool{}
	for _, s := range c.sequences {
		repeated[s.name] = repeated[s.name] || s.repeats
		other[s.name] = other[s.name] || s.number == nil
	}
	for _, s := range c.sequences {
		if repeated[s.name] && !other[s.name] {
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
	start := len(e.out)
	e.out = strconv.AppendInt(e.out, int64(e.sequences[name]), 10)
	e.ranges = append(e.ranges, document.Range{Start: start, End: len(e.out), Source: document.Numbering})
}
