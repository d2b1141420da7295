package list

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// hint holds stems in headings that suggest a field, and stems that suggest another field instead.
type hint struct{ field, stems, others string }

var hints = []hint{
	{"organization", "организац учрежден предприяти компани работодател", "тип вид код форма дата телефон почта " +
		"сайт инн кпп огрн должность руководител фио директор статус номер адрес электрон категори согласи численност " +
		"отрасл групп кол количеств числ наличи решени опыт стаж"},
	{"position", "должност", "дата тип категори оклад телефон стаж кол количеств приказ назначен код фио"},
	{"address", "адрес", "адресат электрон эл почты email mail сайт страниц ссылк ip мероприяти проведен"},
}

func (t hint) suggests(title string) bool {
	words := headingWords(title)
	isOf := func(stems string) func(string) bool {
		return func(word string) bool { return hasStem(strings.Fields(stems), word) }
	}
	return slices.ContainsFunc(words, isOf(t.stems)) && !slices.ContainsFunc(words, isOf(t.others))
}

// doubtUnused reports columns whose headings suggest a field that the list lacks, but are not
// recognized: their values would be in no letter. Positions are recognized by their values,
// as below «Кем вы работаете?».
func (l *List) doubtUnused(sample []row) (problems diag.List) {
	for _, t := range hints {
		if l.holds(t.field) || t.field == "address" && l.holds("postal_address") || l.locate != nil {
			continue
		}
		for i, c := range l.Columns[:l.physical] {
			if c.Field != "" || !(t.suggests(c.Title) && hasTexts(sample, i)) &&
				!(t.field == "position" && holdsPosts(sample, i)) {
				continue
			}
			problems = append(problems, diag.Problem{Severity: diag.Warning, Code: diag.CodeColumn,
				Message: fmt.Sprintf("столбец %s не узнан и не использован", c.Name()),
				Hint:    fmt.Sprintf("если он нужен в письмах, назовите его: %s=%s", t.field, c.Letter)})
			break
		}
	}
	return problems
}

// unreadColumns tells once which columns may hold what the list lacks of a recipient, or a unit or a rank, and are in
// no letter and not doubted anyway. Other columns that are not used are only listed with the interpretation.
func (l *List) unreadColumns(o Options, sample []row, told diag.List) diag.List {
	if l.locate != nil || o.Exact || o.areNamed() {
		return nil
	}
	var names []string
	letter := "" // of the first of them
	for i, c := range l.Columns[:l.physical] {
		if c.Field != "" || c.Title == "" || isNamed(o.Unused, c) || i == l.legalForm || l.states[i].notes ||
			i == l.unit && l.IsStaff() || l.isTold(c, told) {
			continue
		}
		if l.mayComplete(i, sample) || isOfPerson(c.Title) && hasTexts(sample, i) {
			names, letter = append(names, c.Name()), cmp.Or(letter, c.Letter)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return diag.List{{Severity: diag.Warning, Code: diag.CodeColumn,
		Message: "столбцы не использованы, их слов в письмах не будет: " + printable.Join(names),
		Hint: "если что-то из них нужно в письмах, назовите столбец (name=" + letter + ", organization=" + letter +
			" или position=" + letter + ") или допишите в тот, который печатается"}}
}

// mayComplete reports whether a column that is not used has people, organizations or posts, if the list has no others,
// or words that may be any of them.
func (l *List) mayComplete(column int, sample []row) bool {
	s := surveyColumn(column, sample)
	hasName := l.holds("name") || l.holds("surname") || l.holds("given_name")
	hasBody, hasPost := l.holds("organization"), l.holds("position")
	most := func(lacks bool, n int) bool { return lacks && n > 0 && s.isMostly(n) }
	return most(!hasName, s.people) || most(!hasBody, s.bodies) || most(!hasPost, s.posts) ||
		!(hasName && hasBody && hasPost) && !most(true, s.people+s.bodies+s.posts) &&
			surveyWords(column, l.Columns[column].Title, sample).areSubjects()
}

// isOfPerson reports whether a heading says that a column holds units, ranks or degrees of people: «Звание» and
// «Учёная степень», but not «Степень готовности».
func isOfPerson(title string) bool {
	words := headingWords(title)
	has := func(stems []string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return hasStem(stems, word) })
	}
	return has(unitHeads) || has(ranks) && (len(words) == 1 || has(ofPersons)) || slices.Contains(words, "сан")
}

// ranks are stems of headings of what may be printed with a post, and ofPersons those of words that say whose they are.
var (
	ranks     = strings.Fields("звание степень чин титул ранг регали")
	ofPersons = strings.Fields("учен воинск специальн почетн классн духовн научн")
)

// isTold reports whether a problem or a doubt about columns names one.
func (l *List) isTold(c Column, told diag.List) bool {
	name := c.Name()
	return slices.ContainsFunc(told, func(p diag.Problem) bool { return strings.Contains(p.Message, name) }) ||
		slices.ContainsFunc(l.columnDoubts, func(d columnDoubt) bool { return strings.Contains(d.message, name) }) ||
		slices.ContainsFunc(l.newer, func(n newerColumn) bool { return l.Columns[n.column].Name() == name })
}

// holdsPosts reports whether most values of a column are posts.
func holdsPosts(sample []row, column int) bool {
	s := surveyColumn(column, sample)
	return s.posts > 1 && s.isMostly(s.posts)
}

// hasTexts reports whether a column has a value with letters.
func hasTexts(sample []row, column int) bool {
	return slices.ContainsFunc(sample, func(r row) bool {
		return column < len(r.Cells) && strings.ContainsFunc(r.Cells[column].Text, unicode.IsLetter) &&
			!isBlankMark(r.Cells[column].Text)
	})
}
