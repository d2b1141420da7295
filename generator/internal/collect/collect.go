// Package collect reads the answers from filled forms, whatever program filled
// them: Acrobat, a browser, Word, LibreOffice. It takes the files as bytes and
// returns tables and problems for the user.
//
//	collect.go    a form, read from a PDF or a DOCX
//	collector.go  many files, one after another
//	questions.go  the questions of the forms
//	answers.go    normalizing answers
//	check.go      checking them
//	refusals.go   files that are not filled forms
//	collection.go all forms together: duplicates
//	table.go      the table of one kind: CSV, TOML
package collect

import (
	"errors"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/reader"
)

// Form is a filled form.
type Form struct {
	Kind     *Kind
	File     string            // as the user calls it
	Problems diag.List         // what is wrong with the answers
	answers  map[string]string // by the keys of the questions; what was not answered is not there
}

// Answer returns the normalized answer to a question, "" if there is none.
func (f *Form) Answer(key string) string { return f.answers[key] }

// PDF reads the forms in a PDF: one file may hold an application and a consent.
// The error is a diag.Problem without a place.
func PDF(engine *reader.Engine, name string, file []byte) ([]*Form, error) {
	paper, err := engine.Open(file)
	if err != nil {
		return nil, unreadable(err)
	}
	defer paper.Close()
	if paper.IsXFA() {
		return nil, xfa
	}
	fields, err := paper.Fields()
	if err != nil {
		return nil, unreadable(err)
	}
	if forms, ours := formsOf(name, fields); ours {
		return filled(forms)
	}
	attached, _ := paper.Attachments() // what cannot be read is not ours
	return nil, refusePDF(paper, fields, attached)
}

// DOCX reads the forms in a DOCX, as PDF does.
func DOCX(name string, file []byte) ([]*Form, error) {
	body, err := reader.Controls(file)
	if err != nil {
		return nil, unreadable(err)
	}
	if forms, ours := formsOf(name, marked(body)); ours {
		if _, whole := formsOf(name, body.Fields); len(forms) == 0 && !whole {
			return nil, faded
		}
		return filled(forms)
	}
	attached, _ := reader.DOCX(file)
	return nil, refuse(body.Fields, attached, body.Words)
}

// unreadable turns an error of the reader into a problem.
func unreadable(err error) error {
	var told diag.Problem
	if errors.As(err, &told) {
		return told
	}
	return diag.Problem{
		Message: err.Error(),
		Hint:    "откройте файл сами: если он открывается, сохраните его заново без пароля, если нет — попросите прислать ещё раз",
	}
}

// formsOf groups fields by form. It reports whether any belong to our forms, even
// if all are empty.
func formsOf(name string, fields []reader.Field) (forms []*Form, ours bool) {
	for _, kind := range Kinds {
		own := kind.own(fields)
		if len(own) == 0 {
			continue
		}
		ours = true
		if form := kind.read(name, own); form != nil {
			forms = append(forms, form)
		}
	}
	return forms, ours
}

// own returns the fields that belong to this form.
func (k *Kind) own(fields []reader.Field) (own []reader.Field) {
	for _, f := range fields {
		if strings.HasPrefix(f.Name, k.prefix) {
			own = append(own, f)
		}
	}
	return own
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

func filled(forms []*Form) ([]*Form, error) {
	if len(forms) == 0 {
		return nil, blank
	}
	return forms, nil
}

// read makes a form of its fields. It returns nil if all are empty.
func (k *Kind) read(file string, fields []reader.Field) *Form {
	f := &Form{Kind: k, File: file, answers: map[string]string{}}
	written := map[string]reader.Field{}
	for _, field := range fields {
		if first, again := written[field.Name]; !again || isEmpty(first) {
			written[field.Name] = field
		}
	}
	any := false
	for _, q := range k.Questions {
		field := written[q.Key]
		delete(written, q.Key)
		if answer := f.understand(q, field); answer != "" {
			f.answers[q.Key] = answer
			any = any || !q.given
		}
	}
	if !any {
		return nil
	}
	f.unknownFields(fields, written)
	k.settle(f)
	f.missing()
	for i := range f.Problems {
		f.Problems[i].File = file
	}
	return f
}

func isEmpty(f reader.Field) bool { return strings.TrimSpace(f.Value) == "" && !f.Checked }

// unknownFields reports answers to questions that this version does not know.
func (f *Form) unknownFields(fields []reader.Field, left map[string]reader.Field) {
	for _, field := range fields {
		if unknown, ok := left[field.Name]; ok && !isEmpty(unknown) && unknown.Kind == reader.TextField {
			delete(left, field.Name)
			f.Problems = append(
				f.Problems,
				diag.Problem{
					Severity: diag.Warning,
					Key:      shorten(list.Clean(field.Name)),
					Message:  "такого поля эта программа не знает, ответ не взят",
					Hint:     "форма сделана другой версией программы?",
				},
			)
		}
	}
}
