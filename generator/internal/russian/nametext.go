package russian

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameText is the text of a name while it is parsed, with the doubts about it.
type nameText struct {
	text             string
	allCaps, allLow  bool // no letter is small, or none is a capital
	remarks, doubts  []string
	plain            bool // it had nothing to correct
	capitals, lowers bool // words were put into the usual letters
}

func (n *nameText) remark(text string) {
	if !slices.Contains(n.remarks, text) {
		n.remarks = append(n.remarks, text)
	}
}

func (n *nameText) doubt(text string) {
	if !slices.Contains(n.doubts, text) {
		n.doubts = append(n.doubts, text)
	}
}

// newNameText corrects the characters of a text: remains of HTML, invisible
// characters, Latin letters in Russian words, doubled punctuation.
func newNameText(text string) *nameText {
	n := &nameText{text: text}
	if n.plain = isPlainName(text); !n.plain {
		n.stripMarkup()
		n.stripInvisible()
		n.stripNumber()
		n.replaceLookalikes()
		n.collapsePunctuation()
	}
	n.capsAndSmall()
	return n
}

// capsAndSmall finds out whether a text has only capitals or only small letters.
func (n *nameText) capsAndSmall() {
	n.allCaps, n.allLow = true, true
	for _, r := range n.text {
		n.allCaps = n.allCaps && !unicode.IsLower(r)
		n.allLow = n.allLow && !unicode.IsUpper(r)
	}
}

// IsPlainName reports whether ParsePerson corrects no character of a name.
func IsPlainName(text string) bool { return isPlainName(text) }

// isPlainName quickly reports that there is nothing to correct, which holds for most names: they consist of Russian
// letters, hyphens, full stops and single spaces.
func isPlainName(text string) bool {
	before := ' '
	for _, r := range text {
		switch {
		case r >= 'А' && r <= 'я', r == 'ё', r == 'Ё':
		case (r == ' ' || r == '.' || r == '-') && before != r:
		default:
			return false
		}
		before = r
	}
	return before != ' '
}

// stripMarkup decodes entities and removes tags.
func (n *nameText) stripMarkup() {
	if !strings.ContainsAny(n.text, "<&") {
		return
	}
	plain := html.UnescapeString(n.text)
	for {
		from := strings.IndexByte(plain, '<')
		if from < 0 {
			break
		}
		to := strings.IndexByte(plain[from:], '>')
		if to < 0 {
			break
		}
		plain = plain[:from] + " " + plain[from+to+1:]
	}
	if plain != n.text {
		n.text = plain
		n.remark("убраны остатки HTML")
	}
}

// numbering finds the number of a row before a name: «1. Громов», «№ 3 Громов», «а)
// Громов».
var numbering = regexp.MustCompile(`^\s*(?:№ ?\d{1,4}[.)]?|\d{1,4}(?:[.)]|\b)|\pL\))\s+(\p{Lu}.*)$|` +
	`^\s*\d{1,4}[.)](\p{Lu}.*)$`)

// stripNumber removes the number of a row.
func (n *nameText) stripNumber() {
	found := numbering.FindStringSubmatch(n.text)
	if found == nil {
		return
	}
	name := found[1] + found[2]
	n.remark("убран номер «" + strings.TrimSpace(strings.TrimSuffix(n.text, name)) + "»")
	n.text = name
}

// composed are letters that some systems write with a combining mark.
var composed = strings.NewReplacer("и\u0306", "й", "И\u0306", "Й", "е\u0308", "ё", "Е\u0308", "Ё")

// stripInvisible removes characters without width, stress marks and control
// characters, and unifies spaces, hyphens and apostrophes.
func (n *nameText) stripInvisible() {
	removed, stressed := false, false
	var b strings.Builder
	for _, r := range composed.Replace(n.text) {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v':
			b.WriteString(" \n ")
		case r == '\u00a0':
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Mn, r):
			stressed = true
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r):
			removed = true
		case r == '\u2010' || r == '\u2011' || r == '\u2012' || r == '\u2212' || r == '\u00ad':
			b.WriteByte('-')
		case r == '`' || r == '´' || r == 'ʼ' || r == 'ʹ' || r == '′' || r == '‘':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
	}
	n.text = strings.TrimFunc(b.String(), unicode.IsSpace)
	if stressed {
		n.remark("убраны знаки ударения")
	}
	if removed {
		n.remark("убраны невидимые знаки")
	}
}

// russianLookalikes are the Russian letters that look like Latin ones.
var russianLookalikes = map[rune]rune{'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'K': 'К', 'M': 'М',
	'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У', 'a': 'а', 'c': 'с', 'e': 'е', 'k': 'к', 'm': 'м', 'o': 'о',
	'p': 'р', 'x': 'х', 'y': 'у', 'ë': 'ё', 'Ë': 'Ё'}

// replaceLookalikes replaces Latin letters by the Russian letters that they
// look like, if all of a word can be, in a text that has Russian letters.
func (n *nameText) replaceLookalikes() {
	isLatin := func(r rune) bool { return unicode.Is(unicode.Latin, r) || unicode.Is(unicode.Greek, r) }
	if !strings.ContainsFunc(n.text, isLatin) {
		return
	}
	if !hasCyrillic(n.text) {
		n.doubt("имя написано не русскими буквами")
		return
	}
	var b strings.Builder
	for text := n.text; text != ""; {
		end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(text)
		}
		b.WriteString(n.russianWord(text[:end], isLatin))
		_, size := utf8.DecodeRuneInString(text[end:])
		b.WriteString(text[end : end+size])
		text = text[end+size:]
	}
	n.text = b.String()
}

