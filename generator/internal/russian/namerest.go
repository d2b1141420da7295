package russian

import (
	"slices"
	"strings"
	"unicode"
)

// isNothing reports whether tokens are only marks.
func isNothing(tokens []nameToken) bool {
	return !slices.ContainsFunc(tokens, func(t nameToken) bool { return t.kind != tokenSeparator })
}

func onlyTitles(tokens []nameToken) bool {
	return !slices.ContainsFunc(tokens, func(t nameToken) bool {
		return t.kind != tokenTitle && t.kind != tokenSeparator
	})
}

// judge classifies the tokens before or after a name. A position becomes
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
	if isKin(tokens) {
		if !slices.ContainsFunc(s.tokens, isRelation) {
			s.doubt("это родство, а не имя: «" + text + "»")
		}
		return
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

// describe describes a text that is not a name.
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
	case mentionsState(text):
		return "пометка «" + text + "»: может быть, письмо уже не этому человеку"
	case namesMany(text):
		return "здесь не имя одного человека, а обращение к нескольким"
	case isPostPhrase(text):
		return isPostText
	case isBodyName(newNameText(text)):
		return "здесь и организация: «" + text + "»"
	case digits > 0:
		return "в имени цифры: «" + text + "»"
	}
	return "непонятно: «" + text + "»"
}

// namesMany reports a text that begins with a word for several people, which adjectives may
// precede: «Уважаемые коллеги».
func namesMany(text string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if isManyPeople(word) || !isAdjective(word) {
			return isManyPeople(word)
		}
	}
	return false
}

// NamesRole reports a text that says who somebody is without a name: «Житель
// посёлка Дальний», «Представитель прокуратуры».
func NamesRole(text string) bool {
	p := ParsePerson(text, Unknown)
	return p.Kind == Unclear && isPostPhrase(text) && !strings.ContainsAny(text, "0123456789@,;/")
}

// isPostPhrase reports whether a text begins with a position.
func isPostPhrase(text string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		switch n := lookup(word); {
		case inList(word, actingWords+" "+abbreviatedNouns+" и.о врио ио исполняющий исполняющая "+entrepreneurs),
			isSurePost(word), isSurePostInDative(word):
			return true
		case inList(word, abbreviatedAdjectives), isAdjective(word), isAdverb(word):
			continue
		default:
			_, isGiven := givenNames()[word] // «Виктор» ends as «директор» does
			return n.animate && n.known && !isGiven
		}
	}
	return false
}

// postText is a position in the form that papers print before a name.
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
