package generator

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/filename"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/russian"
)

// Request describes a paper to be made.
type Request struct {
	Kind     string // name of one of Kinds
	Items    []int  // extract: numbers of its questions, from 1
	Blank    bool   // application, consent: leave the answers empty
	Fillable bool   // application, consent: add form fields
	Sort     string // assignments: "point" or "deadline"; "" means "point"
	To       int    // letters: number of the only addressee, from 1; 0 for all of them
}

func (r Request) compose() compose.Request {
	return compose.Request{Kind: r.Kind, Items: r.Items, Blank: r.Blank, Fillable: r.Fillable, Sort: r.Sort, To: r.To}
}

// Kind is a kind of paper.
type Kind struct {
	Name    string
	Title   string   // Russian title
	Options []string // options that apply to the kind: items, blank, fillable, each, sort
	Outside bool     // addressed to others: it carries no source unless Config.Source is set
}

// Kinds returns the built-in kinds of papers that a meeting can give, in the order in
// which they are listed.
func Kinds() []Kind {
	var kinds []Kind
	for _, k := range compose.Kinds {
		kinds = append(kinds, Kind{k.Name, k.Title, k.Options, k.Outside})
	}
	return kinds
}

// FindKind returns the kind with the given name. For an unknown name the error
// suggests the most similar one.
func FindKind(name string) (Kind, error) {
	k, err := compose.FindKind(name)
	return Kind{k.Name, k.Title, k.Options, k.Outside}, err
}

// Kinds returns the kinds of Kinds and those that the file adds in [papers].
func (m *Meeting) Kinds() []Kind {
	if m.isEmpty() {
		return Kinds()
	}
	var kinds []Kind
	for _, k := range compose.KindsOf(m.source.Meeting) {
		kinds = append(kinds, Kind{k.Name, k.Title, k.Options, k.Outside})
	}
	return kinds
}

// Supports reports whether the meeting has everything that the requested paper
// needs.
func (m *Meeting) Supports(r Request) bool {
	if m.isEmpty() {
		return false
	}
	k, err := compose.FindKindOf(m.source.Meeting, r.Kind)
	return err == nil && k.Lacks(m.source.Meeting, r.compose()) == ""
}

// Each returns one request for each addressee of a letter. For other papers it
// returns r alone.
func (m *Meeting) Each(r Request) []Request {
	if m.isEmpty() {
		return []Request{r}
	}
	k, err := compose.FindKindOf(m.source.Meeting, r.Kind)
	if err != nil {
		return []Request{r}
	}
	var copies []Request
	for _, c := range k.Each(m.source.Meeting, r.compose()) {
		r.To = c.To
		copies = append(copies, r)
	}
	return copies
}

// Paper is a paper, laid out and ready to be written.
type Paper struct {
	kind   compose.Kind
	press  *printing.Press
	paper  *printing.Paper
	number string
	date   string
}

// Make makes a paper. The paper is nil when the meeting lacks something that it
// needs; the problems then include an error. Warnings name the case forms that a
// person should check. The error is an OptionError, or that
// of ctx or of a template.
func (g *Generator) Make(ctx context.Context, m *Meeting, r Request) (*Paper, Problems, error) {
	if m.isEmpty() {
		return nil, Problems{}, errNoMeeting
	}
	if err := m.check(r); err != nil {
		return nil, Problems{}, err
	}
	made, err := g.press.Paper(ctx, r.compose(), m.source.Meeting, g.origin(m, r.Kind, !g.config.Reuse))
	var missing compose.MeetingError
	switch {
	case errors.As(err, &missing):
		return nil, m.source.Report(missing.List), nil
	case err != nil:
		return nil, Problems{}, printing.Located(err)
	}
	date := m.source.Date
	p := &Paper{kind: m.kind(r.Kind), press: g.press, paper: made}
	if !date.IsZero() {
		p.date = russian.DateDigits(date.Year, date.Month, date.Day)
	}
	if m.source.Number != nil {
		p.number = *m.source.Number
	}
	return p, m.source.Report(made.Doubts), nil
}

// check returns an OptionError for a request that no paper of the meeting can
// meet.
func (m *Meeting) check(r Request) error {
	k, err := compose.FindKindOf(m.source.Meeting, r.Kind)
	if err != nil {
		return OptionError{Option: "kind", Message: err.Error()}
	}
	if err := checkSort(r.Sort); err != nil {
		return err
	}
	if last := k.Each(m.source.Meeting, compose.Request{}); slices.Contains(k.Options, "each") && r.To != 0 {
		if count := last[len(last)-1].To; r.To < 0 || r.To > count {
			return OptionError{
				Option:  "to",
				Place:   strconv.Itoa(r.To),
				Message: fmt.Sprintf("такого адресата нет: их %d", count),
			}
		}
	}
	return nil
}

