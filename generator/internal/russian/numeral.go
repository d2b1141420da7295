package russian

import (
	"fmt"
	"strconv"
)

// Count formats a number and its noun with a no-break space: «1 лист», «3
// листа», «11 листов».
func Count(n int, one, few, many string) string {
	return strconv.Itoa(n) + nbsp + pluralForm(n, one, few, many)
}

// pluralForm returns the form of a noun after a number: 1 лист, 2–4 листа, 5–20
// листов, depending on the last two digits.
func pluralForm(n int, one, few, many string) string {
	if n < 0 {
		n = -n
	}
	switch tens, unit := n/10%10, n%10; {
	case tens == 1:
		return many
	case unit == 1:
		return one
	case unit >= 2 && unit <= 4:
		return few
	}
	return many
}

// ClockTime returns a time of day in hours and minutes: «18 часов 00 минут».
func ClockTime(hour, minute int) string {
	return fmt.Sprintf("%d %s %02d %s", hour, pluralForm(hour, "час", "часа", "часов"), minute,
		pluralForm(minute, "минута", "минуты", "минут"))
}
