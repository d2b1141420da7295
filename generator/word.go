package generator

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"protokol/generator/internal/disk"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/word"
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
func RemarksName(name string) string { return beside(name, "замечания") }

func beside(name, what string) string {
	extension := filepath.Ext(name)
	return strings.TrimSuffix(name, extension) + " (" + what + ")" + extension
}

// SaveRemarks writes the copy of a Word template with comments beside the template, and
// returns its path. It replaces the copy of an earlier check, but none that somebody has
// saved in an editor since: that may have corrections.
func SaveRemarks(ctx context.Context, name string, remarks []byte) (path string, err error) {
	path = freeRemarks(name)
	return path, Save(ctx, []Output{{Path: path, Data: remarks}}, true)
}

// freeRemarks returns the path at which a copy with comments may be written.
func freeRemarks(name string) string {
	path := RemarksName(name)
	for n := 2; ; n++ {
		old, exists := disk.Replaced(disk.In(nil), Output{Path: path})
		if !exists || word.IsUntouchedCopy(old) {
			return path
		}
		path = beside(name, fmt.Sprintf("замечания %d", n))
	}
}
