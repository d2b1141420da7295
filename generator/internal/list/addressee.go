package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/russian"
)

// columnDoubt is a doubt about whose the values of a column are. It is reported at every
// row in which the column has one: no letter of the list is certain.
type columnDoubt struct {
	column        int
	message, hint string
}

func (l *List) doubtColumn(column int, message, hint string) {
	l.columnDoubts = append(l.columnDoubts, columnDoubt{column, message, hint})
}

// addColumnDoubts reports the doubts about columns at a record.
func (l *List) addColumnDoubts(record *Record) {
	for _, d := range l.columnDoubts {
		isSame := func(p diag.Problem) bool { return p.Message == d.message } // about several columns
		if record.values[d.column] != "" && !slices.ContainsFunc(record.Problems, isSame) {
			p := record.problemAt(record.cellLocation(d.column), diag.Warning, d.message, d.hint)
			p.Code = diag.CodeColumn
			record.add(p)
		}
	}
}

// doubtAddressees doubts the columns of recipients if their headings or contents suggest that the rows are about
// other people: «Председатель» next to the members, organizations next to the names of their guests. Columns that
// the user has named are not doubted.
func (l *List) doubtAddressees(o Options, sample []row) {
	name, body := l.columnOf("name", "surname"), l.columnOf("organization")
	if l.locate != nil || o.Exact {
		return
	}
	l.doubtSide(o, l.written(name), l.written(body), sample)
	if name >= l.physical || body >= l.physical {
		return
	}
	if o.Columns["name"] == "" && o.Columns["surname"] == "" {
		l.doubtPair(name, body, sample)
		l.doubtUnits(name, body, sample)
		l.doubtPeople(o, name, body, sample)
	}
	l.doubtThings(o, body, sample)
	l.doubtPost(o, name, sample)
	if position := l.columnOf("position"); body >= 0 && position >= 0 && position < l.physical &&
		o.Columns["position"] == "" && isElsewhere(l.Columns[position].Title, l.Columns[body].Title) {
		l.doubtColumn(position, fmt.Sprintf("столбец %s, похоже, не о должности в том, что в столбце %s",
			l.Columns[position].Name(), l.Columns[body].Name()), "назовите верный столбец: position=…")
	}
	for _, key := range []string{"address", "postal_address", "position"} {
		if column := l.columnOf(key); column >= 0 && column < l.physical && o.Columns[key] == "" {
			l.doubtOwner(column, sample)
		}
	}
}

func (l *List) columnOf(fields ...string) int { return columnOf(l.Columns, fields...) }

// holds reports whether a column is assigned to a field.
func (l *List) holds(field string) bool { return l.columnOf(field) != absent }

// delegates are stems of headings for people who act for the recipient of a letter and
// are seldom the recipient.
var delegates = strings.Fields(`
	исполнител менеджер ответственн куратор контакт сопровожда помощник бухгалтер секретар заместител зам инспектор
	агент специалист оператор курьер составител представител посредник уполномоченн диспетчер`)

// honoured are stems of headings for people whom rows are about, and of whom those beside organizations may be guests
// or winners of theirs.
var honoured = strings.Fields("докладчик спикер номинант награжденн награждаем пайщик дольщик юбиляр врач кандидат")

// namesDelegate reports a heading of such people.
func namesDelegate(title string) bool {
	words := headingWords(title)
	return slices.ContainsFunc(words, func(word string) bool { return hasStem(delegates, word) }) &&
		!slices.ContainsFunc(words, func(word string) bool { return hasStem([]string{"законн", "родител"}, word) })
}

// doubtPeople doubts the recipients beside a column of people whose heading is not understood, if the rows are
// about the latter: these differ where the recipients repeat, or the recipients are heads but the list has no
// organizations, or the recipients have no names.
func (l *List) doubtPeople(o Options, name, body int, sample []row) {
	bodies, names := surveyColumn(body, sample), surveyColumn(name, sample)
	for i, c := range l.Columns[:l.physical] {
		isDelegate := namesDelegate(c.Title) && (name >= 0 || !l.holds("position") && !namesRepresentative(c.Title)) &&
			(name < 0 || !isMinorTitle(l.Columns[name].Title) || actsFor(headingWords(c.Title)))
		if c.Field != "" || isDelegate || isNamed(o.Unused, c) {
			continue
		}
		people := surveyColumn(i, sample)
		isFIO := slices.Contains(headingWords(c.Title), "фио") && people.isMostly(countCapitalized(i, sample))
		isOfNames := name < 0 && (isFIO || surveyWords(i, c.Title, sample).areNames()) // «ФИО (девичья фамилия)»
		if !isOfNames && !people.isMostly(people.people) || people.filled*2 < max(bodies.filled, names.filled) {
			continue
		}
		switch {
		case name < 0 && body >= 0 && o.Columns["organization"] == "" && people.repeated <= bodies.repeated:
			l.doubtColumn(i, fmt.Sprintf("в столбце %s, похоже, имена людей: письмо без имени?", c.Name()),
				fmt.Sprintf("если им, назовите столбец: name=%s; если нет, — organization=%s", c.Letter,
					l.Columns[body].Letter))
		case name >= 0 && people.repeated < names.repeated && (body < 0 || bodies.repeated > 0),
			name >= 0 && body < 0 && people.repeated <= names.repeated && !namesAddressee(l.Columns[name].Title),
			name >= 0 && l.Columns[name].Hidden && !c.Hidden,
			name >= 0 && l.areRivals(name, i, people.repeated <= names.repeated, sample):
			l.doubtColumn(name, fmt.Sprintf("кому письмо: в столбце %s или %s?", l.Columns[name].Name(), c.Name()),
				fmt.Sprintf("назовите его: name=%s или name=%s", l.Columns[name].Letter, c.Letter))
		default:
			continue
		}
		return
	}
}

