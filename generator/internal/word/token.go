package word

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// verb says what a token does.
type verb int

const (
	valueOf verb = iota
	forEach
	ifSo
	orElse
	endOf
	braceOnly // \{ or \}: the backslash goes
	foreign   // a block of another program's templates: {% for … %}, {#list}, {/list}
)

// token is something in braces in the text of a paragraph.
type token struct {
	verb     verb
	from, to int    // in the text, braces included
	letter   int    // of the first letter of the name, whose format the value takes
	words    string // the name, the list or the condition
	filters  []string
}

// maxName is the number of bytes between braces beyond which they are text.
const maxName = 400

// tokens finds what is in braces. A brace without its pair is text.
func tokens(text string) (list []token) {
	for at := 0; at < len(text); {
		switch c := text[at]; {
		case c == '\\' && at+1 < len(text) && (text[at+1] == '{' || text[at+1] == '}'):
			list = append(list, token{verb: braceOnly, from: at, to: at + 1})
			at += 2
		case c == '{':
			t, ok := readToken(text, at)
			if !ok {
				at++
				continue
			}
			list = append(list, t)
			at = t.to
		default:
			at++
		}
	}
	return list
}

// readToken reads the braces at a place of a text.
func readToken(text string, at int) (token, bool) {
	opens, closes := "{", "}"
	if strings.HasPrefix(text[at:], "{{") {
		opens, closes = "{{", "}}"
	}
	from := at + len(opens)
	inner, _, found := strings.Cut(text[from:min(len(text), from+maxName+len(closes))], closes)
	if !found || strings.ContainsAny(inner, "{}") {
		return token{}, false
	}
	to := from + len(inner) + len(closes)
	trimmed := strings.TrimLeftFunc(inner, isNotSeen)
	words := strings.TrimRightFunc(trimmed, isNotSeen)
	switch first, size := utf8.DecodeRuneInString(words); {
	case strings.ContainsRune("%#/^", first) && strings.ContainsFunc(words[size:], unicode.IsLetter):
		return token{verb: foreign, from: at, to: to, letter: from, words: clean(words)}, true
	case !unicode.IsLetter(first) && first != '№' && !hidesName(words):
		return token{}, false
	}
	t := token{from: at, to: to, letter: from + len(inner) - len(trimmed), words: clean(words)}
	t.classify()
	return t, true
}

// hidesName reports whether braces contain a known name with signs around it, as in {$место} or {«место»}: braces
// around anything else are text.
func hidesName(words string) bool {
	name, _, _ := strings.Cut(words, "|")
	name = strings.TrimFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
	return name != "" && fields.Find(name, nil) != nil
}

func isNotSeen(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// clean makes the spaces of a name ordinary.
func clean(words string) string {
	return strings.Join(strings.Fields(fields.StripInvisible(words)), " ")
}

var (
	eachWords = regexp.MustCompile(`(?i)^(?:для\s+(?:каждого|каждой|каждых|всех)|цикл|повторить|` +
		`for(?:\s+each)?)\s+(.+)$`)
	ifWords   = regexp.MustCompile(`(?i)^(?:если|if)\s+(.+)$`)
	elseWords = regexp.MustCompile(`(?i)^(?:иначе|else)$`)
	endWords  = regexp.MustCompile(`(?i)^(?:конец|end)(?:\s.*)?$`)
)

func (t *token) classify() {
	folded := fields.FoldLetters(t.words)
	switch {
	case elseWords.MatchString(folded):
		t.verb = orElse
	case endWords.MatchString(folded):
		t.verb = endOf
	default:
		if m := eachWords.FindStringSubmatch(folded); m != nil {
			t.verb, t.words = forEach, m[1]
			return
		}
		if m := ifWords.FindStringSubmatch(folded); m != nil {
			letters := []rune(t.words) // a value to compare with keeps its letters
			t.verb, t.words = ifSo, string(letters[len(letters)-utf8.RuneCountInString(m[1]):])
			return
		}
		parts := strings.Split(t.words, "|")
		t.words = strings.TrimSpace(parts[0])
		for _, p := range parts[1:] {
			t.filters = append(t.filters, strings.TrimSpace(p))
		}
	}
}

// condition is the condition of «если».
type condition struct {
	name     string
	not      bool
	operator string // "" asks for presence
	with     string
}

const quotationMarks = `"'«»“”„’‘`

var comparison = regexp.MustCompile(`^(.+?)\s*(>=|<=|=>|=<|≥|≤|!=|<>|≠|==|=|>|<)\s*(.+)$`)

// readCondition reads the words after «если». By rules before columnRules, quotation marks at one end of the text to
// compare with were not part of it.
func readCondition(words string, earlier bool) condition {
	c := condition{name: words}
	if m := comparison.FindStringSubmatch(words); m != nil {
		c.name, c.operator, c.with = m[1], m[2], strings.TrimSpace(m[3])
		if first, _ := utf8.DecodeRuneInString(c.with); earlier || strings.ContainsRune(quotationMarks, first) {
			c.with = strings.Trim(c.with, quotationMarks+" ")
		}
		switch c.operator {
		case "==":
			c.operator = "="
		case "!=", "<>":
			c.operator = "≠"
		case ">=", "=>":
			c.operator = "≥"
		case "<=", "=<":
			c.operator = "≤"
		}
	}
	for _, no := range []string{"нет ", "не ", "not "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(c.name), no); ok && !isNameWithNo(c.name) {
			c.name, c.not = strings.TrimSpace(c.name[len(c.name)-len(rest):]), true
			break
		}
	}
	return c
}

