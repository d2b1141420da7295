package russian

import (
	"slices"
	"strings"
	"unicode"

	"protokol/generator/internal/wordset"
)

// doubtClergy is shown where a letter would greet a cleric by «Уважаемый».
const doubtClergy = "к духовному лицу обращаются по сану: «Ваше Преосвященство», «Ваше Преподобие»"

// Ranks of the clergy. The name after them need not have a surname: «епископ Сергий», «протоиерей Дмитрий Смирнов».
// The see of a bishop is between them, or after the name and a comma: «митрополит Псковский и Порховский Тихон».
const (
	bishops = "епископ архиепископ митрополит патриарх экзарх еп. архиеп. митр."
	priests = "иерей протоиерей протопресвитер протодиакон архидиакон иеромонах иеродиакон архимандрит игумен " +
		"схиигумен схимонах схиархимандрит диакон дьякон священник монах инок иер. прот. архим. иером. игум. свящ. " +
		"диак. протод. о. отец"
	nuns = "игумения игуменья монахиня инокиня схимонахиня схиигумения матушка"
)

var (
	isCleric = wordset.Words(bishops, priests, nuns)
	isBishop = wordset.Words(bishops)
	isNun    = wordset.Words(nuns)
	// isRankOrSurname reports ranks that are surnames, too, if they have a capital.
	isRankOrSurname = wordset.Words("дьякон диакон священник монах инок игумен")
	// isClericElsewhere reports ranks of other confessions.
	isClericElsewhere = wordset.Words("имам имам-хатыб муфтий раввин пастор ксёндз ксендз лама")
	isParent          = wordset.Words("отец матушка")
	// isClergyHonorific reports words of address before a rank.
	isClergyHonorific = wordset.Words("преосвященный преосвященнейший высокопреосвященный высокопреосвященнейший " +
		"святейший блаженнейший митрофорный досточтимый честной всечестной")
)

// isClergyRank reports whether a token is a rank of the clergy.
func isClergyRank(t nameToken) bool {
	return (t.kind == tokenWord || t.kind == tokenOther) && isCleric(t.lowercase())
}

// splitClergy separates the name of a cleric from the rank and the see. It reports
// false of everything else.
func (s *nameSplit) splitClergy() bool {
	at := slices.IndexFunc(s.tokens, isClergyRank)
	if at < 0 {
		return false
	}
	before := s.tokens[:at]
	for len(before) > 0 && isClergyHonorific(before[0].lowercase()) {
		before = before[1:]
	}
	if len(before) == 0 {
		return s.clericBehind(at)
	}
	return s.clericBefore(at, before)
}

// hasRank reports whether a post has a rank of the clergy: «настоятель храма, иерей».
func hasRank(post string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(post)), func(word string) bool {
		word = strings.Trim(word, ",;()")
		return isCleric(word) && !isParent(word) && word != "о."
	})
}

// RankDoubt returns the doubt about the salutation of somebody by the surname if the post is a rank of the clergy, or
// "".
func RankDoubt(post string) string {
	switch {
	case hasRank(post):
		return doubtClergy
	case slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(post), func(r rune) bool {
		return r != '-' && !unicode.IsLetter(r)
	}), isClericElsewhere):
		return "к духовному лицу обращаются по сану"
	}
	return ""
}

// clericBehind reads the rank at a place, the see and the name after them.
func (s *nameSplit) clericBehind(at int) bool {
	rank := s.tokens[at]
	from := at + 1
	for from < len(s.tokens)-1 && isClergyRank(s.tokens[from]) {
		from++
	}
	if isBishop(rank.lowercase()) {
		from = s.endOfSee(from)
	}
	name := s.tokens[from:]
	if len(name) == 1 && isReligiousName(name[0]) && (rank.raw != "" || isOtherWord(rank)) {
		return s.takeCleric(name, reading{roles: []role{roleGiven}, rank: rankName}, rank, s.tokens[:from])
	}
	if slices.ContainsFunc(name, isBarrier) || len(name) < 2 {
		return false
	}
	r := readRoles(name, s.gender)
	if r.rank < rankName || r.doubt != "" || isParent(rank.lowercase()) && r.roles[0] == roleSurname {
		return false // «отец Иванов Иван» is a parent
	}
	return s.takeCleric(name, r, rank, s.tokens[:from])
}

// isOtherWord reports a word that is a rank or a surname and is not a surname at its place.
func isOtherWord(rank nameToken) bool {
	return rank.kind == tokenOther || !isRankOrSurname(rank.lowercase())
}

// clericBefore reads a name before a comma, the rank of a bishop and the see:
// «Сергий, епископ Вяземский и Гагаринский».
func (s *nameSplit) clericBefore(at int, before []nameToken) bool {
	rank := s.tokens[at]
	if len(before) != 2 || before[1].text != "," || !isReligiousName(before[0]) || !isBishop(rank.lowercase()) ||
		at+1 == len(s.tokens) || s.endOfSee(at+1) != len(s.tokens) {
		return false
	}
	if at > len(before) {
		s.remark("отделено: «" + joinTokens(s.tokens[:at-len(before)]) + "»")
	}
	return s.takeCleric(before[:1], reading{roles: []role{roleGiven}, rank: rankName}, rank, s.tokens[at:])
}

// endOfSee returns the index after the see that starts at a token: «Московский и всея
// Руси».
func (s *nameSplit) endOfSee(at int) int {
	for at < len(s.tokens) {
		lower := s.tokens[at].lowercase()
		next := ""
		if at+1 < len(s.tokens) {
			next = s.tokens[at+1].lowercase()
		}
		switch {
		case lower == "и" && next == "всея":
			at = min(at+3, len(s.tokens))
		case lower == "и" && isSee(next):
			at += 2
		case isSee(lower):
			at++
		default:
			return at
		}
	}
	return at
}

var isSee = wordset.Endings("ский цкий ской цкой")

// isReligiousName reports a word that can be the name of a cleric without a surname.
func isReligiousName(t nameToken) bool {
	lower := t.lowercase()
	_, given := givenNames()[lower]
	return t.kind == tokenWord && (given || !looksLikeSurname(lower) && !isAdjective(lower) &&
		patronymicGender(lower) == Unknown && !isSurePost(lower) && !isInstitution(lower))
}

// takeCleric records the name of a cleric and makes the rest the position.
func (s *nameSplit) takeCleric(name []nameToken, r reading, rank nameToken, post []nameToken) bool {
	s.clergy = Masculine
	if isNun(rank.lowercase()) {
		s.clergy = Feminine
	}
	s.run, s.reading, s.post = slices.Clone(name), r, joinTokens(post)
	s.remark("отделена должность: «" + s.post + "»")
	return true
}
