package russian

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// word is a word of a phrase with adjacent punctuation and the following space.
type word struct{ before, text, after, space string }

const (
	openingMarks = "(«\"„[“'‘"
	closingMarks = ",;:)»\"“]”'’"
	dashMarks    = "–—-"
	postMarks    = dashMarks + `/\|+` // between two positions
)

// splitWords splits a phrase into words; joinWords reverses it. A bracket ends
// the word that it touches: «инженер(сменный)».
func splitWords(text string) []word {
	var words []word
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		if at := touchingBracket(text[:end]); at > 0 {
			end = at
		}
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		inner := strings.TrimLeft(text[:end], openingMarks)
		core := strings.TrimRight(inner, closingMarks)
		words = append(words, word{text[:end-len(inner)], core, inner[len(core):], text[end : len(text)-len(rest)]})
		text = rest
	}
	return words
}

// touchingBracket returns where a bracket follows a word with no space between, or
// -1. The endings in «директор(а)» and the letter in «К(Ф)Х» are parts of words.
func touchingBracket(word string) int {
	at := strings.IndexByte(word, '(')
	if at <= 0 {
		return -1
	}
	const ending = 3 // letters
	inside, _, _ := strings.Cut(word[at+1:], ")")
	before := strings.TrimLeft(word[:at], openingMarks)
	isEnding := strings.Contains(word[at:], ")") && utf8.RuneCountInString(inside) <= ending &&
		unicode.IsLower(firstRune(inside))
	if isEnding || !isWord(strings.TrimRight(before, closingMarks)) {
		return -1
	}
	return at
}

// isBare reports whether a word has no adjacent punctuation.
func (w word) isBare() bool { return w.before == "" && w.after == "" }

// phraseWord is a word of a phrase to be declined.
type phraseWord struct {
	word
	lower     string         // text in lower case
	adjective *adjectiveForm // of text, if it is in the nominative
	quoted    bool           // in quotes, where nothing is declined
}

// splitPhrase splits a phrase into words. It also splits words at slashes and
// hyphens that join positions or bodies: «директор/главный врач».
func splitPhrase(text string) []phraseWord {
	words := splitWords(text)
	phrase := make([]phraseWord, 0, len(words)+2)
	quotes, guillemets, last := 0, 0, lastClosing(words)
	for i, w := range words {
		guillemets += strings.Count(w.before, "«") - strings.Count(w.after, "»")
		for _, part := range splitJoined(w, i, words) {
			quotes += countQuotes(part.before)
			p := phraseWord{word: part, lower: strings.ToLower(part.text), quoted: quotes > 0}
			p.adjective = adjectiveOf(p.lower)
			phrase = append(phrase, p)
			quotes = max(0, quotes-countQuotes(part.after))
		}
		endsName := strings.Contains(w.after, `",`) || strings.HasSuffix(w.after, `"`) && isDashAt(words, i+1)
		if i == last || endsName && guillemets <= 0 {
			quotes = 0 // nested quotes may share the closing one: «НПО «Измеритель»
		}
	}
	return phrase
}

// isDashAt reports whether the word at i is a dash or a hyphen by itself.
func isDashAt(words []word, i int) bool {
	return i < len(words) && strings.Trim(words[i].text, dashMarks) == ""
}

// lastClosing returns the index of the last word that closes a quote, or -1.
func lastClosing(words []word) int {
	for i := len(words) - 1; i >= 0; i-- {
		if countQuotes(words[i].after) > 0 {
			return i
		}
	}
	return -1
}

// countQuotes counts the quotes in the punctuation before or after a word.
func countQuotes(marks string) int {
	n := 0
	for _, r := range marks {
		if strings.ContainsRune("«»\"„“”'‘’", r) {
			n++
		}
	}
	return n
}

