package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

// nameToken is a word or a mark of a text that is read as a name.
type nameToken struct {
	text  string
	space string // the text between it and the next token
	kind  tokenKind
	lower string // the text in small letters, if it is a word
	raw   string // the text before its letters were corrected, if they were
	caps  bool   // it was in capitals in a text that has small letters
	stop  bool   // a full stop follows: «Влад.»
}

// lowercase returns the text in small letters.
func (t nameToken) lowercase() string {
	if t.lower == "" {
		return strings.ToLower(t.text)
	}
	return t.lower
}

// wasSmall reports whether the word began with a small letter.
func (t nameToken) wasSmall() bool {
	first, _ := utf8.DecodeRuneInString(t.raw)
	return unicode.IsLower(first)
}

// isShortInCapitals reports whether the token may be an abbreviation: «УВР».
func (t nameToken) isShortInCapitals() bool {
	const longest = 4 // letters
	return t.caps && utf8.RuneCountInString(t.text) <= longest
}

type tokenKind int

const (
	tokenOther     tokenKind = iota // cannot be part of a name: «отдела», «12-34», «ООО»
	tokenWord                       // «Иванов», «Анна-Мария»
	tokenInitial                    // «И.»
	tokenParticle                   // «фон»
	tokenFather                     // «оглы»
	tokenTitle                      // «д.м.н.», «г-н»
	tokenSeparator                  // a comma, a slash, a dash between spaces, «и»
	tokenOpening                    // «(»
	tokenClosing                    // «)»
)

// separators are the marks between the people, titles and positions of a text.
const separators = ",;/\\|&+:\n–—"

// tokens splits the text. A word and a mark that touch are two tokens.
func (n *nameText) tokens() []nameToken {
	list := make([]nameToken, 0, 8)
	words := splitChunks(n.text)
	for i := 0; i < len(words); {
		if count := titleAt(words[i:]); count > 0 {
			var parts []string
			for _, w := range words[i : i+count] {
				parts = append(parts, w.text)
			}
			title := nameToken{text: strings.Join(parts, " "), space: words[i+count-1].space, kind: tokenTitle}
			list = append(list, title)
			i += count
			continue
		}
		if n.actsFor(words[i:]) {
			list = append(list, nameToken{text: words[i].text, space: words[i].space, kind: tokenOther})
		} else {
			list = n.appendTokens(list, words[i])
		}
		i++
	}
	return list
}

// actsFor recognizes «И.О.» in capitals, which are no initials before a word in small letters: «И.О. директора».
func (n *nameText) actsFor(words []nameToken) bool {
	if n.allLow || len(words) < 2 || !inList(strings.ToLower(words[0].text), actingWords) {
		return false
	}
	next := words[1].text
	return unicode.IsLower(firstRune(next)) && !isParticle(next) && next != "и"
}

// splitChunks splits a text at spaces and separates marks from words.
func splitChunks(text string) []nameToken {
	var list []nameToken
	for text != "" {
		at, size := typography.NextSpace(text)
		chunk, space := text[:at], text[at:at+size]
		text = text[at+size:]
		if chunk == "" {
			continue
		}
		first := len(list)
		for chunk != "" {
			end := strings.IndexAny(chunk, separators+"()[]")
			if title := titleBefore(chunk); title > 0 && (end < 0 || title < end) {
				end = title
			}
			switch {
			case end < 0:
				end = len(chunk)
			case end == 0:
				_, end = utf8.DecodeRuneInString(chunk)
			}
			if isRangeDash(chunk, end) {
				rest := strings.IndexAny(chunk[end+len("–"):], separators+"()[]")
				if rest < 0 {
					rest = len(chunk) - end - len("–")
				}
				joined := chunk[:end] + "-" + chunk[end+len("–"):end+len("–")+rest]
				list = append(list, nameToken{text: joined})
				chunk = chunk[end+len("–")+rest:]
				continue
			}
			list = append(list, nameToken{text: chunk[:end]})
			chunk = chunk[end:]
		}
		if len(list) > first {
			list[len(list)-1].space = space
		}
	}
	return list
}