// areRivals reports whether the heading of a column suits recipients as well as that of the
// column of names, and a row has somebody else in it: «Глава» and «Глава администрации»,
// «Староста» and «Куратор» or «Победитель», if these do not repeat more often.
func (l *List) areRivals(name, other int, differ bool, sample []row) bool {
	title, isMinor := newHeading(l.Columns[other].Title), isMinorTitle(l.Columns[name].Title)
	isOfKind := isMinor || isMinorTitle(withoutName(l.Columns[name].Title)) && other < name // «ФИО учителя»
	isName := func(f Field) bool { return f.Key == "name" && f.match(title).stems > 0 }
	switch {
	case isMinorTitle(l.Columns[other].Title), namesDelegate(l.Columns[other].Title):
		if !isMinor || !differ {
			return false
		}
	case !slices.ContainsFunc(l.fields, isName):
		if !isOfKind || !differ || namesOtherPeople(l.Columns[other].Title) {
			return false
		}
	}
	return slices.ContainsFunc(sample, func(r row) bool {
		if max(name, other) >= len(r.Cells) {
			return false
		}
		a, b := leadingWords(r.Cells[name].Text, 1), leadingWords(r.Cells[other].Text, 1)
		return len(a) > 0 && len(b) > 0 && !areForms(a[0], b[0])
	})
}

// withoutName returns a heading without the words for a name before those for whose it is: «ФИО учителя».
func withoutName(title string) string {
	words := headingWords(title)
	for len(words) > 1 && slices.Contains([]string{"фио", "ф", "и", "о"}, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// actsFor reports the heading of people who act for those of another column, who stay the
// recipients: «Представитель по доверенности».
func actsFor(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return hasStem([]string{"представител", "уполномоченн", "доверенност", "доверенн"}, word)
	})
}

// doubtOrganizations doubts people beside a column of organizations whose heading is not
// understood, if the list has no other: letters would not say where the people work. A chief
// has an organization, so that every row of a list of chiefs without posts is doubted.
func (l *List) doubtOrganizations(o Options, sample []row) (problems diag.List) {
	name := l.columnOf("name", "surname")
	if l.locate != nil || o.Exact || name < 0 || o.Columns["name"] != "" || o.Columns["surname"] != "" ||
		l.holds("organization") {
		return nil
	}
	_, bodies, _ := l.unknownColumns(o, sample)
	title := l.Columns[name].Title
	isChiefs := namesChief(title) && !slices.Contains(headingWords(title), "дома") // «Председатель совета дома»
	found := false
	for i, c := range l.Columns[:l.physical] {
		isOf := slices.Contains(bodies, i) ||
			isChiefs && c.Field == "" && (namesOfKind.MatchString(c.Title) || i == l.unit) && hasTexts(sample, i)
		if !isOf {
			continue
		}
		found = true
		message := fmt.Sprintf("в столбце %s, похоже, организации: письма без организации?", c.Name())
		hint := fmt.Sprintf("если нужна, назовите столбец: organization=%s; если нет, — %s=%s", c.Letter,
			l.Columns[name].Field, l.Columns[name].Letter)
		isThere := russian.NamesRole(title) &&
			slices.ContainsFunc(kindWords(c.Title), isSpecificBody) // «Спортивная школа» and «Тренер»
		if namesChief(title) || namesRepresentative(title) || isThere {
			l.doubtColumn(i, message, hint)
			continue
		}
		problems = append(problems, diag.Problem{Severity: diag.Warning, Code: diag.CodeColumn, Message: message,
			Hint: hint})
	}
	if isChiefs && !found && name < l.physical && !l.holds("position") && len(o.Unused) == 0 {
		l.doubtColumn(name, fmt.Sprintf("в столбце %s руководители, а чего — не узнано: письма без организации?",
			l.Columns[name].Name()), "назовите столбец организаций: organization=…")
	}
	return problems
}

// isChief reports a word for who heads an organization.
func isChief(word string) bool { return hasStem(chiefs, word) }

var chiefs = strings.Fields("руководител директор глава главы начальник заведующ председател ректор президент министр")

// namesChief reports a heading of people who each head an organization.
func namesChief(title string) bool {
	words := headingWords(title)
	isMain := len(words) > 1 && isStem("главн", words[0]) && (words[1] == "врач" || words[1] == "редактор") ||
		slices.Equal(words, []string{"редактор"})
	return isMain || slices.ContainsFunc(words, func(word string) bool {
		return isChief(word) || word == "управляющий" || word == "главврач"
	})
}