// splitJoined splits a word at each slash or hyphen that joins two positions or
// bodies and after the full stop of an abbreviation («гл.бухгалтер»), and
// separates a full stop or a dash that touches the word.
func splitJoined(w word, i int, words []word) []word {
	w.separateMarks(i == len(words)-1)
	if !strings.ContainsAny(w.text, "/-–—\\|+.\"«") || len(w.text) > longestWord {
		return []word{w}
	}
	next := ""
	if i+1 < len(words) && w.after == "" {
		next = strings.ToLower(words[i+1].text)
	}
	isHead := i == 0 || mayBeHead(w.text, words[i-1])
	for at, r := range w.text {
		_, size := utf8.DecodeRuneInString(w.text[at:])
		left, right := w.text[:at], w.text[at+size:]
		switch {
		case right == "":
		case strings.ContainsRune(`/\|+`, r) && isWord(lastPart(left)) && isWord(right),
			r == '-' && joinsPositions(left, right, next, isHead), isLongDash(r) && joinsByDash(left, right):
			rest := splitJoined(word{"", right, w.after, w.space}, i, words)
			return append([]word{{w.before, left, w.text[at : at+size], ""}}, rest...)
		case (r == '"' || r == '«') && left != "": // «ООО"Торговый дом"»
			return []word{{w.before, left, "", ""}, {w.text[at : len(w.text)-len(right)], right, w.after, w.space}}
		case r == '.' && isWord(strings.ReplaceAll(right, ".", "")) && mayPrecede(left+"."):
			rest := splitJoined(word{"", right, w.after, w.space}, i, words)
			return append([]word{{w.before, left + ".", "", ""}}, rest...)
		}
	}
	return []word{w}
}

func isLongDash(r rune) bool { return r == '–' || r == '—' }

// joinsByDash reports whether a dash without spaces separates two positions or
// bodies: «директор–главный врач», but not «торгово–промышленный» and
// «Смоленск–Центральный».
func joinsByDash(left, right string) bool {
	lower := strings.ToLower(lastPart(left))
	return isWord(left) && isWord(right) && !strings.HasSuffix(lower, "о") && !isIndeclinableHalf(lower) &&
		unicode.IsLower(firstRune(right))
}

// longestWord limits the time spent on hostile text. It is a length in bytes.
const longestWord = 200

// mayPrecede reports abbreviations that precede a noun or a genitive. An abbreviation that is not listed must not
// be that of a place.
func mayPrecede(abbreviation string) bool {
	lower := strings.ToLower(abbreviation)
	return isAbbreviatedAdjective(lower) || isAbbreviatedNoun(lower) || isActing(lower) ||
		isUsualAttribute(lower)
}

// isUsualAttribute reports abbreviations that are written without a space before
// a noun for a person: «муз.руководитель».
var isUsualAttribute = wordset.Words("муз. физ. соц. эл. тех. инж. торг. фин. юр. экон. газ. сан. вет. зоо. пед. " +
	"преп. воен. вед. спец. бух. нач. общ. с/х.")

// separateMarks moves a dash before or after a word, and a full stop at the end
// of the phrase, out of the text of the word.
func (w *word) separateMarks(isLast bool) {
	if core := strings.TrimLeft(w.text, dashMarks+"/"); core != "" && core != w.text {
		w.before, w.text = w.before+w.text[:len(w.text)-len(core)], core
	}
	if core := strings.TrimRight(w.text, dashMarks+"/"); core != "" && core != w.text {
		w.after, w.text = w.text[len(core):]+w.after, core
	}
	const abbreviation = 4 // letters
	core, ok := strings.CutSuffix(w.text, ".")
	if ok && isLast && utf8.RuneCountInString(lastPart(core)) > abbreviation && isWord(core) {
		w.after, w.text = "."+w.after, core
	}
}

// isWord reports whether a text is a Russian word of at least three letters.
func isWord(text string) bool {
	letters := 0
	for _, r := range text {
		if !unicode.Is(unicode.Cyrillic, r) && r != '-' {
			return false
		}
		letters++
	}
	return letters > 2
}

