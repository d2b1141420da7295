package mailing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/codes"
	"protokol/generator/internal/list"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/typography"
)

// Nothing that the list says of a recipient vanishes without a word: every word of the cells that a paper is made from
// is printed, in any form, or a problem of the row names it. checkUnprinted looks only at the cells and at what is
// printed in the end, and not at the rules between them. What a form and a template of Word print is not known here: of
// those it looks at the finished values that they are given, of which the paper may leave some out.

// addressed are the fields that papers of a kind print of the recipient, apart from dates and numbers.
func (m *Mailing) addressed() []string {
	fields := []string{"name", "surname", "given_name", "patronymic", "organization", "position", "salutation"}
	switch m.request.Kind {
	case Consent:
		return fields[:4]
	case Application:
		return fields[:6]
	}
	return fields
}

// checkUnprinted reports the words of a row's cells of these fields that neither the text of its paper (or its
// finished values) contains nor the problems found so far name.
func checkUnprinted(row list.Record, fields []string, text string, found diag.List) (problems diag.List) {
	var room [2][words]word
	var letters [2][words * 8]byte
	printed := vocabulary{letters[0][:0], room[0][:0]}
	printed.add(text)
	for column, value := range row.Written() {
		if !slices.Contains(fields, column.Field) {
			continue
		}
		if strings.HasSuffix(column.Field, "address") { // its index is printed apart
			_, value = codes.SplitIndex(value)
		}
		written := value
		if strings.Contains(value, "N") { // «N 5» is «№ 5»
			written = typography.Typeset(value)
		}
		cell := vocabulary{letters[1][:0], room[1][:0]}
		cell.add(written)
		lost := printed.lacks(&cell, written, useOf(column.Field))
		if len(lost) == 0 || isLeftOut(row, column.Field, value) {
			continue
		}
		if _, _, is := soleTrader(valuesOf(row, "organization")); is {
			lost = printed.lacksOfTrader(&cell, written, column.Field, lost)
		}
		key := cmp.Or(column.Field, column.Title)
		if lost = withoutTold(lost, row.Location(key), row.Problems, found); len(lost) == 0 {
			continue
		}
		problems = append(problems, row.Problem(diag.Warning, key,
			fmt.Sprintf("не напечатано «%s» из ячейки «%s»", cut(strings.Join(lost, " ")), cut(value)),
			"если это нужно, перенесите в столбец, который печатается; если нет, ничего не меняйте"))
	}
	return problems
}

// words is the number of words that most papers print of a recipient.
const words = 40

// use says what initials may stand for the words of a cell: each initial for one word of the whole name, and for one
// of its parts in other columns, and of the organization that is a sole trader.
type use uint8

const (
	noInitials use = 0
	ofWhole    use = 1 << (iota - 1)
	ofParts
	ofTrader
)

func useOf(field string) use {
	switch field {
	case "name":
		return ofWhole
	case "surname", "given_name", "patronymic":
		return ofParts
	}
	return noInitials
}

// isLeftOut reports a cell that is not printed by a rule: the administration of a place beside its head; titles, which
// only say the gender.
func isLeftOut(row list.Record, field, value string) bool {
	switch field {
	case "salutation":
		return list.IsHonorific(value)
	case "organization":
		to := valuesOf(row, field)
		return isHeadOfPlace(tidyPosition(to.Position), to.Organization)
	}
	return false
}

// lacksOfTrader returns those of the lost words of a cell that are not of the name and the post of a sole trader, who
// is printed once, as a person or as the organization.
func (v *vocabulary) lacksOfTrader(cell *vocabulary, text, field string, lost []string) []string {
	switch field {
	case "position":
		return nil
	case "organization":
		lost = v.lacks(cell, text, ofTrader)
	}
	return slices.DeleteFunc(lost, func(word string) bool {
		if slices.Contains(traders, strings.ToLower(word)) {
			return true
		}
		letter, size := letterAt(word, 0)
		return size == len(word) && v.has([]byte{letter}, false) // an initial of a name in full
	})
}

// traders are abbreviations of the posts of sole traders, which are printed in full.
var traders = strings.Fields("ип пбоюл гкфх ф х")

// withoutTold removes the words that problems quote, and all of a cell that they are about.
func withoutTold(lost []string, place string, told ...diag.List) []string {
	return slices.DeleteFunc(lost, func(word string) bool {
		return slices.ContainsFunc(told, func(problems diag.List) bool {
			return slices.ContainsFunc(problems, func(p diag.Problem) bool {
				return p.Key == place || quotes(p.Message, word)
			})
		})
	})
}

// quotes reports whether a message has a word within quotes, which may be nested.
func quotes(message, word string) bool {
	depth := 0
	for quoted := range strings.FieldsSeq(message) {
		depth += strings.Count(quoted, "«")
		words := strings.FieldsFunc(quoted, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if depth > 0 && slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, word) }) {
			return true
		}
		depth = max(0, depth-strings.Count(quoted, "»"))
	}
	return false
}

// lacks returns the words of a cell that a vocabulary has in no form.
func (v *vocabulary) lacks(cell *vocabulary, text string, initials use) (lost []string) {
	for i, w := range cell.words {
		letters := cell.word(i)
		isName := initials != noInitials
		isPrinted := !(isName && len(letters) == 1) && v.has(letters, isName) ||
			isName && v.abbreviates(letters[0], initials)
		if !isPrinted && !endsNumber(text, w) && !(isName && isUnderstood(text, w)) {
			lost = append(lost, text[w.start:w.end])
		}
	}
	return lost
}

// endsNumber reports the ending of a number in digits, which is another one in another case: «1-й», «1-му».
func endsNumber(text string, w word) bool {
	const longest = 3
	number, hyphened := strings.CutSuffix(text[:w.start], "-")
	last, _ := utf8.DecodeLastRuneInString(number)
	return hyphened && unicode.IsDigit(last) && w.to-w.from <= longest
}

// isUnderstood reports a word of a name that is understood and not printed: it says the gender, or that a letter
// stands for a patronymic of the East.
func isUnderstood(text string, w word) bool {
	start, end := strings.LastIndexFunc(text[:w.start], unicode.IsSpace)+1, len(text)
	if size := strings.IndexFunc(text[w.end:], unicode.IsSpace); size >= 0 {
		end = w.end + size
	}
	return russian.HasHonorific(text[start:end]) || russian.IsFatherWord(strings.ToLower(text[w.start:w.end]))
}
