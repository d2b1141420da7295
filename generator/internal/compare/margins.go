package compare

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/reader"
)

// margins reports differences in headers and footers: their words, their page numbers, and the pages they are on.
// If other rules printed the paper, only words are compared.
func (r *Report) margins(theirs, ours []reader.Edge, otherRules bool) {
	split := func(list []reader.Edge) (texts []string) {
		for _, edge := range list {
			if words := unnumbered(edge.Text); words != "" {
				texts = append(texts, words)
			}
		}
		if otherRules {
			return plain(fields(texts))
		}
		return texts
	}
	before := len(r.Differences)
	if extra := without(split(theirs), split(ours)); len(extra) > 0 {
		r.differ(0, "в колонтитуле стоит %s, чего нет в исходном файле", reader.Typed(quote(extra)))
	}
	if lost := without(split(ours), split(theirs)); len(lost) > 0 {
		r.differ(0, "в колонтитуле нет %s, что есть в исходном файле", reader.Typed(quote(lost)))
	}
	if otherRules || len(r.Differences) > before {
		return
	}
	isKnown := func(list []reader.Edge) func(reader.Edge) bool {
		return func(edge reader.Edge) bool { return slices.Contains(list, edge) }
	}
	extra, lost := slices.DeleteFunc(slices.Clone(theirs), isKnown(ours)), slices.DeleteFunc(slices.Clone(ours),
		isKnown(theirs))
	switch {
	case len(lost) > 0 && !slices.ContainsFunc(theirs, isNumbered) && slices.ContainsFunc(ours, isNumbered):
		r.differ(0, "в колонтитулах нет номеров листов, которые есть в исходном файле")
	case len(lost) > 0:
		r.differ(0, "%s не тот, что в исходном файле: %s", lost[0].Place, quoted(lost[0]))
	case len(extra) > 0:
		r.differ(0, "%s не тот, что в исходном файле: %s", extra[0].Place, quoted(extra[0]))
	}
}

// numbers are the marks that replace number fields.
var numbers = regexp.MustCompile(`⟨[A-Z]+⟩`)

// quoted quotes a header as it is typed.
func quoted(edge reader.Edge) string { return reader.Typed(quote(strings.Fields(edge.Text))) }

// isNumbered reports whether a header has such a mark.
func isNumbered(edge reader.Edge) bool { return numbers.MatchString(edge.Text) }

// unnumbered returns the text of a header without the marks of numbers.
func unnumbered(text string) string {
	return strings.Join(strings.Fields(numbers.ReplaceAllLiteralString(text, "")), " ")
}
