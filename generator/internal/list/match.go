package list

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/printable"
)

// Column is a column of a list.
type Column struct {
	Letter string // as in a spreadsheet: A, B, … AA; the key in TOML
	Title  string // the heading with normalized spaces; may be empty
	Field  string // key of the known field that it holds, or ""
	Hidden bool   // hidden in the file; the author of the list may have overlooked it

	under string // the lowest of several headings above each other, if those above only group columns
}

// Name returns the name of the column for messages: «ИНН» (D).
func (c Column) Name() string {
	switch {
	case c.Title == "":
		return c.Letter
	case c.Letter == c.Title:
		return "«" + c.Title + "»"
	}
	return fmt.Sprintf("«%s» (%s)", printable.Excerpt(c.Title, 40), c.Letter)
}

// columnOf returns the index of the column of the first of the fields that has one, or absent.
func columnOf(columns []Column, fields ...string) int {
	for _, field := range fields {
		if i := slices.IndexFunc(columns, func(c Column) bool { return c.Field == field }); i >= 0 {
			return i
		}
	}
	return absent
}

// match says how well a heading matches a field: the number of stems in the
// head it begins with and the number of other words. The zero value means no
// match.
// Of two heads with as many stems the longer one says more: «адресат», «адрес».
type match struct{ stems, others, length int }

func (m match) better(other match) bool {
	if m.stems != other.stems || m.others != other.others {
		return m.stems > other.stems || m.stems == other.stems && m.others < other.others
	}
	return m.length > other.length && other.length > 0 && m.stems == 1
}

// heading is a folded heading and the number of leading adjectives, which a
// head may follow.
type heading struct {
	words          []string
	adjectives     int
	transliterated *heading // nil unless the words are Latin
}

func newHeading(text string) heading {
	h := headingOf(headingWords(text))
	if words := transliterated(h.words); words != nil {
		russian := headingOf(words)
		h.transliterated = &russian
	}
	return h
}

func headingOf(words []string) heading {
	h := heading{words: words}
	for h.adjectives < len(h.words) && hasStem(adjectives, h.words[h.adjectives]) {
		h.adjectives++
	}
	return h
}

// match returns how well a heading matches the field.
func (f Field) match(h heading) match {
	if found := f.matchWords(h); found.stems > 0 || h.transliterated == nil {
		return found
	}
	return f.matchWords(*h.transliterated)
}

func (f Field) matchWords(h heading) match {
	best, seen := match{}, [2]rune{}
	for i, word := range h.words[:min(h.adjectives+1, len(h.words))] {
		first, _ := utf8.DecodeRuneInString(word)
		if slices.Contains(seen[:], first) {
			continue
		}
		seen[i%len(seen)] = first
		for _, head := range f.Heads[first] {
			if found := h.match(head, f); found.stems > 0 && (best.stems == 0 || found.better(best)) {
				best = found
			}
		}
	}
	return best
}

func (h heading) match(head string, field Field) match {
	first, _, _ := strings.Cut(head, " ")
	for skipped := range min(h.adjectives+1, len(h.words)) {
		if !isStem(first, h.words[skipped]) {
			continue
		}
		if stems := strings.Fields(head); hasPrefix(h.words[skipped:], stems) {
			if head == "кому" { // less than «ФИО»
				skipped++
				return countNeutral(h.words[len(stems)+skipped-1:], match{len(stems), skipped, len(head)}, field)
			}
			return countNeutral(h.words[skipped+len(stems):], match{len(stems), skipped, len(head)}, field)
		}
	}
	return match{}
}

// countNeutral adds the words after a head to a match. Words that may change
// the meaning of the column prevent it.
func countNeutral(others []string, found match, field Field) match {
	isPlace := func(word string) bool { return strings.HasPrefix(word, "мест") }
	if (field.Key == "organization" || field.Key == "name") && slices.Contains(others, "работы") &&
		!slices.ContainsFunc(others, isPlace) {
		return match{} // «Название работы» is that of an entry in a contest
	}
	if !slices.ContainsFunc(others, func(word string) bool { return !field.isNeutral(word) }) {
		found.others += len(others)
		return found
	}
	return match{}
}

// ownFields are those of the letter itself. A word for somebody changes the meaning of
// their headings: «Дата собрания», «Обращение заявителя».
var ownFields = []string{"number", "date", "salutation"}

// isNeutral reports whether a word after a head does not change the meaning of a column.
func (f Field) isNeutral(word string) bool {
	if len(word) == 1 && word[0] >= '1' && word[0] <= '9' { // «Контакт 1», but not «Школа № 1»
		return slices.Contains([]string{"contact", "phone", "email"}, f.Key)
	}
	return hasStem(f.Neutral, word) || !slices.Contains(ownFields, f.Key) &&
		(hasStem(neutralWords, word) || namesKind(word) || hasStem(eitherHeads, word))
}

// namesKind reports whether a word says what kind of organizations a column is about:
// «Наименование суда», «Председатель ТСЖ». A bank is rather that of an account.
func namesKind(word string) bool {
	return hasStem(bodyNouns, word) && !isStem("банк", word) || slices.Contains(legalForms, word) || isCompound(word)
}

// isCompound reports a compound of a shortened word and a noun of organizations: «спортшкола», «медколледж».
func isCompound(word string) bool {
	const least, shortest, ending = 10, 6, 4 // bytes: five letters of a noun, three before it, two of an ending
	return slices.ContainsFunc(bodyNouns, func(noun string) bool {
		at := strings.LastIndex(word, noun)
		return len(noun) >= least && at >= shortest && len(word)-at-len(noun) <= ending
	})
}

// hasPrefix reports whether the words begin with the stems.
func hasPrefix(words, stems []string) bool {
	if len(words) < len(stems) {
		return false
	}
	for i, stem := range stems {
		if !isStem(stem, words[i]) {
			return false
		}
	}
	return true
}

func hasStem(stems []string, word string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool { return isStem(stem, word) })
}

// isStem reports whether a word is a stem with an ending. A stem of up to three
// letters must be the whole word: «пол» does not match «полное».
func isStem(stem, word string) bool {
	const short, ending = 6, 10 // bytes: three and five Cyrillic letters
	if len(stem) <= short {
		return word == stem
	}
	return strings.HasPrefix(word, stem) && len(word)-len(stem) <= ending
}
