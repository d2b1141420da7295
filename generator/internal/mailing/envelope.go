package mailing

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/printing"
)

// correspondence returns the view of the envelope or label for a row.
// Organization is the field with the name of the organization. Keys of origins
// begin with "row" in an envelope, which embeds its row, and with "rows[17]" in
// labels, which share a page.
func (m *Mailing) correspondence(row list.Record, organization string) (compose.View, diag.List) {
	index := row.Get("index")
	to := meeting.Addressee{Name: row.Get("name"), Organization: typeset(row, organization), Gender: genderOf(row),
		Address: strings.TrimLeft(strings.TrimPrefix(postalAddress(row), index), ", ")}
	from := compose.Row{Key: "row", Organization: organization, Address: addressFields(row)}
	if m.request.Kind == Label {
		from.Key = fmt.Sprintf("rows[%d]", row.Row)
	}
	view, found := compose.NewEnvelope(m.request.Kind, m.source.Meeting, to, index, from)
	problems, _ := m.divide(row, found)
	return view, problems
}

// envelope makes the envelope for a row.
func (m *Mailing) envelope(ctx context.Context, row list.Record) (*printing.Paper, diag.List, error) {
	view, problems := m.correspondence(row, "organization")
	if problems.Failed() {
		return nil, problems, nil
	}
	paper, err := m.press.Compose(ctx, view, m.origin(row))
	return paper, problems, err
}

// label makes the label for a row in the largest type that fits. If the full
// name of the organization does not fit in any size, it uses the short one.
func (m *Mailing) label(ctx context.Context, row list.Record) (*printing.Paper, diag.List, error) {
	paper, problems, err := m.fittingLabel(ctx, row, "organization")
	if !errors.Is(err, printing.ErrOverfull) {
		return paper, problems, err
	}
	if row.Get("organization_short") != "" {
		paper, problems, err = m.fittingLabel(ctx, row, "organization_short")
		if !errors.Is(err, printing.ErrOverfull) {
			return paper, append(problems, row.Problem(diag.Warning, "organization",
				"не помещается на наклейке, напечатано краткое название", "")), err
		}
	}
	longest := "organization"
	for _, key := range []string{"name", "address", "postal_address"} {
		if len(row.Get(key)) > len(row.Get(longest)) {
			longest = key
		}
	}
	p := row.Problem(diag.Error, longest, "не помещается на наклейке даже мелким шрифтом",
		"сократите текст или возьмите наклейки крупнее")
	p.Code = diag.CodeLargerLabel
	return nil, append(problems, p), nil
}

// fittingLabel returns the label in the first style that fits, or
// printing.ErrOverfull.
func (m *Mailing) fittingLabel(ctx context.Context, row list.Record, organization string) (
	*printing.Paper, diag.List, error,
) {
	view, problems := m.correspondence(row, organization)
	if problems.Failed() {
		return nil, problems, nil
	}
	for _, class := range m.press.Sheet.Labels.Styles {
		paper, err := m.press.ComposeLabel(ctx, compose.LabelOf(view, class))
		if !errors.Is(err, printing.ErrOverfull) {
			return paper, problems, err
		}
	}
	return nil, problems, printing.ErrOverfull
}
