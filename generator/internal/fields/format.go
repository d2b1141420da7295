package fields

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Format returns a value as a template prints it. Missing is true when the
// meeting does not give it and nothing is to be printed instead.
func (f Filters) Format(frame Frame, v Value) (p Printed, missing bool, err error) {
	p = Printed{value: v, data: frame.root.Data}
	switch {
	case v.Kind == List && f.count:
		frame.note(v, "")
		p.marked, err = f.counted(Value{Kind: Number, number: len(v.Items)})
		p.Plain = f.spelled(p.marked)
	case v.IsEmpty() && f.Otherwise != nil:
		p.Plain = *f.Otherwise
	case v.IsEmpty() && frame.Blank():
		p.Plain = blankLine
	case v.IsEmpty():
		return p, true, nil
	case v.line:
		frame.note(v, "")
		p.Plain = v.text
	default:
		if p.marked, err = f.text(frame, v); err != nil {
			return p, false, err
		}
		frame.note(v, p.marked)
		p.Plain = f.spelled(frame.root.Data.Corrected(trace.Strip(p.marked)))
	}
	return p, false, err
}

func (f Filters) text(frame Frame, v Value) (string, error) {
	switch v.Kind {
	case List:
		return f.joined(frame, v)
	case Person:
		if v.person != nil {
			return f.person(v)
		}
	case Date:
		return f.dated(v)
	case Number, Ballot:
		return f.counted(v)
	}
	if f.form == "clock" {
		hour, minute, ok := timeOfDay(v.plain())
		if !ok {
			return "", fmt.Errorf("«%s» — не время вроде 18.00, часами и минутами его не записать", v.plain())
		}
		return russian.ClockTime(hour, minute), nil
	}
	if f.hasCase && f.inCase != russian.Nominative && v.in != nil {
		return v.in(f.inCase), nil
	}
	return v.text, nil
}

func (f Filters) joined(frame Frame, v Value) (string, error) {
	var texts []string
	for _, item := range v.Items {
		first := item.first()
		if first.IsEmpty() {
			continue
		}
		frame.note(first, "")
		text, err := f.text(frame, first)
		if err != nil {
			return "", err
		}
		texts = append(texts, frame.root.Data.Mark(text, first.keys()))
	}
	switch f.join {
	case "":
		return strings.Join(texts, ", "), nil
	case "и":
		return russian.Enumerate(texts), nil
	}
	return strings.Join(texts, f.join), nil
}

// person returns a name in a case and a form.
func (f Filters) person(v Value) (string, error) {
	s, c := v.person, russian.Nominative
	if f.hasCase {
		c = f.inCase
	}
	switch f.form {
	case "before":
		return s.Short(c, russian.Before), nil
	case "after":
		return s.Short(c, russian.After), nil
	case "surname":
		return s.Surname(c), nil
	case "address":
		given := s.GivenNames(c)
		if given == "" {
			return "", fmt.Errorf("имя и отчество не названы полностью: «%s»", v.plain())
		}
		return given, nil
	case "full":
		return s.Name(c), nil
	}
	if v.short {
		return s.Short(c, russian.Before), nil
	}
	return s.Name(c), nil
}

func (f Filters) dated(v Value) (string, error) {
	d := v.date
	if d.IsZero() {
		if f.form != "" && f.form != "digits" && f.form != "words" {
			return "", fmt.Errorf("«%s» — не один день, и иначе эту дату не записать", v.plain())
		}
		return f.yearless(v.text), nil
	}
	return f.yearless(f.written(d, v.text)), nil
}

// yearless removes «г.» from a date if the format requires it.
func (f Filters) yearless(date string) string {
	if !f.noYear {
		return date
	}
	date = trace.Strip(date)
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(date, "г."), "года"))
}

// written returns a day in the requested form, or in its default form.
func (f Filters) written(d meeting.Date, text string) string {
	switch f.form {
	case "digits":
		return russian.DateDigits(d.Year, d.Month, d.Day)
	case "picture":
		return pictured(f.picture, d)
	case "year":
		return strings.TrimSuffix(russian.DateWords(d.Year, d.Month, d.Day), "г.") + "года"
	case "quoted":
		words := strings.Fields(russian.DateWords(d.Year, d.Month, d.Day))
		return fmt.Sprintf("«%02d» %s", d.Day, strings.Join(words[1:], " "))
	case "spelled":
		return russian.DateSpelled(d.Year, d.Month, d.Day)
	case "spelled genitive":
		return russian.DateSpelledGenitive(d.Year, d.Month, d.Day)
	}
	return text
}

func (f Filters) counted(v Value) (string, error) {
	n := v.number
	if v.text != "" && f.form != "" {
		var err error
		if n, err = strconv.Atoi(v.plain()); err != nil {
			return "", fmt.Errorf("«%s» — не целое число, прописью его не записать", v.plain())
		}
	}
	switch {
	case f.form == "spelled":
		return russian.Cardinal(n, russian.Masculine), nil
	case f.form == "ordinal":
		return upTo99(n, russian.Ordinal(n, f.inCase), "порядковым числительным")
	case f.form == "roman":
		return upTo99(n, russian.Roman(n), "римскими цифрами")
	case f.form == "feminine":
		return russian.Cardinal(n, russian.Feminine), nil
	case v.text != "":
		return v.text, nil
	}
	return strconv.Itoa(n), nil
}

// upTo99 returns the text of a number, which is empty if the number cannot be written so.
func upTo99(n int, text, how string) (string, error) {
	if text == "" {
		return "", fmt.Errorf("«%d» не записать %s: бывает от 1 до 99", n, how)
	}
	return text, nil
}

// Cell returns a cell of the list of recipients, or the text to be printed instead of an empty one.
func (f Filters) Cell(frame Frame, column, cell string) Printed {
	p := Printed{Plain: f.spelled(cell), marked: cell, column: column, data: frame.root.Data}
	if cell == "" && f.Otherwise != nil {
		p.Plain = *f.Otherwise
	}
	return p
}

// spelled applies capitals.
func (f Filters) spelled(text string) string {
	switch f.letters {
	case "upper":
		return strings.ToUpper(text)
	case "lower":
		return strings.ToLower(text)
	case "first":
		return changeFirst(text, unicode.ToUpper)
	case "small":
		return changeFirst(text, unicode.ToLower)
	case "each":
		words := strings.SplitAfter(text, " ")
		for i := range words {
			words[i] = changeFirst(words[i], unicode.ToUpper)
		}
		return strings.Join(words, "")
	}
	return text
}

func changeFirst(text string, change func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(change(r)) + text[size:]
}
