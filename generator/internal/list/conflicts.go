package list

import (
	"fmt"
	"slices"
	"strings"
)

// refuseTwoTables reports two tables beside each other: the same fields again, the
// organization and another one among them, or those of people in a list without
// organizations. The recipients of the second would be lost.
func (m *matcher) refuseTwoTables(manual map[string]string) {
	if len(manual) > 0 {
		return
	}
	const most = 200 // columns of tables that are compared
	columns := m.columns[:min(len(m.columns), most)]
	isFirst := func(c Column) bool { return c.Field == "organization" || c.Field == "name" || c.Field == "surname" }
	for first, c := range columns {
		if !isFirst(c) || c.Field != "organization" && slices.ContainsFunc(columns, func(c Column) bool {
			return c.Field == "organization" || c.Field == "position"
		}) {
			continue
		}
		for second := first + 2; second < len(columns); second++ {
			if columns[second].Field == c.Field && countSame(columns[first:], columns[second:]) > 1 {
				m.fail(fmt.Sprintf("рядом стоят две таблицы с похожими заголовками: с %s и с %s",
					c.Name(), columns[second].Name()),
					"перенесите строки второй под первую или назовите столбцы нужной: "+c.Field+"="+c.Letter)
				return
			}
		}
	}
}

// countSame returns how many columns at the beginning of a table repeat those of another
// one: fields, the first with the same title («Директор» and «Заведующая» may differ).
func countSame(columns, repeated []Column) (n int) {
	for n < len(repeated) && repeated[n].Field != "" && repeated[n].Field == columns[n].Field &&
		(n > 0 || sameTitle(repeated[n], columns[n])) {
		n++
	}
	return n
}

func sameTitle(a, b Column) bool { return a.Title != "" && strings.EqualFold(a.Title, b.Title) }

// resolveConflict leaves a field only one column: the one whose heading has the
// fewest other words.
func (m *matcher) resolveConflict(field Field) {
	chosen := -1
	for i, c := range m.columns {
		if c.Field != field.Key {
			continue
		}
		if chosen < 0 {
			chosen = i
			continue
		}
		if m.areParties(chosen, i) {
			m.fail(fmt.Sprintf("кому письма: в столбце %s или %s?", m.columns[chosen].Name(), c.Name()),
				fmt.Sprintf("назовите его: %s=%s или %s=%s", field.Key, m.columns[chosen].Letter, field.Key, c.Letter))
			return
		}
		loser := i
		if m.isBetter(i, chosen) {
			chosen, loser = i, chosen
		}
		m.columns[loser].Field = ""
		if isWhole := len(m.sample) < sampledRows; isWhole && !sameTitle(m.columns[loser], m.columns[chosen]) &&
			m.countValues(loser) == 0 && m.countValues(chosen) > 0 {
			continue // nothing is lost
		}
		m.warn(fmt.Sprintf("на %s похожи два столбца: взят %s, а не %s",
			field.Key, m.columns[chosen].Name(), m.columns[loser].Name()),
			fmt.Sprintf("если нужен другой: %s=%s", field.Key, m.columns[loser].Letter))
	}
}

// parties are the stems of headings for the two sides of a contract or a case.
var parties = strings.Fields(`
	заказчик поставщик подрядчик исполнител истец ответчик взыскател должник покупател продавец плательщик получател
	арендатор арендодател истц продавц кредитор заемщик займодав страховщик страховател
	лицензиар лицензиат грузоотправител грузополучател`)

// oblique replaces stems of cases by those of the nominative.
var oblique = strings.NewReplacer("истц", "истец", "продавц", "продавец")

// areParties reports whether two columns contain the parties to something: a letter is for one of them, and it is
// unknown which.
func (m *matcher) areParties(i, other int) bool {
	areBoth := m.isParty(i) && m.isParty(other) || m.areSides(i, other)
	return areBoth && m.countValues(i) > 1 && m.countValues(other) > 1
}

// isParty reports a heading of one side.
func (m *matcher) isParty(column int) bool { return isPartyTitle(m.columns[column].Title) }

func isPartyTitle(title string) bool {
	words := headingWords(title)
	return len(words) > 0 && hasStem(parties, words[0])
}

// areSides reports whether the headings of two columns name different sides, perhaps after other words: «ФИО истца»
// and «ФИО ответчика».
func (m *matcher) areSides(i, other int) bool {
	side, otherSide := m.sideOf(i), m.sideOf(other)
	return side != "" && otherSide != "" && side != otherSide
}

