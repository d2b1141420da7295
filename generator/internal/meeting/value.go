package meeting

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Date is a calendar date. The zero Date is no date.
type Date struct{ Year, Month, Day int }

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// Time returns midnight UTC at the beginning of the day.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// UnmarshalTOML accepts a TOML date. For a date in words or in Russian order the
// error shows the correct notation.
func (d *Date) UnmarshalTOML(value any) error {
	t, ok := value.(time.Time)
	if !ok || t.Year() == 0 {
		return errors.New("здесь нужна дата без кавычек: год-месяц-день, например 2017-11-20")
	}
	*d = Date{t.Year(), int(t.Month()), t.Day()}
	return nil
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
	return errors.New("здесь нужно время: часы:минуты, например 12:00")
}

// Deadline is a date or words ("ежеквартально").
type Deadline struct {
	Date Date
	Text string
}

// UnmarshalTOML accepts a TOML date or a text.
func (d *Deadline) UnmarshalTOML(value any) error {
	if text, ok := value.(string); ok && text != "" {
		d.Text = text
		return nil
	}
	if err := d.Date.UnmarshalTOML(value); err != nil {
		return fmt.Errorf("%w; или слова в кавычках, например \"ежеквартально\"", err)
	}
	return nil
}