// isRangeDash reports whether a dash at end is between two letters, where a hyphen is meant: «Салтыков–Щедрин».
func isRangeDash(chunk string, end int) bool {
	if end == 0 || !strings.HasPrefix(chunk[end:], "–") && !strings.HasPrefix(chunk[end:], "—") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(chunk[:end])
	after, _ := utf8.DecodeRuneInString(chunk[end+len("–"):])
	return unicode.IsLetter(before) && unicode.IsUpper(after)
}

// appendTokens appends the tokens of a chunk: «И.И.Иванов» has three.
func (n *nameText) appendTokens(list []nameToken, chunk nameToken) []nameToken {
	text := chunk.text
	switch {
	case text == "(" || text == "[":
		return append(list, nameToken{text: text, space: chunk.space, kind: tokenOpening})
	case text == ")" || text == "]":
		return append(list, nameToken{text: text, space: chunk.space, kind: tokenClosing})
	case strings.Contains(separators, text), text == "-", text == "и":
		return append(list, nameToken{text: text, space: chunk.space, kind: tokenSeparator})
	case text == ".": // «И .»
		if last := len(list) - 1; last >= 0 && (list[last].kind == tokenInitial || list[last].kind == tokenWord) {
			list[last].space = chunk.space
			return list
		}
	}
	dangling := strings.HasSuffix(text, "-") && len(text) > 1
	if rest, ok := strings.CutPrefix(text, "-"); ok { // «Салтыков -Щедрин»
		list, text = append(list, nameToken{text: "-", kind: tokenSeparator}), rest
	}
	if n.isAbbreviated(text) || isRoman(text) {
		return append(list, nameToken{text: text, space: chunk.space, kind: tokenOther})
	}
	first := len(list)
	list = n.splitAtStops(list, strings.TrimSuffix(text, "-"))
	if len(list) > first {
		list[len(list)-1].space = chunk.space
	}
	if dangling { // «Салтыков- Щедрин»
		list = append(list, nameToken{text: "-", space: chunk.space, kind: tokenSeparator})
	}
	return list
}

// isRoman recognizes Roman numerals, which are not initials: «инвалид II группы».
func isRoman(text string) bool {
	return len(text) < len("XVIII") && strings.Trim(text, "IVX") == "" && text != "X"
}

// isAbbreviated recognizes words that no name has: «и.о.», «зам.», «тел.», «ИП».
func (n *nameText) isAbbreviated(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	lower := strings.ToLower(text)
	switch {
	case inList(lower, entrepreneurs):
		return text == lower || isUpper(text)
	case isPostAbbreviation(lower):
		return unicode.IsLower(first) || text != strings.ToUpper(text) || n.allCaps && len(text) > 2*3
	}
	at := strings.IndexByte(text, '.')
	if at < 0 || n.allLow {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at+1:])
	return unicode.IsLower(first) && at <= len("контр") || unicode.IsLower(next) // «д.», «Зам.директора»
}

var isPostAbbreviation = wordset.Words(actingWords + " " + abbreviatedNouns + " " + abbreviatedAdjectives +
	" тел. моб. доб. раб.")

// splitAtStops splits initials from one another and from a surname.
func (n *nameText) splitAtStops(list []nameToken, text string) []nameToken {
	if strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune(".-'’", r)
	}) {
		return append(list, nameToken{text: text, kind: tokenOther})
	}
	hasStop := strings.Contains(text, ".")
	for text != "" {
		end := strings.IndexByte(text, '.')
		switch {
		case end == 0:
			text = text[1:]
			continue
		case end < 0:
			end = len(text)
		}
		stop := end < len(text)
		beyond := min(end+1, len(text))
		if strings.HasPrefix(text[beyond:], "-") && typography.IsInitials(text[:beyond]) { // «А.-М.»
			if next := strings.IndexByte(text[end+1:], '.'); next > 0 && typography.IsInitials(text[:end+next+2]) {
				list = append(list, nameToken{text: text[:end+next+2], kind: tokenInitial})
				text = text[end+next+2:]
				continue
			}
		}
		if stop && isGlued(text[:end]) { // «ИвановИ.И.»
			_, size := utf8.DecodeLastRuneInString(text[:end])
			list = append(list, n.wordToken(text[:end-size], false, true))
			text, end = text[end-size:], size
			n.remark("между фамилией и инициалами поставлен пробел")
		}
		if !stop && isTwoInitials(text, list) {
			_, size := utf8.DecodeRuneInString(text)
			list = append(list, nameToken{text: text[:size] + ".", kind: tokenInitial})
			text, end = text[size:], len(text)-size
		}
		list = append(list, n.wordToken(text[:end], stop, hasStop))
		text = text[min(end+1, len(text)):]
	}
	return list
}

