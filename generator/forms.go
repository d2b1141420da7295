package generator

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/printing"
)

// Form is a case form of a name, a position or a body.
type Form struct {
	Key      string // key of the word in the file
	Text     string // the word as it is in the file
	Case     string // name of the case, in Russian
	Form     string // the word in that case
	Doubt    string // why a person should check the form; "" when it is certain
	Explicit bool   // the file states the form; otherwise it is derived
}

// FormSheet lists the case forms that the papers of a meeting print.
type FormSheet struct {
	Forms []Form
	Lines []string // lines of a [forms] section that states every doubtful form
}

// Forms returns every case form that the papers of a meeting print. It is nil
// when the meeting lacks something that a paper needs, as the problems say. The
// error is that of ctx or of a template.
func (g *Generator) Forms(ctx context.Context, m *Meeting) (*FormSheet, Problems, error) {
	if m.isEmpty() {
		return nil, Problems{}, errNoMeeting
	}
	proof, err := g.press.Proof(ctx, m.source.Meeting)
	var missing compose.MeetingError
	switch {
	case errors.As(err, &missing):
		return nil, m.source.Report(missing.List), nil
	case err != nil:
		return nil, Problems{}, printing.Located(err)
	}
	sheet := &FormSheet{Lines: compose.Settling(proof)}
	for _, d := range groupByText(proof) {
		sheet.Forms = append(sheet.Forms, Form{d.Key, d.Text, d.CaseName(), d.Form, d.Doubt, d.Given})
	}
	return sheet, Problems{}, nil
}

// String returns a table for people: every word with its forms below it, then
// the lines of [forms].
func (s *FormSheet) String() string {
	if len(s.Forms) == 0 {
		return "Ничего не склоняется: все имена и названия печатаются как в файле.\n"
	}
	var b strings.Builder
	var word string
	for _, f := range s.Forms {
		if f.Text != word {
			word = f.Text
			fmt.Fprintf(&b, "%s  (%s)\n", f.Text, f.Key)
		}
		mark, note := " ", ""
		switch {
		case f.Doubt != "":
			mark, note = "?", "  — "+f.Doubt
		case f.Explicit:
			note = "  — указано в файле"
		}
		pad := strings.Repeat(" ", max(0, 12-utf8.RuneCountInString(f.Case)))
		fmt.Fprintf(&b, "  %s %s%s  %s%s\n", mark, f.Case, pad, f.Form, note)
	}
	if len(s.Lines) > 0 {
		b.WriteString("\n# Проверьте, исправьте и вставьте в файл:\n[forms]\n" + strings.Join(s.Lines, "\n") + "\n")
	}
	return b.String()
}

// groupByText puts the forms of a text next to one another, in the order of
// first appearance.
func groupByText(proof []compose.Declined) (list []compose.Declined) {
	first := map[string]int{}
	var groups [][]compose.Declined
	for _, d := range proof {
		i, met := first[d.Text]
		if !met {
			i = len(groups)
			first[d.Text] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], d)
	}
	for _, group := range groups {
		list = append(list, group...)
	}
	return list
}
