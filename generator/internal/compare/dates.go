package compare

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// The numbered formats of dates and of times.
var (
	dateFormats = strings.Split("m/d|m/d/yy|mm/dd/yy|mm/yy|d-mmm|d-mmm-yy|dd-mmm-yy|yy-mm-dd|mmm-yy|mmmm-yy|"+
		"mmm d, yyyy|mmmm d, yyyy|m/d/yy h:MM tt|m/d/yy HH:MM", "|")
	timeFormats = strings.Split("HH:MM|h:MM tt|HH:MM:ss|h:MM:ss tt", "|")
)

// pattern returns the pattern of dates or times that a call has, or the number of, in a list; "" for none.
func (c call) pattern(list []string) string {
	if len(c.arguments) != 1 {
		return ""
	}
	if n, ok := c.arguments[0].(int); ok && n >= 0 && n < len(list) {
		return list[n]
	}
	text, _ := c.arguments[0].(string)
	return text
}

// matchDate compares a date with what is shown for it. Days of the week, times and parts that the value lacks are not
// computed.
func (c call) matchDate(shown, value string) agreement {
	pattern := c.pattern(dateFormats)
	shows, ok := shape(pattern, dateParts)
	if !ok {
		return doubt(shown, value)
	}
	order := ""
	for _, r := range pattern {
		if strings.ContainsRune("dmy", r) && !strings.ContainsRune(order, r) {
			order += string(r)
		}
	}
	date, ok := dateOf(order, value)
	if !ok {
		return doubt(shown, value)
	}
	return matchParts(shows, shown, func(part byte) (n int, known bool) {
		n, known = date[rune(part)]
		return n, known
	})
}

// matchTime compares a time of the day with what is shown for it.
func (c call) matchTime(shown, value string) agreement {
	shows, ok := shape(c.pattern(timeFormats), timeParts)
	at, isTime := timeOf(value)
	if !ok || !isTime {
		return doubt(shown, value)
	}
	return matchParts(shows, shown, func(part byte) (int, bool) {
		return map[byte]int{'H': at / 3600, 'h': (at/3600+11)%12 + 1, 'M': at / 60 % 60, 's': at % 60,
			't': at / 3600 / 12}[part], true
	})
}

// The parts of patterns, and what they show.
var (
	dateParts = map[string]string{"d": `\d{1,2}`, "dd": `\d{1,2}`, "m": `\d{1,2}`, "mm": `\d{1,2}`,
		"mmm": `\p{L}+\.?`, "mmmm": `\p{L}+`, "yy": `\d\d`, "yyyy": `\d{4}`}
	timeParts = map[string]string{"H": `\d{1,2}`, "HH": `\d{1,2}`, "h": `\d{1,2}`, "hh": `\d{1,2}`, "MM": `\d\d`,
		"ss": `\d\d`, "t": `[aApP]`, "tt": `[aApP][mM]`}
)

// shaped is a pattern with its parts and what they show.
type shaped struct {
	parts []string
	texts *regexp.Regexp
}

// shape returns the shape of a pattern; ok is false if it has other parts than the known ones.
func shape(pattern string, known map[string]string) (s shaped, ok bool) {
	text := ""
	for len(pattern) > 0 {
		end := 1
		for end < len(pattern) && pattern[end] == pattern[0] {
			end++
		}
		part, isPart := known[pattern[:end]]
		switch {
		case isPart:
			s.parts, text = append(s.parts, pattern[:end]), text+"("+part+")"
		case strings.IndexByte(" ./-,:", pattern[0]) >= 0:
			text += strings.ReplaceAll(regexp.QuoteMeta(pattern[:end]), " ", `\s*`)
		default:
			return s, false
		}
		pattern = pattern[end:]
	}
	if len(text) > longestCall {
		return s, false
	}
	s.texts = regexp.MustCompile(`^\s*` + text + `\s*$`)
	return s, len(s.parts) > 0
}

