package list

import (
	"regexp"
	"slices"
	"strings"
)

// bodyNumber finds a value that is only the number of an organization, perhaps with its name: «№ 5», «12», «№ 3 «Ель»».
var bodyNumber = regexp.MustCompile(`^(?:№ ?\d{1,4}(?: [«"(].*)?|\d{1,3})$`)

// findKind remembers the kind of the organizations if only the heading names it: «Школа» above «№ 5».
func (l *List) findKind() {
	i := l.columnOf("organization")
	if i < 0 || i >= l.physical || l.locate != nil {
		return
	}
	title := strings.Fields(strings.TrimRight(l.Columns[i].Title, " №"))
	for len(title) > 1 && hasStem([]string{"наименован", "назван", "полн"}, strings.ToLower(title[0])) {
		title = title[1:]
	}
	words := foldedWords(strings.Join(title, " "))
	if len(words) == 0 || len(words) != len(title) {
		return
	}
	noun := words[len(words)-1]
	for _, word := range words[:len(words)-1] {
		if !endsAdjective.MatchString(word) {
			return
		}
	}
	if (isBodyNoun(noun) || slices.Contains(legalForms, noun)) && !isGeneralBody(noun) {
		l.kind = strings.Join(title, " ")
	}
}

// isGeneralBody reports a word for organizations of all kinds.
func isGeneralBody(word string) bool {
	return slices.Contains([]string{"оо", "оу", "орган"}, word) ||
		hasStem([]string{"организаци", "учреждени", "предприяти", "компани"}, word)
}

// isNumbered reports whether a value of the column of organizations is only the number of one of the kind.
func (l *List) isNumbered(column int, value string) bool {
	return l.kind != "" && l.Columns[column].Field == "organization" && bodyNumber.MatchString(value)
}

// hasNumberOnly reports whether the organization of a record is only a number.
func (r *Record) hasNumberOnly() bool {
	i, ok := r.list.position("organization")
	return ok && r.list.isNumbered(i, r.values[i])
}

// nameKind puts the kind of the organization before its number.
func (r *Record) nameKind() {
	if !r.hasNumberOnly() {
		return
	}
	i, _ := r.list.position("organization")
	if value := r.values[i]; strings.HasPrefix(value, "№") {
		r.values[i] = r.list.kind + " " + value
	} else {
		r.values[i] = r.list.kind + " № " + value
	}
}
