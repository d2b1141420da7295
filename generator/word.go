package generator

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
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
		filled, err := g.press.CheckWord(ctx, r.compose(), m.source.Meeting, t)
		if err != nil {
			return Problems{}, nil, err
		}
		found, slips = m.source.Report(filled.Found), append(slips, filled.Absent...)
	}
	if len(slips) > 0 {
		remarks, err = t.Remarks(slips)
	}
	return found, remarks, err
}

// RemarksName returns the name of the copy of a Word template with comments.
func RemarksName(name string) string {
	extension := filepath.Ext(name)
	return strings.TrimSuffix(name, extension) + " (замечания)" + extension
}
