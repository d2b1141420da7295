package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
)

var (
	// unitHeads are the heads of a column with the part of an organization in which
	// somebody works.
	unitHeads = strings.Fields("филиал подразделени отдел отделени цех кафедр участок сектор служба лаборатори")
	// unitChiefs are stems of posts that are incomplete without the name of the unit.
	unitChiefs = strings.Fields("начальник заведующ руководител директор управляющ")
	// wholeUnits are units whose chiefs head the whole organization.
	wholeUnits = strings.Fields("администрац руководств аппарат дирекц головн основн центральн")
)

// findUnit finds the column of units.
func (l *List) findUnit() {
	for i, c := range l.Columns[:l.physical] {
		words := headingWords(c.Title)
		if len(words) > 1 && (isStem("структурн", words[0]) || hasStem([]string{"наименован", "назван"}, words[0])) {
			words = words[1:]
		}
		if c.Field == "" && len(words) > 0 && hasStem(unitHeads, words[0]) {
			l.unit = i
			return
		}
	}
}

// doubtUnit reports the chief of a unit that the post does not name: «начальник» of
// «Асиновский почтамт» would become the chief of the whole organization.
func (l *List) doubtUnit(record *Record) {
	if l.unit == absent {
		return
	}
	unit, post := record.values[l.unit], foldedWords(record.Get("position"))
	isChief := slices.ContainsFunc(post, func(word string) bool { return hasStem(unitChiefs, word) }) &&
		!isStem("генеральн", post[0])
	words := foldedWords(unit)
	if !isChief || len(words) == 0 || isBlankMark(unit) || hasStem(wholeUnits, words[0]) {
		return
	}
	own := slices.DeleteFunc(words, func(word string) bool {
		return hasStem(bodyNouns, word) || hasStem(unitHeads, word)
	})
	if len(own) == 0 || slices.ContainsFunc(own, func(word string) bool { return namesWord(post, word) }) {
		return
	}
	record.addProblem(record.Location("position"), diag.Warning,
		fmt.Sprintf("«%s»: «%s» из столбца %s не печатается", truncate(record.Get("position"), 60), truncate(unit, 60),
			l.Columns[l.unit].Name()), "если это его руководитель, допишите подразделение в должность")
}

// namesWord reports whether a text has a word in any case.
func namesWord(text []string, word string) bool {
	const stem = 2 * 5 // bytes
	return slices.ContainsFunc(text, func(other string) bool {
		return strings.HasPrefix(other, word[:min(len(word), stem)])
	})
}
