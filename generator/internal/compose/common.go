package compose

import (
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/memo"
	"protokol/generator/internal/russian"
)

// Common contains data that the papers of one meeting share, such as the letters of a batch: its people, and forms
// of words that were derived for another paper. Papers that are made at the same time may share one.
type Common struct {
	directory meeting.Directory
	forms     memo.Memo[derivation, russian.Form]
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

// NewCommon returns a Common for the papers of a meeting. The people of the meeting must not change afterwards.
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
