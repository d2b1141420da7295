package compare

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// matchFormat reports whether a script shows a value so. Only what follows from the value and the calls of standard
// functions is believed: numbers in other signs and with a currency, dates, times and codes in other formats (AForm.js
// of Acrobat), other cases of letters. Any other script may show anything, and so may who fills in the form.
func matchFormat(script, shown, value string) bool {
	if sameValue(script, shown, value) {
		return true
	}
	for _, currency := range currencies(script) {
		before, isBefore := strings.CutPrefix(shown, currency)
		after, isAfter := strings.CutSuffix(shown, currency)
		if isBefore && sameValue(script, before, value) || isAfter && sameValue(script, after, value) {
			return true
		}
	}
	return false
}

func sameValue(script, shown, value string) bool {
	if strings.EqualFold(characters(shown), characters(value)) || sameCode(shown, value) {
		return true
	}
	seen, isNumber := numberOf(shown)
	written, isValue := numberOf(value)
	if isNumber && isValue {
		return seen.isAbout(written, true) ||
			seen.other != nil && seen.other.Cmp(written.value) == 0 && separatesByComma.MatchString(script)
	}
	if order := dateOrder(script); order != "" {
		return sameDate(order, shown, value)
	}
	return strings.Contains(script, "AFTime_Format") && sameTime(shown, value)
}

// separatesByComma matches the format of whole numbers with commas between thousands, and that with points.
var separatesByComma = regexp.MustCompile(`AFNumber_Format\(\s*0\s*,\s*[02]\b`)

// numberCall matches the format of a number with what it adds: a currency and spaces.
var numberCall = regexp.MustCompile(`AFNumber_Format\([\s\d,]*(?:"([^"\\\d%]+)"|'([^'\\\d%]+)')`)

// currencies returns what the format of a script adds to numbers, and that without spaces, which programs write
// in different ways.
func currencies(script string) []string {
	call := numberCall.FindStringSubmatch(script)
	if call == nil || strings.TrimSpace(call[1]+call[2]) == "" {
		return nil
	}
	return []string{call[1] + call[2], strings.TrimSpace(call[1] + call[2])}
}

// sameCode reports whether texts of digits and separators have the same digits, as telephone numbers in groups have.
func sameCode(shown, value string) bool {
	digits := func(text string) string {
		return strings.Map(func(r rune) rune {
			switch {
			case unicode.IsDigit(r):
				return r
			case unicode.IsSpace(r) || strings.ContainsRune("()+-‐‑–", r):
				return -1
			}
			return unicode.ReplacementChar
		}, text)
	}
	is := digits(shown)
	return is == digits(value) && !strings.ContainsRune(is, unicode.ReplacementChar) &&
		!strings.HasPrefix(strings.TrimSpace(shown), "-") && !strings.HasPrefix(strings.TrimSpace(shown), "(")
}

// dateCall matches the calls that format dates: by the number of a format, or by a pattern.
var dateCall = regexp.MustCompile(`AFDate_Format(?:Ex)?\(\s*(?:(\d+)|"([^"]*)"|'([^']*)')\s*\)`)

// dateOrders are the parts of the numbered formats of dates.
var dateOrders = []string{"md", "mdy", "mdy", "my", "dm", "dmy", "dmy", "ymd", "my", "my", "mdy", "mdy"}

// dateOrder returns the order in which a script shows the day, the month and the year; "" if it does not show
// a date, or shows the time, too.
func dateOrder(script string) (order string) {
	call := dateCall.FindStringSubmatch(script)
	if call == nil {
		return ""
	}
	if call[1] != "" {
		if n, err := strconv.Atoi(call[1]); err == nil && n < len(dateOrders) {
			return dateOrders[n]
		}
		return ""
	}
	pattern := call[2] + call[3]
	if strings.ContainsAny(pattern, "HhMst") {
		return ""
	}
	for _, r := range pattern {
		if strings.ContainsRune("dmy", r) && !strings.ContainsRune(order, r) {
			order += string(r)
		}
	}
	return order
}

// sameDate reports whether a date is shown in an order. The value may have more parts.
func sameDate(order, shown, value string) bool {
	seen, ok := dateOf(order, shown)
	if !ok {
		return false
	}
	written, ok := dateOf(order, value)
	if !ok {
		if written, ok = dateOf("dmy", value); !ok {
			return false
		}
	}
	for part, number := range seen {
		if part == 'y' && (number < 100 || written[part] < 100) {
			number, written[part] = number%100, written[part]%100
		}
		if written[part] != number {
			return false
		}
	}
	return true
}

// months are the first letters of the months in two languages.
var months = strings.Fields("янв фев мар апр мая июн июл авг сен окт ноя дек " +
	"jan feb mar apr may jun jul aug sep oct nov dec")

// dateOf reads the parts of a date that are written in an order, or from the year down.
func dateOf(order, text string) (parts map[rune]int, ok bool) {
	parts = map[rune]int{}
	var numbers []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), isSeparator) {
		if unicode.IsDigit([]rune(word)[0]) {
			numbers = append(numbers, word)
			continue
		}
		at := slices.IndexFunc(months, func(month string) bool { return strings.HasPrefix(word, month) })
		switch {
		case word == "май":
			at = 4
		case word == "г" || word == "года":
			continue
		}
		if _, known := parts['m']; at < 0 || known {
			return nil, false
		}
		parts['m'] = at%12 + 1
		order = strings.ReplaceAll(order, "m", "")
	}
	if len(numbers) != len(order) {
		return nil, false
	}
	if len(order) == 3 && len(numbers[0]) == 4 {
		order = "ymd"
	}
	for i, part := range order {
		n, err := strconv.Atoi(numbers[i])
		if err != nil {
			return nil, false
		}
		parts[part] = n
	}
	return parts, true
}

func isSeparator(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// timeText matches times of the day.
var timeText = regexp.MustCompile(`^\s*(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*([aApP])?(?:[mM])?\s*$`)

// sameTime reports whether two texts are the same time; one may lack minutes or seconds that are 0.
func sameTime(shown, value string) bool {
	seconds := func(text string) (n int) {
		parts := timeText.FindStringSubmatch(text)
		if parts == nil {
			return -1
		}
		for _, part := range parts[1:4] {
			one, _ := strconv.Atoi(part)
			n = 60*n + one
		}
		const noon = 12 * 60 * 60
		switch half := strings.ToLower(parts[4]); {
		case half == "p" && n < noon:
			n += noon
		case half == "a" && n >= noon:
			n -= noon
		}
		return n
	}
	is := seconds(shown)
	return is >= 0 && is == seconds(value)
}
