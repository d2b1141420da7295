// Package compose executes the templates for a meeting and reads the result as
// a tree.
//
// Templates do not see the meeting, only a view of it: facts, in structs of
// this package. A fact is a name in the grammatical case it is printed in, a
// number, a flag or a list; the words around facts are in the templates. A view
// and its problems are complete before a template is executed, so that checking
// a meeting and printing it report the same.
//
// The output of templates is strict markup, so mistakes in templates are errors
// with a position and never damage a paper.
package compose

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/markup"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/trace"
)

// Templates is a checked set of templates. It is safe for concurrent use.
type Templates struct {
	set    *template.Template
	prints map[string][]reach // facts of letters that a template may print, by template
	words  sync.Map           // results of word, by partial and variant

	prompts func() (document.Prompts, error) // see Prompts
	memory  *memory                          // nil unless Remembering made them
	usual   *Templates                       // see Against; may be nil
}

// Remembering returns the templates with a memory of the papers that were composed last. The papers are the same.
func (t *Templates) Remembering() *Templates {
	return &Templates{set: t.set, prints: t.prints, prompts: t.prompts, memory: newMemory(),
		usual: t.usual}
}

// Extension is the extension of template files.
const Extension = ".tmpl"

// Load reads the templates of a folder and its partials/. It reports every
// template that has a syntax error, uses an unknown tag, or opens a tag in one
// branch and closes it in another.
func Load(files fs.FS) (*Templates, error) { return parseAll(files, func(*template.Template) {}) }

// LoadStrict is like Load for tests of views: unmarked output of actions has an
// unknown origin instead of being the template's own words.
func LoadStrict(files fs.FS) (*Templates, error) { return parseAll(files, markActions) }

func parseAll(files fs.FS, prepare func(*template.Template)) (*Templates, error) {
	set := template.New("").
		Option("missingkey=error").
		Funcs(bounded).
		Funcs(markedFunctions).
		Funcs(sourceFunctions).
		Funcs(recallFunctions).
		Funcs(functions)
	var problems []error
	var added []string
	for _, pattern := range []string{"partials/*" + Extension, "*" + Extension, papersFolder + "*" + Extension} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			problems = append(problems, add(set, files, name))
			if strings.HasPrefix(name, papersFolder) {
				added = append(added, strings.TrimSuffix(name, Extension))
			}
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	prints, err := resolve(set, added)
	if err != nil {
		return nil, err
	}
	prepare(set)
	interruptible(set)
	t := &Templates{set: set, prints: prints}
	t.prompts = sync.OnceValues(t.readPrompts)
	err = lint(set)
	recallable(set)
	return t, err
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
	if !strings.HasPrefix(name, papersFolder) {
		name = path.Base(name)
	}
	name = strings.TrimSuffix(name, Extension)
	if _, err = set.New(name).Parse(string(text)); err != nil {
		return translated(name, err)
	}
	return nil
}

// View is the data for a template.
type View struct {
	Template string // name of the template
	Data     any    // Protocol, Letter, …

	origins  *trace.Recorder // origins of the strings in Data
	declined []Declined      // all forms of words that the paper prints
	asTyped  bool            // do not correct the typography

	earlier treatment // what earlier rules add to it
}

// View makes the view of a paper. It also returns the problems for the user to
// check: doubtful forms of names and positions, each with its key and without a
// position. Only forms that the templates print are reported. The error is a
// MeetingError if the meeting lacks data for the request.
func (t *Templates) View(r Request, m *meeting.Meeting) (View, diag.List, error) {
	kind, err := FindKindOf(m, r.Kind)
	if err != nil {
		return View{}, nil, err
	}
	if reason := kind.Lacks(m, r); reason != "" {
		return View{}, nil, MeetingError{diag.List{{Key: kind.lacksKey,
			Message: messagef("нечего печатать (%s): %s", kind.Title, reason)}}}
	}
	if !slices.Contains(kind.Options, "items") {
		r.Items = nil // they choose the items of other papers made at once
	}
	b := t.newBuilder(r, m)
	b.origins = r.recorder()
	view := View{Template: kind.template(t, m), origins: b.origins, asTyped: m.AsTyped,
		earlier: r.earlier()}
	view.Data = kind.view(b)
	b.settle(t.prints[view.Template], view.Data)
	if r.Kind == "extract" {
		b.problems = append(b.problems, lostParts(m)...)
	}
	switch {
	case b.problems.Failed():
		return View{}, nil, MeetingError{b.problems}
	case b.err != nil:
		return View{}, nil, b.err
	}
	view.declined = b.declined
	return view, b.problems, nil
}

