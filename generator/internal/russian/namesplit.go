package russian

import (
	"slices"
	"strings"

	"protokol/generator/internal/wordset"
)

// nameSplit separates the words of a name from the text around them.
type nameSplit struct {
	*nameText
	tokens  []nameToken
	gender  Gender
	run     []nameToken // the name
	reading reading
	post    string
	unclear bool
	edited  bool // the tokens are not those of the text

	bracketed bool   // something in brackets was taken out
	clergy    Gender // the name is that of a cleric of the gender
}

func newNameSplit(n *nameText, tokens []nameToken, g Gender) *nameSplit {
	return &nameSplit{nameText: n, tokens: tokens, gender: g}
}

// candidate is a run of tokens that may be the name.
type candidate struct {
	from, to int
	reading
}

// split finds the name among the tokens and judges the rest.
func (s *nameSplit) split() {
	s.removeBrackets()
	if s.splitClergy() {
		return
	}
	s.joinHyphens()
	s.joinCommas()
	s.dropRepetition()
	list := s.candidates()
	if len(list) == 0 {
		s.giveUp(s.describe(s.tokens))
		return
	}
	name := slices.MaxFunc(list, func(a, b candidate) int { return a.rank - b.rank })
	s.run, s.reading = s.tokens[name.from:name.to], name.reading
	rest := slices.Concat(s.tokens[:name.from], s.tokens[name.to:])
	switch {
	case s.hasOther(list, name):
		s.giveUp("здесь, похоже, двое людей")
	case name.rank == rankNothing:
		s.giveUp(firstOf(name.doubt, doubtWords))
	case name.rank < rankNoFamily && (s.lowers && s.allLow || isNoName(s.run) || !onlyTitles(rest)):
		s.giveUp(s.describe(s.tokens))
	default:
		if name.double && name.from > 0 && s.tokens[name.from-1].kind == tokenOther {
			// «директор музея Рерихов Громов О.И.»
			s.doubt("не ясно, где кончается должность и начинается фамилия")
		}
		s.judge(s.tokens[:name.from])
		s.judge(s.tokens[name.to:])
	}
	s.judgeRelation()
}

// giveUp records that no one person can be separated from the rest.
func (s *nameSplit) giveUp(why string) {
	s.unclear = true
	s.doubt(why)
}

// hasOther reports whether another person is named next to a name.
func (s *nameSplit) hasOther(list []candidate, name candidate) bool {
	return slices.ContainsFunc(list, func(c candidate) bool {
		return c.from != name.from && (c.rank >= rankNoFamily || hasGiven(s.tokens[c.from:c.to]))
	})
}

// candidates are the runs of words, initials and particles.
func (s *nameSplit) candidates() []candidate {
	var list []candidate
	for i := 0; i < len(s.tokens); i++ {
		from := i
		for i < len(s.tokens) && isNameToken(s.tokens[i].kind) {
			i++
		}
		if from < i {
			list = append(list, s.withoutPosts(from, i))
		}
	}
	return list
}

func isNameToken(kind tokenKind) bool {
	return kind == tokenWord || kind == tokenInitial || kind == tokenParticle || kind == tokenFather
}

// withoutPosts reads a run. Words of a position in capitals at its ends do not
// belong to the name if a name remains without them: «Директор Иванов И.И.».
func (s *nameSplit) withoutPosts(from, to int) candidate {
	from = s.behindPost(from, to)
	whole := candidate{from, to, readRoles(s.tokens[from:to], s.gender)}
	if whole.rank == rankFull && whole.doubt == "" && !whole.double && !s.endsInPost(from, to) {
		return whole
	}
	if to < len(s.tokens) && s.tokens[to].kind == tokenOther && isAdjective(s.tokens[to-1].text) {
		rest := candidate{from, to - 1, readRoles(s.tokens[from:to-1], s.gender)}
		if rest.rank == rankFull { // «Громов Олег Ильич Генеральный директор»
			return rest
		}
	}
	for i := from; i < to-1 && isPostWord(s.tokens[i]); i++ {
		rest := candidate{i + 1, to, readRoles(s.tokens[i+1:to], s.gender)}
		if s.leavesName(i, rest.rank) {
			return s.withoutBody(rest)
		}
	}
	for i := to - 1; i > from && isPostWord(s.tokens[i]); i-- {
		rest := candidate{from, i, readRoles(s.tokens[from:i], s.gender)}
		if s.leavesName(i, rest.rank) {
			return rest
		}
	}
	return whole
}

// behindPost returns where a run begins without words that end a position: «начальник отдела кадров Громов О.И.»,
// «учитель России Громов О.И.». The rest has a surname of its own.
func (s *nameSplit) behindPost(from, to int) int {
	for i := from; i > 0 && i+1 < to && (s.tokens[i].wasSmall() || isBodyGenitive(s.tokens[i].lowercase())); i++ {
		if rest := readRoles(s.tokens[i+1:to], s.gender); rest.rank >= rankName && !s.tokens[i+1].wasSmall() {
			return i + 1
		}
	}
	return from
}

