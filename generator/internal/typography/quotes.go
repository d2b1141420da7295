package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes replaces quotes of all kinds with «» and, inside them, with „“, as printed Russian has them, and corrects
// the usual mistakes:
//
//	"ООО "Заря"", «ООО «Заря»»    «ООО „Заря“»
//	АО «НПО «Заря»                АО «НПО „Заря“»
//	«„Заря“», ««Заря», «Заря»»    «Заря»
//	'Заря', <<Заря>>, ``Заря''    «Заря»
//	ООО"Заря"                     ООО «Заря»
//
// Apostrophes and the signs of inches are not quotes. If it is not clear which
// quotes belong together, the text does not change.
func quotes(text string) string {
	if !needsQuotes(text) {
		return text
	}
	return replaceQuotes(text)
}

// StrayQuote reports whether a straight quote remains in a text because it is not clear which quotes belong together.
// The signs of inches are no quotes.
func StrayQuote(text string) bool {
	if !strings.Contains(text, `"`) {
		return false
	}
	runes := []rune(quotes(text))
	for i, r := range runes {
		if r == '"' && !unicode.IsDigit(at(runes, i-1)) {
			return true
		}
	}
	return false
}

// replaceQuotes is quotes without its quick way out.
func replaceQuotes(text string) string {
	if !strings.ContainsAny(text, "'`<‘") {
		return paired(text, text)
	}
	once := paired(digraphs(text), text)
	if twice := paired(digraphs(once), once); twice != once {
		return text // not clear: quotes that are left pair with others
	}
	return once
}

// paired replaces the quotes of a text, and returns other if it is not clear which belong together.
func paired(text, other string) string {
	q := quotation{text: []rune(text)}
	if !q.read() || len(q.marks) == 0 {
		return other
	}
	return q.String()
}

// needsQuotes quickly reports whether a text may have quotes to replace: any except alternating « and » that are
// separated from the word before.
func needsQuotes(text string) bool {
	opened := false
	for i := 0; i < len(text); i++ {
		if text[i]|1 == 0xD1 { // a Russian letter is D0 or D1 and another byte
			i++
			continue
		}
		switch text[i] {
		case '"', '\'', '`', '<':
			return true
		case 0xC2: // « is C2 AB, » is C2 BB
			if next := text[i+1:]; next != "" && (next[0] == 0xAB || next[0] == 0xBB) {
				opens := next[0] == 0xAB
				if opens == opened || opens && i > 0 && isLetterEnd(text[:i]) {
					return true
				}
				opened = opens
			}
		case 0xE2: // ‘ is E2 80 98, „ is E2 80 9E
			if next := text[i+1:]; len(next) > 1 && next[0] == 0x80 && next[1] >= 0x98 && next[1] <= 0x9E {
				return true
			}
		}
	}
	return false
}

// isLetterEnd reports whether the last character of a text is a letter.
func isLetterEnd(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(r)
}

// digraphs replaces quotes typed as two characters, and pairs of single quotes
// around words.
func digraphs(text string) string {
	if strings.Count(text, "<<") == strings.Count(text, ">>") {
		text = strings.NewReplacer("<<", "«", ">>", "»").Replace(text)
	}
	text = strings.NewReplacer("``", "\"", "''", "\"").Replace(text)
	runes := []rune(text)
	opened := -1
	for i, r := range runes {
		if r != '\'' && r != '‘' && r != '’' {
			continue
		}
		before, after := at(runes, i-1), at(runes, i+1)
		switch {
		case opened < 0 && r != '’' && isOpening(before) && isWordRune(after):
			opened = i
		case opened >= 0 && r != '‘' && !unicode.IsSpace(before) && !isWordRune(after):
			runes[opened], runes[i], opened = '"', '"', -1
		}
	}
	return string(runes)
}

// at returns a rune of a text, or a space outside of it.
func at(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return ' '
	}
	return runes[i]
}

