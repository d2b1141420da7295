package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// Bind replaces spaces with no-break spaces where official papers must not
// break a line: in «Островскому А. В.», «№ 5», «30 ноября 2017 г.», «ст. 9», «1
// 250 000 руб.», «IV квартал», and before a dash. It changes nothing else and
// is idempotent.
func Bind(text string) string {
	if !strings.Contains(text, " ") {
		return text
	}
	words := fields(text)
	var b strings.Builder
	b.Grow(len(text) + 16)
	last := -1    // index of the last word written
	tied := false // it is initials that a no-break space ties to the surname before
	for rest := text; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case !isSpace(r):
			last++
			b.WriteString(words[last])
			rest = rest[len(words[last]):]
			continue
		case r == ' ' && !(tied && endsName(words, last)) && binds(words, last):
			b.WriteString(nbsp)
			tied = false
		default:
			tied = r != ' ' && last >= 0 && (IsName(trimOpening(words[last])) || tied && IsInitials(words[last]))
			b.WriteString(rest[:size])
		}
		rest = rest[size:]
	}
	return b.String()
}

// fields splits a text around spaces and no-break spaces.
func fields(text string) []string {
	words := make([]string, 0, strings.Count(text, " ")+1)
	for text != "" {
		at, size := NextSpace(text)
		if at > 0 {
			words = append(words, text[:at])
		}
		text = text[at+size:]
	}
	return words
}

// NextSpace returns the offset of the next space and its length in bytes, which
// is 0 at the end of the text.
func NextSpace(text string) (at, size int) {
	for i := range len(text) {
		switch {
		case text[i] == ' ':
			return i, 1
		case text[i] == nbsp[0] && i+1 < len(text) && text[i+1] == nbsp[1]:
			return i, len(nbsp)
		}
	}
	return len(text), 0
}

func isSpace(r rune) bool { return r == ' ' || r == '\u00a0' }

// binds reports whether the space after a word must not break.
func binds(words []string, i int) bool {
	if i < 0 || i+1 >= len(words) {
		return false
	}
	if areOrdinaryWords(words[i], words[i+1]) {
		return len(words[i]) == 2 && isSpread(words, i)
	}
	before, after := trimOpening(words[i]), trimClosing(words[i+1])
	return isDash(words[i+1]) || bindsRange(words, i) ||
		bindsInitials(words, i, before, after) ||
		bindsReference(before, after) && !endsYear(words, i, after) ||
		bindsNumber(before, after) || bindsSign(words[i], words[i+1]) || bindsShare(words, i) ||
		bindsPassport(words, i) || bindsPhone(words, i) || isSpread(words, i)
}

// endsName reports whether a word is initials before a capital letter. If they belong to
// the surname before, that is another name or sentence: «избран Панкратов В.Л.
// Голосовали».
func endsName(words []string, i int) bool {
	return IsInitials(words[i]) && i+1 < len(words) && isSurname(words[i+1], strings.Count(words[i], ".") > 1)
}

// leastSpread is the minimum number of letters of a word with spaces between its letters.
const leastSpread = 4

// isSpread reports whether two words are letters of a word with spaces between its letters: «п о с т а н о в л я е
// т:».
func isSpread(words []string, i int) bool {
	if !isSingleLetter(words[i]) || !isSingleLetter(trimClosing(words[i+1])) {
		return false
	}
	from, to := i, i+1
	for to-from+1 < leastSpread && from > 0 && isSingleLetter(words[from-1]) {
		from--
	}
	for to-from+1 < leastSpread && to+1 < len(words) && isSingleLetter(words[to]) &&
		isSingleLetter(trimClosing(words[to+1])) {
		to++
	}
	return to-from+1 >= leastSpread
}

func isSingleLetter(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsLetter(r)
}

// bindsSign keeps an abbreviation, and the noun of a numbered institution, together with the number sign: «уч. №
// 8», «Школа № 8», «СОШ № 8».
func bindsSign(word, after string) bool {
	if !strings.HasPrefix(after, "№") {
		return false
	}
	const longest = 5 // letters of the abbreviation
	before := trimOpening(word)
	bare, ends := strings.CutSuffix(before, ".")
	first, _ := utf8.DecodeRuneInString(bare)
	short := utf8.RuneCountInString(bare) <= longest
	if ends {
		return short && unicode.IsLower(first)
	}
	return short && isForm(before) || isNumbered(strings.ToLower(before)) ||
		before != word && trimClosing(before) == before && unicode.IsUpper(first)
}

