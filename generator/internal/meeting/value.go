package meeting

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"protokol/generator/internal/russian"
)

// Date is a calendar date. The zero Date is not a date.
type Date struct{ Year, Month, Day int }

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// Time returns midnight UTC at the beginning of the day.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// notationError is the error for a value in the wrong notation.
type notationError struct {
	message string
	hint    string // %s is the key; may be empty
}

func (e notationError) Error() string { return e.message }

// Hint returns the remedy for a key.
func (e notationError) Hint(key string) string { return strings.Replace(e.hint, "%s", key, 1) }

// UnmarshalTOML accepts a TOML date. For a date in words or in Russian order the
// error shows the correct notation.
func (d *Date) UnmarshalTOML(value any) error {
	if t, ok := value.(time.Time); ok && t.Year() != 0 {
		*d = Date{t.Year(), int(t.Month()), t.Day()}
		return nil
	}
	wrong := notationError{message: "здесь нужна дата без кавычек: год-месяц-день, например 2017-11-20"}
	if read, ok := dateOf(fullYear(fmt.Sprint(value))); ok {
		wrong.hint = fmt.Sprintf("дата пишется так: %%s = %04d-%02d-%02d", read.Year, read.Month, read.Day)
	} else {
		wrong.hint = "дата пишется так: %s = 2017-11-20"
	}
	return wrong
}

var compactDate = regexp.MustCompile(`^(20\d\d)([01]\d)([0-3]\d)$`)

// fullYear completes a date for a hint: 15.01.26 is 15.01.2026, 20260115 has no
// separators.
func fullYear(text string) string {
	if shortYear.MatchString(text) {
		at := strings.LastIndexAny(text, "./-") + 1
		return text[:at] + "20" + text[at:]
	}
	return compactDate.ReplaceAllString(text, "$1-$2-$3")
}

// dateOf reads a date as people write it.
func dateOf(text string) (Date, bool) {
	year, month, day, ok := russian.ReadDate(text)
	return Date{year, month, day}, ok
}

// Clock is a time of day.
type Clock struct{ Hour, Minute int }

// Before reports whether c comes before other on the same day.
func (c Clock) Before(other Clock) bool {
	return c.Hour*60+c.Minute < other.Hour*60+other.Minute
}

var clockText = regexp.MustCompile(`^([01]?\d|2[0-3])[:.]([0-5]\d)$`)

// UnmarshalTOML accepts a TOML time (12:00, 12:00:00) or the text "12.00".
func (c *Clock) UnmarshalTOML(value any) error {
	switch v := value.(type) {
	case time.Time:
		if v.Year() == 0 {
			*c = Clock{v.Hour(), v.Minute()}
			return nil
		}
	case string:
		if m := clockText.FindStringSubmatch(v); m != nil {
			c.Hour, _ = strconv.Atoi(m[1])
			c.Minute, _ = strconv.Atoi(m[2])
			return nil
		}
	}
	wrong := notationError{message: "здесь нужно время: часы:минуты", hint: `время пишется так: %s = "12:00"`}
	if text, ok := value.(string); ok {
		if m := clockWords.FindStringSubmatch(strings.ToLower(text)); m != nil { // "10-00", "в 10 часов"
			wrong.hint = fmt.Sprintf(`время пишется так: %%s = "%02s:%02s"`, m[1], m[2])
		}
		if clockShape.MatchString(text) { // "25:80"
			wrong.message = "такого времени нет: " + text
		}
	}
	if v, ok := value.(float64); ok { // 12.30 without quotes
		if hour, minute := int(v), int(math.Round(v*100))%100; v >= 0 && hour < 24 && minute < 60 {
			wrong.hint = fmt.Sprintf(`время пишется в кавычках: %%s = "%02d:%02d"`, hour, minute)
		}
	}
	return wrong
}

// clockShape are the digits of a time of day, which may not exist.
var clockShape = regexp.MustCompile(`^\d{1,2}[:.]\d\d$`)

// clockWords are times of day in other notations. Words that are not listed may mean
// another hour: «половина 11», «8 часов пополудни».
var clockWords = regexp.MustCompile(`^\s*(?:(?:начало|время|в|с|к)\s+)*([01]?\d|2[0-3])` +
	`(?:\s*(?:[-–.,:;]|ч(?:ас(?:а|ов)?)?\.?)\s*([0-5]\d)?(?:\s*мин(?:ут[аы]?)?\.?)?)?` +
	`(?:\s*(?:утра|\(?мск\)?|по московскому времени|по местному времени))?\s*\.?\s*$`)

// Deadline is a date or words ("ежеквартально").
type Deadline struct {
	Date Date
	Text string
}

// Texts that are dates and cannot be read: of a day that does not exist, with a year
// of two digits, or without one.
var (
	dateDigits = regexp.MustCompile(
		`^\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\s*(?:г(?:\.|ода)?)?\s*$`)
	shortYear = regexp.MustCompile(`^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2}\s*(?:г(?:\.|ода)?)?\s*$`)
	yearless  = regexp.MustCompile(`^\s*\d{1,2}[./]\d{1,2}\.?\s*$`)
)

// UnmarshalTOML accepts a TOML date or a text. A text that consists of a date is read as that date.
func (d *Deadline) UnmarshalTOML(value any) error {
	if text, ok := value.(string); ok && text != "" {
		if date, ok := dateOf(strings.TrimSpace(text)); ok {
			d.Date = date
			return nil
		}
		const hint = "дата пишется так: год-месяц-день, например 2017-11-20"
		switch {
		case dateDigits.MatchString(text):
			return notationError{"такой даты нет: " + strings.TrimSpace(text), hint}
		case shortYear.MatchString(text):
			return notationError{"год в дате записан двумя цифрами: " + strings.TrimSpace(text), hint}
		}
		d.Text = text
		return nil
	}
	if err := d.Date.UnmarshalTOML(value); err != nil {
		return fmt.Errorf("%w; или слова в кавычках, например \"ежеквартально\"", err)
	}
	return nil
}
