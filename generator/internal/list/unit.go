package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

var (
	// unitHeads are the heads of a column with the part of an organization in which
	// somebody works.
	unitHeads = strings.Fields("филиал подразделени отдел отделени цех кафедр участок сектор служба лаборатори")
	// unitChiefs are stems of posts that are incomplete without the name of the unit.
	unitChiefs = strings.Fields("начальник заведующ руководител директор управляющ")
	// wholeUnits are units whose chiefs head the whole organization.
	wholeUnits = strings.Fields("администрац руководств аппарат дирекц головн основн центральн")
	// wholeChiefs begin the posts of those who head the whole organization.
	wholeChiefs = strings.Fields("генеральн исполнительн директор ректор президент председател глава главы депутат")
)

// findUnit finds the column of units. In a list of people with posts and without organizations, it adds a column of
// the units that complete the posts: «главный специалист» of «Отдел закупок».
func (l *List) findUnit(sample []row) {
	l.unit = slices.IndexFunc(l.Columns[:l.physical], func(c Column) bool {
		words := headingWords(c.Title)
		if len(words) > 1 && (isStem("структурн", words[0]) || hasStem([]string{"наименован", "назван"}, words[0])) {
			words = words[1:]
		}
		return c.Field == "" && len(words) > 0 && hasStem(unitHeads, words[0])
	})
	if l.unit == absent || l.locate != nil || !l.holds("position") || !l.listsPeople() ||
		l.columnOf("organization", "organization_short") >= 0 ||
		!slices.ContainsFunc(sample, func(r row) bool {
			return l.unit < len(r.Cells) && namesUnit(table.Clean(r.Cells[l.unit].Text))
		}) {
		return
	}
	c := l.Columns[l.unit]
	l.staffUnit = len(l.Columns)
	l.Columns = append(l.Columns, Column{Letter: c.Letter, Title: c.Title, Field: "organization", Hidden: c.Hidden})
}

// namesUnit reports whether a text names a part of an organization that a post may be in: «Отдел закупок», «АХО», but
// not «Руководство» and «Склад».
func namesUnit(text string) bool {
	words := foldedWords(text)
	for len(words) > 1 && endsAdjective.MatchString(words[0]) {
		words = words[1:]
	}
	const most = 4 * 2 // bytes: «ПЭО», but not «СМОЛЕНСК»
	isAcronym := len(words) == 1 && len(words[0]) <= most && text == strings.ToUpper(text) && countDigits(text) == 0
	return len(words) > 0 && !isBlankMark(text) && !hasStem(wholeUnits, words[0]) &&
		(isBodyNoun(words[0]) || hasStem(unitHeads, words[0]) || isAcronym)
}

// readStaffUnit completes the post of a record by the unit. Heads of the whole organization, who act for them, their
// deputies and assistants are in none.
func (r *Record) readStaffUnit() {
	post, unit := foldedWords(r.Get("position")), r.values[r.list.unit]
	if len(post) > 0 && namesUnit(unit) && !isInOther(post, unit) {
		r.values[r.list.staffUnit] = unit
	}
}

// isInOther reports whether those in a post are not in a unit: they work for the whole organization or in another
// unit, which the post names, as «начальник управления».
func isInOther(post []string, unit string) bool {
	isMain := len(post) > 1 && isStem("главн", post[0]) && isStem("врач", post[1])
	return isMain || slices.ContainsFunc(post, func(word string) bool {
		isUnit := hasStem(bodyNouns, word) || hasStem(unitHeads, word)
		return hasStem(wholeChiefs, word) || isUnit && !slices.ContainsFunc(foldedWords(unit), func(own string) bool {
			return sameStem(own, word)
		})
	})
}

// isInUnclearUnit reports a record of staff whose unit is in capitals and may be none: «СМОЛЕНСК».
func (r *Record) isInUnclearUnit() bool {
	unit := r.values[r.list.unit]
	return unit != strings.ToLower(unit) && unit == strings.ToUpper(unit) && !isBlankMark(unit) && !namesUnit(unit)
}

// doubtUnit reports the chief of a unit that the post does not name: «начальник» of
// «Асиновский почтамт» would become the chief of the whole organization.
func (l *List) doubtUnit(record *Record) {
	if l.unit == absent || l.staffUnit != absent && record.values[l.staffUnit] != "" {
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
		fmt.Sprintf("«%s»: «%s» из столбца %s не печатается", printable.Excerpt(record.Get("position"), 60),
			printable.Excerpt(unit, 60), l.Columns[l.unit].Name()),
		"если это его руководитель, допишите подразделение в должность")
}

// ofWhole are stems of words in headings of those who head no part of an organization.
var ofWhole = strings.Fields("генеральн исполнительн ректор президент председател школ сада")

// doubtUnits doubts chiefs without posts in a list of organizations and their units, of which they may be the chiefs:
// «Учреждение», «Отдел» and «Заведующий», but not «Руководитель учреждения».
func (l *List) doubtUnits(name, body int, sample []row) {
	if l.unit == absent || name < 0 || body < 0 || l.holds("position") || !namesChief(l.Columns[name].Title) ||
		!hasTexts(sample, l.unit) {
		return
	}
	c, kind := l.Columns[name], kindWords(l.Columns[body].Title)
	if slices.ContainsFunc(headingWords(c.Title), func(word string) bool {
		return isGeneralBody(word) || hasStem(ofWhole, word) || isSpecificBody(word) && !hasStem(unitHeads, word) ||
			slices.ContainsFunc(kind, func(own string) bool { return sameStem(own, word) })
	}) {
		return
	}
	l.doubtColumn(name, fmt.Sprintf("в столбце %s руководители организаций или того, что в столбце %s?", c.Name(),
		l.Columns[l.unit].Name()), "если организаций, назовите столбец: name="+c.Letter)
}

// namesWord reports whether a text has a word in any case.
func namesWord(text []string, word string) bool {
	const stem = 2 * 5 // bytes
	return slices.ContainsFunc(text, func(other string) bool {
		return strings.HasPrefix(other, word[:min(len(word), stem)])
	})
}

// IsStaff reports whether the recipients are the staff of one organization: their posts are completed by units.
func (l *List) IsStaff() bool { return l.staffUnit != absent }
