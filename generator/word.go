package generator

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/word"
)

// wordFormats returns the formats of a paper made from a Word template.
func wordFormats(formats []string) ([]string, error) {
	if !slices.Contains(formats, "docx") {
		return nil, OptionError{Option: "format", Message: "по бланку Word делается только DOCX"}
	}
	return []string{"docx"}, nil
}

// formats returns the formats of a batch of a kind.
func (g *Generator) formats(m *Meeting, kind string, formats []string) ([]string, error) {
	addresses := kind == EnvelopeKind || kind == LabelKind
	switch {
	case addresses && g.press.Word != nil:
		return nil, OptionError{Option: "word", Message: "конверты и наклейки по бланку Word не делают"}
	case !addresses && (g.press.Word != nil || m.source.WordTemplate(kind) != nil):
		return wordFormats(formats)
	}
	return formats, nil
}

// CheckWord checks a Word template: alone if the meeting is nil, or by filling it
// for a request. The problems have places in the template, or in the meeting's file
// for facts that it does not give. Remarks is a copy of the template with a comment
// at the place of every problem, or nil if there is none.
func (g *Generator) CheckWord(ctx context.Context, file File, m *Meeting, r Request) (
	found Problems, remarks []byte, err error,
) {
	t, err := printing.OpenWord(&origin.File{Role: origin.Word, Path: file.Name, Data: file.Data})
	if err != nil {
		return Problems{}, nil, err
	}
	slips := t.Slips(nil)
	found.List = t.Problems(slips)
	if !m.isEmpty() {
		if err := m.check(r); err != nil {
			return Problems{}, nil, err
		}
		filled, absent, err := g.fillWord(t, m, r)
		if err != nil {
			return filled, nil, err
		}
		found, slips = found.With(filled.List...), append(slips, absent...)
		found.Sources = m.source.Texts
	}
	if len(slips) > 0 {
		remarks, err = t.Remarks(slips)
	}
	return found, remarks, err
}

// fillWord fills a template and returns what the meeting lacks for it, and the
// doubtful forms.
func (g *Generator) fillWord(t *word.Template, m *Meeting, r Request) (Problems, []word.Slip, error) {
	data, err := g.press.Templates.Data(r.compose(), m.source.Meeting)
	var lacking compose.MeetingError
	if errors.As(err, &lacking) {
		return Problems{}, nil, m.source.Report(lacking.List)
	}
	if err != nil {
		return Problems{}, nil, err
	}
	_, _, absent := t.Fill(fields.NewFrame(fields.Root(data)))
	return m.source.Report(append(t.Absent(absent, r.Kind), data.Problems()...)), absent, data.Err()
}

// RemarksName returns the name of the copy of a Word template with comments.
func RemarksName(name string) string {
	extension := filepath.Ext(name)
	return strings.TrimSuffix(name, extension) + " (замечания)" + extension
}