// mayBeHead reports whether the first part of a compound may be a head noun: it
// agrees with an adjective before it, or begins a clause.
func mayBeHead(compound string, w word) bool {
	first, _, _ := strings.Cut(strings.ToLower(compound), "-")
	before := phraseWord{word: w, lower: strings.ToLower(w.text)}
	before.adjective = adjectiveOf(before.lower)
	n := nounAgreeing(first, before.adjective.gender)
	if _, listed := lexicon()[first]; !listed && !n.institution && (isOblique(first) || isAmbiguousAgent(first)) {
		return isAdjective(first)
	}
	if before.adjective.found() && w.after == "" {
		return n.gender == before.adjective.gender || isAdjective(first)
	}
	return w.after != "" || before.isDash() || before.isConjunction() || isAbbreviatedAdjective(before.lower)
}

// joinsPositions reports whether a hyphen between two words stands for a dash:
// before an adjective («отдела-главный бухгалтер») or between a word that depends
// on a head noun and a nominative («директора-директор по производству»).
// Otherwise the words are a compound («инженер-программист»,
// «торгово-промышленный»).
func joinsPositions(left, right, next string, isHead bool) bool {
	lower, lowerRight := strings.ToLower(lastPart(left)), strings.ToLower(right)
	if !isWord(lower) || !isWord(right) || isIndeclinableHalf(lower) {
		return false
	}
	before := lookupLower(lower)
	if hasAnySuffix(lower, "о") && !before.institution || isHead && hasAnySuffix(lower, "е") && !before.institution {
		return false
	}
	if a := adjectiveOf(lowerRight); a.found() {
		if isHead && !isSubstantive(lower) && (!before.animate && !before.institution || before.gender == Plural) {
			return false // «Гусь-Хрустальный», «Ханты-Мансийские»: no position or body precedes the hyphen
		}
		isProper := !unicode.IsLower(firstRune(right)) && hasAnySuffix(lowerRight, "кий кая кое кие")
		agrees := nounAgreeing(next, a.gender).known || adjectiveOf(next).gender == a.gender
		return next != "" && !isProper && before != noun{} && agrees
	}
	n := lookupLower(leadingHalf(lowerRight))
	isNominative := before.animate && before.gender == Feminine || isMasculineInA(lower) ||
		before.gender == Masculine && isAgent(lower)
	return !isHead && n.animate && n.gender == Masculine && !isNominative && !isAdjective(lower)
}

func lastPart(compound string) string { return compound[strings.LastIndexByte(compound, '-')+1:] }

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func isAdjective(lower string) bool { return adjectiveOf(lower).found() }

// opensBracket, isDash, endsClause and joinsNext report punctuation that another
// position may follow.
func (w *phraseWord) opensBracket() bool { return strings.ContainsAny(w.before, "([") }

func (w *phraseWord) isDash() bool {
	return w.text != "" && w.text != "/" && strings.Trim(w.text, postMarks) == ""
}

func (w *phraseWord) endsClause() bool {
	return strings.ContainsAny(w.after, ",;"+postMarks) || w.isDash()
}

func (w *phraseWord) joinsNext() bool { return strings.ContainsAny(w.after, postMarks) }

// startsWithDash reports a dash that touches the word after it.
func (w *phraseWord) startsWithDash() bool {
	return strings.Trim(w.before, dashMarks+"/") == "" && w.before != ""
}

// isConjunction reports a word that may join two positions.
func (w *phraseWord) isConjunction() bool {
	return w.lower == "и" || w.lower == "или" || w.lower == "/" || w.lower == "&"
}

// isAbbreviation reports whether a word has at least two capitals, as ОГБПОУ
// and СмолАПО do.
func isAbbreviation(text string) bool {
	capitals := 0
	for part := range strings.SplitSeq(text, "-") {
		n := 0
		for _, r := range part {
			if unicode.IsUpper(r) {
				n++
			}
		}
		capitals = max(capitals, n)
	}
	return capitals > 1
}

func hasCyrillic(text string) bool {
	return slices.ContainsFunc([]rune(text), func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// isBracketed reports a word in brackets by itself, which is in apposition to the head
// noun: «институт экономики (филиал)».
func (w *phraseWord) isBracketed() bool { return w.before == "(" && strings.HasPrefix(w.after, ")") }
