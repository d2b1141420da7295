package compose

import (
	"slices"
	"strings"
	"unicode"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// A point that ends with a colon is the beginning of a sentence that the points below
// it end: «Управлению образования: провести проверку». In an assignment list, where
// points stand alone, each has its whole sentence.

// begins reports whether a point is the beginning of a sentence.
func (a *assignment) begins() bool {
	return len(a.Points) > 0 && strings.HasSuffix(strings.TrimSpace(a.Text), ":")
}

// read returns what the text of a point says. If that is the beginning of a sentence
// whose verbs are in the points below, people are known by their names only.
func (a *assignment) read(alone bool) russian.Task {
	if alone || !a.begins() {
		return russian.ReadTask(a.Text)
	}
	verb := func(d meeting.Decision) bool { return russian.ReadTask(d.Text).Verb }
	return russian.ReadTaskHead(a.Text, slices.ContainsFunc(a.Points, verb))
}

// follow makes a point the rest of the sentence of the point above, if that cannot be
// wrong: who must do it is said above only if it begins with what to do, and a point
// with other people has a sentence of its own.
func (a *assignment) follow(above *assignment) {
	if above == nil || len(a.Responsible) > 0 {
		return
	}
	if a.task.Verb || a.task.Whom == "" || above.task.Verb && above.task.Whom == "" {
		a.above, a.inherits = above, a.task.Verb && !a.task.Delegates
	}
}

// charging returns the point with those responsible for an assignment: its own, or one
// above.
func (a *assignment) charging() *assignment {
	if a.inherits && len(a.whom)+len(a.Responsible) == 0 {
		return a.above.charging()
	}
	return a
}

// complete adds to a point that ends with a colon the points below it that the others do
// not say all of. It reports whether it is an assignment: not if they say all of it.
func (a *assignment) complete(others []assignment) bool {
	a.below = a.rest(a, others)
	inherited := slices.ContainsFunc(others, func(o assignment) bool { return o.charging().key == a.key })
	named := len(a.whom)+len(a.Responsible) > 0 && !inherited
	if len(a.below) == 0 && (named || a.Due != nil || a.Control != "" || len(a.CoExecutors) > 0) {
		a.below = a.rest(a, nil)
	}
	return len(a.below) > 0
}

// rest returns the points of all levels below a point that the others, which are
// assignments, do not say, or not with a deadline, control or helpers as a has.
func (a *assignment) rest(point *assignment, others []assignment) (list []assignment) {
	for i, d := range point.Points {
		one := assignment{Decision: d, key: element(point.key+".points", i)}
		below := a.rest(&one, others)
		own := slices.IndexFunc(others, func(other assignment) bool { return other.key == one.key })
		switch {
		case own >= 0 && a.isWholeIn(others[own]), own < 0 && one.begins() && len(below) == 0:
			continue
		case own >= 0:
			below = a.rest(&one, nil)
		}
		list = append(append(list, one), below...)
	}
	return list
}

// isWholeIn reports whether another assignment has a deadline, control and helpers of
// its own where a has them.
func (a *assignment) isWholeIn(other assignment) bool {
	return (a.Due == nil || other.Due != nil) && (a.Control == "" || other.Control != "") &&
		(len(a.CoExecutors) == 0 || len(other.CoExecutors) > 0)
}

// sentence returns the sentence of an assignment and the keys of its parts.
func (a *assignment) sentence() (text string, keys []string) {
	text, keys = a.beginning()
	for _, point := range a.below {
		text, keys = continued(text, point.Text), append(keys, point.key+".text")
	}
	if open := strings.TrimRight(text, ";, "); open != text || len(keys) > 1 {
		text = sentence(open)
	}
	return upperFirst(text), keys
}

// beginning returns the text of a point after those above it that begin its sentence.
func (a *assignment) beginning() (text string, keys []string) {
	text, keys = a.Text, []string{a.key + ".text"}
	if a.above != nil {
		begin, above := a.above.beginning()
		text, keys = continued(begin, text), append(above, keys...)
	}
	return text, keys
}

// continued returns a text and what follows: the rest of its sentence, or another one if
// the text ends with a full stop.
func continued(text, next string) string {
	text = strings.TrimSpace(text)
	switch open := strings.TrimRight(text, ";, "); {
	case strings.HasSuffix(text, ":"):
		return text + " " + lowerVerb(next)
	case open == text && fullStop(text) == "":
		return text + " " + upperFirst(next)
	default:
		return open + "; " + lowerVerb(next)
	}
}

// lowerVerb returns a text without the capital of its first word if that can be no name:
// if the text begins with what to do.
func lowerVerb(text string) string {
	if russian.ReadTask(text).Verb {
		return first(text, unicode.ToLower)
	}
	return text
}
