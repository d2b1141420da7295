package printing

import (
	"context"
	"errors"
	"path"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/word"
)

// ErrWordPDF is returned when a paper made from a Word template is wanted in PDF.
var ErrWordPDF = errors.New("по бланку Word делается только DOCX")

// OpenWord prepares a Word template. The error is a diag.Report.
func OpenWord(file *origin.File) (*word.Template, error) {
	t, err := word.Open(file.Path, file.Data)
	if err != nil {
		return nil, diag.Report{List: diag.List{{File: file.Path, Message: err.Error()}}}
	}
	return t, nil
}

// wordOf returns the Word template for a kind of paper, or nil: the one chosen for
// the press, or the one that the meeting names.
func (p *Press) wordOf(kind string, m *meeting.Meeting) (*word.Template, *origin.File, error) {
	if p.Word != nil {
		return p.Word, p.wordFile, nil
	}
	named := m.WordTemplate(kind)
	if named == nil || len(named.Data) == 0 {
		return nil, nil, nil
	}
	file := &origin.File{Role: origin.Word, Path: named.File, Data: named.Data}
	if found, ok := p.words.Load(&named.Data[0]); ok {
		return found.(*word.Template), file, nil
	}
	t, err := OpenWord(file)
	if err == nil {
		p.words.Store(&named.Data[0], t)
	}
	return t, file, err
}

// wordPaper fills a Word template. Slips of the template are a diag.Report; facts
// that the meeting does not give are a compose.MeetingError.
func (p *Press) wordPaper(
	ctx context.Context, r compose.Request, m *meeting.Meeting, from Origin, t *word.Template, file *origin.File,
) (*Paper, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	data, err := p.Templates.Data(r, m)
	if err != nil {
		return nil, err
	}
	filled, slips, absent := t.Fill(fields.NewFrame(fields.Root(data)))
	if found := t.Problems(slips); found.Failed() {
		return nil, diag.Report{List: found}
	}
	missing := append(t.Absent(absent, r.Kind), data.Problems()...)
	switch {
	case missing.Failed():
		return nil, compose.MeetingError{List: missing}
	case data.Err() != nil:
		return nil, data.Err()
	}
	title := ""
	if r.Column == nil { // a batch names its files after the rows
		if title, err = p.Templates.Title(r, m); err != nil {
			return nil, err
		}
	}
	from.Word = path.Base(file.Path)
	o := p.origin(from)
	if p.Word == nil && len(o.Files) > 0 && o.NamedWord() == nil {
		o.Files = append(o.Files, *file)
	}
	return &Paper{Document: &document.Document{Kind: r.Kind, Title: title}, Doubts: data.Problems(), word: filled,
		Sheet: p.Sheet, date: from.Date, author: from.Author, origin: o, pictures: from.Pictures}, nil
}

// IsWord reports whether a paper was made from a Word template. It has no pages:
// they depend on the program that shows it.
func (p *Paper) IsWord() bool { return p.word != nil }

// Pages returns the number of pages, or 0 for a paper made from a Word template.
func (p *Paper) Pages() int {
	if p.Layout == nil {
		return 0
	}
	return len(p.Layout.Pages)
}
