package compose

import (
	"context"
	"fmt"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Declined is a form of a word that some paper prints.
type Declined struct {
	Key   string // where the file says the word
	Text  string // the word as the file says it
	Case  russian.Case
	Form  string
	Doubt string // why a person should look; empty when the rules leave no choice
	Given bool   // by hand, not derived
}

// CaseName is the name of its case.
func (d Declined) CaseName() string { return string(caseNames[d.Case]) }

// Proof lists every form that the papers of a meeting print, each once, in the
// order of the kinds. Papers that the meeting does not give are left out.
func (t *Templates) Proof(ctx context.Context, m *meeting.Meeting) ([]Declined, error) {
	var list []Declined
	for _, kind := range Kinds {
		for _, r := range kind.Drafts(m) { // an extract prints what the protocol prints
			view, _, err := t.View(r, m)
			if err != nil {
				return nil, err
			}
			list = append(list, view.declined...)
		}
	}
	return once(append(list, undeclined(m)...)), nil
}

// undeclined are the names and posts of the people as the file has them.
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

// once drops the forms that were met before, under whatever key, and a word as
// it is when other forms of it are printed.
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

// Settling are the lines of [forms] that settle every doubt of a proof.
func Settling(proof []Declined) []string {
	var lines []string
	for _, d := range proof {
		if d.Doubt != "" {
			lines = append(lines, formsLine(d.Text, d.Case, d.Form))
		}
	}
	return lines
}
