package compose

import (
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/memo"
	"protokol/generator/internal/russian"
)

// Common contains data that the papers of one meeting share, such as the letters of a batch: its people, those who
// sign, forms of words that were derived for another paper, and texts with their typography. Papers that are made at
// the same time by the same rules may share one.
type Common struct {
	directory meeting.Directory
	forms     memo.Memo[derivation, russian.Form]
	typeset   memo.Memo[string, string]
	signers   memo.Memo[string, []Signature] // see Data.Expected; by the kind of the paper
}

// derivation is a rule of grammar with its arguments.
type derivation struct {
	rule derivationRule
	text string
	c    russian.Case
}

type derivationRule uint8

const (
	declineBody derivationRule = iota
	declinePosition
	followPosition // an organization that follows a position
)

// NewCommon returns a Common for the papers of a meeting. Of the meeting only letters may
// change afterwards.
func NewCommon(m *meeting.Meeting) *Common {
	return &Common{directory: m.Directory()}
}

// form derives a form, once for all papers.
func (s *Common) form(d derivation) russian.Form {
	found, ok := s.forms.Find(d)
	if ok {
		return found
	}
	switch d.rule {
	case declineBody:
		found = russian.Body(d.text, d.c)
	case declinePosition:
		found = russian.Position(d.text, d.c)
	case followPosition:
		found = russian.AfterPosition(d.text)
	}
	s.forms.Keep(d, found)
	return found
}

// longestTypeset is the length, in bytes, of the longest text whose typography is kept for the next paper.
const longestTypeset = 512

// typesetBy returns a text as a function corrects it, once for all papers.
func (s *Common) typesetBy(correct func(string) string, text string) string {
	if len(text) > longestTypeset {
		return correct(text)
	}
	found, ok := s.typeset.Find(text)
	if !ok {
		found = correct(text)
		s.typeset.Keep(strings.Clone(text), found)
	}
	return found
}