// Elsewhere makes a paper that does not use these templates. It returns its problems and the forms that it prints,
// or false for a paper that does use them.
type Elsewhere func(context.Context, Request) (found diag.List, forms []Declined, ok bool, err error)

// Check returns all problems of the papers of a meeting: those that Document reports for each, or elsewhere, which
// may be nil. Each problem names the first paper that has it.
func (t *Templates) Check(ctx context.Context, m *meeting.Meeting, elsewhere Elsewhere) (diag.List, error) {
	found, known := slices.Concat(planned(m), checkExtract(ctx, m, elsewhere), unnamedAnywhere(m)),
		map[diag.Problem]bool{}
	for _, kind := range KindsOf(m) {
		for _, r := range kind.Drafts(m) {
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			problems, err := t.checkWith(ctx, r, m, elsewhere)
			var lacking MeetingError
			if errors.As(err, &lacking) {
				problems, err = lacking.List, nil
			}
			if err != nil {
				return nil, err
			}
			for _, p := range problems {
				if !known[p] {
					known[p], p.Paper = true, kind.Title
					found = append(found, p)
				}
			}
		}
	}
	return found, nil
}

// checkWith is check for a paper that may be made elsewhere.
func (t *Templates) checkWith(ctx context.Context, r Request, m *meeting.Meeting, elsewhere Elsewhere) (
	diag.List, error,
) {
	if elsewhere != nil {
		if found, _, ok, err := elsewhere(ctx, r); ok || err != nil {
			return found, err
		}
	}
	return t.check(ctx, r, m)
}

// check returns the problems of a paper. Only protocols and papers of own templates are composed for it.
func (t *Templates) check(ctx context.Context, r Request, m *meeting.Meeting) (problems diag.List, err error) {
	if r.Kind == "protocol" || t.usual != nil {
		_, problems, err = t.Document(ctx, r, m)
		return problems, err
	}
	_, problems, err = t.View(r, m)
	return problems, err
}

// Document composes a paper. It uses the names of styles in the template; the caller checks that the style sheet
// has them. Problems are those of View and, for a protocol, values that it does not print; the error is that of
// View or of the templates.
func (t *Templates) Document(
	ctx context.Context,
	r Request,
	m *meeting.Meeting,
) (*document.Document, diag.List, error) {
	doc, problems, further, err := t.Draft(ctx, r, m)
	if err == nil {
		problems = append(problems, further()...)
	}
	return doc, problems, err
}

// Draft is like Document, but returns a slow function that reports the values that a protocol does not print. It
// may be called while others read the document.
func (t *Templates) Draft(ctx context.Context, r Request, m *meeting.Meeting) (
	doc *document.Document, problems diag.List, further func() diag.List, err error,
) {
	view, problems, err := t.View(r, m)
	if err != nil {
		return nil, nil, nil, err
	}
	doc, err = t.ComposeView(ctx, view)
	further = func() diag.List { return nil }
	if r.Kind == "protocol" {
		further = func() diag.List { return unprinted(m, doc) }
	} else if err == nil {
		var lost diag.List
		lost, err = t.omitted(ctx, r, m, doc)
		problems = append(problems, lost...)
	}
	return doc, problems, further, err
}

// ComposeView executes the template of a view, reads its output and corrects
// the typography.
func (t *Templates) ComposeView(ctx context.Context, view View) (*document.Document, error) {
	look := withDashes
	if view.asTyped {
		look = asTyped
	}
	doc, err := t.fill(ctx, view.Template, view.Data, look|view.earlier, view.origins)
	if err == nil {
		doc.AsTyped = view.asTyped
	}
	return doc, err
}

