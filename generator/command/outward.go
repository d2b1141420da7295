package command

import (
	"errors"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/printing"
)

// correspondence is what stands on the envelope for a row, or on its label. The
// organization is in one of two fields.
func (r *recipients) correspondence(row list.Record, organization string) (compose.Envelope, diag.List) {
	index := row.Get("index")
	view, found := compose.NewEnvelope(r.request.Kind, r.meeting.Meeting, meeting.Addressee{Name: row.Get("name"), Organization: typeset(row, organization),
		Gender: genderOf(row), Address: strings.TrimLeft(strings.TrimPrefix(postalAddress(row), index), ", ")}, index)
	problems, _ := r.share(row, found)
	return view, problems
}

// envelope makes the envelope for a row.
func (r *recipients) envelope(row list.Record) (*printing.Paper, diag.List, error) {
	view, problems := r.correspondence(row, "organization")
	if problems.Failed() {
		return nil, problems, nil
	}
	doc, err := r.press.Templates.Compose(envelope, view)
	if err != nil {
		return nil, nil, r.fault(err)
	}
	paper, err := r.press.Lay(doc, r.origin(row))
	return paper, problems, r.fault(err)
}

// label makes the label for a row: in letters as large as it has room for, and
// with the short name of the organization when the full one fits in none.
func (r *recipients) label(row list.Record) (*printing.Paper, diag.List, error) {
	paper, problems, err := r.fitting(row, "organization")
	if !errors.Is(err, printing.ErrOverfull) {
		return paper, problems, err
	}
	if row.Get("organization_short") != "" {
		if paper, problems, err = r.fitting(row, "organization_short"); !errors.Is(err, printing.ErrOverfull) {
			return paper, append(problems, row.Problem(diag.Warning, "organization", "не помещается на наклейке, напечатано краткое название", "")), err
		}
	}
	longest := "organization"
	for _, key := range []string{"name", "address", "postal_address"} {
		if len(row.Get(key)) > len(row.Get(longest)) {
			longest = key
		}
	}
	return nil, append(problems, row.Problem(diag.Error, longest, "не помещается на наклейке даже мелким шрифтом",
		"сократите текст или возьмите наклейки крупнее, например --style label-105x42")), nil
}

// fitting tries the styles of labels one after another.
func (r *recipients) fitting(row list.Record, organization string) (*printing.Paper, diag.List, error) {
	view, problems := r.correspondence(row, organization)
	if problems.Failed() {
		return nil, problems, nil
	}
	for _, class := range r.press.Sheet.Labels.Styles {
		doc, err := r.press.Templates.Compose(label, compose.Label{Envelope: view, Class: class})
		if err != nil {
			return nil, nil, r.fault(err)
		}
		paper, err := r.press.Label(doc)
		if !errors.Is(err, printing.ErrOverfull) {
			return paper, problems, err
		}
	}
	return nil, problems, printing.ErrOverfull
}
