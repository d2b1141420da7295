package list

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/russian"
)

// relation says what the headings of a column of people and of one of organizations tell about them.
type relation int

const (
	unclear  relation = iota
	apart             // the people are those of other organizations, or of none: «Губернатор» and «Школа»
	together          // they surely work in these: «Театр» and «Директор»
)

// relationOf returns the relation of the people in a column to the organizations in another one.
func (l *List) relationOf(person, body int, sample []row) relation {
	heads, kind := headingWords(l.Columns[person].Title), kindWords(l.Columns[body].Title)
	if len(heads) > 0 && (hasStem(residents, heads[0]) || ownShares(heads, kind)) {
		return apart
	}
	if len(kind) == 0 {
		return unclear
	}
	noun := kind[len(kind)-1]
	isNoun := func(word string) bool { return word == noun || sameStem(word, noun) || word == initials(kind) }
	isNamed := slices.ContainsFunc(heads, isNoun) // «Директор театра»
	switch {
	case !isNamed && hasStem(dealing, kind[0]):
		if l.dealWith(person, body) {
			return apart
		}
	case !isNamed && haveOtherBodies(heads, kind, body, sample):
		return apart
	case slices.ContainsFunc(kind, namesRelation), l.namesOtherBody(person, kind, isNoun),
		slices.ContainsFunc(kind[:len(kind)-1], func(word string) bool { return !anyAdjective.MatchString(word) }):
	case isNamed, isGeneralBody(noun) && len(kind) == 1, body < person && l.namesOwnKind(person, body, kind),
		allHave(body, isNoun, sample): // «ФАП» above «ФАП д. Ёлки»
		return together
	}
	return unclear
}

// dealing are stems of headings of organizations with which others have a contract or a case.
var dealing = slices.Concat(parties, []string{"клиент", "партнер", "абонент"})

// dealWith reports people before organizations that theirs may only deal with: «Директор» before «Подрядчик», but not
// «ФИО директора» nor people in posts.
func (l *List) dealWith(person, body int) bool {
	title := l.Columns[person].Title
	return person < body && !l.holds("position") && !(namesAddressee(title) && namesChief(title))
}

// haveOtherBodies reports people in a post that organizations of another kind have, by the heading of these or by
// what they are called.
func haveOtherBodies(heads, kind []string, body int, sample []row) bool {
	var bodies []string
	for post, own := range bodiesOfPosts {
		if slices.ContainsFunc(heads, func(word string) bool { return isStem(post, word) }) {
			bodies = append(bodies, strings.Fields(own)...)
		}
	}
	isOwn := func(word string) bool { return hasStem(bodies, word) }
	if len(bodies) == 0 || slices.ContainsFunc(kind, isOwn) || mostHave(body, isOwn, sample) {
		return false
	}
	return slices.ContainsFunc(kind, isSpecificBody) || mostHave(body, isCommercial, sample)
}

// namesOtherBody reports a heading of people that names organizations of another kind: «Глава района» beside «Школа».
func (l *List) namesOtherBody(person int, kind []string, isNoun func(string) bool) bool {
	who := l.Columns[person].Title
	isGeneral := isGeneralBody(kind[len(kind)-1]) && len(kind) == 1
	return slices.ContainsFunc(headingWords(who), func(word string) bool {
		isAcronym := (isGeneral || abbreviates(word, kind)) && strings.Contains(who, strings.ToUpper(word)) // «РСО»
		return !isNoun(word) && !isAcronym && !isGeneralBody(word) && namesOther(word)
	})
}

// namesOwnKind reports a heading of organizations that names their kind, as one before that of their heads does:
// «Театр», but not «Охрана».
func (l *List) namesOwnKind(person, body int, kind []string) bool {
	noun := kind[len(kind)-1]
	return namesKind(noun) && !slices.Contains(otherBodies, noun) || isGeneralBody(noun) ||
		namesOfKind.MatchString(l.Columns[body].Title) ||
		isBank(kind) && slices.Equal(headingWords(l.Columns[person].Title), []string{"управляющий"})
}

// isSpecificBody reports a word for organizations of one kind.
func isSpecificBody(word string) bool { return namesKind(word) && !isGeneralBody(word) }

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

// ownShares reports a heading of people who only own a share of the organizations beside or deal in them, by the
// headings: «Акционер», «ФИО акционера», «Участник» of «Общество», but not of «Организация», which is at a seminar, nor
// «Участники собрания».
func ownShares(heads, kind []string) bool {
	for len(heads) > 1 && hasStem([]string{"фио", "фамили"}, heads[0]) {
		heads = heads[1:]
	}
	isOf := func(word string) bool {
		return hasStem([]string{"обществ", "товариществ", "кооператив", "ооо"}, word)
	}
	return hasStem(owners, heads[0]) ||
		isStem("участник", heads[0]) && slices.ContainsFunc(kind, isOf) &&
			!slices.ContainsFunc(heads[1:], func(word string) bool { return !isOf(word) })
}

var owners = strings.Fields("акционер пайщик дольщик вкладчик собственник правообладател")

// isCommercial reports the legal form of a company.
func isCommercial(word string) bool {
	return slices.Contains(strings.Fields("ооо оао зао пао ао ип"), word)
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
	учредител головн вышестоящ материнск надзорн куратор прежн бывш базов опорн суд суда прокуратур инспекци
	союз ассоциаци палат объединени`)

// anyAdjective finds an adjective in the cases of headings, also one that stands for people: «больного».
var anyAdjective = regexp.MustCompile(`(?:[ыиое]й|[ая]я|[ое]е|[ое]го|[ыи]х)$`)
