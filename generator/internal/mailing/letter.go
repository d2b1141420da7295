package mailing

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/table"
)

// section returns the letter in the meeting that all records share.
func (m *Mailing) section(of *meeting.Meeting) **meeting.Letter {
	switch m.request.Kind {
	case "invitation":
		return &of.Invitation
	case "notice":
		return &of.Notice
	}
	return &of.Letter
}

// Sections returns the kinds of letters that the meeting has sections for or, without one, of forms: those of its
// council are for all meetings.
func Sections(of *meeting.Meeting) []string {
	has := map[string]bool{
		"invitation": of.Invitation != nil, "letter": of.Letter != nil, "notice": of.Notice != nil,
		Application: of.Application != nil, Consent: of.Consent != nil,
	}
	kinds := slices.DeleteFunc(slices.Clone(Kinds), func(kind string) bool { return !has[kind] })
	if slices.ContainsFunc(kinds, func(kind string) bool { return !isForm(kind) }) {
		kinds = slices.DeleteFunc(kinds, isForm)
	}
	return kinds
}

// genderOf parses the gender in a row: м, муж., женский, F; or else a title in the column of salutations: «Г-жа».
// «Уважаемый» alone may be meant for everybody.
func genderOf(row list.Record) string {
	value := strings.ToLower(row.Get("gender"))
	if title := strings.ToLower(row.Get("salutation")); value == "" && list.IsHonorific(title) {
		switch {
		case hasAnyPrefix(title, "г-н", "господин", "mr") && !strings.HasPrefix(title, "mrs"):
			return "m"
		case !hasAnyPrefix(title, "dr", "уважаем"):
			return "f"
		}
	}
	switch {
	case strings.HasPrefix(value, "м"), strings.HasPrefix(value, "m"):
		return "m"
	case strings.HasPrefix(value, "ж"), strings.HasPrefix(value, "f"), strings.HasPrefix(value, "w"):
		return "f"
	}
	return ""
}

func hasAnyPrefix(text string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(text, prefix) })
}

// dateOf parses the date in a row; it is zero when there is none.
func dateOf(row list.Record) meeting.Date {
	year, month, day, ok := russian.ReadDate(row.Get("date"))
	if !ok {
		return meeting.Date{}
	}
	return meeting.Date{Year: year, Month: month, Day: day}
}

// paper makes the letter for a row. The problems are those of the row; the error
// is one of all letters.
func (m *Mailing) paper(ctx context.Context, row list.Record) (*printing.Paper, diag.List, error) {
	switch m.request.Kind {
	case Envelope:
		return m.envelope(ctx, row)
	case Label:
		return m.label(ctx, row)
	}
	own, request := *m.source.Meeting, m.request
	printed := ""
	if isForm(request.Kind) {
		printed = m.fillForm(&own, row)
	} else {
		section := m.section(&own)
		letter := meeting.Letter{}
		if *section != nil {
			letter = **section
		}
		request.FromRow = address(&letter, row)
		if to := &letter.To[0]; m.press.FillsWord(request.Kind, m.source.Meeting) {
			to.Address = postOf(row).full() // our own templates print no postal address from lists
			printed = strings.Join([]string{to.Name, to.Position, to.Organization, row.Get("salutation")}, "\n")
		} else {
			request.Addressed = &printed
		}
		*section = &letter
	}
	request.Column = func(heading string) (string, bool) { return row.Get(heading), m.to.Has(heading) }
	paper, err := m.press.Paper(ctx, request, &own, m.origin(row))
	var lacking compose.MeetingError
	if errors.As(err, &lacking) {
		problems, own := m.divide(row, lacking.List)
		if !own.Failed() {
			return nil, problems, nil
		}
		return nil, nil, diag.Report{List: own, Sources: m.source.Texts}
	}
	if err != nil {
		return nil, nil, err
	}
	problems, _ := m.divide(row, paper.Doubts)
	return paper, append(problems, checkUnprinted(row, m.addressed(), printed, problems)...), nil
}

// address copies the addressee, the number, the date and the salutation of a row
// into a letter, and returns the keys of those that the row has, the addressee
// aside.
func address(letter *meeting.Letter, row list.Record) (given []string) {
	letter.To = []meeting.Addressee{addressee(row)}
	if number, _ := meeting.BareNumber(row.Get("number")); number != "" {
		letter.Number = &number
		given = append(given, "number")
	}
	if date := dateOf(row); !date.IsZero() {
		letter.Date = date
		given = append(given, "date")
	}
	if salutation := finished(row.Get("salutation")); salutation != "" && !list.IsHonorific(salutation) {
		letter.Salutation = &salutation
		given = append(given, "salutation")
	}
	return given
}

// finished returns a salutation with a capital at its start and an exclamation
// mark at its end, if it ends with a letter.
func finished(salutation string) string {
	salutation = strings.TrimSpace(salutation)
	last, _ := utf8.DecodeLastRuneInString(salutation)
	if first, size := utf8.DecodeRuneInString(salutation); unicode.IsLower(first) {
		salutation = string(unicode.ToUpper(first)) + salutation[size:]
	}
	if unicode.IsLetter(last) {
		salutation += "!"
	}
	return salutation
}

// origin returns the origin of the letter for a row: that of all letters, with the
// row if they carry their source.
func (m *Mailing) origin(row list.Record) printing.Origin {
	from := m.from
	from.Choices.Kind, from.Choices.Listed = m.request.Kind, true
	if len(from.Files) > 0 {
		from.Files = append(slices.Clip(from.Files), origin.RowFile(cellsOf(row)))
	}
	return from
}

// cellsOf returns the values of a row by the keys of their fields and by the headings of
// columns, by which texts may name them.
func cellsOf(row list.Record) iter.Seq2[string, string] {
	return func(yield func(key, value string) bool) {
		seen := map[string]bool{}
		say := func(key, value string) bool {
			if seen[strings.ToLower(key)] {
				return true
			}
			seen[strings.ToLower(key)] = true
			return yield(key, value)
		}
		for column, value := range row.All() {
			if column.Field != "" && value != "" && !say(column.Field, value) {
				return
			}
		}
		for column, value := range row.All() {
			if column.Title != "" {
				value = row.Get(column.Title) // of the field, if the heading is its key
			}
			if key := cmp.Or(column.Title, column.Letter); (column.Title != "" || value != "" && column.Field == "") &&
				!say(key, value) {
				return
			}
		}
	}
}

// Reprint makes the letter for the row embedded in a paper.
func Reprint(
	ctx context.Context, press *printing.Press, source *printing.Source, from origin.Origin,
) (*printing.Paper, error) {
	row := from.Row()
	file := table.Source{Name: row.Path, Data: bytes.NewReader(row.Data), Size: int64(len(row.Data))}
	to, err := Open(file, list.Options{Exact: true}, "")
	if err != nil {
		return nil, err
	}
	m := &Mailing{press: press, source: source, to: to,
		request:  compose.Request{Kind: from.Kind, Fillable: from.Fillable, Rules: from.RulesBy()},
		reported: map[diag.Problem]bool{}, from: printing.Origin{Date: from.Date, Author: source.Council.Name}}
	if err := m.countSheets(ctx); err != nil {
		return nil, err
	}
	for record, err := range to.Records() {
		if err != nil {
			return nil, err
		}
		paper, problems, err := m.paper(ctx, record)
		if err == nil && paper == nil {
			err = diag.Report{List: problems}
		}
		return paper, err
	}
	return nil, errors.New("получателя внутри документа нет")
}
