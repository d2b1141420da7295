package list

import (
	"regexp"
	"slices"
	"strings"
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
			l.relationOf(name, bodies[0], sample) == together {
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
		case c.Field == "" && isBank(words) && s.filled > 0 && s.isMostly(s.bodies) &&
			l.relationOf(name, i, sample) == together:
			columns = append(columns, i)
		}
	}
	return columns
}

func isBank(words []string) bool { return len(words) == 1 && words[0] == "банк" }

// accountWords are words of headings about accounts.
var accountWords = strings.Fields("счет счёт счета р с бик рс расчетн")

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
