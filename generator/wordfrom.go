package generator

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/word"
)

// Draft is a Word template made from a finished paper.
type Draft struct {
	Template []byte // the template: the paper with names in braces
	Remarks  []byte // a copy with comments of Word at doubtful places; nil if there are none
	Names    int    // number of names in braces
	Problems Problems
}

// WordFromSample makes a Word template with a name from a finished paper about a meeting: values
// of the meeting's file, in any case and writing, become names in braces, what is
// said of each item of a list becomes a repetition. The template is filled again for
// the same meeting and compared with the paper.
//
// What differs, what was ambiguous and what stays although it looks as if it were about the meeting are among the
// problems, with comments in Remarks. The template has no comments: they would be in every paper.
func (g *Generator) WordFromSample(ctx context.Context, paper File, m *Meeting, r Request, name string) (*Draft,
	error) {
	if !strings.EqualFold(filepath.Ext(name), ".docx") {
		return nil, OptionError{Option: "out", Message: "бланк — документ Word, а имя " + name +
			" кончается не на .docx: назовите его " + strings.TrimSuffix(name, filepath.Ext(name)) + ".docx"}
	}
	if err := m.check(r); err != nil {
		return nil, err
	}
	frame := func() (fields.Frame, error) {
		data, err := g.press.Templates.Data(r.compose(), m.source.Meeting)
		if err != nil {
			return fields.Frame{}, err
		}
		return fields.NewFrame(fields.Root(data)).Within(ctx), nil
	}
	made, err := word.FromSample(name, paper.Data, frame)
	var lacking compose.MeetingError
	var refused word.Refusal
	switch {
	case errors.As(err, &lacking):
		return nil, m.source.Report(lacking.List)
	case errors.As(err, &refused):
		return nil, Problems{List: []Problem{{File: paper.Name, Message: refused.Error()}}}
	case err != nil:
		return nil, err
	}
	d := &Draft{Template: made.File, Names: made.Names, Problems: Problems{List: made.Opened.Problems(made.Slips)}}
	if len(made.Slips) > 0 {
		d.Remarks, err = made.Opened.Remarks(made.Slips)
	}
	return d, err
}

// Save writes the template and the copy with comments, and returns their names.
// Unless force is set, Save returns an ExistsError instead of replacing another
// template: somebody may have corrected it.
func (d *Draft) Save(ctx context.Context, name string, force bool) (written []string, err error) {
	files := []Output{{Path: name, Data: d.Template}}
	if !force && disk.Differs(disk.In(nil), files[0]) {
		return nil, ExistsError{name}
	}
	if d.Remarks != nil {
		files = append(files, Output{Path: freeRemarks(name), Data: d.Remarks})
	}
	for _, f := range files {
		written = append(written, f.Path)
	}
	return written, Save(ctx, files, true)
}

// TemplateName returns the name of the Word template that is made from a paper.
func TemplateName(paper string) string {
	extension := filepath.Ext(paper)
	return strings.TrimSuffix(paper, extension) + " (бланк)" + extension
}
