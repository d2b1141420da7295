package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// assumeAddressees assigns the fields of an addressee to columns by their values if no heading names one:
// «Слушатель» above people. A place of work implies a person. Then every row is doubted until the user names the
// columns. If several columns contain people, it reports the ambiguity.
func (l *List) assumeAddressees(o Options, sample []row) diag.List {
	l.readNamesOfKind(o, sample)
	body := l.columnOf("organization")
	isWorkplace := l.workplace != nil && l.workplace.from == body
	if l.locate != nil || o.Exact || body >= 0 && !isWorkplace || l.columnOf("name", "surname") >= 0 {
		return nil
	}
	people, bodies, posts := l.unknownColumns(o, sample)
	if len(people)+len(bodies) == 0 {
		people = l.mixedColumns(o, sample)
	}
	switch {
	case len(people) > 1:
		return diag.List{l.severalOf("name", "имена людей", people)}
	case len(people) == 0 && len(bodies) > 1:
		return diag.List{l.severalOf("organization", "организации", bodies)}
	}
	var columns []int
	for _, kind := range []struct {
		field string
		of    []int
	}{{"name", people}, {"organization", bodies}, {"position", posts}} {
		if len(kind.of) == 1 && l.columnOf(kind.field) < 0 {
			l.Columns[kind.of[0]].Field = kind.field
			columns = append(columns, kind.of[0])
		}
	}
	isPair := len(people) == 1 && len(bodies) == 1 && len(columns) == 2 && namesChief(l.Columns[people[0]].Title) &&
		l.relationOf(people[0], bodies[0], sample) == together
	if len(people)+len(bodies) > 0 && !isPair && !(len(columns) == 1 && l.namesPeople(columns[0])) {
		l.doubtAssumed(columns)
	}
	return nil
}

// namesPeople reports a column of names whose heading says so, whoever they are, unless the rows may be about somebody
// else: «Ф.И.О. депутата», but not «ФИО ребёнка» or beside «Должность руководителя».
func (l *List) namesPeople(column int) bool {
	c, post := l.Columns[column], l.columnOf("position")
	words := headingWords(c.Title)
	return c.Field == "name" && namesAddressee(c.Title) && !namesOtherPeople(c.Title) &&
		(!anyAdjective.MatchString(words[len(words)-1]) || namesChief(c.Title)) && // «ФИО больного»
		(post < 0 || len(headingWords(l.Columns[post].Title)) == 1)
}

// readByValues assigns fields to columns whose headings have several meanings, if their values and the other columns
// leave one: «Представитель» above people, or above people and organizations, «Позиция» above posts, and «Профессия»
// beside people and organizations.
func (l *List) readByValues(o Options, sample []row) {
	if l.locate != nil || o.Exact {
		return
	}
	l.readFullAddress(o, sample)
	for i, c := range l.Columns[:l.physical] {
		words := headingWords(c.Title)
		if c.Field != "" || len(words) == 0 || isNamed(o.Unused, c) {
			continue
		}
		switch s := surveyColumn(i, sample); {
		case namesRepresentative(c.Title), l.representsBodies(words):
			s.people += countValues(i, sample, isGivenName)
			l.Columns[i].Field = l.representativesAre(s, sample)
		case isPostOfKind(words) && !l.holds("position") && s.filled > 0 && s.isMostly(s.posts),
			len(words) == 1 && words[0] == "позиция" && !l.holds("position") && l.columnOf("name", "surname") >= 0 &&
				s.isMostly(s.posts+countValues(i, sample, isLatin)),
			len(words) == 1 && words[0] == "профессия" && !l.holds("position") && l.holds("organization") &&
				!namesPlaceOfStudy(l.Columns[l.columnOf("organization")].Title):
			l.Columns[i].Field = "position"
		}
	}
}

// isPostOfKind reports a heading of the posts that people have, with adjectives: «Должность (штатная)», but not
// «Должность прежняя» or «Должность желаемая».
func isPostOfKind(words []string) bool {
	return isStem("должност", words[0]) &&
		!slices.ContainsFunc(words[1:], func(word string) bool { return !hasStem(postsHeld, word) })
}

// postsHeld are stems of adjectives for posts that people have.
var postsHeld = strings.Fields("штатн основн постоянн занимаем нынешн")

// namesPlaceOfStudy reports a heading of organizations in which somebody may learn a profession.
func namesPlaceOfStudy(title string) bool {
	return slices.ContainsFunc(headingWords(title), func(word string) bool { return hasStem(placesOfStudy, word) })
}

var placesOfStudy = strings.Fields("колледж техникум училищ лицей школ вуз университет институт академи учебы учебн")

