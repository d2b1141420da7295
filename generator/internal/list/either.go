package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/table"
)

// eitherColumn is a column whose heading suits people as well as organizations, such as «Заявитель» and
// «Собственник», or asks for both: «ФИО, место работы». Values of the other kind move to a new column after those of
// the table.
type eitherColumn struct {
	from, to int
	isEither bool // its cells hold either kind
	hasBoth  bool // its cells hold a person with the organization
}

// eitherHeads are the stems with which such headings begin.
var eitherHeads = strings.Fields(`
	заявител собственник получател адресат кому клиент заказчик покупател плательщик абонент контрагент владел
	full fullname правообладател страховател застройщик партнер участник потребител должник взыскател истец ответчик
	арендатор представител акционер`)

// splitEither adds the column for the cells of the other kind, or for the organizations beside people, if the list has
// no column of that kind and the sample has such cells. Cells with both are divided only if the heading asks for both:
// the one beside the recipient may be the creditor, or the school of a patient. Others are doubted as they are.
func (l *List) splitEither(o Options, sample []row) {
	for i, c := range l.Columns[:l.physical] {
		other := map[string]string{"organization": "name", "name": "organization"}[c.Field]
		words := headingWords(c.Title)
		if other == "" || len(words) == 0 || l.holds(other) || other == "name" && l.holds("surname") {
			continue
		}
		column := eitherColumn{i, len(l.Columns), hasStem(eitherHeads, words[0]) || namesBothKinds(words),
			!o.Exact && l.locate == nil && namesPersonAndBody(c.Title, words)}
		if !column.isEither && (!column.hasBoth || other == "name" || l.hasOtherBodies(o, sample)) {
			continue
		}
		l.Columns = append(l.Columns, Column{Letter: c.Letter, Title: c.Title, Field: other, Hidden: c.Hidden})
		if slices.ContainsFunc(sample, func(r row) bool {
			values := make([]string, len(l.Columns))
			if i < len(r.Cells) {
				values[i] = table.Clean(r.Cells[i].Text)
			}
			return column.split(l.Columns, values)
		}) {
			l.either = append(l.either, column)
		} else {
			l.Columns = l.Columns[:column.to]
		}
	}
}

// hasOtherBodies reports whether a column that is not used contains organizations.
func (l *List) hasOtherBodies(o Options, sample []row) bool {
	_, bodies, _ := l.unknownColumns(o, sample)
	return len(bodies) > 0
}

// namesBothKinds reports whether a heading asks for a person or an organization: «ФИО
// собственника / наименование юр. лица».
func namesBothKinds(words []string) bool {
	const people = "фио фамили"
	const bodies = "наименован назван юр юл юридическ организац"
	const others = "контакт контактн представител ответственн"
	has := func(stems string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return hasStem(strings.Fields(stems), word) })
	}
	isPerson := has(people) || strings.Contains(" "+strings.Join(words, " ")+" ", " ф и о ")
	return isPerson && has(bodies) && !has(others)
}

