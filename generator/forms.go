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

// Form is a form of a name, a post or a body that some paper prints.
type Form struct {
	Key   string // where the file has the word
	Text  string // the word as the file has it
	Case  string // its name in Russian
	Form  string
	Doubt string // why a person should look; empty when the rules leave no choice
	Given bool   // by the file, not derived
}

// FormSheet lists the forms that the papers of a meeting print.
type FormSheet struct {
	Forms []Form
	Lines []string // of the section [forms], which settle every doubt
}

// Forms lists every form that the papers of a meeting print.
func (g *Generator) Forms(ctx context.Context, m *Meeting) (*FormSheet, Problems, error) {
	if m.isEmpty() {
		return nil, Problems{}, errNoMeeting
	}
	proof, err := g.press.Templates.Proof(ctx, m.source.Meeting)
	var lacking compose.MeetingError
	switch {
	case errors.As(err, &lacking):
		return nil, m.source.Report(lacking.List), nil
	case err != nil:
		return nil, Problems{}, printing.Located(err)
	}
	sheet := &FormSheet{Lines: compose.Settling(proof)}
	for _, d := range grouped(proof) {
		sheet.Forms = append(sheet.Forms, Form{d.Key, d.Text, d.CaseName(), d.Form, d.Doubt, d.Given})
	}
	return sheet, Problems{}, nil
}

// String shows every word with its forms below it, and last the lines that
// settle what is doubtful.
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
		case f.Given:
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

// grouped puts the forms of one word together, where it is first met.
func grouped(proof []compose.Declined) (list []compose.Declined) {
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
