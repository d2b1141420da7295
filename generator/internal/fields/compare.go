package fields

import (
	"regexp"
	"strconv"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
	"protokol/generator/internal/typography"
)

// Compare compares a value with a number, a date or a text as a condition does. The
// name of a person is equal to each of its forms.
func (v Value) Compare(operator, with string) bool {
	if v.Kind == Date && !v.date.IsZero() {
		if d, ok := readDate(with); ok {
			return holds(operator, v.date.Time().Compare(d.Time()))
		}
	}
	have, known := v.amount()
	n, err := v.readNumber(with)
	if known && err == nil {
		switch {
		case have < n:
			return holds(operator, -1)
		case have > n:
			return holds(operator, 1)
		}
		return holds(operator, 0)
	}
	same := v.isCalled(with)
	return operator == "=" && same || operator == "≠" && !same
}

// holds reports whether an operator holds for a value that is smaller than another, as
// large, or larger.
func holds(operator string, order int) bool {
	switch operator {
	case "=":
		return order == 0
	case "≠":
		return order != 0
	case ">":
		return order > 0
	case "<":
		return order < 0
	case "≥":
		return order >= 0
	case "≤":
		return order <= 0
	}
	return false
}

// amount returns the number that a value is.
func (v Value) amount() (n float64, ok bool) {
	switch {
	case v.untold:
		return 0, false
	case v.Kind == List:
		return float64(len(v.Items)), true
	case v.text != "":
		n, err := v.readNumber(v.plain())
		return n, err == nil
	case v.cell:
		return 0, false
	}
	return float64(v.number), true
}

// readNumber reads a number that is compared. In lists, spaces may part its digits: «12 500,50».
func (v Value) readNumber(text string) (float64, error) {
	if v.cell && grouped.MatchString(text) {
		text = strings.Join(strings.Fields(text), "")
	}
	return strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
}

var grouped = regexp.MustCompile(`^[-−]?\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+(?:[.,]\d+)?$`)

// HasOrder reports whether a value is a number or a date, which are larger or smaller
// than others.
func (v Value) HasOrder() bool {
	_, known := v.amount()
	return known || v.Kind == Date
}

// isCalled reports whether a text is a form of the value.
func (v Value) isCalled(text string) bool {
	called := func(form string) bool {
		return strings.EqualFold(comparable(trace.Strip(form)), comparable(text))
	}
	if v.cell { // its signs are typeset
		return called(v.text) || comparable(v.text) == comparable(typography.Signs(text))
	}
	if called(v.text) || v.person == nil {
		return called(v.text)
	}
	s, c := v.person, russian.Nominative
	return called(s.Name(c)) || called(s.Short(c, russian.Before)) || called(s.Short(c, russian.After)) ||
		called(s.Surname(c))
}

// comparable returns a text without the spaces that initials may have.
func comparable(text string) string {
	return strings.ReplaceAll(normalize(text), ". ", ".")
}

// Comparable reports whether an operator can compare the fact with a text: only numbers
// and dates are larger or smaller.
func (p Path) Comparable(operator, with string) bool {
	if operator == "" || operator == "=" || operator == "≠" {
		return true
	}
	if p.Kind() == Date {
		_, ok := readDate(with)
		return ok
	}
	_, err := strconv.ParseFloat(strings.Replace(with, ",", ".", 1), 64)
	return err == nil && p.HasOrder()
}

// CellComparable reports the same of cells of the list of recipients, which may be anything.
func CellComparable(operator, with string) bool {
	if operator == "" || operator == "=" || operator == "≠" {
		return true
	}
	_, isDate := readDate(with)
	_, err := Value{cell: true}.readNumber(with)
	return isDate || err == nil
}

// HasOrder reports whether values of the fact may be larger or smaller than others.
func (p Path) HasOrder() bool { return p.Kind() != Person && p.Kind() != Phrase && p.Kind() != Flag }

func readDate(text string) (meeting.Date, bool) {
	year, month, day, ok := russian.ReadDate(text)
	return meeting.Date{Year: year, Month: month, Day: day}, ok
}

// Object returns filters with the accusative in place of the genitive: «кого» asks for
// both.
func (f Filters) Object() Filters {
	f.inCase = russian.Accusative
	return f
}
