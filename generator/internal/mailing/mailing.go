// Package mailing makes a letter of a meeting for every recipient on a list.
//
//	mailing.go    data that the letters share
//	recipients.go the open list
//	records.go    rows → records of a batch
//	ahead.go      rows read by another goroutine
//	letter.go     the letter for a row; reprints
//	position.go   posts as lists have them
//	positions.go  what is in them, found once for all rows
//	form.go       forms with the data of a row
//	envelope.go   envelopes and labels
//	unprinted.go  words of a row that its paper lacks
//	vocabulary.go words of texts, and their forms
//	seed.go       the digest of data that all letters share
package mailing

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/list"
	"protokol/generator/internal/memo"
	"protokol/generator/internal/printing"
	"protokol/generator/style"
)

// Kinds that consist of addresses only.
const (
	Envelope = "envelope"
	Label    = style.LabelKind
)

// Kinds lists the papers that can be made for every record of a list.
var Kinds = []string{"invitation", "letter", "notice", Application, Consent, Envelope, Label}

// Mailing is the letters of a meeting to the recipients of a list. Records may
// be made concurrently.
type Mailing struct {
	press     *printing.Press
	source    *printing.Source
	to        *Recipients
	request   compose.Request
	from      printing.Origin
	pattern   string
	whole     bool // see Options
	positions memo.Memo[string, contents]

	mu       sync.Mutex
	common   diag.List // problems of the meeting's file
	reported map[diag.Problem]bool
}

// Options are the options of New.
type Options struct {
	Kind string // one of Kinds
	Name string // pattern of the files' names: fields and headings in braces, {row}; "" is the usual one
	From printing.Origin

	Fillable bool // forms: with fields to be filled in on a screen
	Whole    bool // the list is read to its end: its rows may be read ahead
}

// New returns a Mailing. The error is a diag.OptionError, or a diag.Report when
// the meeting lacks something.
func New(
	ctx context.Context, press *printing.Press, source *printing.Source, to *Recipients, o Options,
) (*Mailing, error) {
	if !slices.Contains(Kinds, o.Kind) {
		return nil, diag.OptionError{Option: "kind",
			Message: "вид «" + o.Kind + "» не делают по списку; есть: " + strings.Join(Kinds, ", ")}
	}
	m := &Mailing{press: press, source: source, to: to, from: o.From,
		request: compose.Request{Kind: o.Kind, Fillable: o.Fillable, Common: compose.NewCommon(source.Meeting)},
		pattern: o.Name, whole: o.Whole, reported: map[diag.Problem]bool{}}
	if err := m.checkPattern(); err != nil {
		return nil, err
	}
	if m.from.Date.IsZero() {
		m.from.Date = source.Date.Time()
	}
	m.from.Author = source.Council.Name
	return m, m.countSheets(ctx)
}

// countSheets counts the sheets of the enclosures.
func (m *Mailing) countSheets(ctx context.Context) (err error) {
	if m.request.Kind == Envelope || m.request.Kind == Label {
		return nil
	}
	m.request.Sheets, err = m.press.Sheets(ctx, m.request.Kind, m.source.Meeting, m.from)
	var lacking compose.MeetingError
	if errors.As(err, &lacking) {
		_, own := m.divide(list.Record{}, lacking.List)
		return diag.Report{List: own, Sources: m.source.Texts}
	}
	return err
}

// checkPattern checks that the list has all columns of the name pattern.
func (m *Mailing) checkPattern() error {
	switch {
	case m.pattern != "":
	case m.to.Has("organization") && !m.to.IsStaff():
		m.pattern = "{organization}"
	default: // Open refuses a list with neither
		m.pattern = "{name}"
	}
	for _, key := range placeholders(m.pattern) {
		if key != "row" && !m.to.Has(key) {
			return diag.OptionError{Option: "name", Message: "в списке нет столбца «" + key + "»"}
		}
	}
	return nil
}

// Kind returns the kind of the papers.
func (m *Mailing) Kind() string { return m.request.Kind }

// From returns the origin that all letters share.
func (m *Mailing) From() printing.Origin { return m.from }

// Title returns the title for a book of all letters.
func (m *Mailing) Title() string {
	if m.request.Kind == Envelope {
		return "Конверты"
	}
	kind, _ := compose.FindKind(m.request.Kind)
	return strings.ToUpper(kind.Title[:2]) + kind.Title[2:]
}

// Problems returns the problems found so far that belong to no record: those of
// the meeting's file and of the list as a whole.
func (m *Mailing) Problems() diag.List {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Concat(m.common, m.to.Problems, m.to.Notes())
}

// divide separates problems. Those about the addressee get the place of their
// cell; those about the meeting's file are recorded once.
func (m *Mailing) divide(row list.Record, found diag.List) (problems, own diag.List) {
	for _, p := range found {
		if field, ok := m.fieldOf(p.Key); ok {
			problems = append(problems, row.Problem(p.Severity, field, p.Message, p.Hint))
			continue
		}
		if p.File == "" { // others are about the Word template
			p = m.source.Locate(p)
		}
		own = append(own, p)
		m.note(p)
	}
	return problems, own
}

// note records a warning about the meeting's file, once.
func (m *Mailing) note(p diag.Problem) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.reported[p] && p.Severity == diag.Warning {
		m.reported[p] = true
		m.common = append(m.common, p)
	}
}
