package typography

import (
	"strconv"
	"strings"

	"protokol/generator/internal/wordset"
)

// bindsDate keeps a preposition with the date that the rest of the text begins with, «от 15.05.2025», «до 1 декабря»,
// and several number signs with the first number: «№№ 1, 2».
func bindsDate(word, rest string) bool {
	if rest == "" || !isDigit(rest[0]) {
		return false
	}
	if word = strings.ToLower(trimOpening(word)); isDatePreposition(word) {
		return beginsDate(rest)
	}
	return word != "" && strings.Trim(word, "№") == ""
}

var isDatePreposition = wordset.Words("от до с со по на к")

// beginsDate reports whether a text begins with a day and a month: «15.05.2025», «14.06», «1 декабря».
func beginsDate(text string) bool {
	day := LeadingDigits(text)
	if !isUpTo(day, 31) {
		return false
	}
	if month, ok := strings.CutPrefix(text[len(day):], "."); ok {
		month = LeadingDigits(month)
		return len(month) == 2 && isUpTo(month, 12) // «с 10.00», «по 3.14» are none
	}
	at, size := NextSpace(text)
	if at != len(day) {
		return false
	}
	month := text[at+size:]
	end, _ := NextSpace(month)
	return isMonth(strings.TrimRight(trimClosing(month[:end]), "."))
}

// isUpTo reports whether digits are a number from 1 to a limit of two digits.
func isUpTo(digits string, limit int) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && len(digits) <= 2 && 1 <= n && n <= limit
}
