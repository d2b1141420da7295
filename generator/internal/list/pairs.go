package list

import (
	"slices"
	"strings"

	"protokol/generator/internal/russian"
)

// postOfHeading is the post of the people in a column, if only its heading says it: «Лесничий». It fills a column
// after those of the table.
type postOfHeading struct {
	post     string
	name, to int
}

// fill gives a record the post. A cell with more than a name may contain another one.
func (p *postOfHeading) fill(values []string) {
	if isPerson(values[p.name]) {
		values[p.to] = p.post
	}
}

// readPairs assigns the fields of the recipients by the values of all columns: the only column of people, whose
// heading is a post, and the only one of what they head: «Лесничество» and «Лесничий». A list without posts has the
// heading for them.
func (l *List) readPairs(o Options, sample []row) {
	if l.locate != nil || o.Exact || l.columnOf("name", "surname") >= 0 || l.workplace != nil {
		return
	}
	people, _, _ := l.unknownColumns(o, sample)
	if len(people) != 1 {
		return
	}
	person := people[0]
	bodies := []int{l.columnOf("organization")}
	if bodies[0] < 0 {
		bodies = l.bodiesOf(person, o, sample)
	}
	if len(bodies) != 1 || !namesPost(l.Columns[person].Title) || l.relationOf(person, bodies[0], sample) != together {
		return
	}
	those, of := surveyColumn(person, sample), surveyColumn(bodies[0], sample)
	if those.repeated > of.repeated || those.filled*2 < of.filled {
		return
	}
	l.Columns[person].Field, l.Columns[bodies[0]].Field = "name", "organization"
	c := l.Columns[person]
	if post := printedPost(c.Title); post != "" && !l.holds("position") {
		l.post = &postOfHeading{post, person, len(l.Columns)}
		l.Columns = append(l.Columns, Column{Letter: c.Letter, Title: c.Title, Field: "position", Hidden: c.Hidden})
	}
}

// bodiesOf returns the columns for no field that contain what the people in another one may head: organizations, or
// values that all have the noun of their heading, if it names a kind of organization or is in the heading of the
// people: «ФАП» and «Фельдшер», «Сельское поселение» and «Глава поселения».
func (l *List) bodiesOf(person int, o Options, sample []row) (columns []int) {
	_, columns, _ = l.unknownColumns(o, sample)
	heads := headingWords(l.Columns[person].Title)
	for i, c := range l.Columns[:l.physical] {
		words := headingWords(c.Title)
		if c.Field != "" || len(words) == 0 || isNamed(o.Unused, c) || slices.Contains(columns, i) {
			continue
		}
		noun := words[len(words)-1]
		isNoun := func(word string) bool { return word == noun || sameStem(word, noun) }
		isKind := russian.NamesBody(c.Title) || c.Title == strings.ToUpper(c.Title) // «ФАП»
		if (isKind || slices.ContainsFunc(heads, isNoun)) && allHave(i, isNoun, sample) {
			columns = append(columns, i)
		}
	}
	return columns
}

// allHave reports whether every value of a column in the sample has such a word.
func allHave(column int, is func(word string) bool, sample []row) bool {
	having, filled := countHaving(column, is, sample)
	return filled > 0 && having == filled
}

// namesPost reports whether the heading of a column of people is a post of those who are in charge: «Лесничий».
// Others may only deal with the organizations beside them: «Аудитор», «Победитель конкурса».
func namesPost(title string) bool {
	title, _, _ = strings.Cut(title, " (")
	words := headingWords(title)
	isOther := func(word string) bool {
		return isOtherPerson(word) || hasStem(honoured, word) && !isStem("главн", words[0]) || hasStem(noHeads, word)
	}
	if slices.ContainsFunc(words, isOther) || isMinorTitle(title) || isPartyTitle(title) {
		return false
	}
	isInCharge := func(word string) bool { return hasStem(inCharge, word) }
	return russian.NamesRole(title) && (namesChief(title) || slices.ContainsFunc(words, isInCharge))
}

// printedPost returns the post that everybody in a column with such a heading has, or "": heads of several kinds are
// all «Руководитель».
func printedPost(title string) string {
	words := headingWords(title)
	if len(words) == 0 || hasStem([]string{"руководител", "директор"}, words[0]) || strings.Contains(title, "(") {
		return ""
	}
	return title
}

// inCharge are stems of posts of those in charge, apart from the chiefs.
var inCharge = strings.Fields("главн лесничий лесничего фельдшер настоятел атаман капитан комендант")

// noHeads are stems of words for chiefs of other people and for those who no longer are: «Научный руководитель».
var noHeads = strings.Fields("научн классн практик член бывш прежн")
