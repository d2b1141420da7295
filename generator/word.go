package generator

import (
	"context"
	"path/filepath"
	"strings"

	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
)

// checkAddresses rejects envelopes and labels by a Word template.
func (g *Generator) checkAddresses(kind string) error {
	if g.press.Word != nil && (kind == EnvelopeKind || kind == LabelKind) {
		return OptionError{Option: "word", Message: "конверты и наклейки по бланку Word не делают"}
	}
	return nil
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
