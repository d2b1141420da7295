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

// vocabulary is the words of texts in their order. Letters have one byte each, without regard to case and to the dots
// of ё; those that are neither Russian nor Latin may share one.
type vocabulary struct {
	letters []byte
	words   []word
}

// word is a word of a vocabulary: its letters, and its bytes in the text.
type word struct {
	from, to   int
	start, end int
	used       use // by the words that it stands for, as an initial
}

func (v *vocabulary) word(i int) []byte { return v.letters[v.words[i].from:v.words[i].to] }

// add adds the words of a text.
func (v *vocabulary) add(text string) {
	from, start := len(v.letters), 0
	for at := 0; at <= len(text); {
		letter, size := byte(0), 1
		if at < len(text) {
			letter, size = letterAt(text, at)
		}
		switch {
		case letter == 0 && len(v.letters) > from:
			v.words = append(v.words, word{from: from, to: len(v.letters), start: start, end: at})
			from = len(v.letters)
		case letter != 0:
			if len(v.letters) == from {
				start = at
			}
			v.letters = append(v.letters, letter)
		}
		at += size
	}
}

// letterAt returns the letter or the digit at a byte of a text, or 0, and its size.
func letterAt(text string, at int) (letter byte, size int) {
	const russian, other = 0x80, 0xC0 // the first of them
	switch c := text[at]; {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		return c, 1
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A', 1
	case c < utf8.RuneSelf:
		return 0, 1
	}
	r, size := rune(0), 2
	if c := text[at]; c>>1 == 0xD0>>1 && at+1 < len(text) { // most letters
		r = rune(c&0x1F)<<6 | rune(text[at+1]&0x3F)
	} else {
		r, size = utf8.DecodeRuneInString(text[at:])
	}
	switch {
	case r >= 'а' && r <= 'я':
		return russian + byte(r-'а'), size
	case r >= 'А' && r <= 'Я':
		return russian + byte(r-'А'), size
	case r == 'ё', r == 'Ё':
		return russian + 'е' - 'а', size
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return other | byte(unicode.ToLower(r))&0x3F, size
	}
	return 0, size
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

// has reports whether a word is printed in a form that its declension or its abbreviation may have.
func (v *vocabulary) has(letters []byte, isName bool) bool {
	for i, w := range v.words {
		if v.letters[w.from] == letters[0] && isPrintedAs(letters, v.word(i), isName) {
			return true
		}
	}
	return false
}

// abbreviates reports whether an initial stands for a word that begins so, and uses it up.
func (v *vocabulary) abbreviates(first byte, initials use) bool {
	for i, w := range v.words {
		if w.to-w.from == 1 && w.used&initials == 0 && v.letters[w.from] == first {
			v.words[i].used |= initials
			return true
		}
	}
	return false
}

// isPrintedAs reports whether a printed word with the same first letter may be a word of a cell in another case, or in
// full. Any word may stand for a letter in a post, as those of «и.о.»; a long stem suffices there, as that of
// «министр» of a «министерство».
func isPrintedAs(letters, printed []byte, isName bool) bool {
	const stem = 6
	n := 0
	for n < min(len(letters), len(printed)) && letters[n] == printed[n] {
		n++
	}
	switch {
	case letters[0] <= '9', n == len(printed) && n == len(letters):
		return n == len(printed) && n == len(letters)
	case n == len(letters) && !isName, !isName && n >= stem:
		return true
	}
	for at := n; at > 0; at-- { // the endings may begin alike: «-ой», «-ому»
		if caseEndings[string(letters[at:])] && caseEndings[string(printed[at:])] {
			return true
		}
		if !fleeting[letters[at-1]] {
			break
		}
	}
	return n > 0 && losesVowel(letters[n:], printed[n:])
}

// caseEndings are those of nouns and adjectives.
var caseEndings = func() map[string]bool {
	var v vocabulary
	v.add(`а я о е и ы у ю ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ий ый ого его ому ему ым им ых их ыми ими
		ая яя ое ее ую юю ые ие`)
	is := map[string]bool{"": true}
	for i := range v.words {
		is[string(v.word(i))] = true
	}
	return is
}()

// losesVowel reports whether the ends of two words differ in a vowel that one of them has not, and in the vowels after
// it: «Лев», «Льву».
func losesVowel(a, b []byte) bool {
	isVowel := func(letters []byte) bool { return len(letters) > 0 && vowels[letters[0]] }
	return isVowel(a) != isVowel(b) && sameConsonants(a, b)
}

// sameConsonants reports whether the ends of two words have consonants, and the same ones.
func sameConsonants(a, b []byte) bool {
	next := func(letters []byte) (letter byte, rest []byte) {
		for len(letters) > 0 && fleeting[letters[0]] {
			letters = letters[1:]
		}
		if len(letters) == 0 {
			return 0, nil
		}
		return letters[0], letters[1:]
	}
	for {
		var x, y byte
		x, a = next(a)
		y, b = next(b)
		if x != y || x == 0 {
			return x == y
		}
	}
}

// fleeting are the letters that declension may insert or remove.
var vowels, fleeting = setOf("аеиоуыэюя"), setOf("аеиоуыэюяйь")

func setOf(letters string) (is [256]bool) {
	for at := 0; at < len(letters); {
		letter, size := letterAt(letters, at)
		is[letter] = true
		at += size
	}
	return is
}
