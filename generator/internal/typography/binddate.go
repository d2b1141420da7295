package typography

import (
	"strings"

	"protokol/generator/internal/wordset"
)

// bindsDate keeps a preposition with the date that the rest of the text begins with, «от 15.05.2025», «до 1 декабря»,
// hours with their minutes, «18 час. 45 мин.», and several number signs with the first number: «№№ 1, 2». A number is
// before the word if isCount is true.
func bindsDate(word, rest string, isCount bool) bool {
	if rest == "" || !isDigit(rest[0]) {
		return false
	}
	word = strings.ToLower(trimOpening(word))
	switch {
	case isDatePreposition(word):
		return beginsDate(rest)
	case isCount && isHour(word):
		end, size := NextSpace(rest)
		return LeadingDigits(rest) == rest[:end] && strings.HasPrefix(rest[end+size:], "мин")
	}
	return word != "" && strings.Trim(word, "№") == ""
}

var (
	isDatePreposition = wordset.Words("от до с со по на к")
	isHour            = wordset.Words("ч. час. час часа часов")
)

// beginsDate reports whether a text begins with a day and a month: «15.05.2025», «14.06», «1 декабря».
func beginsDate(text string) bool {
	day := LeadingDigits(text)
	if len(day) > 2 {
		return false
	}
	if month, ok := strings.CutPrefix(text[len(day):], "."); ok {
		return len(LeadingDigits(month)) == 2
	}
	at, size := NextSpace(text)
	if at != len(day) {
		return false
	}
	month := text[at+size:]
	end, _ := NextSpace(month)
	return isMonth(strings.TrimRight(trimClosing(month[:end]), "."))
}
