package mailing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/list"
	"protokol/generator/internal/printing"
)

// correspondence returns the view of the envelope or label for a row.
// Organization is the field with the name of the organization. Keys of origins
// begin with "row" in an envelope, which embeds its row, and with "rows[17]" in
// labels, which share a page.
func (m *Mailing) correspondence(row list.Record, organization string) (compose.View, diag.List) {
	post := postOf(row)
	to := valuesOf(row, organization)
	to.Address = post.address
	if _, _, ok := soleTrader(to); ok {
		to.Name = "" // the organization says it
	}
	from := compose.Row{Key: "row", Organization: organization, Address: post.fields}
	if m.request.Kind == Label {
		from.Key = fmt.Sprintf("rows[%d]", row.Row)
	}
	view, found := compose.NewEnvelope(m.request, m.source.Meeting, to, post.index, from)
	if len(post.problem) > 0 && post.index == "" {
		found = slices.DeleteFunc(found, func(p diag.Problem) bool { return strings.HasSuffix(p.Key, ".index") })
	}
	problems, _ := m.divide(row, found)
	problems = append(problems, post.problem...)
	fields := []string{organization, "name", "surname", "given_name", "patronymic"}
	if !list.RefersToAddress(row.Get(post.fields[0])) {
		fields = append(fields, post.fields[0])
	}
	return view, append(problems, checkUnprinted(row, fields, view.Addressed(), problems)...)
}

// envelope makes the envelope for a row. When the full name of the organization
// does not fit, it takes the short one.
func (m *Mailing) envelope(ctx context.Context, row list.Record) (*printing.Paper, diag.List, error) {
	return m.fitting(ctx, row, medium{"на конверте", "", "сократите текст или возьмите конверт крупнее"}, m.oneEnvelope)
}

// oneEnvelope returns the envelope for a row, or printing.ErrOverfull if the text
// goes beyond it.
func (m *Mailing) oneEnvelope(ctx context.Context, row list.Record, organization string) (
	*printing.Paper, diag.List, error,
) {
	view, problems := m.correspondence(row, organization)
	if problems.Failed() {
		return nil, problems, nil
	}
	paper, err := m.press.Compose(ctx, view, m.origin(row))
	if err == nil && len(paper.Layout.Pages) > 1 {
		return nil, problems, printing.ErrOverfull
	}
	return paper, problems, err
}

// label makes the label for a row in the largest type that fits. If the full
// name of the organization does not fit in any size, it uses the short one.
func (m *Mailing) label(ctx context.Context, row list.Record) (*printing.Paper, diag.List, error) {
	return m.fitting(ctx, row, medium{"на наклейке", " даже мелким шрифтом",
		"сократите текст или возьмите наклейки крупнее"}, m.fittingLabel)
}

// medium is the thing that an address is printed on, in the words of a problem.
type medium struct{ on, how, hint string }

// fitting makes an envelope or label whose text fits, with the full name of the organization or with the short one.
func (m *Mailing) fitting(ctx context.Context, row list.Record, on medium,
	make func(context.Context, list.Record, string) (*printing.Paper, diag.List, error),
) (*printing.Paper, diag.List, error) {
	paper, problems, err := make(ctx, row, "organization")
	if !errors.Is(err, printing.ErrOverfull) {
		return paper, problems, err
	}
	if row.Get("organization_short") != "" {
		paper, problems, err = make(ctx, row, "organization_short")
		if !errors.Is(err, printing.ErrOverfull) {
			return paper, append(problems, row.Problem(diag.Warning, "organization",
				"не помещается "+on.on+", напечатано краткое название", "")), err
		}
	}
	longest := "organization"
	for _, key := range []string{"name", "address", "postal_address"} {
		if len(row.Get(key)) > len(row.Get(longest)) {
			longest = key
		}
	}
	p := row.Problem(diag.Error, longest, "не помещается "+on.on+on.how, on.hint)
	if m.request.Kind == Label && m.press.Style != largestLabel {
		p.Code = diag.CodeLargerLabel
	}
	return nil, append(problems, p), nil
}

// largestLabel is the style of the largest labels that the program has.
const largestLabel = "label-105x42"

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