// sideOf returns the stem of the side that a heading names, or "".
func (m *matcher) sideOf(column int) string {
	for _, word := range headingWords(m.columns[column].Title) {
		if at := slices.IndexFunc(parties, func(stem string) bool { return isStem(stem, word) }); at >= 0 {
			return oblique.Replace(parties[at])
		}
	}
	return ""
}

// isLease reports whether one of two columns contains tenants and the other one owners.
func (m *matcher) isLease(i, other int) bool {
	names := func(column int, stems ...string) bool {
		return slices.ContainsFunc(headingWords(m.columns[column].Title), func(word string) bool {
			return hasStem(stems, word)
		})
	}
	return slices.ContainsFunc([][2]int{{i, other}, {other, i}}, func(pair [2]int) bool {
		return names(pair[0], "арендатор", "нанимател") && names(pair[1], "собственник", "владел", "правообладател")
	})
}

// refuseSides reports an organization that is one party and people who are the other: a letter to both would reach
// neither. If the user names one of them, the other gets no letter.
func (m *matcher) refuseSides(manual map[string]string) {
	body, person := columnOf(m.columns, "organization"), columnOf(m.columns, "name", "surname")
	if body < 0 || person < 0 || !m.areSides(body, person) && !m.isLease(body, person) ||
		m.countValues(body) == 0 || m.countValues(person) == 0 {
		return
	}
	switch namesBody, namesPerson := manual["organization"] != "", manual["name"]+manual["surname"] != ""; {
	case namesBody && namesPerson:
	case namesBody:
		m.columns[person].Field = ""
	case namesPerson:
		m.columns[body].Field = ""
	default:
		m.fail(fmt.Sprintf("кому письма: в столбце %s или %s?", m.columns[body].Name(), m.columns[person].Name()),
			fmt.Sprintf("назовите его: organization=%s или name=%s", m.columns[body].Letter, m.columns[person].Letter))
	}
}

// isPlace reports a heading of municipalities, which locate the organizations of another column.
func (m *matcher) isPlace(column int) bool {
	words := headingWords(m.columns[column].Title)
	return len(words) > 0 && (isStem("муниципалитет", words[0]) || words[0] == "мо")
}

// isBetter reports whether the first of two columns is the better one for a field. It prefers columns with values,
// visible ones, ones whose values differ between rows (unlike «Организация» of an accounting program), organizations
// to things, and ones with simpler headings.
func (m *matcher) isBetter(i, other int) bool {
	if place := m.isPlace(i); place != m.isPlace(other) {
		return !place
	}
	kinds, otherKinds := m.countValues(i), m.countValues(other)
	if hidden := m.columns[i].Hidden; hidden != m.columns[other].Hidden && min(kinds, otherKinds) > 0 {
		return !hidden
	}
	if fewer := min(kinds, otherKinds); fewer == 0 && kinds != otherKinds || fewer == 1 && max(kinds, otherKinds) > 2 {
		return kinds > otherKinds
	}
	things := holdsThings(m.columns[i], i, m.sample)
	if things != holdsThings(m.columns[other], other, m.sample) && (kinds == otherKinds || min(kinds, otherKinds) > 1) {
		return !things
	}
	if minor := m.isMinor(i); minor != m.isMinor(other) {
		return !minor
	}
	return m.matches[i].better(m.matches[other])
}

// isMinor reports a heading that is one of recipients only if there is no plainer one: a kind of people or
// organizations, or a part of an organization.
func (m *matcher) isMinor(column int) bool {
	title := m.columns[column].Title
	return isMinorTitle(title) || slices.ContainsFunc(headingWords(title), func(word string) bool {
		return m.columns[column].Field == "organization" && hasStem(unitNouns, word)
	})
}

func isMinorTitle(title string) bool {
	words := headingWords(title)
	return len(words) > 0 && hasStem(minorHeads, words[0])
}

// minorHeads are the heads of such headings, minorPeople those of people, and unitNouns the nouns of parts.
var (
	minorPeople = append(strings.Fields(`
		заместител педагог преподавател учител тренер эксперт староста участник родител сотрудник работник депутат
		потребител`), personHeads...)
	minorHeads = slices.Concat(minorPeople, kindHeads)
	unitNouns  = strings.Fields("отдел отделени кафедр факультет подразделени сектор")
)

// countValues returns the number of different values of a column in the sample.
func (m *matcher) countValues(column int) int {
	seen := map[string]bool{}
	for _, r := range m.sample {
		if column < len(r.Cells) && strings.TrimSpace(r.Cells[column].Text) != "" {
			seen[r.Cells[column].Text] = true
		}
	}
	return len(seen)
}
