package russian

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bind turns ordinary spaces into no-break ones where official papers forbid a
// line to end: inside «Островскому А. В.», «№ 5», «30 ноября 2017 г.», «ст. 9»,
// «1 250 000 руб.», «IV квартал», and before a dash. It changes nothing else;
// text that is bound already stays as it is.
func Bind(text string) string {
	if !strings.Contains(text, " ") {
		return text
	}
	words := fields(text)
	var b strings.Builder
	b.Grow(len(text) + 16)
	last := -1 // the word written last
	for rest := text; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case !isSpace(r):
			last++
			b.WriteString(words[last])
			rest = rest[len(words[last]):]
			continue
		case r == ' ' && binds(words, last):
			b.WriteString(nbsp)
		default:
			b.WriteString(rest[:size])
		}
		rest = rest[size:]
	}
	return b.String()
}

// fields are the words between the spaces of a text.
func fields(text string) []string {
	words := make([]string, 0, strings.Count(text, " ")+1)
	for text != "" {
		at, size := nextSpace(text)
		if at > 0 {
			words = append(words, text[:at])
		}
		text = text[at+size:]
	}
	return words
}

// nextSpace is where the next space of a text stands and how many bytes it
// takes: none at the end of the text.
func nextSpace(text string) (at, size int) {
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

// binds reports whether the space behind a word may not end a line.
func binds(words []string, i int) bool {
	if i < 0 || i+1 >= len(words) || areWords(words[i], words[i+1]) {
		return false
	}
	before, after := opened(words[i]), closed(words[i+1])
	return isDash(words[i+1]) ||
		bindsInitials(words, i, before, after) ||
		bindsReference(before, after) ||
		bindsNumber(before, after)
}

// areWords is true of most neighbours, so that no rule need be asked about
// them: the first ends with a Russian letter, the second is no number, no
// dash and has no full stop.
func areWords(before, after string) bool {
	n := len(before)
	return n > 1 && (before[n-2] == 0xD0 || before[n-2] == 0xD1) && before[n-1] >= utf8.RuneSelf &&
		!isDigit(after[0]) && !isDash(after) && strings.IndexByte(after, '.') < 0
}

// opened is a word without the marks that open it, closed without those that
// follow it.
func opened(word string) string { return strings.TrimLeft(word, "(«„\"[") }
func closed(word string) string { return strings.TrimRight(word, ",;:!?)»“\"]") }

func isDash(word string) bool { return word == "—" || word == "–" }

// isInitials is true of «А.», «А.В.» and «А.-М.».
func isInitials(word string) bool {
	if word == "" {
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

func isName(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && size < len(word) && !strings.HasSuffix(word, ".")
}

// bindsInitials keeps initials together and with their surname. Initials
// before a name belong to it, and not to the word before them.
func bindsInitials(words []string, i int, before, after string) bool {
	if isInitials(before) {
		return isInitials(after) || isName(after)
	}
	if !isInitials(after) || !isName(before) || closed(before) != before {
		return false
	}
	next := i + 2
	for next < len(words) && isInitials(closed(words[next])) {
		next++
	}
	return next >= len(words) || !isName(words[next]) || closed(words[next-1]) != words[next-1]
}

// shortened are words that stand before a number or a name.
var shortened = []string{"ст.", "п.", "пп.", "ч.", "гл.", "разд.", "прил.", "рис.", "табл.", "стр.", "с.", "г.", "ул.", "д.",
	"кв.", "корп.", "каб.", "оф.", "тел.", "пр.", "пер.", "обл."}

// bindsReference keeps №, «ст.» and their like with what they refer to, and
// the parts of «и. о.», «т. д.» together.
func bindsReference(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	switch {
	case before == "№" || before == "§":
		return true
	case slices.Contains(shortened, before):
		return unicode.IsDigit(first) || unicode.IsUpper(first) || first == '«'
	case before == "и." || before == "т." || before == "в.":
		return slices.Contains([]string{"о.", "е.", "д.", "п.", "к.", "ч."}, after)
	}
	return false
}

// units are words that stand behind a number.
var units = []string{"г", "гг", "руб", "коп", "тыс", "млн", "млрд", "экз", "чел", "шт", "мин", "ч", "л", "м", "км", "мм", "кг",
	"час", "часа", "часов", "минут", "минута", "минуты", "день", "дня", "дней", "год", "года", "годы", "годов", "лет", "рубль", "рубля", "рублей",
	"человек", "человека", "%"}

// bindsNumber keeps a number with what it counts, the parts of a date and
// groups of digits together.
func bindsNumber(before, after string) bool {
	bare := closed(strings.TrimRight(after, ".")) // «10 %).»
	switch {
	case slices.Contains(months[:], before):
		return len(digits(after)) == 4
	case strings.HasPrefix(after, "квартал"):
		return before != "" && strings.Trim(before, "IVX") == ""
	case before == "" || !isDigit(before[len(before)-1]):
		return false
	case slices.Contains(months[:], bare), slices.Contains(units, bare):
		return true
	}
	return len(before) <= 3 && digits(before) == before && len(digits(after)) == 3
}

// digits is the digits a word begins with.
func digits(word string) string {
	end := 0
	for end < len(word) && isDigit(word[end]) {
		end++
	}
	return word[:end]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
