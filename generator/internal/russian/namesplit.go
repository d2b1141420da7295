package russian

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameSplit separates the words of a name from what stands around them.
type nameSplit struct {
	*nameText
	tokens  []nameToken
	gender  Gender
	run     []nameToken // the name
	reading reading
	post    string
	unclear bool
	edited  bool // the tokens are not those of the text

	bracketed bool // something in brackets was taken out
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
	s.joinHyphens()
	s.joinCommas()
	s.dropRepetition()
	list := s.candidates()
	best := -1
	for i, c := range list {
		if best < 0 || c.rank > list[best].rank {
			best = i
		}
	}
	if best < 0 {
		s.unclear = true
		s.doubt(s.describe(s.tokens))
		return
	}
	name := list[best]
	s.run, s.reading = s.tokens[name.from:name.to], name.reading
	for i, c := range list {
		if i != best && (c.rank >= rankNoFamily || hasGiven(s.tokens[c.from:c.to])) {
			s.unclear = true
			s.doubt("здесь, похоже, двое людей")
			return
		}
	}
	if name.rank == rankNothing {
		s.unclear = true
		s.doubt(firstOf(name.doubt, doubtWords))
		return
	}
	if name.rank < rankNoFamily && (s.lowers && s.allLow || isNoName(s.run)) {
		s.unclear = true
		s.doubt(s.describe(s.tokens))
		return
	}
	rest := slices.Concat(s.tokens[:name.from], s.tokens[name.to:])
	if isNothing(rest) {
		return
	}
	if name.rank < rankNoFamily && !onlyTitles(rest) {
		s.unclear = true
		s.doubt(s.describe(s.tokens))
		return
	}
	s.judge(s.tokens[:name.from])
	s.judge(s.tokens[name.to:])
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
			return rest
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

// endsInPost reports whether a run begins or ends with a word that is hardly a
// surname.
func (s *nameSplit) endsInPost(from, to int) bool {
	for _, t := range []nameToken{s.tokens[from], s.tokens[to-1]} {
		if t.caps && utf8.RuneCountInString(t.text) <= 4 || surePostWords()[strings.ToLower(t.text)] {
			return true
		}
	}
	return false
}

// leavesName reports whether the token at i is a position beside a name of a
// rank. A word that may be a surname needs a name that has one itself.
func (s *nameSplit) leavesName(i, rank int) bool {
	switch t := s.tokens[i]; {
	case surePostWords()[strings.ToLower(t.text)]:
		return rank >= rankPart
	case t.caps && utf8.RuneCountInString(t.text) <= 4: // «УВР»
		return rank == rankFull
	}
	return isPosition(s.tokens[i]) && rank >= rankName
}

// surePosts are positions that are hardly ever surnames.
const surePosts = "директор председатель начальник начальница заведующий заведующая руководитель заместитель " +
	"заместительница президент профессор доцент академик ректор проректор декан управляющий управляющая полковник " +
	"подполковник лейтенант глава мэр губернатор министр депутат секретарь инженер бухгалтер врач учитель " +
	"преподаватель специалист менеджер координатор консультант советник помощник адвокат нотариус прокурор " +
	"инспектор воспитатель библиотекарь экономист юрист программист методист психолог педагог редактор директриса " +
	"учредитель собственник владелец представитель предприниматель председательствующий исполняющий исполняющая " +
	"сотрудник работник участник член секретарша технолог агроном контролёр контролер ревизор"

var surePostWords = setOf(surePosts)

// isNoName recognizes words that stand in lists instead of a name, and a
// position alone.
func isNoName(run []nameToken) bool {
	if len(run) != 1 {
		return false
	}
	lower := strings.ToLower(run[0].text)
	return surePostWords()[lower] || inList(lower, "нет вакансия вакантно вакант отсутствует неизвестно уточняется пусто иной иное уволен "+
		"уволена умер умерла выбыл выбыла ликвидирован ликвидирована")
}

// isPostWord reports whether a word may be part of a position.
func isPostWord(t nameToken) bool { return t.caps || isAdjective(t.text) || lookup(t.text).animate }

func isPosition(t nameToken) bool {
	_, listed := lexicon()[strings.ToLower(t.text)]
	n := lookup(t.text)
	return t.kind == tokenWord && n.animate && (listed || n.known && len(t.text) > 2*4)
}

func hasGiven(run []nameToken) bool {
	return slices.ContainsFunc(run, func(t nameToken) bool {
		_, given := givenNames()[strings.ToLower(t.text)]
		return given || t.kind == tokenInitial
	})
}

// removeBrackets takes what stands in brackets out of the tokens: a former
// surname, a position.
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
			before.kind != tokenWord || after.kind != tokenWord || isPosition(after) || isPosition(before) {
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
	if first := readRoles(before, s.gender); isRest && first.rank == rankPart && first.roles[len(before)-1] == roleSurname {
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

// isNothing reports whether tokens are only marks.
func isNothing(tokens []nameToken) bool {
	return !slices.ContainsFunc(tokens, func(t nameToken) bool { return t.kind != tokenSeparator })
}

func onlyTitles(tokens []nameToken) bool {
	return !slices.ContainsFunc(tokens, func(t nameToken) bool {
		return t.kind != tokenTitle && t.kind != tokenSeparator
	})
}

// judge tells what the tokens before or after a name are. A position becomes
// the post.
func (s *nameSplit) judge(tokens []nameToken) {
	if isNothing(tokens) {
		return
	}
	text := joinTokens(tokens)
	if onlyTitles(tokens) {
		s.remark("отделено: «" + text + "»")
		return
	}
	isTitle := func(t nameToken) bool { return t.kind == tokenTitle || t.kind == tokenSeparator }
	for isTitle(tokens[0]) {
		tokens = tokens[1:]
	}
	for isTitle(tokens[len(tokens)-1]) {
		tokens = tokens[:len(tokens)-1]
	}
	if rest := joinTokens(tokens); rest != text {
		s.remark("отделено: «" + strings.Trim(strings.Replace(text, rest, "", 1), " ,;") + "»")
		text = rest
	}
	what := s.describe(tokens)
	if what == isPostText && s.post == "" {
		s.post = postText(text)
		s.remark("отделена должность: «" + text + "»")
		return
	}
	s.doubt(what)
}

const isPostText = "это должность, а не имя"

// describe tells what a text is that is no name.
func (s *nameSplit) describe(tokens []nameToken) string {
	text := joinTokens(tokens)
	if text == "" {
		text = s.nameText.text
	}
	digits := strings.Count(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return -1
	}, text), "0")
	switch {
	case strings.Contains(text, "@"):
		return "в имени адрес электронной почты: «" + text + "»"
	case digits >= 5:
		return "в имени телефон или номер: «" + text + "»"
	case isPostPhrase(text):
		return isPostText
	case digits > 0:
		return "в имени цифры: «" + text + "»"
	}
	return "непонятно: «" + text + "»"
}

// isPostPhrase reports whether a text begins with a position.
func isPostPhrase(text string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		switch n := lookup(word); {
		case inList(word, actingWords+" "+abbreviatedNouns+" и.о врио ио исполняющий исполняющая "+entrepreneurs):
			return true
		case inList(word, abbreviatedAdjectives), isAdjective(word), isAdverb(word):
			continue
		default:
			return n.animate && n.known
		}
	}
	return false
}

// postText is a position as it stands before a name in a paper.
func postText(text string) string {
	if inList(strings.ToLower(text), entrepreneurs) {
		return Trader
	}
	return text
}

func joinTokens(tokens []nameToken) string {
	var b strings.Builder
	for i, t := range tokens {
		if t.kind == tokenSeparator && (i == 0 || i == len(tokens)-1) {
			continue
		}
		if b.Len() > 0 && tokens[i-1].space != "" {
			b.WriteByte(' ')
		}
		b.WriteString(firstOf(t.raw, t.text))
	}
	return strings.TrimSpace(b.String())
}

// text is the whole text, with the letters of the name corrected.
func (s *nameSplit) text() string {
	for i := range s.run {
		s.run[i].raw = ""
	}
	return joinTokens(s.tokens)
}
