package list

import (
	"regexp"
	"slices"
	"strings"
)

// markedFields are fields whose values lists number and mark with footnotes.
var markedFields = strings.Fields("organization organization_short name surname position")

// numberBefore finds the number of a row in the cell of a value: «1. ООО «Заря»».
var numberBefore = regexp.MustCompile(`^\d{1,4}[.)]\s*([\pL"«„“].*)$`)

// footnoteMarks are the marks that refer to a note below the table.
const footnoteMarks = "*¹²³⁴⁵"

// stripRowMarks removes from a value the number of its row before it and the marks of
// footnotes after it, and counts both.
func (l *List) stripRowMarks(column, row int, text string) string {
	if text == "" || l.locate != nil || !slices.Contains(markedFields, l.Columns[column].Field) {
		return text
	}
	if text[0] >= '0' && text[0] <= '9' {
		if found := numberBefore.FindStringSubmatch(text); found != nil {
			l.notes.numbersBefore.add(row)
			text = found[1]
		}
	}
	if plain := strings.TrimRight(text, footnoteMarks+" "); text[0] != '*' && plain != text {
		l.notes.footnotes.add(row)
		text = plain
	}
	return text
}