// isOpening reports whether a quote after the rune may open.
func isOpening(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([«„\"—–-/", r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\u0301' }

// quotation is a text with its quotes.
type quotation struct {
	text  []rune
	marks []quoteMark
	open  []int // indexes of the marks that are open
}

// quoteMark is a quote of a text. Matching quotes refer to each other.
type quoteMark struct {
	at      int
	pair    int // index of the other mark
	opens   bool
	dropped bool
	added   bool // a quote to insert after that at the same place
}

// read finds the quotes and reports whether it is clear which belong together.
func (q *quotation) read() bool {
	for i, r := range q.text {
		opens, is := q.opens(i)
		switch {
		case !is, r == '"' && !opens && len(q.open) == 0 && unicode.IsDigit(at(q.text, i-1)):
			continue // not a quote, or the sign of inches
		case opens:
			q.open = append(q.open, len(q.marks))
			q.marks = append(q.marks, quoteMark{at: i, opens: true})
		case len(q.open) > 0:
			last := q.open[len(q.open)-1]
			q.open = q.open[:len(q.open)-1]
			q.marks[last].pair = len(q.marks)
			q.marks = append(q.marks, quoteMark{at: i, pair: last})
		case q.follows(i, false):
			q.marks = append(q.marks, quoteMark{at: i, dropped: true})
		default:
			return false
		}
	}
	return len(q.open) == 0 || q.complete()
}

// follows reports whether the mark before position i is beside it and opens, or
// closes.
func (q *quotation) follows(i int, opens bool) bool {
	n := len(q.marks)
	return n > 0 && q.marks[n-1].at == i-1 && q.marks[n-1].opens == opens
}

// complete corrects a text whose first quote is not closed, if there is one other pair: its end was meant to close
// both, or the first quote was typed twice.
func (q *quotation) complete() bool {
	if len(q.open) != 1 || q.open[0] != 0 || len(q.marks) != 3 {
		return false
	}
	if q.marks[1].at == q.marks[0].at+1 {
		q.marks[0].dropped = true
		return true
	}
	end := q.marks[2].at
	if isWordRune(at(q.text, end+1)) {
		return false
	}
	q.marks[0].pair = len(q.marks)
	q.marks = append(q.marks, quoteMark{at: end, pair: 0, added: true})
	return true
}

// opens reports whether the rune at i is a quote, and whether it opens.
func (q *quotation) opens(i int) (opens, is bool) {
	before, after := at(q.text, i-1), at(q.text, i+1)
	switch q.text[i] {
	case '«', '„':
		return true, true
	case '»', '”':
		return false, true
	case '“':
		if n := len(q.open); n > 0 && q.text[q.marks[q.open[n-1]].at] == '„' {
			return false, true
		}
		return isOpening(before), true
	case '"':
		switch {
		case before == '"':
			opens = q.follows(i, true) && (isWordRune(after) || after == '№' || after == '"' && !q.isLast(i))
		case isOpening(before):
			opens = !unicode.IsSpace(after) || len(q.open) == 0
		default: // «ООО"Заря"»
			opens = len(q.open) == 0 && unicode.IsLetter(before) && isWordRune(after)
		}
		return opens, true
	}
	return false, false
}

// isLast reports whether only quotes and spaces follow the rune at i.
func (q *quotation) isLast(i int) bool {
	return strings.Trim(string(q.text[i:]), "\" »)") == ""
}

// String returns the text with Russian quotes.
func (q *quotation) String() string {
	q.merge()
	var b strings.Builder
	done, depth := 0, 0
	for _, m := range q.marks {
		b.WriteString(string(q.text[done:max(done, m.at)]))
		done = m.at + 1
		switch {
		case m.dropped:
		case m.opens:
			if isLetterEnd(b.String()) {
				b.WriteByte(' ')
			}
			depth++
			b.WriteRune(choose(depth%2 == 1, '«', '„'))
		default:
			b.WriteRune(choose(depth%2 == 1, '»', '“'))
			depth--
		}
	}
	b.WriteString(string(q.text[done:]))
	return b.String()
}

// merge drops quotes directly inside other quotes.
func (q *quotation) merge() {
	for i, m := range q.marks {
		if !m.opens || m.dropped || i+1 >= len(q.marks) {
			continue
		}
		inner, end := q.marks[i+1], q.marks[m.pair]
		if inner.opens && inner.at == m.at+1 && inner.pair+1 == m.pair && !end.added &&
			q.marks[inner.pair].at+1 == end.at {
			q.marks[i].dropped, q.marks[m.pair].dropped = true, true
		}
	}
}

func choose(first bool, yes, no rune) rune {
	if first {
		return yes
	}
	return no
}