// matchParts compares the parts of a date or time with what is shown. What is shown otherwise is doubted.
func matchParts(s shaped, shown string, value func(part byte) (n int, known bool)) agreement {
	seen := s.texts.FindStringSubmatch(shown)
	agrees := equal
	for i, part := range s.parts {
		want, known := value(part[0])
		if seen == nil || !known {
			return unknown
		}
		is, err := strconv.Atoi(seen[i+1])
		switch text := strings.ToLower(seen[i+1]); {
		case part[0] == 't':
			is = strings.Index("ap", text[:1])
		case part == "yy":
			want %= 100
		case err != nil:
			is = monthOf(strings.TrimSuffix(text, "."))
		}
		switch {
		case is == 0 && len(part) > 2 && part[0] == 'm':
			agrees = min(agrees, unknown) // perhaps in another language
		case is != want:
			agrees = unequal
		}
	}
	return agrees
}

// months are the names of the months.
var months = [][]string{
	strings.Fields("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
	strings.Fields("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
	strings.Fields("янв фев мар апр май июн июл авг сен окт ноя дек"),
	strings.Fields("янв февр март апр мая июня июля авг сент окт нояб дек"),
	strings.Fields("january february march april may june july august september october november december"),
	strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec"),
}

// monthOf returns the number of a month by its name in small letters, 0 for another word.
func monthOf(word string) int {
	for _, names := range months {
		if i := slices.Index(names, word); i >= 0 {
			return i + 1
		}
	}
	return 0
}

// dateOf reads the parts of a date that are written in an order, from the year down, or in the Russian order with full
// stops. Ok is false if there is no such date, or it has two readings.
func dateOf(order, text string) (date map[rune]int, ok bool) {
	var numbers []string
	month := 0
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for _, word := range words {
		switch {
		case unicode.IsDigit([]rune(word)[0]):
			numbers = append(numbers, word)
		case word == "г" || word == "года":
		case month > 0 || monthOf(word) == 0:
			return nil, false
		default:
			month = monthOf(word)
		}
	}
	orders := []string{order}
	if len(numbers) > 0 && len(numbers[0]) == 4 {
		orders = []string{"ymd"}
	} else if strings.Count(text, ".") >= 2 || month > 0 {
		orders = append(orders, "dmy")
	}
	for _, order := range orders {
		if month > 0 {
			order = strings.ReplaceAll(order, "m", "")
		}
		one, valid := partsOf(order, numbers, month)
		if valid && date != nil && one['d'] != date['d'] {
			return nil, false
		}
		if valid {
			date = one
		}
	}
	return date, date != nil
}

// partsOf returns the parts of a date whose numbers are in an order; ok is false if there is no such day.
func partsOf(order string, numbers []string, month int) (date map[rune]int, ok bool) {
	if len(numbers) != len(order) {
		return nil, false
	}
	date = map[rune]int{}
	if month > 0 {
		date['m'] = month
	}
	for i, part := range order {
		n, err := strconv.Atoi(numbers[i])
		switch {
		case err != nil || len(numbers[i]) > 4 || (len(numbers[i]) > 2) != (part == 'y' && len(numbers[i]) == 4) ||
			part == 'y' && len(numbers[i]) == 1:
			return nil, false
		case part == 'y' && len(numbers[i]) == 2 && n < 50: // as AForm.js does
			n += 2000
		case part == 'y' && len(numbers[i]) == 2:
			n += 1900
		}
		date[part] = n
	}
	const leap = 2000
	year, hasYear := date['y']
	if !hasYear {
		year = leap
	}
	day := cmp.Or(date['d'], 1)
	m := cmp.Or(date['m'], 1)
	at := time.Date(year, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	return date, at.Day() == day && int(at.Month()) == m
}

// timeText matches times of the day.
var timeText = regexp.MustCompile(`^\s*(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*(?:([aApP])[mM]?)?\s*$`)

// timeOf reads a time of the day, in seconds; minutes and seconds that are missing are 0.
func timeOf(text string) (at int, ok bool) {
	parts := timeText.FindStringSubmatch(text)
	if parts == nil {
		return 0, false
	}
	hours, _ := strconv.Atoi(parts[1])
	minutes, _ := strconv.Atoi(parts[2])
	seconds, _ := strconv.Atoi(parts[3])
	if parts[4] != "" {
		if hours < 1 || hours > 12 {
			return 0, false
		}
		hours %= 12
		if strings.EqualFold(parts[4], "p") {
			hours += 12
		}
	}
	return hours*3600 + minutes*60 + seconds, hours < 24 && minutes < 60 && seconds < 60
}