// isNumbered reports an institution that is named by a number.
var isNumbered = wordset.Endings(
	"школа школы школе школу школой лицей лицея лицею лицеем лицее гимназия гимназии гимназию гимназией сад сада саду "+
		"садом саде",
	"больница больницы больнице больницу поликлиника поликлиники поликлинике поликлинику интернат интерната участок "+
		"участка участке участком училище училища колледж колледжа")

// bindsShare keeps a percentage in parentheses together with its number: «8 (6,1 %)».
func bindsShare(words []string, i int) bool {
	share, opens := strings.CutPrefix(words[i+1], "(")
	return opens && share != "" && isDigit(share[0]) && i+2 < len(words) && strings.HasPrefix(words[i+2], "%")
}

// bindsPassport keeps the series and the number of a passport together: «паспорт
// 70 00 000000», «серия 70 00 № 000000».
func bindsPassport(words []string, i int) bool {
	number := trimClosing(words[i+1])
	if LeadingDigits(words[i]) != words[i] || len(words[i]) != 2 ||
		number != "№" && (LeadingDigits(number) != number || len(number) != 2 && len(number) != 6) {
		return false
	}
	for _, word := range words[max(0, i-3):i] {
		word = strings.ToLower(trimOpening(word))
		if strings.HasPrefix(word, "паспорт") || strings.HasPrefix(word, "сери") {
			return true
		}
	}
	return false
}

// bindsPhone keeps the groups of a telephone number together: «8 (48132) 4-01-01», «+7
// 910 000 00 00».
func bindsPhone(words []string, i int) bool {
	if !isPhoneGroup(words[i], true) || !isPhoneGroup(words[i+1], false) {
		return false
	}
	from, to := i, i+1
	for from > 0 && isPhoneGroup(words[from-1], true) {
		from--
	}
	for to+1 < len(words) && isPhoneGroup(words[to], true) && isPhoneGroup(words[to+1], false) {
		to++
	}
	count := 0
	for _, word := range words[from : to+1] {
		for j := range len(word) {
			if isDigit(word[j]) {
				count++
			}
		}
	}
	const national = 10 // digits, without the prefix
	first := words[from]
	return count == national && first[0] == '(' ||
		count == national+1 && (first == "8" || first == "+7" || strings.HasPrefix(first, "8-"))
}

// isPhoneGroup reports whether a word is a group of digits of a telephone number. Only
// after the last one there may be a comma or the like.
func isPhoneGroup(word string, whole bool) bool {
	if !whole {
		word = strings.TrimRight(word, ".,;")
	}
	return word != "" && strings.Trim(word, "0123456789-()+") == "" && strings.ContainsAny(word, "0123456789")
}

// areOrdinaryWords quickly accepts most pairs of words, to which no rule applies: the first ends with a small
// Russian letter, and the second is not a number, a dash or a number sign, is not in parentheses and has no full
// stop.
func areOrdinaryWords(before, after string) bool {
	n := len(before)
	return n > 1 && (before[n-2] == 0xD0 || before[n-2] == 0xD1) && before[n-1] >= utf8.RuneSelf &&
		(before[n-2] == 0xD1 || before[n-1] >= 0xB0) &&
		!isDigit(after[0]) && after[0] != '(' && after[0] != "№"[0] && strings.IndexByte(after, '.') < 0
}

// trimOpening removes opening punctuation from a word.
func trimOpening(word string) string { return strings.TrimLeft(word, "(«„\"[/") }

// trimClosing removes closing punctuation from a word.
func trimClosing(word string) string {
	if n := len(word); n > 1 && word[n-2]|1 == 0xD1 { // at the end is a Russian letter
		return word
	}
	return strings.TrimRight(word, ",;:!?)»“\"]/")
}

func isDash(word string) bool { return word == "—" || word == "–" }

// bindsRange keeps the end of a range with the dash, «8 – 9 июня», and the number
// of votes: «„за“ – 12».
func bindsRange(words []string, i int) bool {
	if i == 0 || !isDash(words[i]) || !isDigit(words[i+1][0]) {
		return false
	}
	before := words[i-1]
	return isDigit(before[len(before)-1]) || strings.HasSuffix(before, "»")
}

