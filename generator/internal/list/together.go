package list

import (
	"fmt"
	"slices"
	"strings"
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
	case l.areApart(name, body, sample):
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

// areApart reports whether people are, by their heading, not those of the organizations: in a post of another kind of
// organizations, «Школа» and «Губернатор», citizens, or before those with whom somebody has a contract: «Директор»
// before «Подрядчик», but not behind it, nor «ФИО директора» and people in posts.
func (l *List) areApart(name, body int, sample []row) bool {
	who, kind := headingWords(l.Columns[name].Title), kindWords(l.Columns[body].Title)
	if len(who) > 0 && hasStem(residents, who[0]) {
		return true
	}
	if len(kind) == 0 || slices.ContainsFunc(who, func(word string) bool { return sameStem(word, kind[len(kind)-1]) }) {
		return false
	}
	if hasStem(parties, kind[0]) || hasStem([]string{"клиент", "партнер", "абонент"}, kind[0]) {
		title := l.Columns[name].Title
		return name < body && !l.holds("position") && !(namesAddressee(title) && namesChief(title))
	}
	var bodies []string
	for post, own := range bodiesOfPosts {
		if slices.ContainsFunc(who, func(word string) bool { return isStem(post, word) }) {
			bodies = append(bodies, strings.Fields(own)...)
		}
	}
	isOwn := func(word string) bool { return hasStem(bodies, word) }
	if len(bodies) == 0 || slices.ContainsFunc(kind, isOwn) || mostHave(body, isOwn, sample) {
		return false
	}
	return slices.ContainsFunc(kind, func(word string) bool { return namesKind(word) && !isGeneralBody(word) }) ||
		mostHave(body, isCommercial, sample)
}

// bodiesOfPosts are stems of posts that only organizations of some kinds have, with stems of these kinds.
var bodiesOfPosts = map[string]string{
	"губернатор": "област край республик округ регион субъект правительств администрац",
	"министр":    "министерств правительств",
	"прокурор":   "прокуратур",
	"судья":      "суд суда участок",
	"ректор":     "вуз университет институт академи консерватори",
	"настоятель": "храм церковь церкви собор монастыр приход часовн подворь",
	"командир":   "часть части полк отряд батальон дружин дивизион",
	"атаман":     "казач казачь войск станиц хутор обществ",
	"родител":    "класс",
}

// residents are stems of headings for people who need not work in an organization.
var residents = strings.Fields("гражданин житель")

// isCommercial reports the legal form of a company.
func isCommercial(word string) bool {
	return slices.Contains(strings.Fields("ооо оао зао пао ао ип"), word)
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