// Compose executes a template, named without its extension, reads its output
// and corrects the typography. It returns an error if the view lacks a field or
// the output is not valid markup.
func (t *Templates) Compose(ctx context.Context, name string, view any) (*document.Document, error) {
	return t.fill(ctx, name, view, withDashes, nil)
}

// ComposeMarked is like Compose for a view whose strings are marked by a
// Recorder.
func (t *Templates) ComposeMarked(
	ctx context.Context, name string, view any, origins *trace.Recorder,
) (*document.Document, error) {
	return t.fill(ctx, name, view, withDashes, origins)
}

// MarkupError is the list of errors in the output of a template. Positions
// refer to Filled, the output.
type MarkupError struct {
	diag.List
	Filled []byte
}

// fill executes a template and reads its output. Origins has the origins of
// marked strings in the view; it may be nil.
func (t *Templates) fill(
	ctx context.Context, name string, view any, look treatment, origins *trace.Recorder,
) (*document.Document, error) {
	filled := buffers.Get().(*buffer)
	defer buffers.Put(filled)
	filled.start(ctx)
	if err := t.memory.execute(ctx, t.set, filled, name, view); err != nil {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		return nil, translated(name, err)
	}
	doc, known := t.memory.read(fileOf(name), filled.Bytes(), origins, look)
	if !known {
		var problems diag.List
		if doc, problems = markup.Read(fileOf(name), filled.Bytes(), origins); problems.Failed() {
			return nil, MarkupError{problems, []byte(trace.Strip(filled.String()))}
		}
		typeset(doc.Blocks, look)
	}
	var err error
	if len(document.Fields(doc)) > 0 {
		doc.Prompts, err = t.prompts()
	}
	return doc, err
}

// phrase returns the output of a partial for a fact, for the few places where
// the words become part of a text, such as «{вид}» in a letter. Words and facts
// are marked with their origins.
func (t *Templates) phrase(name string, fact any, origins *trace.Recorder) (string, error) {
	return t.line(name, fact, origins, true)
}

// plainPhrase is phrase without marks.
func (t *Templates) plainPhrase(name string, fact any, origins *trace.Recorder) (string, error) {
	return t.line(name, fact, origins, false)
}

func (t *Templates) line(name string, fact any, origins *trace.Recorder, isMarked bool) (string, error) {
	filled := buffers.Get().(*buffer)
	defer buffers.Put(filled)
	filled.start(context.Background()) // the output is short
	const head, tail = `<document title="-"><p>`, `</p></document>`
	filled.WriteString(head)
	if err := t.set.ExecuteTemplate(filled, name, fact); err != nil {
		return "", translated(name, err)
	}
	text, source, ok := markup.ReadPlain(filled.Bytes()[len(head):], origins)
	switch {
	case ok && isMarked:
		return markedLine(text, origins.Mark(text, document.Spans(source, text))), nil
	case ok:
		return strings.TrimSpace(text), nil
	}
	filled.WriteString(tail)
	doc, problems := markup.Read(fileOf(name), filled.Bytes(), origins)
	if problems.Failed() {
		return "", MarkupError{problems, []byte(trace.Strip(filled.String()))}
	}
	if !isMarked {
		return strings.TrimSpace(document.PlainText(doc)), nil
	}
	var marked strings.Builder
	document.Texts(doc, func(text string, source document.Source) {
		marked.WriteString(origins.Mark(text, document.Spans(source, text)))
	})
	return markedLine(document.PlainText(doc), marked.String()), nil
}

// markedLine returns a text with its marks, without space around it. Several lines, and space that is marked, lose the
// marks.
func markedLine(text, marked string) string {
	text, marked = strings.TrimSpace(text), strings.TrimSpace(marked)
	if trace.Strip(marked) == text {
		return marked
	}
	return text
}

// word is like phrase for partials that depend only on a variant. Results are
// cached.
func (t *Templates) word(partial, variant string) (string, error) {
	key := [2]string{partial, variant}
	if word, ok := t.words.Load(key); ok {
		return word.(string), nil
	}
	word, err := t.plainPhrase(partial, variant, trace.New())
	if err == nil {
		t.words.Store(key, word)
	}
	return word, err
}