// isNameWithNo reports whether a name begins with «не»: «не голосующий.имя».
func isNameWithNo(name string) bool {
	head, _, _ := strings.Cut(strings.ToLower(name), ".")
	return slices.Contains(fields.Known(nil), head)
}

// strayBrace is a brace without its pair, or with one too far for a name.
type strayBrace struct {
	at      int
	word    string // after an opening brace or before a closing one, perhaps after spaces
	touches bool   // the word, or a name in braces, has no space between
	far     bool   // it has a pair, but a name is not so long
}

// strayBraces returns the braces of a text that have no pair. A pair around something
// else than a name is text.
func strayBraces(text string, list []token) (strays []strayBrace) {
	opened, from, before := -1, 0, "" // before is the last name in braces
	drop := func() {
		if opened >= 0 {
			strays = append(strays, openStray(text, opened))
		}
		opened = -1
	}
	for _, t := range append(slices.Clip(list), token{from: len(text), to: len(text)}) {
		for i := from; i < t.from; i++ {
			switch {
			case text[i] == '{':
				drop()
				opened = i
			case text[i] == '}' && opened < 0:
				strays = append(strays, closeStray(text, i, before))
			case text[i] == '}' && beginsWord(text[opened+1:]):
				strays = append(strays, strayBrace{opened, leading(text[opened+1:]), true, true})
				opened = -1
			case text[i] == '}':
				opened = -1
			}
		}
		before = text[t.from:t.to]
		if from = t.to; t.verb == braceOnly {
			from++
		} else if opened >= 0 && opened == t.from-1 && t.to > t.from {
			if strings.HasPrefix(text[t.to:], "}") { // a pair around a name is reported as such
				from++
			} else {
				strays = append(strays, strayBrace{opened, text[t.from:t.to], true, false})
			}
			opened = -1
		}
		drop()
	}
	return strays
}

func openStray(text string, at int) strayBrace {
	return strayBrace{at, leading(text[at+1:]), beginsWord(text[at+1:]), false}
}

func closeStray(text string, at int, name string) strayBrace {
	if strings.HasSuffix(text[:at], "}") && strings.HasSuffix(text[:at], name) {
		return strayBrace{at, name, name != "", false}
	}
	last, _ := utf8.DecodeLastRuneInString(text[:at])
	return strayBrace{at, trailing(text[:at]), unicode.IsLetter(last), false}
}

func beginsWord(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(first)
}

func isNameRune(r rune) bool { return unicode.IsLetter(r) || r == '.' || r == '_' }

func leading(text string) string {
	text = strings.TrimLeftFunc(text, isNotSeen)
	end := strings.IndexFunc(text, func(r rune) bool { return !isNameRune(r) })
	if end < 0 {
		return text
	}
	return text[:end]
}

func trailing(text string) string {
	text = strings.TrimRightFunc(text, isNotSeen)
	start := len(text)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !isNameRune(r) {
			break
		}
		start -= size
	}
	return text[start:]
}
