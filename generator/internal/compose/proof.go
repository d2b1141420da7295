package compose

import (
	"context"
	"fmt"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Declined is a declined form that a paper prints.
type Declined struct {
	Key   string // key of the word
	Text  string // the word in the file
	Case  russian.Case
	Form  string
	Doubt string // why it should be checked; empty if the rules are unambiguous
	Guess bool   // it may be wrong
	Given bool   // given in the file, not derived
}

// CaseName returns the Russian name of the case.
func (d Declined) CaseName() string { return string(caseNames[d.Case]) }

// Proof returns all forms that the papers of a meeting print, each once, in the
// order of the kinds. Papers that the meeting lacks are skipped; some may be made
// elsewhere, which may be nil.
func (t *Templates) Proof(ctx context.Context, m *meeting.Meeting, elsewhere Elsewhere) ([]Declined, error) {
	var list []Declined
	for _, kind := range KindsOf(m) {
		for _, r := range kind.Drafts(m) { // an extract has no other forms than the protocol
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			forms, err := t.forms(ctx, r, m, elsewhere)
			if err != nil {
				return nil, err
			}
			list = append(list, forms...)
		}
	}
	return once(append(list, undeclined(m)...)), nil
}

// forms returns the forms that a paper prints.
func (t *Templates) forms(ctx context.Context, r Request, m *meeting.Meeting, elsewhere Elsewhere) (
	[]Declined, error,
) {
	if elsewhere != nil {
		if _, forms, ok, err := elsewhere(ctx, r); ok || err != nil {
			return forms, err
		}
	}
	view, _, err := t.View(r, m)
	return view.declined, err
}

// undeclined returns the names and positions of the people in the nominative.
func undeclined(m *meeting.Meeting) []Declined {
	var list []Declined
	for i, p := range m.People {
		list = append(list, Declined{Key: fmt.Sprintf("people[%d].name", i), Text: p.Name, Form: p.Name})
		if p.Position != "" {
			list = append(list, Declined{Key: fmt.Sprintf("people[%d].position", i), Text: p.Position,
				Form: p.Position})
		}
	}
	return list
}

// once removes duplicates with any key, and nominatives of words that are
// printed in other cases.
func once(list []Declined) []Declined {
	type form struct {
		text string
		c    russian.Case
		form string
	}
	seen, words := map[form]bool{}, map[string]bool{}
	var kept []Declined
	for _, d := range list {
		f := form{d.Text, d.Case, d.Form}
		if seen[f] || d.Case == russian.Nominative && words[d.Text] {
			continue
		}
		seen[f], words[d.Text] = true, true
		kept = append(kept, d)
	}
	return kept
}

// Settling returns the lines of [forms] that resolve all doubts of a proof.
func Settling(proof []Declined) []string {
	var lines []string
	for _, d := range proof {
		if d.Doubt != "" {
			lines = append(lines, formsLine(d.Text, d.Case, offered(d.Form, d.Guess)))
		}
	}
	return lines
}