// withoutBody removes a body after a position, if no less of a name remains:
// «Академик РАН Громов О.И.», «Председатель Совета Громов О.И.», but not «Директор
// КИМ Олег».
func (s *nameSplit) withoutBody(c candidate) candidate {
	if c.to-c.from < 2 || !s.tokens[c.from].isShortInCapitals() && !isBodyGenitive(s.tokens[c.from].lowercase()) {
		return c
	}
	rest := candidate{c.from + 1, c.to, readRoles(s.tokens[c.from+1:c.to], s.gender)}
	if rest.rank >= c.rank {
		return rest
	}
	return c
}

// isBodyGenitive reports bodies in the genitive that follow a position.
var isBodyGenitive = wordset.Words("совета комитета комиссии правления думы собрания управления отдела департамента " +
	"палаты союза центра фонда общества товарищества кооператива суда школы района города области фракции профкома " +
	"россии")

func hasGiven(run []nameToken) bool {
	return slices.ContainsFunc(run, func(t nameToken) bool {
		_, given := givenNames()[t.lowercase()]
		return given || t.kind == tokenInitial
	})
}

// removeBrackets removes brackets and the tokens between them: a former surname, a position.
func (s *nameSplit) removeBrackets() {
	from := slices.IndexFunc(s.tokens, func(t nameToken) bool { return t.kind == tokenOpening })
	if from < 0 {
		return
	}
	length := slices.IndexFunc(s.tokens[from:], func(t nameToken) bool { return t.kind == tokenClosing })
	if length < 0 {
		return
	}
	s.bracketed = true
	inner := slices.Clone(s.tokens[from+1 : from+length])
	s.tokens = slices.Concat(s.tokens[:from], s.tokens[from+length+1:])
	switch {
	case len(inner) == 1 && inner[0].kind == tokenWord && !isPosition(inner[0]):
		s.remark("отделено в скобках: «" + inner[0].text + "»")
	default:
		s.judge(inner)
	}
}

// joinHyphens joins words around a hyphen or a dash with a space beside it, if
// the result is a name: «Салтыков - Щедрин Михаил Евграфович».
func (s *nameSplit) joinHyphens() {
	for i := 1; i+1 < len(s.tokens); i++ {
		before, after := s.tokens[i-1], s.tokens[i+1]
		if s.tokens[i].kind != tokenSeparator || !strings.Contains("-–—", s.tokens[i].text) ||
			before.kind != tokenWord || after.kind != tokenWord || isListedPosition(after) || isListedPosition(before) {
			continue
		}
		hyphened := nameToken{text: before.text + "-" + after.text, space: after.space, kind: tokenWord}
		tokens := slices.Concat(s.tokens[:i-1], []nameToken{hyphened}, s.tokens[i+2:])
		if joined := readRoles(tokens, s.gender); !slices.ContainsFunc(tokens, isBarrier) && joined.doubt == "" &&
			joined.rank >= rankName && joined.roles[i-1] != rolePatronymic {
			s.tokens, s.edited = tokens, true
			s.remark("пробелы у дефиса убраны")
			return
		}
	}
}

func isBarrier(t nameToken) bool { return !isNameToken(t.kind) && t.kind != tokenTitle }

// joinCommas removes a comma after the surname: «Иванов, Иван Иванович».
func (s *nameSplit) joinCommas() {
	at := slices.IndexFunc(s.tokens, func(t nameToken) bool { return t.kind == tokenSeparator })
	if at < 1 || s.tokens[at].text != "," || at+1 == len(s.tokens) {
		return
	}
	before, after := s.tokens[:at], s.tokens[at+1:]
	end := slices.IndexFunc(after, func(t nameToken) bool { return !isNameToken(t.kind) })
	if end < 0 {
		end = len(after)
	}
	hasWord := slices.ContainsFunc(after[:end], func(t nameToken) bool { return t.kind == tokenWord })
	isRest := end > 0 && (!hasWord || end <= 3 && isGivenAndPatronymic(after[:end]))
	first := readRoles(before, s.gender)
	if isRest && first.rank == rankPart && first.roles[at-1] == roleSurname {
		s.tokens, s.edited = slices.Concat(before, after), true
		s.remark("запятая после фамилии убрана")
	}
}

// isGivenAndPatronymic reports whether words are a given name, with or without a
// patronymic.
func isGivenAndPatronymic(words []nameToken) bool {
	if !hasGiven(words[:1]) && len(words) < 2 {
		return false
	}
	for _, t := range words[1:] {
		if t.kind == tokenWord && patronymicGender(strings.ToLower(t.text)) == Unknown &&
			words[len(words)-1].kind != tokenFather {
			return false
		}
	}
	return true
}

// dropRepetition removes a name that is written twice.
func (s *nameSplit) dropRepetition() {
	half := len(s.tokens) / 2
	if half < 2 || len(s.tokens)%2 != 0 {
		return
	}
	for i := range half {
		if s.tokens[i].text != s.tokens[half+i].text || !isNameToken(s.tokens[i].kind) {
			return
		}
	}
	s.tokens, s.edited = s.tokens[:half], true
	s.remark("имя написано дважды")
}
