// Package russian knows how official Russian is written: dates, numerals,
// initials; the cases of names, posts and bodies; agreement and salutations;
// no-break spaces, quotes and dashes. Its functions are pure; they take and
// return words.
//
// Declension goes by rules, for names are too many to list: an ending, a
// gender and the syllables say how a name goes on (rules.go), a head noun and
// what agrees with it how a post does (position.go). Where the rules of
// Russian leave a choice, the Form carries a Doubt in words for the user, so
// that a wrong form is never printed in silence.
package russian

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// nbsp keeps two words on one line.
const nbsp = "\u00a0"

var months = [...]string{"января", "февраля", "марта", "апреля", "мая", "июня",
	"июля", "августа", "сентября", "октября", "ноября", "декабря"}

// DateDigits writes a date as 20.11.2017 (ГОСТ Р 7.0.97, 5.10).
func DateDigits(year, month, day int) string {
	return fmt.Sprintf("%02d.%02d.%04d", day, month, year)
}

// DateWords writes a date as 20 ноября 2017 г., the day without a leading zero
// (ГОСТ Р 7.0.97, 5.10), its parts bound by no-break spaces.
func DateWords(year, month, day int) string {
	return fmt.Sprintf("%d%s%s%s%d%sг.", day, nbsp, months[month-1], nbsp, year, nbsp)
}

// ReadDate reads a date as people write it: 20.11.2017, 2017-11-20, 20/11/2017,
// «20» ноября 2017 г. It is false when there is no such day.
func ReadDate(text string) (year, month, day int, ok bool) {
	text = strings.NewReplacer("«", "", "»", "", `"`, "", "/", ".", nbsp, " ").Replace(strings.ToLower(text))
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ' ' || r == '-' })
	if len(parts) == 4 && slices.Contains([]string{"г", "года"}, parts[3]) {
		parts = parts[:3]
	}
	if len(parts) != 3 {
		return 0, 0, 0, false
	}
	if len(parts[0]) == 4 {
		slices.Reverse(parts)
	}
	if i := slices.Index(months[:], parts[1]); i >= 0 {
		parts[1] = strconv.Itoa(i + 1)
	}
	t, err := time.Parse("2.1.2006", strings.Join(parts, "."))
	return t.Year(), int(t.Month()), t.Day(), err == nil
}
