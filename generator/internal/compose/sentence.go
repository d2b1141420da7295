package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/russian"
)

// A point that ends with a colon begins a sentence that the points below it end: «Управлению образования: провести
// проверку». In an assignment list, where each point is on its own, each has its whole sentence.

// begins reports whether a point is the beginning of a sentence.
func (a *assignment) begins() bool {
	return len(a.Points) > 0 && strings.HasSuffix(strings.TrimSpace(a.Text), ":")
}

// read returns the data in the text of a point. If the text is the beginning of a sentence, the first point below
// has the verb, and people are known by their names only.
func (a *assignment) read(alone bool) russian.Task {
	if alone || !a.begins() {
		return russian.ReadTask(a.Text)
	}
	text := strings.TrimSuffix(strings.TrimSpace(a.Text), ":")
	task := russian.ReadTask(text)
	if !task.Charged {
		task.Whom = russian.ReadTask(text + " " + lowerTask(a.Points[0].Text)).Whom
	}
	return task
}

// complete adds to a point that ends with a colon the points below it that are not separate assignments, or all of
// them if only this point has a deadline, control or helpers. It reports whether the point is an assignment; if
// not, other points contain all of it.
func (a *assignment) complete(others []assignment) bool {
	var all []assignment
	for i, point := range a.Points {
		one := assignment{Decision: point, key: element(a.key+".points", i)}
		all = append(all, one)
		if !slices.ContainsFunc(others, func(other assignment) bool {
			return other.key == one.key || strings.HasPrefix(other.key, one.key+".")
		}) {
			a.below = append(a.below, one)
		}
	}
	if len(a.below) == 0 && (a.Due != nil || a.Control != "" || len(a.CoExecutors) > 0) {
		a.below = all
	}
	return len(a.below) > 0
}

// sentence returns the sentence of an assignment and the keys of its parts.
func (a *assignment) sentence() (text string, keys []string) {
	text, keys = a.Text, []string{a.key + ".text"}
	if a.above == nil && len(a.below) == 0 && !strings.HasSuffix(text, ";") {
		return text, keys
	}
	if a.above != nil {
		begin, above := a.above.beginning()
		text, keys = begin+" "+lowerTask(text), append(above, keys...)
	}
	for i, point := range a.below {
		if i > 0 {
			text += ";"
		}
		text += " " + lowerTask(strings.TrimRight(point.Text, ";,. "))
		keys = append(keys, point.key+".text")
	}
	return sentence(strings.TrimRight(text, ";,. ")), keys
}

// beginning returns the text of a point that begins a sentence, after those above it.
func (a *assignment) beginning() (text string, keys []string) {
	text, keys = a.Text, []string{a.key + ".text"}
	if a.above != nil {
		begin, above := a.above.beginning()
		text, keys = begin+" "+lowerTask(text), append(above, keys...)
	}
	return text, keys
}

// responsible returns the names of those responsible, also those that a point above
// names.
func (a *assignment) responsible() []string {
	names := slices.Concat(a.whom, a.Responsible)
	if len(names) == 0 && a.above != nil {
		return a.above.responsible()
	}
	return names
}
