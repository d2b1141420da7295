package compose

import (
	"strconv"
	"strings"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/tomlfile"
)

// traced marks what f makes as computed from keys, and from those of the words that
// it puts into cases.
func (g *grammar) traced(f func() string, keys ...string) string {
	before := len(g.declined)
	text := f()
	for _, word := range g.declined[before:] {
		keys = append(keys, word.keys()...)
	}
	return g.origins.Computed(text, keys...)
}

// keys are where the file says a word and, when its form is given by hand, where it
// may give the form: beside the word or in [forms].
func (d Declined) keys() []string {
	if !d.Given {
		return []string{d.Key}
	}
	at := max(0, strings.LastIndexByte(d.Key, '.'))
	beside := d.Key[:at]
	switch {
	case strings.HasPrefix(d.Key, "council."), strings.HasPrefix(d.Key, "joint["):
	case d.Key[at:] == ".position":
		beside += ".position_forms"
	default:
		beside += ".forms"
	}
	name := "." + caseKeys[d.Case]
	return []string{d.Key, beside + name, "forms." + tomlfile.Key(d.Text) + name}
}

// row is the number of a row of a table.
func (g *grammar) row(n int) string { return g.origins.Number(strconv.Itoa(n)) }

// tracedPost is a position and the organization that follows it, as d.post has them
// in the nominative.
func (g *grammar) tracedPost(s subject) string {
	organization := g.traced(func() string {
		if s.Position == "" {
			return s.Organization
		}
		return g.dependent(s, russian.Nominative)
	}, s.key+".organization")
	return join(" ", g.origins.Value(s.key+".position", s.Position), organization)
}
