package generator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/filename"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/russian"
)

// Request says which paper is made.
type Request struct {
	Kind     string // one of Kinds
	Items    []int  // extract: the questions it holds, from 1
	Blank    bool   // application, consent: empty, to be filled by hand
	Fillable bool   // application, consent: with fields to be filled in on a screen
	Sort     string // assignments: "point" (or empty) or "deadline"
	To       int    // letters: the only addressee of this copy, from 1; 0 is all
}

func (r Request) compose() compose.Request {
	return compose.Request{Kind: r.Kind, Items: r.Items, Blank: r.Blank, Fillable: r.Fillable, Sort: r.Sort, To: r.To}
}

// Kind is a kind of paper.
type Kind struct {
	Name    string
	Title   string   // in Russian
	Options []string // that its requests take: items, blank, fillable, each, sort
}

// Kinds are the papers that a meeting can give, in the order they are listed.
func Kinds() []Kind {
	var kinds []Kind
	for _, k := range compose.Kinds {
		kinds = append(kinds, Kind{k.Name, k.Title, k.Options})
	}
	return kinds
}

// FindKind finds a kind by its name. The error names the nearest there is.
func FindKind(name string) (Kind, error) {
	k, err := compose.FindKind(name)
	return Kind{k.Name, k.Title, k.Options}, err
}

// Gives reports whether the meeting has what the paper of a request needs.
func (m *Meeting) Gives(r Request) bool {
	k, err := compose.FindKind(r.Kind)
	return err == nil && !m.isEmpty() && k.Lacks(m.source.Meeting, r.compose()) == ""
}

// Each returns a request for every addressee of a letter; a paper without
// addressees is requested once.
func (m *Meeting) Each(r Request) []Request {
	k, err := compose.FindKind(r.Kind)
	if err != nil || m.isEmpty() {
		return []Request{r}
	}
	var copies []Request
	for _, c := range k.Each(m.source.Meeting, r.compose()) {
		r.To = c.To
		copies = append(copies, r)
	}
	return copies
}

// Paper is a paper, ready to be written.
type Paper struct {
	press  *printing.Press
	paper  *printing.Paper
	number string
	date   string
}

// Make makes a paper. It is nil when the meeting does not give such a paper:
// then there is an error among the problems. Problems also hold the forms of
// names that a person should look at. The error is an OptionError, or that of
// ctx or of the templates.
func (g *Generator) Make(ctx context.Context, m *Meeting, r Request) (*Paper, Problems, error) {
	if m.isEmpty() {
		return nil, Problems{}, errNoMeeting
	}
	if err := m.check(r); err != nil {
		return nil, Problems{}, err
	}
	made, err := g.press.Paper(ctx, r.compose(), m.source.Meeting, g.origin(m))
	var lacking compose.MeetingError
	switch {
	case errors.As(err, &lacking):
		return nil, m.source.Report(lacking.List), nil
	case err != nil:
		return nil, Problems{}, printing.Located(err)
	}
	p := &Paper{press: g.press, paper: made, date: russian.DateDigits(m.source.Date.Year, m.source.Date.Month, m.source.Date.Day)}
	if m.source.Number != nil {
		p.number = *m.source.Number
	}
	return p, m.source.Report(made.Doubts), nil
}

// check refuses a request that no paper of the meeting can meet.
func (m *Meeting) check(r Request) error {
	k, err := compose.FindKind(r.Kind)
	if err != nil {
		return OptionError{Option: "kind", Message: err.Error()}
	}
	if err := checkSort(r.Sort); err != nil {
		return err
	}
	if last := k.Each(m.source.Meeting, compose.Request{}); slices.Contains(k.Options, "each") && r.To != 0 {
		if count := last[len(last)-1].To; r.To < 0 || r.To > count {
			return OptionError{Option: "to", Place: strconv.Itoa(r.To), Message: fmt.Sprintf("такого адресата нет: их %d", count)}
		}
	}
	return nil
}

// ErrOverfull is that the text of a table has no room in rows whose height the
// style sheet gives.
var ErrOverfull = printing.ErrOverfull

// Title is what the paper calls itself.
func (p *Paper) Title() string { return p.paper.Document.Title }

// Pages is the number of pages.
func (p *Paper) Pages() int { return len(p.paper.Layout.Pages) }

// Write writes the paper in one of Formats.
func (p *Paper) Write(w io.Writer, format string) error { return p.press.Write(w, p.paper, format) }

// FileName fills a pattern in which {document}, {number} and {date} stand for
// what the paper is, and makes a name of it that every file system takes.
func (p *Paper) FileName(pattern string) string {
	name := strings.NewReplacer("{document}", p.Title(), "{number}", p.number, "{date}", p.date).Replace(pattern)
	if name = PlainName(name); name == "" {
		return "документ"
	}
	return name
}

// PlainName puts a dash in place of what no file may have in its name, and cuts
// names that are too long. It is "" when nothing is left.
func PlainName(name string) string { return filename.Make(name, '-') }

// Check returns the problems that show only when papers are made: those of all
// papers that the meeting gives.
func (g *Generator) Check(ctx context.Context, m *Meeting) (Problems, error) {
	if m.isEmpty() {
		return Problems{}, errNoMeeting
	}
	found, err := g.press.Templates.Check(ctx, m.source.Meeting)
	return m.source.Report(found), printing.Located(err)
}