// ErrOverfull is returned when the text of a table does not fit in rows whose
// height the style sheet fixes.
var ErrOverfull = printing.ErrOverfull

// Title returns the title of the paper, as "Протокол от 20.11.2017".
func (p *Paper) Title() string { return p.paper.Document.Title }

// Pages returns the number of pages, or 0 for a paper made from a Word template,
// which depend on the program that shows it.
func (p *Paper) Pages() int { return p.paper.Pages() }

// Approximated returns warnings about what the PDF made from a Word template shows
// only approximately, after it was written.
func (p *Paper) Approximated() Problems { return Problems{List: p.paper.Approximated()} }

// Approximations is Approximated without regard to other papers of the Generator.
func (p *Paper) Approximations() Problems { return Problems{List: p.paper.Approximations()} }

// Write writes the paper in one of Formats, "pdf" or "docx".
func (p *Paper) Write(w io.Writer, format string) error { return p.press.Write(w, p.paper, format) }

// nameFields are the fields in patterns of Paper.FileName.
var nameFields = []string{"{document}", "{number}", "{date}"}

var nameField = regexp.MustCompile(`\{[^{}]*\}`)

// checkFileName returns an OptionError for a field of a pattern that
// Paper.FileName does not replace.
func checkFileName(pattern string) error {
	for _, field := range nameField.FindAllString(pattern, -1) {
		if slices.Contains(nameFields, field) {
			continue
		}
		message := fmt.Sprintf("нет поля %s; есть: %s", field, strings.Join(nameFields, ", "))
		if near := diag.Nearest(strings.ToLower(field), nameFields); near != "" {
			message = fmt.Sprintf("нет поля %s; возможно, вы имели в виду %s", field, near)
		}
		return OptionError{Option: "name", Message: message}
	}
	return checkBraces(pattern, nameFields[0])
}

// checkBraces reports a brace without its pair in a pattern of file names, which would become part of the names.
func checkBraces(pattern, example string) error {
	if rest := nameField.ReplaceAllString(pattern, ""); strings.ContainsAny(rest, "{}") {
		return OptionError{Option: "name",
			Message: fmt.Sprintf("скобка без пары в «%s»; поле пишется так: %s", pattern, example)}
	}
	return nil
}

// fileTitle returns the title of the paper, or another one if only its case tells it from that of the protocol with the
// same number, which Windows would replace with it.
func (p *Paper) fileTitle() string {
	const protocol = "протокол"
	title := p.Title()
	first, rest, _ := strings.Cut(title, " ")
	switch {
	case p.kind.Name == "protocol" || !strings.EqualFold(first, protocol) ||
		rest != "" && !strings.HasPrefix(rest, "№") && !strings.HasPrefix(rest, "от "):
		return title
	case strings.HasPrefix(p.kind.Title, protocol+" "):
		return strings.TrimSpace("Протокол" + strings.TrimPrefix(p.kind.Title, protocol) + " " + rest)
	}
	return title + " (" + p.kind.Name + ")"
}

// FileName replaces {document}, {number} and {date} in a pattern and returns the
// result as a SafeFileName, without extension. "" stands for {document}.
func (p *Paper) FileName(pattern string) string {
	name := strings.NewReplacer("{document}", p.fileTitle(), "{number}", p.number, "{date}", p.date).
		Replace(cmp.Or(pattern, "{document}"))
	for _, extension := range []string{".pdf", ".docx"} { // the name is without one
		name = strings.TrimSuffix(name, extension)
	}
	if name = SafeFileName(name); name == "" {
		return "документ"
	}
	return name
}

// SafeFileName returns a name that every file system accepts: characters that
// are not allowed become dashes, long names are cut. It returns "" when nothing
// is left.
func SafeFileName(name string) string { return filename.Make(name, '-') }

// Check returns the problems of all papers that a meeting supports, laid out, such as case
// forms that a person should check. Read does not report these. The error is
// that of ctx or of a template.
func (g *Generator) Check(ctx context.Context, m *Meeting) (Problems, error) {
	if m.isEmpty() {
		return Problems{}, errNoMeeting
	}
	found, err := g.press.Check(ctx, m.source.Meeting)
	if err != nil {
		return m.source.Report(found), printing.Located(err)
	}
	return g.checkLaw(m, m.source.Report(found))
}
