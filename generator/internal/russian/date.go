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

// ReadDate parses a date as people write it: 20.11.2017, 2017-11-20,
// 20/11/2017, «20» ноября 2017 г. It reports whether there is such a day.
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
