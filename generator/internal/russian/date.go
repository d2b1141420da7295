package russian

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// nbsp is a no-break space.
const nbsp = "\u00a0"

var months = [...]string{"января", "февраля", "марта", "апреля", "мая", "июня",
	"июля", "августа", "сентября", "октября", "ноября", "декабря"}

// DateDigits formats a date as 20.11.2017 (ГОСТ Р 7.0.97, 5.10).
func DateDigits(year, month, day int) string {
	return fmt.Sprintf("%02d.%02d.%04d", day, month, year)
}

// DateWords formats a date as 20 ноября 2017 г. with no-break spaces and
// without a leading zero (ГОСТ Р 7.0.97, 5.10).
func DateWords(year, month, day int) string {
	return fmt.Sprintf("%d%s%s%s%d%sг.", day, nbsp, months[month-1], nbsp, year, nbsp)
}

// MonthGenitive returns the name of a month, from 1: «марта».
func MonthGenitive(month int) string { return months[month-1] }

// ReadDate parses a date as people and programs write it: 20.11.2017,
// 2017-11-20, 20/11/2017, «20» ноября 2017 г., 20 нояб. 2017, also with the time
// of day: 20.11.2017 12:00, 2017-11-20T12:00:00. It reports whether there is
// such a day. A year of two digits is not read: 01.02.03 has three readings.
func ReadDate(text string) (year, month, day int, ok bool) {
	if text == "" { // as in most lists
		return 0, 0, 0, false
	}
	text = dateSigns.Replace(strings.ToLower(text))
	parts := strings.FieldsFunc(withoutTime(text), func(r rune) bool { return r == '.' || r == ' ' || r == '-' })
	if len(parts) == 4 && slices.Contains([]string{"г", "года"}, parts[3]) {
		parts = parts[:3]
	}
	if len(parts) != 3 {
		return 0, 0, 0, false
	}
	parts[2] = strings.TrimSuffix(strings.TrimSuffix(parts[2], "года"), "г") // «20.11.2017г.»
	if len(parts[0]) == 4 {
		slices.Reverse(parts)
	}
	if i := monthOf(parts[1]); i > 0 {
		parts[1] = strconv.Itoa(i)
	}
	t, err := time.Parse("2.1.2006", strings.Join(parts, "."))
	return t.Year(), int(t.Month()), t.Day(), err == nil
}

// dateSigns removes quotes around the day, and replaces what separates the parts of a date.
var dateSigns = strings.NewReplacer("«", "", "»", "", `"`, "", "/", ".", nbsp, " ")

// withoutTime removes the time of day after a date.
func withoutTime(text string) string {
	at := strings.LastIndexAny(text, " t")
	if at < 0 || strings.Trim(text[at+1:], "0123456789:.z") != "" {
		return text
	}
	hour, _, found := strings.Cut(text[at+1:], ":")
	if !found || hour == "" || len(hour) > 2 {
		return text
	}
	return text[:at]
}

// monthOf returns the number of a month in the genitive or abbreviated, 0 if it
// is neither.
func monthOf(word string) int {
	const shortest = 6 // bytes: three letters
	return 1 + slices.IndexFunc(months[:], func(month string) bool {
		return word == month || len(word) >= shortest && strings.HasPrefix(month, word)
	})
}

// BehindFrom returns a date without «от» in front of it, as it stands behind this word.
func BehindFrom(date string) string { return strings.TrimPrefix(date, "от ") }

// StopYear adds the full stop to the abbreviation at the end of a date: «2017 г»
// becomes «2017 г.».
func StopYear(date string) string {
	if strings.HasSuffix(date, " г") {
		return date + "."
	}
	return date
}
