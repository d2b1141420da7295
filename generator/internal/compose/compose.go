// Package compose fills the templates with a meeting and reads the result
// back as a tree.
//
// A template never sees a meeting, only a view of it: words ready to be
// printed, in structs of this package. What a template writes is read as
// strict markup, so a slip in a template is an error with a place and never a
// broken paper.
package compose

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/markup"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Templates is a set of templates, linted. It is safe for use by many
// goroutines.
type Templates struct{ set *template.Template }

// Extension is that of the files that hold templates.
const Extension = ".tmpl"

// Load reads every template of a folder and its partials/. It reports every
// template that does not parse, uses an unknown tag, or opens a tag in one
// branch and closes it in another.
func Load(files fs.FS) (*Templates, error) { return parseAll(files, func(*template.Template) {}) }

// LoadStrict does the same for those who check the views: what a template prints of
// a view without a marker has an unknown origin, and is not taken for the template's
// own words.
func LoadStrict(files fs.FS) (*Templates, error) { return parseAll(files, markActions) }

func parseAll(files fs.FS, prepare func(*template.Template)) (*Templates, error) {
	set := template.New("").Option("missingkey=error").Funcs(bounded).Funcs(markedFunctions)
	var problems []error
	for _, pattern := range []string{"partials/*" + Extension, "*" + Extension} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			problems = append(problems, add(set, files, name))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	prepare(set)
	return &Templates{set}, lint(set)
}

func add(set *template.Template, files fs.FS, name string) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	if at := trace.FirstMarker(text); at >= 0 {
		r, _ := utf8.DecodeRune(text[at:])
		line := 1 + bytes.Count(text[:at], []byte{'\n'})
		return fmt.Errorf("шаблон %s, строка %d: символ %U занят программой; уберите его", path.Base(name), line, r)
	}
	name = strings.TrimSuffix(path.Base(name), Extension)
	if _, err = set.New(name).Parse(string(text)); err != nil {
		return told(name, err)
	}
	return nil
}

// Document composes a paper. Names of styles it uses are those the template
// says; whether the style sheet has them is the caller's check. The warnings
// are forms of names and posts that a person should look at, each with its key
// and without a place. The error is a MeetingError when the meeting does not
// give what was asked for.
func (t *Templates) Document(r Request, m *meeting.Meeting) (*document.Document, diag.List, error) {
	kind, err := FindKind(r.Kind)
	if err != nil {
		return nil, nil, err
	}
	if reason := kind.Lacks(m, r); reason != "" {
		return nil, nil, MeetingError{diag.List{{Message: fmt.Sprintf("нечего печатать (%s): %s", kind.Title, reason)}}}
	}
	d := &draft{newGrammar(m), r}
	d.origins = trace.New()
	// Facts are worked out while the template is filled, so problems are
	// complete only after it.
	correct := correction(russian.Typeset)
	if m.AsTyped {
		correct = russian.Bind
	}
	doc, err := t.compose(kind.template(m), kind.view(d), correct, d.origins)
	if d.problems.Failed() {
		return nil, nil, MeetingError{d.problems}
	}
	return doc, d.problems, err
}

// Compose fills a template, named without its extension, with a view and reads
// what it wrote, with its signs put right. It fails when the view lacks what
// the template asks for, or when the result is no markup.
func (t *Templates) Compose(name string, view any) (*document.Document, error) {
	return t.compose(name, view, russian.Typeset, nil)
}

// ComposeMarked does the same with a view whose strings are marked by a Recorder.
func (t *Templates) ComposeMarked(name string, view any, origins *trace.Recorder) (*document.Document, error) {
	return t.compose(name, view, russian.Typeset, origins)
}

// MarkupError is what is wrong with what a template wrote. The places are those
// in Filled: the template with all facts in it.
type MarkupError struct {
	diag.List
	Filled []byte
}

// compose fills a template and reads it back. The strings of the view are marked
// by origins, if that is not nil.
func (t *Templates) compose(
	name string, view any, correct correction, origins *trace.Recorder,
) (*document.Document, error) {
	filled := sheaves.Get().(*sheaf)
	defer sheaves.Put(filled)
	filled.Reset()
	if err := t.set.ExecuteTemplate(filled, name, view); err != nil {
		return nil, told(name, err)
	}
	doc, problems := markup.Read("шаблон "+name+Extension, filled.Bytes(), origins)
	if problems.Failed() {
		return nil, MarkupError{problems, []byte(trace.Strip(filled.String()))}
	}
	correct.blocks(doc.Blocks)
	return doc, nil
}