// IsInitials reports whether a word consists of initials: «А.», «А.В.» or
// «А.-М.».
func IsInitials(word string) bool {
	if strings.Trim(word, "-") == "" {
		return false
	}
	letter := true
	for _, r := range word {
		switch {
		case r == '-':
			continue
		case letter && !unicode.IsUpper(r), !letter && r != '.':
			return false
		}
		letter = !letter
	}
	return letter
}

// IsName reports whether a word may be a name: more than one letter, the first a capital, and no full stop at the end.
func IsName(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && size < len(word) && !strings.HasSuffix(word, ".")
}

// bindsInitials keeps initials together and with their surname. Initials before
// a surname belong to it, not to the word before them.
func bindsInitials(words []string, i int, before, after string) bool {
	if IsInitials(before) {
		return IsInitials(after) || isSurname(words[i+1], strings.Count(before, ".") > 1)
	}
	if !IsInitials(after) || !IsName(before) || trimClosing(before) != before {
		return false
	}
	next := i + 2
	for next < len(words) && trimClosing(words[next-1]) == words[next-1] && IsInitials(trimClosing(words[next])) {
		next++
	}
	return next >= len(words) || !isSurname(words[next], next > i+2) || trimClosing(words[next-1]) != words[next-1]
}

// abbreviations precede a number or a name.
var abbreviations = []string{
	"ст.", "п.", "пп.", "подп.", "абз.", "ч.", "гл.", "разд.", "прил.", "рис.", "табл.", "стр.", "с.", "г.",
	"ул.", "д.", "доб.",
	"кв.", "корп.", "пос.", "дер.", "пл.", "просп.", "наб.", "ш.", "каб.", "оф.", "тел.", "пр.", "пер.", "обл.",
}

// closingAbbreviations end a sentence with the full stop that belongs to them.
var closingAbbreviations = wordset.Words("г. гг. в. вв. руб. коп. тыс. экз. чел. шт. мин. др. пр. т.д. т.п. им. н.э.")

// EndsAbbreviated reports whether the last full stop of a text belongs to initials or
// to an abbreviation: «Громовой Д. М.», «за 2026 г.».
func EndsAbbreviated(text string) bool {
	words := fields(text)
	n := len(words)
	if n < 2 || !strings.HasSuffix(text, ".") {
		return false
	}
	last, before := words[n-1], words[n-2]
	if IsInitials(last) {
		return strings.Count(last, ".") > 1 || IsInitials(before) || IsName(before)
	}
	parted := (before == "т." || before == "н.") && (last == "д." || last == "п." || last == "э.")
	return parted || closingAbbreviations(strings.ToLower(trimOpening(last)))
}

// longAbbreviations are those of six letters and more that other words do not look like.
var longAbbreviations = wordset.Words("внутр действ примеч администр образов строит эксплуат производств " +
	"включит ориент приблиз соответств заключит сокращ")

// EndsInWord reports whether a text of several words is certain to end with a whole word of
// small Cyrillic letters and a full stop. Abbreviations end in consonants, and are short.
func EndsInWord(text string) bool {
	text, stopped := strings.CutSuffix(text, ".")
	words := fields(text)
	if !stopped || len(words) < 2 {
		return false
	}
	last := []rune(words[len(words)-1])
	for _, r := range last {
		if (r < 'а' || r > 'я') && r != 'ё' {
			return false
		}
	}
	if strings.ContainsRune("аеёиоуыэюяь", last[len(last)-1]) {
		return len(last) > 2
	}
	return len(last) > 5 && !longAbbreviations(string(last))
}

// longestForm is the length in letters of the longest abbreviation that is kept
// with a name in quotation marks.
const longestForm = 8

// endsYear reports whether an abbreviation is the unit of the number before it, and
// a sentence or a name follows: «до 12 февраля 2026 г. Табель».
func endsYear(words []string, i int, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	return i > 0 && (unicode.IsUpper(first) || first == '«') &&
		bindsNumber(trimOpening(words[i-1]), trimOpening(words[i]))
}

// isForm reports whether a word is an abbreviation in capital letters, such as
// «ООО» or «ОГБПОУ».
func isForm(word string) bool {
	count := 0
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
		count++
	}
	return count >= 2 && count <= longestForm
}

// isFormRest reports whether an abbreviation specifies the kind of the legal form before it: «ФГБОУ ВО», «МБУ ДО»,
// «НКО АО».
var isFormRest = wordset.Words("ВО ВПО СПО ДПО ДО ДОД ПО АО ООО СОШ ООШ НОШ")