// isNamed reports whether a column is among those that the user named.
func isNamed(names []string, c Column) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.EqualFold(name, c.Letter) || slices.Equal(foldedWords(name), foldedWords(c.Title))
	})
}

// namesAddressee reports a heading that says that these are the people to write to, or
// the people whom the list is about: «Кому», «ФИО».
func namesAddressee(title string) bool {
	words := headingWords(title)
	return slices.ContainsFunc(words, func(word string) bool { return hasStem(addressees, word) }) ||
		len(words) > 0 && words[0] == "ф"
}

var addressees = strings.Fields("фио fio name фамили имя кому адресат получател приглашенн")

// written returns the column of the table that holds the values of a column.
func (l *List) written(column int) int {
	for _, c := range l.either {
		if c.to == column {
			return c.from
		}
	}
	return column
}

// doubtSide doubts the only column of recipients beside a column of others whose heading is not understood, if both
// are sides of something, or if the recipients are organizations that repeat where the others differ.
func (l *List) doubtSide(o Options, name, body int, sample []row) {
	column, key := body, "organization"
	if body < 0 {
		column, key = name, "name"
	}
	if column < 0 || column >= l.physical || name >= 0 && name != column ||
		o.Columns["organization"]+o.Columns["name"]+o.Columns["surname"] != "" {
		return
	}
	ours := surveyColumn(column, sample)
	for i, c := range l.Columns[:l.physical] {
		if c.Field != "" || isNamed(o.Unused, c) {
			continue
		}
		others := surveyColumn(i, sample)
		areSides := isPartyTitle(c.Title) && isPartyTitle(l.Columns[column].Title) &&
			(others.people == 0 || !namesDelegate(c.Title)) && others.isMostly(others.people+others.bodies)
		if areSides || name < 0 && others.isMostly(others.bodies) && others.repeated < ours.repeated {
			message := fmt.Sprintf("кому письмо: в столбце %s или %s?", l.Columns[column].Name(), c.Name())
			hint := fmt.Sprintf("назовите его: %s=%s или %s=%s", key, l.Columns[column].Letter, key, c.Letter)
			for k := range l.Columns {
				if l.written(k) == column {
					l.doubtColumn(k, message, hint)
				}
			}
			return
		}
	}
}

// doubtOwner doubts a column whose heading names, as the owner of its values, those of a
// column that is not the one of the recipients: «Адрес поручителя».
func (l *List) doubtOwner(column int, sample []row) {
	words := headingWords(l.Columns[column].Title)
	for i, c := range l.Columns[:l.physical] {
		others := headingWords(c.Title)
		if i == column || len(others) == 0 || len(words) < 2 || c.Field != "" && c.Field != "contact" {
			continue
		}
		isOwner := func(word string) bool { return sameStem(word, others[0]) }
		if !slices.ContainsFunc(words[1:], isOwner) || l.recipientsAre(isOwner) {
			continue
		}
		if s := surveyColumn(i, sample); s.isMostly(s.people + s.bodies) {
			l.doubtColumn(column, fmt.Sprintf("столбец %s, похоже, не об адресате, а о тех, кто в столбце %s",
				l.Columns[column].Name(), c.Name()), "назовите верный столбец: "+l.Columns[column].Field+"=…")
			return
		}
	}
}

// isElsewhere reports a heading of posts that names where they are held, and not by the
// heading of the organizations: «Должность в совете» beside «Место работы».
func isElsewhere(position, body string) bool {
	words := headingWords(position)
	at := slices.Index(words, "в")
	if at < 1 || at+1 >= len(words) {
		return false
	}
	const least, ending = 6, 4 // bytes: three letters, and two of an ending
	where := words[at+1]
	isSame := func(word string) bool { return commonPrefix(word, where) >= max(least, len(where)-ending) }
	return len(where) > least && !hasStem(organizationHeads, where) && !hasStem(neutralWords, where) &&
		!slices.ContainsFunc(headingWords(body), isSame)
}

// recipientsAre reports whether a heading of the recipients has such a word.
func (l *List) recipientsAre(isOwner func(string) bool) bool {
	return slices.ContainsFunc(l.Columns, func(c Column) bool {
		return slices.Contains([]string{"organization", "name", "surname"}, c.Field) &&
			slices.ContainsFunc(headingWords(c.Title), isOwner)
	})
}

// areForms reports whether two surnames may be one in two cases: «Ким», «Киму».
func areForms(a, b string) bool {
	const least, ending, longest = 4, 4, 8 // bytes: two letters, two of an ending, four of another one
	n := commonPrefix(a, b)
	return n >= least && n >= min(len(a), len(b))-ending && n >= max(len(a), len(b))-longest
}

// sameStem reports whether two words may be forms of one: «поручителя», «поручитель».
func sameStem(a, b string) bool {
	const least, ending = 10, 6 // bytes: five letters, and three of an ending
	n := commonPrefix(a, b)
	return n >= least && max(len(a), len(b))-n <= ending
}

func commonPrefix(a, b string) (n int) {
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
