// Package mailing writes one letter of a meeting to everybody on a list.
//
//	mailing.go    what the letters share
//	recipients.go the list, opened
//	records.go    rows → records of a batch
//	letter.go     the letter to a row; the same letter printed again
//	envelope.go   envelopes and labels
//	seed.go       the digest of what all letters share
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
	"protokol/generator/internal/printing"
	"protokol/generator/style"
)

// Kinds that have no letter in them.
const (
	Envelope = "envelope"
	Label    = style.LabelKind
)

// Kinds are the papers that can be made for every record of a list.
var Kinds = []string{"invitation", "letter", "notice", Envelope, Label}

// Mailing is the letters of a meeting to the recipients of a list. Its records
// may be made into letters by many goroutines.
type Mailing struct {
	press   *printing.Press
	source  *printing.Source
	to      *Recipients
	request compose.Request
	from    printing.Origin
	pattern string

	mu       sync.Mutex
	common   diag.List // what was found about the meeting's own file
	reported map[diag.Problem]bool
}

// Options say what is written.
type Options struct {
	Kind string // one of Kinds
	Name string // pattern of the files' names: fields and headings in braces, {row}; "" is the usual one
	From printing.Origin
}

// New prepares the letters. The error is a diag.OptionError, or a diag.Report
// when the meeting gives no such letter.
func New(ctx context.Context, press *printing.Press, source *printing.Source, to *Recipients, o Options) (*Mailing, error) {
	if !slices.Contains(Kinds, o.Kind) {
		return nil, diag.OptionError{Option: "kind", Message: "вид «" + o.Kind + "» не делают по списку; есть: " + strings.Join(Kinds, ", ")}
	}
	m := &Mailing{press: press, source: source, to: to, request: compose.Request{Kind: o.Kind}, from: o.From, pattern: o.Name,
		reported: map[diag.Problem]bool{}}
	if err := m.checkPattern(); err != nil {
		return nil, err
	}
	if m.from.Date.IsZero() {
		m.from.Date = source.Date.Time()
	}
	m.from.Author = source.Council.Name
	return m, m.countSheets(ctx)
}

// countSheets counts the sheets of what the letters enclose.
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

// checkPattern refuses a pattern of names that the list cannot fill.
func (m *Mailing) checkPattern() error {
	if m.pattern == "" {
		m.pattern = "{organization}"
		if !m.to.Has("organization") {
			m.pattern = "{name}"
		}
	}
	for _, key := range placeholders(m.pattern) {
		if key != "row" && !m.to.Has(key) {
			return diag.OptionError{Option: "name", Message: "в списке нет столбца «" + key + "»"}
		}
	}
	return nil
}

// Kind is what is made for every record.
func (m *Mailing) Kind() string { return m.request.Kind }

// From is the origin that all letters share.
func (m *Mailing) From() printing.Origin { return m.from }

// Title is that of a book of all letters.
func (m *Mailing) Title() string {
	if m.request.Kind == Envelope {
		return "Конверты"
	}
	kind, _ := compose.FindKind(m.request.Kind)
	return strings.ToUpper(kind.Title[:2]) + kind.Title[2:]
}

// Problems are what was found beside the records, so far: about the meeting's
// own file and about the list as a whole.
func (m *Mailing) Problems() diag.List {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Concat(m.common, m.to.Problems, m.to.Notes())
}

// divide gives problems about the addressee the place of their cells. Those
// about the meeting's own file are noted once.
func (m *Mailing) divide(row list.Record, found diag.List) (problems, own diag.List) {
	for _, p := range found {
		if key, ok := strings.CutPrefix(p.Key, m.request.Kind+".to[0]"); ok {
			problems = append(problems, row.Problem(p.Severity, strings.TrimPrefix(key, "."), p.Message, p.Hint))
			continue
		}
		p = m.source.Locate(p)
		own = append(own, p)
		m.note(p)
	}
	return problems, own
}

// note keeps a warning about the meeting's own file, once.
func (m *Mailing) note(p diag.Problem) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.reported[p] && p.Severity == diag.Warning {
		m.reported[p] = true
		m.common = append(m.common, p)
	}
}
