package list

import (
	"fmt"
	"slices"
)

// doubtPair doubts the columns of names and organizations if their headings do not say that a letter to one of the
// people may be addressed to the organization beside: delegates of it, people who need not be its own, or an
// organization that the people only deal with. People are always from their place of work.
func (l *List) doubtPair(name, body int, sample []row) {
	if name < 0 || body < 0 || namesPlaceOfWork(l.Columns[body].Title) {
		return
	}
	var message string
	switch {
	case l.areDelegates(name):
		message = fmt.Sprintf("столбец %s — не руководители: письмо этому человеку?", l.Columns[name].Name())
	case l.relationOf(name, body, sample) == apart:
		message = fmt.Sprintf("столбец %s — люди из тех ли организаций, что в столбце %s?", l.Columns[name].Name(),
			l.Columns[body].Name())
	default:
		return
	}
	l.doubtColumn(name, message, "если верно, назовите столбец: name="+l.Columns[name].Letter)
}

// namesPlaceOfWork reports the heading of organizations in which people work or study.
func namesPlaceOfWork(title string) bool {
	has := func(words ...string) bool {
		return slices.ContainsFunc(headingWords(title), func(word string) bool { return hasStem(words, word) })
	}
	return has("место", "мест") && has("работы", "учебы", "службы")
}

// areDelegates reports a column of delegates of organizations, or of people of a kind who need not be theirs: «ФИО
// номинанта». Representatives with their posts are the recipients.
func (l *List) areDelegates(name int) bool {
	words := headingWords(l.Columns[name].Title)
	isHonoured := func(word string) bool { return hasStem(honoured, word) }
	isMain := func(word string) bool { return isStem("главн", word) } // «ФИО главного врача»
	isInPost := actsFor(words) && l.holds("position") && l.besidePeople(l.columnOf("position"))
	return len(words) > 1 && !slices.ContainsFunc(words, isMain) && slices.ContainsFunc(words[1:], isHonoured) ||
		namesDelegate(l.Columns[name].Title) && !isInPost || slices.Contains(words, "дома")
}

// mostHave reports whether most values of a column in the sample have such a word.
func mostHave(column int, is func(word string) bool, sample []row) bool {
	having, filled := countHaving(column, is, sample)
	return having*2 > filled
}

// countHaving returns the numbers of values of a column in the sample that have such a word, and of all.
func countHaving(column int, is func(word string) bool, sample []row) (having, filled int) {
	for _, r := range sample {
		if column >= len(r.Cells) || r.filled < 2 || isBlankMark(r.Cells[column].Text) {
			continue
		}
		if words := foldedWords(r.Cells[column].Text); len(words) > 0 {
			filled++
			if slices.ContainsFunc(words, is) {
				having++
			}
		}
	}
	return having, filled
}
