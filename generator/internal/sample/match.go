package sample

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// value is a writing of a fact that can be found.
type value struct {
	fields.Writing
	normal string
	stays  bool // a person of a list whom no name prints here
}

// values prepares writings. The full stop at the end of a value is ignored, except that of an
// abbreviation.
func values(list []fields.Writing) (prepared []value) {
	seen := map[string]bool{}
	for _, w := range list {
		text := normalize(strings.TrimSpace(w.Text)).text
		if !endsAbbreviated(text) {
			text = strings.TrimRight(text, ".;")
		}
		if key := w.Name + "\x00" + text; text != "" && !seen[key] {
			seen[key] = true
			prepared = append(prepared, value{Writing: w, normal: text})
		}
	}
	return prepared
}

// endsAbbreviated reports whether a text ends with an initial or «г.».
func endsAbbreviated(text string) bool {
	body, ok := strings.CutSuffix(text, ".")
	if !ok {
		return false
	}
	last, size := utf8.DecodeLastRuneInString(body)
	before, _ := utf8.DecodeLastRuneInString(body[:len(body)-size])
	return unicode.IsLetter(last) && !unicode.IsLetter(before)
}

// option is a name that prints the value at a place.
type option struct {
	name   string // with filters, without braces
	letter string // the filter for capitals
	value  *value
	level  int // of the repetition: the innermost is 0
}

func (o option) written() string {
	if o.letter != "" && !strings.Contains(o.name, "}") {
		return o.name + " | " + o.letter
	}
	return o.name
}

// has reports whether a name has a filter.
func (o option) has(filter string) bool { return strings.Contains(o.name+" |", "| "+filter+" |") }

// match is a value at a place in a paragraph.
type match struct {
	from, to int // in the text
	options  []option
}

// scope is the facts that are possible at a place: those of the items that are repeated around it and those of the
// meeting.
type scope struct {
	outer  *scope
	values []value
	frame  fields.Frame
	within []fields.Path
	index  *wordIndex // of the values, once they are looked for
}

// matches finds values in a text: of those that overlap the longest.
func (s *scope) matches(text string) []match {
	if !s.frame.Spend(len(text)*stepsPerByte) || s.frame.Err() != nil {
		return nil
	}
	n := normalize(text)
	var all []match
	index := map[[2]int]int{}
	level := 0
	for at := s; at != nil; at, level = at.outer, level+1 {
		if at.index == nil {
			at.index = newWordIndex(at.values)
		}
		for _, here := range at.index.find(n, s.frame) {
			v := &at.values[here.value]
			m := match{from: n.at[here.from], to: n.end(text, here.to)}
			m.to += v.ownStop(text[:m.from], text[m.to:])
			o := option{v.Name, letters(text[m.from:m.to], v.Prints), v, level}
			place := [2]int{here.from, here.to}
			k, ok := index[place]
			if !ok {
				k = len(all)
				index[place], all = k, append(all, m)
			}
			all[k].options = append(all[k].options, o)
		}
	}
	return separate(text, all)
}

// ownStop returns 1 if the full stop after a value is part of it: the sentence goes on, «за 5 руб.;», or it is that of
// an abbreviation, for which the name prints whole words, and nothing else, a bracket or a dash is there: «(в 5 мин.)»,
// «5 мин. – открытие».
func (v *value) ownStop(before, after string) int {
	after, found := strings.CutPrefix(after, ".")
	if !found || !strings.HasSuffix(v.Text, ".") || strings.HasSuffix(v.normal, ".") {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, spaces))
	isShort := !strings.HasSuffix(v.Prints, ".")
	if strings.HasPrefix(after, ";") || strings.HasPrefix(after, ",") || unicode.IsLower(next) ||
		isShort && (strings.TrimSpace(before+after) == "" || strings.ContainsRune(")–—-", next)) {
		return 1
	}
	return 0
}

// end returns the place in the text where a range of the normal text ends.
func (n normal) end(text string, to int) int {
	last := n.at[to-1]
	_, size := utf8.DecodeRuneInString(text[last:])
	return last + size
}

// separate leaves matches in a text that do not overlap, the longest first.
func separate(text string, all []match) (list []match) {
	slices.SortStableFunc(all, func(a, b match) int {
		return cmp.Or((b.to-b.from)-(a.to-a.from), a.from-b.from)
	})
	isTaken := make([]bool, len(text))
	for _, m := range all { // one that is not longer overlaps at one of its ends
		if m.from < m.to && !isTaken[m.from] && !isTaken[m.to-1] {
			list = append(list, m)
			for at := m.from; at < m.to; at++ {
				isTaken[at] = true
			}
		}
	}
	slices.SortFunc(list, func(a, b match) int { return a.from - b.from })
	return list
}

// letters returns the filter that gives a value the capitals of the paper.
func letters(paper, printed string) string {
	upper := strings.ToUpper(paper) == paper && strings.IndexFunc(paper, unicode.IsLower) < 0
	first := func(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
	switch {
	case upper && strings.ToUpper(printed) != printed && utf8.RuneCountInString(paper) > 1:
		return "заглавными"
	case unicode.IsUpper(first(paper)) && unicode.IsLower(first(printed)):
		return "с заглавной"
	case unicode.IsLower(first(paper)) && unicode.IsUpper(first(printed)):
		return "с маленькой"
	}
	return ""
}
