package fields

import (
	"strconv"
	"strings"
	"time"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// A picture is how the switch \@ of a field of Word writes a date
// (ECMA-376-1, 17.16.4.1): letters d, M and y, quoted and other text.

var (
	nominativeMonths = strings.Fields("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
	weekdays         = strings.Fields("воскресенье понедельник вторник среда четверг пятница суббота")
	shortWeekdays    = strings.Fields("вс пн вт ср чт пт сб")
)

// SetPicture makes a date be written by a picture.
func (f *Filters) SetPicture(picture string) error {
	for _, p := range pieces(picture) {
		if !p.isText && strings.ContainsAny(p.text[:1], "hHmsaA") {
			return FilterError{`ключ \@ "` + picture + `" пишет время, а печатается дата`, `оставьте в нём d, M и y`}
		}
	}
	f.form, f.picture = "picture", picture
	f.list = append(f.list, typedFilter{&filter{kinds: dated, group: "picture"}, `\@ "` + picture + `"`})
	return nil
}

// piece is a part of a picture: a run of one letter, or text.
type piece struct {
	text   string
	isText bool
}

func pieces(picture string) (list []piece) {
	for rest := picture; rest != ""; {
		c, end := rest[0], 1
		switch {
		case c == '\'':
			text, after, _ := strings.Cut(rest[1:], "'")
			list, rest = append(list, piece{text, true}), after
			continue
		case strings.IndexByte("dDMyYhHmsaA", c) >= 0:
			for end < len(rest) && rest[end] == c {
				end++
			}
		}
		list, rest = append(list, piece{rest[:end], strings.IndexByte("dDMyYhHmsaA", c) < 0}), rest[end:]
	}
	return list
}

// pictured writes a date by a picture. The month beside a day is in the genitive.
func pictured(picture string, d meeting.Date) string {
	list := pieces(picture)
	hasDay := false
	for _, p := range list {
		hasDay = hasDay || !p.isText && (p.text[0] == 'd' || p.text[0] == 'D') && len(p.text) < 3
	}
	var b strings.Builder
	for _, p := range list {
		switch {
		case p.isText:
			b.WriteString(p.text)
		case p.text[0] == 'M':
			b.WriteString(monthBy(len(p.text), d.Month, hasDay))
		case p.text[0] == 'd' || p.text[0] == 'D':
			b.WriteString(dayBy(len(p.text), d))
		case len(p.text) <= 2:
			b.WriteString(padded(d.Year%100, 2))
		default:
			b.WriteString(strconv.Itoa(d.Year))
		}
	}
	return b.String()
}

func monthBy(letters, month int, hasDay bool) string {
	switch {
	case letters < 3:
		return padded(month, letters)
	case letters == 3:
		return string([]rune(nominativeMonths[month-1])[:3])
	case hasDay:
		return russian.MonthGenitive(month)
	}
	return nominativeMonths[month-1]
}

func dayBy(letters int, d meeting.Date) string {
	weekday := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()
	switch {
	case letters < 3:
		return padded(d.Day, letters)
	case letters == 3:
		return shortWeekdays[weekday]
	}
	return weekdays[weekday]
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}