// russianWord replaces the Latin letters of a word.
func (n *nameText) russianWord(word string, isLatin func(rune) bool) string {
	if !strings.ContainsFunc(word, isLatin) {
		return word
	}
	replaced := strings.Map(func(r rune) rune {
		if russian, ok := russianLookalikes[r]; ok {
			return russian
		}
		return r
	}, word)
	if strings.ContainsFunc(replaced, isLatin) {
		n.doubt("в «" + word + "» есть не русские буквы")
		return word
	}
	n.remark("латинские буквы в «" + word + "» заменены русскими")
	return replaced
}

// collapsePunctuation removes spaces and punctuation that were typed twice, and
// quotes around the whole text.
func (n *nameText) collapsePunctuation() {
	var b strings.Builder
	before := rune(0)
	for _, r := range n.text {
		if r == before && strings.ContainsRune(" .,;-", r) {
			if r != ' ' {
				n.remark("убраны повторённые знаки")
			}
			continue
		}
		b.WriteRune(r)
		before = r
	}
	n.text = strings.TrimFunc(strings.TrimLeft(b.String(), ".,;:-–—*•· "), unicode.IsSpace)
	n.stopInitials()
	n.spaceUnderscores()
	n.stripApostrophes()
	for _, pair := range []string{"\"\"", "«»", "“”", "„“"} {
		opening, size := utf8.DecodeRuneInString(pair)
		inner, ok := strings.CutPrefix(n.text, string(opening))
		if inner, closed := strings.CutSuffix(inner, pair[size:]); ok && closed &&
			!strings.ContainsAny(inner, pair) {
			n.text = strings.TrimSpace(inner)
			n.remark("убраны кавычки")
		}
	}
}

// commaInitials finds initials with a comma instead of a full stop between them: «Громов О,И.».
var commaInitials = regexp.MustCompile(`(^|[\s.])(\p{Lu}),\s?(\p{Lu})(\.|\s|$)`)

// stopInitials replaces a comma between two initials by a full stop.
func (n *nameText) stopInitials() {
	if stopped := commaInitials.ReplaceAllString(n.text, "$1$2.$3.$4"); stopped != n.text {
		n.text = strings.ReplaceAll(stopped, "..", ".")
		n.remark("запятая между инициалами заменена точкой")
	}
}

// spaceUnderscores replaces underscores between words, which file names have:
// «Иванов_Иван_Иванович».
func (n *nameText) spaceUnderscores() {
	if spaced := strings.ReplaceAll(strings.Trim(n.text, "_"), "_", " "); spaced != n.text && hasCyrillic(spaced) {
		n.text = strings.Join(strings.Fields(spaced), " ")
		n.remark("подчёркивания заменены пробелами")
	}
}

// joinLines replaces line breaks in a cell by spaces if the lines are parts of one
// full name, in which nothing is uncertain: «Громов⏎Олег Ильич».
func (n *nameText) joinLines(g Gender) {
	if !strings.Contains(n.text, "\n") {
		return
	}
	joined := *n
	joined.text = strings.Join(strings.Fields(n.text), " ")
	joined.remarks, joined.doubts = slices.Clone(n.remarks), slices.Clone(n.doubts)
	tokens := joined.tokens()
	if slices.ContainsFunc(tokens, func(t nameToken) bool { return !isNameToken(t.kind) }) ||
		len(joined.doubts) > len(n.doubts) {
		return
	}
	if r := readRoles(tokens, g); r.rank == rankFull && r.doubt == "" && !r.double {
		first, _, _ := strings.Cut(strings.TrimSpace(n.text), "\n")
		if givenGender(strings.ToLower(strings.TrimSpace(first))) != Unknown { // «Анна⏎Олег Ильич» may be two people
			n.remark("разрыв строки заменён пробелом")
		}
		n.text = joined.text
	}
}

// stripApostrophes removes apostrophes around a name. Spreadsheets mark text by one
// in front.
func (n *nameText) stripApostrophes() {
	if bare := strings.Trim(n.text, "'’ "); bare != n.text {
		n.text = bare
		n.remark("убраны лишние знаки")
	}
}

// usualLetters returns a word with a capital at the beginning of each part.
func usualLetters(word string) string {
	var b strings.Builder
	start := true
	for _, r := range word {
		if start {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		start = r == '-' || r == '’' || r == '\''
	}
	return b.String()
}

// isPrefixedName recognizes names with a capital or a small letter where others
// have none: «МакКартни», «д’Артаньян», «аль-Асад», «Оглы-Заде».
func isPrefixedName(text string) bool {
	if at := strings.IndexAny(text, "-’'"); at > 0 {
		head, tail := text[:at], strings.TrimLeft(text[at:], "-’'")
		isHead := inList(strings.ToLower(head), surnamePrefixes+" "+particles+" д о л")
		return isHead && (tail == usualLetters(tail) || isPrefixedName(tail))
	}
	for _, prefix := range []string{"Мак", "Мц", "Ди", "Де", "Ла", "Дю", "Фиц", "Ван", "Фон"} {
		if tail, ok := strings.CutPrefix(text, prefix); ok && len(tail) > 4 && tail == usualLetters(tail) {
			first, _ := utf8.DecodeRuneInString(tail)
			return unicode.IsUpper(first)
		}
	}
	return false
}