// isGlued recognizes a capital at the end of a word in small letters.
func isGlued(word string) bool {
	last, size := utf8.DecodeLastRuneInString(word)
	before, _ := utf8.DecodeLastRuneInString(word[:len(word)-size])
	return unicode.IsUpper(last) && unicode.IsLower(before)
}

// isTwoInitials recognizes initials without full stops after a word: «ИИ».
func isTwoInitials(text string, list []nameToken) bool {
	if len(list) == 0 || list[len(list)-1].kind != tokenWord || utf8.RuneCountInString(text) != 2 || !isUpper(text) {
		return false
	}
	_, given := givenNames()[strings.ToLower(text)]
	return !given
}

// wordToken classifies letters. Stop reports a full stop after them, stops one anywhere in the chunk.
func (n *nameText) wordToken(text string, stop, stops bool) nameToken {
	length := utf8.RuneCountInString(text)
	first, _ := utf8.DecodeRuneInString(text)
	lower := strings.ToLower(text)
	switch {
	case length == 1 && unicode.IsUpper(first), length == 1 && stop && n.allLow:
		if !stops {
			n.remark("после инициала поставлена точка")
		}
		return nameToken{text: strings.ToUpper(text) + ".", kind: tokenInitial}
	case stop && length == 2 && unicode.IsUpper(first) && inList(lower, "дж дз"):
		return nameToken{text: text + ".", kind: tokenInitial}
	case stop && length <= 3 && unicode.IsUpper(first) && !n.allCaps:
		n.doubt("непонятно сокращение «" + text + ".»")
		return nameToken{text: text + ".", kind: tokenInitial}
	case isFatherWord(lower):
		return nameToken{text: lower, kind: tokenFather}
	case unicode.IsLower(first) && isParticle(lower):
		return nameToken{text: text, kind: tokenParticle}
	case length == 1:
		return nameToken{text: text, kind: tokenOther}
	}
	t := n.capitalized(text, lower)
	t.stop = stop
	return t
}

// capitalized returns the token of a word of at least two letters, in the usual
// letters.
func (n *nameText) capitalized(text, lower string) nameToken {
	usual := usualLetters(text)
	const halves = easternHalves + " сын отец младший старший младшая старшая" // «Ахмед-заде», «Кара-оол»
	if at := strings.LastIndexByte(text, '-'); at > 0 && inList(text[at+1:], halves) {
		usual = usualLetters(text[:at]) + text[at:]
	}
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == usual, isPrefixedName(text):
		return nameToken{text: text, lower: lower, kind: tokenWord}
	case isUpper(text):
		if isInstitutionTitle(lower) || syllables(lower) == 0 {
			return nameToken{text: text, kind: tokenOther}
		}
		n.capitals = true
		return nameToken{text: usual, kind: tokenWord, raw: text, caps: !n.allCaps}
	case unicode.IsLower(first) && strings.ContainsFunc(text, unicode.IsUpper): // «иВАНОВ»
		n.remark("исправлены заглавные буквы")
		return nameToken{text: usual, kind: tokenWord}
	case unicode.IsLower(first):
		_, given := givenNames()[lower]
		if !given && patronymicGender(lower) == Unknown && !n.allLow && surnameGender(lower) == Unknown {
			return nameToken{text: text, kind: tokenOther}
		}
		n.lowers = true
		return nameToken{text: usual, kind: tokenWord, raw: text}
	}
	if rest := []rune(text); unicode.IsUpper(rest[1]) && isAbbreviation(text) &&
		!strings.ContainsFunc(string(rest[2:]), unicode.IsUpper) { // «ИВанов»
		n.remark("исправлены заглавные буквы")
		return nameToken{text: usual, kind: tokenWord}
	}
	if at := strings.LastIndexByte(text, '-'); at > 0 && text[:at] == usualLetters(text[:at]) {
		n.doubt("вторая часть слова «" + text + "» начата со строчной буквы")
	} else {
		n.doubt("заглавная буква внутри слова «" + text + "»")
	}
	return nameToken{text: text, kind: tokenWord}
}
