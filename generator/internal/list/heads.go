package list

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/russian"
)

// readNamesOfKind makes a column of organizations whose heading names their kind by an abbreviation, «Наименование
// МФЦ», that of the field, if no other column is one. Beside heads and representatives it is one if they belong to its
// organizations by the headings: «МДОУ» and «Заведующий», but not «Охрана» and «Директор».
func (l *List) readNamesOfKind(o Options, sample []row) {
	if l.locate != nil || o.Exact || l.holds("organization") || l.workplace != nil {
		return
	}
	name := l.columnOf("name", "surname")
	people, bodies, _ := l.unknownColumns(o, sample)
	if name >= 0 && len(bodies) == 0 {
		bodies = l.banks(name, sample)
	}
	if len(people) > 0 || len(bodies) != 1 {
		return
	}
	if name < 0 && namesOfKind.MatchString(l.Columns[bodies[0]].Title) ||
		name >= 0 && (namesChief(l.Columns[name].Title) || namesRepresentative(l.Columns[name].Title)) &&
			l.belong(name, bodies[0], sample) {
		l.Columns[bodies[0]].Field = "organization"
	}
}

var namesOfKind = regexp.MustCompile(`^(?:Наименование|Название) [А-ЯЁ]{2,6}$`)

// readShortNames makes a column of short names that of organizations, if no other column has any: letters have none but
// the full name. They may be those of goods.
func (l *List) readShortNames(o Options, sample []row) {
	short := l.columnOf("organization_short")
	if l.locate != nil || o.Exact || short < 0 || l.holds("organization") || o.Columns["organization_short"] != "" ||
		holdsThings(l.Columns[short], short, sample) {
		return
	}
	if _, bodies, _ := l.unknownColumns(o, sample); len(bodies) == 0 {
		l.Columns[short].Field = "organization"
	}
}

// banks returns the columns of banks before their managers, «Банк» and «Управляющий», in a list without accounts.
func (l *List) banks(name int, sample []row) (columns []int) {
	for i, c := range l.Columns[:l.physical] {
		words := headingWords(c.Title)
		switch s := surveyColumn(i, sample); {
		case slices.ContainsFunc(words, func(word string) bool { return hasStem(accountWords, word) }):
			return nil
		case c.Field == "" && isBank(words) && s.filled > 0 && s.isMostly(s.bodies) && l.belong(name, i, sample):
			columns = append(columns, i)
		}
	}
	return columns
}

func isBank(words []string) bool { return len(words) == 1 && words[0] == "банк" }

// accountWords are words of headings about accounts.
var accountWords = strings.Fields("счет счёт счета р с бик рс расчетн")

// belong reports whether the people in a column surely work in the organizations in another one, by the headings.
// The one of the organizations must name their kind, if it is before the people, or have the noun that is in the one
// of the people or in all values: «Театр» before «Директор», «Избирательная комиссия» and «Председатель комиссии»,
// «ФАП» above «ФАП д. Ёлки», but not «Охрана» and «Кем награждён». The one of the people must name no other
// organization: «Глава района».
func (l *List) belong(person, body int, sample []row) bool {
	who, title := l.Columns[person].Title, l.Columns[body].Title
	heads, kind := headingWords(who), kindWords(title)
	if len(kind) == 0 || slices.ContainsFunc(kind, namesRelation) ||
		slices.ContainsFunc(kind[:len(kind)-1], func(word string) bool { return !anyAdjective.MatchString(word) }) {
		return false
	}
	noun := kind[len(kind)-1]
	isGeneral := isGeneralBody(noun) && len(kind) == 1
	isNoun := func(word string) bool { return word == noun || sameStem(word, noun) || word == initials(kind) }
	for _, word := range heads {
		isAcronym := (isGeneral || abbreviates(word, kind)) && strings.Contains(who, strings.ToUpper(word)) // «РСО»
		if !isNoun(word) && !isAcronym && !isGeneralBody(word) && namesOther(word) {
			return false
		}
	}
	isKind := namesKind(noun) && !slices.Contains(otherBodies, noun) && !isGeneralBody(noun)
	isBefore := body < person && (isKind || isGeneralBody(noun) || namesOfKind.MatchString(title) ||
		isBank(kind) && slices.Equal(heads, []string{"управляющий"}))
	return isGeneral || isBefore || slices.ContainsFunc(heads, isNoun) || allHave(body, isNoun, sample)
}

// kindWords returns the words of a heading without those for a name: «Полное наименование театра».
func kindWords(title string) []string {
	title, _, _ = strings.Cut(title, " (")
	words := headingWords(title)
	for len(words) > 1 && hasStem([]string{"наименован", "назван", "полн", "кратк", "сокращенн"}, words[0]) {
		words = words[1:]
	}
	return words
}

// abbreviates reports whether an abbreviation begins and ends as that of some words does: «НКО», «Некоммерческая
// организация».
func abbreviates(abbreviation string, words []string) bool {
	short := []rune(initials(words))
	first, last := string(short[:1]), string(short[len(short)-1:])
	return strings.HasPrefix(abbreviation, first) && strings.HasSuffix(abbreviation, last)
}

// initials returns the abbreviation of some words: «УО» of «Управляющая организация».
func initials(words []string) string {
	var b strings.Builder
	for _, word := range words {
		b.WriteRune([]rune(word)[0])
	}
	return b.String()
}

// namesOther reports a word of a heading of people that is no post, adjective or word for names: «района».
func namesOther(word string) bool {
	return !namesChief(word) && !namesRepresentative(word) && !namesAddressee(word) && !russian.NamesRole(word) &&
		!anyAdjective.MatchString(word) && !slices.Contains([]string{"врача", "редактора", "и", "о"}, word)
}

// namesRelation reports a word for organizations that others belong to or deal with: «Обслуживающая организация»,
// «Прежняя школа», «Суд».
func namesRelation(word string) bool {
	isParticiple := strings.Contains(word, "ющ") || strings.Contains(word, "ящ")
	return hasStem(relations, word) || isParticiple && !isStem("управляющ", word)
}

var relations = strings.Fields(`
	учредител головн вышестоящ материнск надзорн куратор прежн бывш базов опорн суд суда прокуратур инспекци союз ассоциаци палат
	объединени`)

// anyAdjective finds an adjective in the cases of headings, also one that stands for people: «больного».
var anyAdjective = regexp.MustCompile(`(?:[ыиое]й|[ая]я|[ое]е|[ое]го|[ыи]х)$`)
