package command

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
)

// letterOf is the letter of the meeting's file that all records share.
func (r *recipients) letterOf(m *meeting.Meeting) **meeting.Letter {
	switch r.request.Kind {
	case "invitation":
		return &m.Invitation
	case "notice":
		return &m.Notice
	}
	return &m.Letter
}

// genderOf reads what lists say of it: м, муж., женский, F.
func genderOf(row list.Record) string {
	switch said := strings.ToLower(row.Get("gender")); {
	case strings.HasPrefix(said, "м"), strings.HasPrefix(said, "m"):
		return "m"
	case strings.HasPrefix(said, "ж"), strings.HasPrefix(said, "f"), strings.HasPrefix(said, "w"):
		return "f"
	}
	return ""
}

// dateOf is the date of the letter, written as lists write dates; zero when
// there is none or it is none.
func dateOf(row list.Record) meeting.Date {
	for _, layout := range []string{"02.01.2006", "2.1.2006", "2006-01-02"} {
		if t, err := time.Parse(layout, row.Get("date")); err == nil {
			return meeting.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
		}
	}
	return meeting.Date{}
}

// paper makes the letter to a row.
func (r *recipients) paper(row list.Record) (*printing.Paper, diag.List, error) {
	switch r.request.Kind {
	case envelope:
		return r.envelope(row)
	case label:
		return r.label(row)
	}
	m := *r.meeting.Meeting
	place := r.letterOf(&m)
	letter := meeting.Letter{}
	if *place != nil {
		letter = **place
	}
	letter.To = []meeting.Addressee{{Name: row.Get("name"), Position: typeset(row, "position"), Organization: typeset(row, "organization"),
		Gender: genderOf(row)}}
	if number := row.Get("number"); number != "" {
		letter.Number = &number
	}
	if date := dateOf(row); !date.IsZero() {
		letter.Date = date
	}
	if salutation := row.Get("salutation"); salutation != "" {
		letter.Salutation = salutation
	}
	*place = &letter
	request := r.request
	request.Column = func(heading string) (string, bool) { return row.Get(heading), r.list.Has(heading) }
	paper, err := r.press.Paper(request, &m, r.origin(row))
	var lacking compose.MeetingError
	if errors.As(err, &lacking) {
		problems, own := r.share(row, lacking.List)
		if !own.Failed() {
			return nil, problems, nil
		}
		return nil, nil, problemsError{own, r.sources}
	}
	if err != nil {
		return nil, nil, r.fault(err)
	}
	problems, _ := r.share(row, paper.Doubts)
	return paper, problems, nil
}

// origin is that of the letter to a row: what all letters were made from, and
// the row.
func (r *recipients) origin(row list.Record) printing.Origin {
	from := r.from
	from.Choices.Kind = r.request.Kind
	if len(from.Files) == 0 {
		return from
	}
	values := func(yield func(key, value string) bool) {
		for column, value := range row.All() {
			if value != "" && !yield(cmp.Or(column.Field, column.Title, column.Letter), value) {
				return
			}
		}
	}
	from.Files = append(slices.Clip(from.Files), origin.RowFile(values))
	return from
}

// reprintRow makes the letter to the row inside a paper again.
func reprintRow(press *printing.Press, in *input.File, from origin.Origin) (*printing.Paper, error) {
	row := from.Row()
	l, problems := list.Open(list.Source{Name: row.Path, Data: bytes.NewReader(row.Data), Size: int64(len(row.Data))}, list.Options{})
	if problems.Failed() {
		return nil, problemsError{List: problems}
	}
	r := &recipients{list: l, press: press, meeting: in, request: compose.Request{Kind: from.Kind}, told: map[diag.Problem]bool{},
		from: printing.Origin{Date: from.Date, Author: in.Council.Name}, fault: func(err error) error { return err }}
	if from.Kind != envelope {
		var err error
		if r.request.Sheets, err = press.Sheets(from.Kind, in.Meeting, r.from); err != nil {
			return nil, err
		}
	}
	for record, err := range l.Records() {
		if err != nil {
			return nil, err
		}
		paper, problems, err := r.paper(record)
		if err == nil && paper == nil {
			err = problemsError{List: problems}
		}
		return paper, err
	}
	return nil, errors.New("получателя внутри документа нет")
}

// share gives problems about the addressee the place of their cells, and tells
// those about the meeting's own file once.
func (r *recipients) share(row list.Record, found diag.List) (problems, own diag.List) {
	for _, p := range found {
		if key, ok := strings.CutPrefix(p.Key, r.request.Kind+".to[0]"); ok {
			problems = append(problems, row.Problem(p.Severity, strings.TrimPrefix(key, "."), p.Message, p.Hint))
			continue
		}
		p = r.meeting.Locate(p)
		own = append(own, p)
		r.mu.Lock()
		if !r.told[p] && p.Severity == diag.Warning {
			r.told[p] = true
			r.common = append(r.common, p)
		}
		r.mu.Unlock()
	}
	return problems, own
}
