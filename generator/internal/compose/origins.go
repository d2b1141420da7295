package compose

import (
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/tomlfile"
)

// traced marks the result of f as computed from keys and from those of the
// words that it declines.
func (g *grammar) traced(f func() string, keys ...string) string {
	before := len(g.declined)
	text := f()
	for _, word := range g.declined[before:] {
		for _, key := range word.keys() {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return g.origins.Computed(text, keys...)
}

// keys returns the keys of a word and of the forms given for it, next to it or
// in [forms].
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

// keysOf returns a key as a list, which is empty for "".
func keysOf(key string) []string {
	if key == "" {
		return nil
	}
	return []string{key}
}

// element returns the key of an element of a list.
func element(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// values marks the strings of a list.
func (g *grammar) values(key string, texts []string) []string {
	var list []string
	for i, text := range texts {
		list = append(list, g.origins.Value(element(key, i), text))
	}
	return list
}

// sentence returns the text of a key with a full stop, unless it ends with
// punctuation.
func (g *grammar) sentence(key, text string) string {
	return g.origins.Value(key, text) + g.fullStop(key, text)
}

// fullStop returns the punctuation to add after the text of a key.
func (g *grammar) fullStop(key, text string) string { return g.origins.Computed(fullStop(text), key) }

// said returns one of the words of a partial, selected by a variant, which is
// computed from keys.
func (b *builder) said(partial, variant string, keys ...string) string {
	if len(keys) == 0 {
		return b.origins.Words(b.word(partial, variant))
	}
	return b.origins.Computed(b.word(partial, variant), keys...)
}

// positionOf returns the position of a person in the nominative.
func (g *grammar) positionOf(s subject) string {
	if s.postFrom != "" {
		return g.origins.Computed(s.Position, s.postFrom)
	}
	return g.origins.Value(s.positionKey(), s.Position)
}

// positionText returns the position that a key gives.
func (g *grammar) positionText(key, text string) string {
	if small, changed := russian.SmallPosition(text); changed {
		return g.origins.Computed(small, key)
	}
	return g.origins.Value(key, text)
}

// tracedPost returns a position and the organization that follows it in the
// nominative.
func (g *grammar) tracedPost(s subject) string {
	return join(" ", g.positionOf(s), g.organizationOf(s))
}

// organizationOf returns the organization of a person as it is read after the
// position: «начальник отдела Министерства финансов».
func (g *grammar) organizationOf(s subject) string {
	return g.traced(func() string {
		if s.Position == "" {
			return s.Organization
		}
		return g.dependent(s, russian.Nominative)
	}, s.key+".organization")
}

// organizationBehind is organizationOf by the rules of the paper: earlier ones left an
// organization as the file has it.
func (b *builder) organizationBehind(s subject) string {
	if b.precedes(behindPostRules) {
		return b.origins.Value(s.key+".organization", s.Organization)
	}
	return b.organizationOf(s)
}