// namesPersonAndBody reports a heading that asks for a recipient and where they work: «ФИО, место работы»,
// «Организация, ФИО директора», but not «ФИО пациента, учреждение», which may be that of somebody else.
func namesPersonAndBody(title string, words []string) bool {
	isPerson := func(word string) bool {
		return hasStem(strings.Fields("фио фамили"), word) || word == "ф"
	}
	isBody := func(word string) bool {
		return hasStem(strings.Fields("организац учрежден предприят компани фирм"), word)
	}
	isOther := func(word string) bool {
		return !isPerson(word) && !isBody(word) &&
			!hasStem(strings.Fields("и о имя отчеств наименован назван полн должност"), word)
	}
	isWorkplace := slices.Contains(words, "место") && slices.ContainsFunc(words, func(word string) bool {
		return hasStem(strings.Fields("работы службы"), word)
	})
	isWhere := isWorkplace || slices.ContainsFunc(words, isBody) &&
		(namesChief(title) || !slices.ContainsFunc(words, isOther))
	return isWhere && slices.ContainsFunc(words, isPerson) && !namesOtherPeople(title) &&
		!slices.ContainsFunc(words, func(word string) bool { return hasStem(parties, word) || word == "или" })
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

// split moves a value to the column of its kind, or the organization beside a person to its own, and reports whether
// it did.
func (c eitherColumn) split(columns []Column, values []string) bool {
	value := values[c.from]
	if values[c.to] != "" {
		return false
	}
	if c.hasBoth {
		person, body, ok := personAndBody(value)
		if columns[c.to].Field == "name" {
			person, body = body, person
		}
		if ok {
			values[c.from], values[c.to] = person, body
			return true
		}
	}
	isOther := isOfField(columns[c.to].Field, value) || columns[c.to].Field == "name" && isGivenName(value)
	if !c.isEither || !isOther {
		return false
	}
	values[c.from], values[c.to] = "", value
	return true
}

// isGivenName reports a text of a listed given name and a word that has the form of a surname, without a patronymic:
// «Ильина Вера», but not «Лада Центр» or «Лада Резина».
func isGivenName(text string) bool {
	words := strings.Fields(text)
	if len(words) != 2 || startsWithLower(words[0]) || startsWithLower(words[1]) || hasLegalForm(text) ||
		isOfField("organization", text) || strings.ContainsAny(text, "«\"“№.0123456789") {
		return false
	}
	p := russian.ParsePerson(text, russian.Unknown)
	return p.IsCertain() && p.Kind == russian.OnePerson && p.Given != "" && usualSurname.MatchString(p.Surname) &&
		!commonNoun.MatchString(p.Surname)
}

// usualSurname finds the form of most surnames, and commonNoun nouns of that form in trade names.
var (
	usualSurname = regexp.MustCompile(`(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]кая|енко|швили|дзе)$`)
	commonNoun   = regexp.MustCompile(`(?i)^(?:.*магазин|бензин|керосин|камин|витамин|апельсин|мандарин|дельфин|` +
		`рубин|жасмин|пингвин|павлин|лимузин|.*машина|.*шина|резина|витрина|картина|долина|лощина|равнина|вершина|` +
		`половина|малина|калина|рябина|осина|лещина|перина|пружина|корзина|плотина|древесина|ветчина|говядина|` +
		`свинина|медицина|глубина|середина|остров|основа|корова|обнова|улов|покров|зов|кров|плов|готов|здоров|` +
		`хлев|сев|посев|напев|королева)$`)
)

// kindsOfTrade are nouns before the names of shops and hotels: «Кафе Марина».
var kindsOfTrade = strings.Fields("кафе отель мини-отель салон бар хостел пекарня парикмахерская кулинария " +
	"турбаза база парк усадьба пансионат рынок тд тц трц жк бутик барбершоп автосервис автосалон столовая кофейня")

// doubtKinds reports values that may be of the other kind in a column of people and organizations: «Ильина Вера» among
// organizations, which is a person only by the given name, and «Ли Вэй», which is an organization only for want of one.
func (l *List) doubtKinds(record *Record) {
	for _, c := range l.either {
		for _, i := range []int{c.from, c.to} {
			value, what := record.values[i], ""
			switch isName := l.Columns[i].Field == "name"; {
			case !c.isEither || value == "":
			case isName && i == c.to && isGivenName(value): // «Собственник» has people
				what = "имя человека, а не название"
			case !isName && looksLikeName(value) && !isOfField("organization", value) && !isPerson(value) &&
				!slices.Contains(kindsOfTrade, strings.ToLower(strings.Fields(value)[0])):
				what = "название организации, а не имя"
			}
			if what != "" {
				record.addProblem(record.cellLocation(i), diag.Warning,
					fmt.Sprintf("«%s» прочитано как %s", printable.Excerpt(value, 60), what),
					"если прочитано верно, ничего не меняйте; имя пишут с отчеством, название — в кавычках")
			}
		}
	}
}

// personAndBody divides a text into a person, with the post if it is there, and the organization beside: «Ильин О. П.,
// директор, ООО «А»», «ООО «А» (Ильин О. П.)». It reports false unless each part is certain.
func personAndBody(text string) (person, body string, ok bool) {
	signs := slices.DeleteFunc(partSigns.FindAllStringIndex(text, -1), func(at []int) bool {
		return isInQuotes(text, at[1])
	})
	if len(signs) == 0 {
		return "", "", false
	}
	first, last := signs[0], signs[len(signs)-1]
	person, body = partBefore(text, first), strings.TrimRight(text[first[1]:], " )")
	if !isPersonInPost(person) {
		person, body = strings.TrimRight(text[last[1]:], " )"), partBefore(text, last)
	}
	if !isPersonInPost(person) || mentionsPerson(body) {
		return "", "", false
	}
	body, post, ok := splitWorkplace(body)
	if words := foldedWords(body); !ok || len(words) < 2 || hasStem(unitHeads, words[0]) ||
		!isOfField("organization", body) || russian.IsEntrepreneur(body) {
		return "", "", false
	}
	if post != "" {
		person += ", " + post
	}
	return person, body, true
}

// partSigns find what separates a person from an organization, which the closing quote of its name does, too.
var partSigns = regexp.MustCompile(`»?[,;\n(]\s*|»? [–—-] |» `)

// partBefore returns the part of a text before a sign, with the quote that is one.
func partBefore(text string, sign []int) string {
	if strings.HasPrefix(text[sign[0]:], "»") {
		return text[:sign[0]+len("»")]
	}
	return strings.TrimSpace(text[:sign[0]])
}

// isPersonInPost reports the name of one person, alone or with a post.
func isPersonInPost(text string) bool {
	if isPerson(text) {
		return true
	}
	p := russian.ParsePerson(text, russian.Unknown)
	return p.Kind == russian.OnePerson && p.Post != "" && len(p.Doubts) == 0 && isPerson(p.Full())
}