// readFullAddress makes a column of postal codes that has whole addresses that of addresses, if there is no other:
// «Индекс и адрес».
func (l *List) readFullAddress(o Options, sample []row) {
	i := l.columnOf("index")
	if i < 0 || i >= l.physical || o.Columns["index"] != "" || l.columnOf("address", "postal_address") >= 0 {
		return
	}
	full, codes := 0, 0
	for _, r := range sample {
		if i >= len(r.Cells) || isBlankMark(r.Cells[i].Text) {
			continue
		}
		if len(foldedWords(r.Cells[i].Text)) > 2 && strings.ContainsFunc(r.Cells[i].Text, isCyrillic) {
			full++
		} else if strings.TrimSpace(r.Cells[i].Text) != "" {
			codes++
		}
	}
	if full > codes {
		l.Columns[i].Field = "address"
	}
}

// namesRepresentative reports a heading of representatives of organizations: «Представитель», «Представитель в Союзе»,
// «Представители СМИ».
func namesRepresentative(title string) bool {
	words := headingWords(title)
	if len(words) == 0 || !isStem("представител", words[0]) {
		return false
	}
	_, of, _ := strings.Cut(title, " ")
	isAcronym := of != "" && of == strings.ToUpper(of)
	return len(words) == 1 || isAcronym || slices.Contains([]string{"в", "от"}, words[1]) ||
		!slices.ContainsFunc(words[1:], func(word string) bool { return !namesKind(word) && !isGeneralBody(word) })
}

// representsBodies reports a heading of representatives of those in the column of organizations: «Представитель
// заказчика» beside «Заказчик».
func (l *List) representsBodies(words []string) bool {
	body := l.columnOf("organization")
	if body < 0 || len(words) != 2 || !isStem("представител", words[0]) {
		return false
	}
	title := headingWords(l.Columns[body].Title)
	return len(title) == 1 && sameStem(title[0], words[1])
}

// representativesAre returns the field of representatives, or "" if a letter may be for those they represent: people
// in another column, or organizations without representatives.
func (l *List) representativesAre(s survey, sample []row) string {
	body := l.columnOf("organization", "organization_short")
	switch {
	case s.filled == 0, !s.isMostly(s.people + s.bodies), l.columnOf("name", "surname") >= 0:
	case body < 0 && s.people == 0:
		return "organization"
	case body < 0, s.bodies == 0 && surveyColumn(body, sample).people == 0:
		return "name"
	}
	return ""
}

// countValues returns the number of distinct values of a column in the sample that are of a kind.
func countValues(column int, sample []row, isOfKind func(string) bool) int {
	seen := map[string]bool{}
	for _, r := range sample {
		if column < len(r.Cells) && isOfKind(r.Cells[column].Text) {
			seen[r.Cells[column].Text] = true
		}
	}
	return len(seen)
}

// isLatin reports a text in Latin letters: «CEO».
func isLatin(text string) bool {
	return !strings.ContainsFunc(text, isCyrillic) && latinWord.MatchString(text)
}

var latinWord = regexp.MustCompile(`[A-Za-z]{2}`)

// namesOtherPeople reports a heading of such people.
func namesOtherPeople(title string) bool {
	return slices.ContainsFunc(headingWords(title), isOtherPerson)
}

func isOtherPerson(word string) bool { return hasStem(otherPeople, word) }

// otherPeople are stems of words for people who do not get the letters: delegates, children, the dead, relatives.
var otherPeople = slices.Concat(delegates, strings.Fields(`
	реб ребен ребенк дет детей учен ученик обучающ воспитанн школьник несовершеннолетн умерш погибш автор соавтор
	матер мам отца отец папы супруг ответчик истц сын сына дочер дочк брат брата сестр внук внучк бабушк дедушк мальчик
	девочк младенц сирот покойн усопш жертв убит`))

// unknownColumns returns the columns for no field most of whose values are people,
// organizations or posts. Posts count only beside people or organizations.
func (l *List) unknownColumns(o Options, sample []row) (people, bodies, posts []int) {
	for i, c := range l.Columns[:l.physical] {
		if c.Field != "" || isNamed(o.Unused, c) {
			continue
		}
		switch s := surveyColumn(i, sample); {
		case s.filled == 0:
		case s.isMostly(s.people):
			if !namesDelegate(c.Title) {
				people = append(people, i)
			}
		case s.isMostly(s.bodies) && !namesIssuer(c.Title):
			bodies = append(bodies, i)
		case s.isMostly(s.posts):
			posts = append(posts, i)
		}
	}
	if len(people)+len(bodies) == 0 {
		posts = nil
	}
	return people, bodies, posts
}

// mixedColumns returns the columns for no field with people as well as organizations: «Жертвователь». If there is one,
// its organizations get a column.
func (l *List) mixedColumns(o Options, sample []row) (mixed []int) {
	for i, c := range l.Columns[:l.physical] {
		s := surveyColumn(i, sample)
		if c.Field == "" && !isNamed(o.Unused, c) && !namesDelegate(c.Title) && !namesIssuer(c.Title) &&
			min(s.people, s.bodies) > 0 && s.isMostly(s.people+s.bodies) {
			mixed = append(mixed, i)
		}
	}
	if len(mixed) == 1 {
		c := l.Columns[mixed[0]]
		l.either = append(l.either, eitherColumn{from: mixed[0], to: len(l.Columns), isEither: true})
		l.Columns = append(l.Columns, Column{Letter: c.Letter, Title: c.Title, Field: "organization", Hidden: c.Hidden})
	}
	return mixed
}

