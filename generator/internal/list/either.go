package list

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/table"
)

// eitherColumn is a column whose heading suits people as well as organizations, such as «Заявитель» and
// «Собственник», and whose cells hold both. Values of the other kind move to a new column after those of the table.
type eitherColumn struct{ from, to int }

// eitherHeads are the stems with which such headings begin.
var eitherHeads = strings.Fields(`
	заявител собственник получател адресат кому клиент заказчик покупател плательщик абонент контрагент владел
	full fullname правообладател страховател застройщик партнер участник потребител должник взыскател истец ответчик
	арендатор представител акционер`)

// splitEither adds the column for the cells of the other kind, if the list has no
// column of that kind and the sample has such cells.
func (l *List) splitEither(sample []row) {
	for i, c := range l.Columns[:l.physical] {
		other := map[string]string{"organization": "name", "name": "organization"}[c.Field]
		words := headingWords(c.Title)
		if other == "" || len(words) == 0 || !hasStem(eitherHeads, words[0]) && !namesBothKinds(words) ||
			l.holds(other) ||
			other == "name" && l.holds("surname") {
			continue
		}
		if slices.ContainsFunc(sample, func(r row) bool {
			return i < len(r.Cells) && isOfField(other, table.Clean(r.Cells[i].Text))
		}) {
			l.either = append(l.either, eitherColumn{i, len(l.Columns)})
			l.Columns = append(l.Columns, Column{Letter: c.Letter, Title: c.Title, Field: other, Hidden: c.Hidden})
		}
	}
}

// namesBothKinds reports whether a heading asks for a person or an organization: «ФИО
// собственника / наименование юр. лица».
func namesBothKinds(words []string) bool {
	const people = "фио фамили"
	const bodies = "наименован назван юр юл юридическ организац"
	const others = "руководител директор должност контакт контактн представител ответственн председател глава"
	has := func(stems string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return hasStem(strings.Fields(stems), word) })
	}
	isPerson := has(people) || strings.Contains(" "+strings.Join(words, " ")+" ", " ф и о ")
	return isPerson && has(bodies) && !has(others)
}

// namesBodies reports a heading of people that asks for organizations only: «Собственник
// (юр. лицо)».
func namesBodies(words []string) bool {
	has := func(stems string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return hasStem(strings.Fields(stems), word) })
	}
	return hasStem(eitherHeads, words[0]) && has("юр юл юридическ юрлицо") && !has("фио физ фл физическ ф")
}

// isEither reports whether a column holds people and organizations, or those of the
// other kind.
func (l *List) isEither(column int) bool {
	return slices.ContainsFunc(l.either, func(c eitherColumn) bool { return c.from == column || c.to == column })
}

// isOfField reports whether a value is surely of one of the two kinds.
func isOfField(field, value string) bool {
	if field == "name" {
		return isPerson(value) && !hasLegalForm(value) // «ИП Ильин О. П.»
	}
	words := leadingWords(value, 4)
	if hasLegalForm(value) {
		return len(words) > 1
	}
	if acronymName.MatchString(value) {
		return true
	}
	for len(words) > 1 && endsAdjective.MatchString(words[0]) {
		words = words[1:]
	}
	isBody := func(word string) bool {
		return isBodyNoun(word) || word == "образование" || word == "федерация"
	}
	return len(words) > 0 && isBody(words[0]) && !isPerson(value)
}

// acronymName finds an abbreviation of organizations before a name in quotes or a number: «ГТРК «Смоленск»», «УИК №
// 105», but not «ДОГОВОР № 5».
var acronymName = regexp.MustCompile(
	`^(?:Г?ТРК|[УТ]ИК|ФАП|[СОН]ОШ|С?ДЮСШ|Д[ШМХ][ИШ]|МФЦ|К?ЦСОН|ЦРБ|С?ДК) (?:[«"“]|№ ?\d)`)

var endsAdjective = regexp.MustCompile(`(?:[ыио]й|[ая]я|[ое]е)$`)

// split moves a value to the column of its kind, and reports whether it is another one.
func (c eitherColumn) split(columns []Column, values []string) bool {
	value := values[c.from]
	if values[c.to] != "" || !isOfField(columns[c.to].Field, value) {
		return false
	}
	values[c.from], values[c.to] = "", value
	return true
}
