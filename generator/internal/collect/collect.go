// Package collect reads the answers from filled forms, whatever program filled
// them: Acrobat, a browser, Word, LibreOffice. It takes the files as bytes and
// returns tables and problems for the user.
//
//	collect.go    forms, read from a PDF or a DOCX
//	joined.go     several forms in a file
//	form.go       a form, made of its fields
//	encoding.go   answers of unknown encoding
//	shown.go      answers that look different on the page
//	collector.go  many files, one after another
//	questions.go  the questions of the forms
//	prompts.go    texts of empty fields
//	answers.go    normalizing answers
//	check.go      checking them
//	refusals.go   files that are not filled forms
//	collection.go all forms together: duplicates
//	table.go      the table of one kind: CSV, TOML
package collect

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/reader"
)

// Form is a filled form.
type Form struct {
	Kind     *Kind
	File     string            // as the user calls it
	Problems diag.List         // problems of the answers
	page     int               // from 0; of its first field
	answers  map[string]string // by the keys of the questions; without unanswered ones
}

// Answer returns the normalized answer to a question, "" if there is none.
func (f *Form) Answer(key string) string { return f.answers[key] }

// PDF reads the forms in a PDF: one file may hold an application and a consent.
// The error is a diag.Problem without a place.
func PDF(engine *reader.Engine, name string, file []byte, prompts []document.Prompts) ([]*Form, error) {
	paper, err := engine.Open(file)
	if err != nil {
		return nil, unreadable(err)
	}
	defer paper.Close()
	paper.AllowForms()
	if paper.IsXFA() {
		return nil, xfa
	}
	widgets, err := paper.Widgets()
	if err != nil {
		return nil, unreadable(err)
	}
	groups := split(widgets)
	if len(groups) == 0 {
		attached, _ := paper.Attachments() // a form that cannot be read is not ours
		return nil, refusePDF(paper, widgets, attached)
	}
	if err := paper.Show(widgets); err != nil {
		return nil, unreadable(err)
	}
	removePrompts(widgets, prompts)
	more, err := leftOut(paper, widgets, groups)
	if err != nil {
		return nil, unreadable(err)
	}
	over, err := overlays(paper, groups)
	if err != nil {
		return nil, unreadable(err)
	}
	forms := formsOf(name, widgets)
	if len(forms) == 0 && len(over) > 0 {
		return nil, overwritten
	}
	return filled(forms, append(more, over...)...)
}

// DOCX reads the forms in a DOCX, as PDF does.
func DOCX(name string, file []byte, prompts []document.Prompts) ([]*Form, error) {
	if reader.IsOpenDocument(file) {
		return nil, otherText
	}
	body, err := reader.Controls(file)
	if err != nil {
		return nil, unreadable(err)
	}
	if all := asWidgets(marked(body)); len(split(all)) > 0 {
		removePrompts(all, prompts)
		unknown := dropUnknownPrompts(all)
		forms := formsOf(name, all)
		if len(forms) == 0 && len(split(asWidgets(body.Fields))) == 0 {
			return nil, faded
		}
		return filled(forms, unknown...)
	}
	attached, _ := reader.DOCX(file)
	return nil, refuse(asWidgets(body.Fields), attached, body.Words)
}

// asWidgets returns the fields of a DOCX as widgets without a page.
func asWidgets(fields []reader.Field) (widgets []reader.Widget) {
	for _, f := range fields {
		widgets = append(widgets, reader.Widget{Field: f})
	}
	return widgets
}

// unreadable turns an error of the reader into a problem.
func unreadable(err error) error {
	var reported diag.Problem
	if errors.As(err, &reported) {
		return reported
	}
	return diag.Problem{
		Message: err.Error(),
		Hint: "откройте файл сами: если он открывается, сохраните его заново без пароля, если нет — попросите прислать " +
			"ещё раз",
	}
}

// formsOf reads the forms of a file that have an answer.
func formsOf(name string, widgets []reader.Widget) (forms []*Form) {
	unmarked := decode(widgets)
	owners := map[int]*group{}
	for _, g := range split(widgets) {
		shared := g.ownValues(owners)
		if f := g.read(name); f != nil {
			f.warnJoined(g, shared)
			f.warnEncoding(unmarked)
			f.warnHints(g)
			forms = append(forms, f)
		}
	}
	locate(forms)
	return forms
}

// locate adds the file, and the page if there are several, to the problems of
// forms.
func locate(forms []*Form) {
	several := len(forms) > 1 && forms[len(forms)-1].page > forms[0].page
	for _, f := range forms {
		for i := range f.Problems {
			f.Problems[i].File = f.File
			if several {
				f.Problems[i].Message = fmt.Sprintf("лист %d: %s", f.page+1, f.Problems[i].Message)
			}
		}
	}
}

// marked returns the fields of a DOCX. Some programs drop content controls and
// keep the bookmarks around them; those count as fields, too.
func marked(body reader.Body) []reader.Field {
	fields := body.Fields
	for _, kind := range Kinds {
		for _, q := range kind.Questions {
			has := func(name string) func(reader.Field) bool {
				return func(f reader.Field) bool { return f.Name == name }
			}
			i := slices.IndexFunc(body.Bookmarks, has(strings.ReplaceAll(q.Key, ".", "_")))
			if i < 0 || slices.ContainsFunc(fields, has(q.Key)) {
				continue
			}
			field := body.Bookmarks[i]
			field.Name, field.Checked = q.Key, q.shape == tick && reader.IsTick(strings.TrimSpace(field.Value))
			fields = append(fields, field)
		}
	}
	return fields
}

// filled returns the forms that have answers, with problems of their file.
func filled(forms []*Form, more ...diag.Problem) ([]*Form, error) {
	if len(forms) == 0 {
		return nil, blank
	}
	for _, p := range more {
		p.File = forms[0].File
		forms[0].Problems = append(forms[0].Problems, p)
	}
	return forms, nil
}