// namesIssuer reports a heading of organizations that only issued something or keep an
// account.
func namesIssuer(title string) bool {
	return slices.ContainsFunc(headingWords(title), func(word string) bool {
		return hasStem(strings.Fields("выдан выдавш паспорт банк полис страхов"), word)
	})
}

// doubtAssumed doubts every row that has a value in one of the columns.
func (l *List) doubtAssumed(columns []int) {
	var found, names []string
	for _, i := range columns {
		c := l.Columns[i]
		found = append(found, c.Field+" = "+c.Name())
		names = append(names, c.Field+"="+c.Letter)
	}
	for _, i := range columns {
		l.doubtColumn(i, "узнано не по заголовкам, а по содержанию: "+strings.Join(found, ", "),
			"если верно, назовите так: "+strings.Join(names, ", "))
	}
}

// severalOf is the problem of a list in which several columns contain possible values of a field.
func (l *List) severalOf(field, what string, columns []int) diag.Problem {
	var names, choices []string
	for _, i := range columns {
		names = append(names, l.Columns[i].Name())
		choices = append(choices, field+"="+l.Columns[i].Letter)
	}
	return diag.Problem{
		Message: fmt.Sprintf("кому письма: %s, похоже, в столбцах %s", what, printable.Join(names)),
		Hint:    "назовите один из них: " + strings.Join(choices, " или "),
		Code:    diag.CodeColumn,
	}
}

// unknownHeadings returns the headings of a table in which no heading is known: the row above
// the first one with a person or an organization, or none if the table begins with it. If
// the user names the columns, it is the first row with two cells.
func (l *List) unknownHeadings(top []row, o Options) (headingBlock, error) {
	at := max(0, slices.IndexFunc(top, func(r row) bool { return r.filled > 1 }))
	if o.areNamed() {
		b := assumedHeadings(top, at)
		b.assumed = !slices.ContainsFunc(b.titles, func(title string) bool { return namesTitle(o.Columns, title) })
		return b, nil
	}
	first := firstAddressee(top)
	switch {
	case first < 0 || l.table.Guessed:
		return headingBlock{}, noHeadings(top[at].Cells)
	case !isCertain(top[first]) && slices.ContainsFunc(top[first+1:], isCertain): // «Управляющая организация»
		return assumedHeadings(top, first), nil
	case first == 0 || top[first-1].filled < 2:
		return headingBlock{from: first, to: first - 1}, nil
	}
	return assumedHeadings(top, first-1), nil
}

func assumedHeadings(top []row, at int) headingBlock {
	return headingBlock{from: at, to: at, titles: top[at].Texts(), assumed: true}
}

// namesTitle reports whether the user names a column by such a heading.
func namesTitle(manual map[string]string, title string) bool {
	for _, name := range manual {
		if words := foldedWords(name); len(words) > 0 && slices.Equal(words, foldedWords(title)) {
			return true
		}
	}
	return false
}

// doubtHeadings reports a row that is taken for the headings although no cell of it is known.
func doubtHeadings(r row) diag.Problem {
	const most = 3 // cells
	var seen []string
	for _, text := range r.Texts() {
		if text = printable.Excerpt(table.Clean(text), 30); text != "" && len(seen) < most {
			seen = append(seen, "«"+text+"»")
		}
	}
	return diag.Problem{Severity: diag.Warning, Code: diag.CodeHeading,
		Message: fmt.Sprintf("знакомых заголовков нет, заголовками считается строка %d: %s", r.Number,
			strings.Join(seen, ", ")),
		Hint: "если в ней адресат, письма ему не будет: укажите, что заголовков нет; если заголовки, укажите их строку"}
}

// firstAddressee returns the index of the first row with a person or an organization in a
// column that has mostly such values, and at least two if the list has several rows; -1 if there is none.
func firstAddressee(top []row) int {
	width := 0
	for _, r := range top {
		width = max(width, len(r.Cells))
	}
	first := -1
	for column := range width {
		at := slices.IndexFunc(top, func(r row) bool {
			s := surveyColumn(column, []row{r})
			return s.people+s.bodies > 0
		})
		if at < 0 || first >= 0 && at >= first {
			continue
		}
		s := surveyColumn(column, top[at:])
		isOnly := at == 1 && len(top) == 2 && top[0].filled > 1 && !isCertain(top[0]) // row below the headings
		if (s.people+s.bodies > 1 || isOnly) && s.isMostly(s.people+s.bodies) {
			first = at
		}
	}
	return first
}

// isCertain reports whether a row contains values that headings do not contain: a name, a code, a legal form,
// quotes.
func isCertain(r row) bool {
	return slices.ContainsFunc(r.Cells, func(c table.Cell) bool {
		return mentionsPerson(c.Text) || hasLegalForm(c.Text) || strings.ContainsAny(c.Text, "«\"№0123456789")
	})
}
