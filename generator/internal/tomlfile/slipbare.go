package tomlfile

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lastName returns the part of a dotted key after its last dot.
func lastName(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// isVoteKey reports the keys of numbers of votes: against, vote.against.
func isVoteKey(key string) bool {
	switch lastName(key) {
	case "for", "against", "abstained", "not_voting", "invalid":
		return true
	}
	return false
}

// noVotes are the words and marks for no votes at all.
var noVotes = regexp.MustCompile(`^(?:нет|никто|ноль|no|none|[-–—]+)?$`)

// votes recognizes what stands in place of a number of votes: against = нет, against = -, for = 03.
func (s slip) votes() (remedy, bool) {
	isOpened := s.value != "" && strings.ContainsAny(s.value[:1], `"'[{=`)
	if !isVoteKey(s.key) || !s.wantsValue || s.at < s.valueAt || isOpened {
		return remedy{}, false
	}
	end := strings.IndexAny(s.value, ",;}#")
	if end < 0 {
		end = len(s.value)
	}
	text := strings.TrimRight(s.value[:end], " \t")
	if s.at > s.valueAt+len(text) || numerals[strings.ToLower(text)] != "" {
		return remedy{}, false
	}
	found := s.whole(max(1, len(text)), "здесь нужно число голосов, а стоит «"+text+"»", "")
	switch number := strings.TrimLeft(strings.TrimRight(text, "."), "0"); {
	case noVotes.MatchString(strings.ToLower(text)):
		found.hint = "если голосов нет, пишется так: " + s.assign("0")
		if text == "" {
			found.message = "после знака = нет значения"
		}
	case strings.Trim(strings.TrimRight(text, "."), "0123456789") != "":
		found.hint = "число пишется цифрами, например: " + s.assign("3")
	case number == "":
		found.hint = "пишется так: " + s.assign("0")
	default:
		found.hint = "пишется так: " + s.assign(number)
	}
	return found, true
}

// equals recognizes an equals sign that was typed twice, or as an arrow.
func (s slip) equals() (remedy, bool) {
	if s.value == "" || !strings.ContainsAny(s.value[:1], "=>") || s.key == "" || !s.wantsValue {
		return remedy{}, false
	}
	extra, rest := s.value[:1], s.value[1:]
	if end := strings.IndexAny(rest, ",}"); s.inside && end >= 0 {
		rest = rest[:end]
	}
	rest = strings.Trim(rest, "= \t")
	return s.whole(1, "лишний знак "+extra, "знак = пишется один: "+s.assign(rest)), true
}

var typographic = regexp.MustCompile(`^(?:«([^«»]+)»|[“„”]([^“„”"]+)[“”"]|‘([^‘’]+)’)$`)

// typographicQuotes recognizes a text in quotes of print. The name of a body may have them, too.
func (s slip) typographicQuotes() (remedy, bool) {
	m := typographic.FindStringSubmatch(s.value)
	if m == nil || s.inside || s.at != s.valueAt {
		return remedy{}, false
	}
	text := m[1] + m[2] + m[3]
	hint := "пишется так: " + s.assign(valueOf(text))
	if lastName(s.key) == "organization" {
		hint += "; если «ёлочки» входят в название — так: " + s.assign(valueOf("«"+text+"»"))
	}
	return s.whole(len(s.value), "вместо прямых кавычек стоят "+firstAndLast(s.value), hint), true
}

var innerQuotes = regexp.MustCompile(`^"([^"]* |)"([^" ](?:[^"]*[^" ])?)"([^"]*)"$`)

// quotesInside recognizes straight quotes around a name within a text: "ООО "Ромашка"".
func (s slip) quotesInside() (remedy, bool) {
	m := innerQuotes.FindStringSubmatch(s.value)
	if m == nil || m[1]+m[3] == "" || s.inside || s.key == "" || s.wantsValue {
		return remedy{}, false
	}
	return s.whole(len(s.value), "прямые кавычки внутри текста",
		"внутри пишутся «ёлочки»: "+s.assign(`"`+m[1]+"«"+m[2]+"»"+m[3]+`"`)), true
}

func firstAndLast(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return string(first) + " " + string(last)
}

// goesOn matches words behind a mark, which may belong to the same text or be the next one. A key is neither.
var goesOn = regexp.MustCompile(`^[,;]\s*[^\s"'\]{}=,;][^=]*$`)

// bareItem recognizes a text without quotation marks in a list or in curly brackets.
func (s slip) bareItem() (remedy, bool) {
	if !s.wantsValue || s.at >= len(s.line) {
		return remedy{}, false
	}
	text := s.line[s.at:]
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsLetter(first) && first != '№' {
		return remedy{}, false
	}
	if end := strings.IndexAny(text, ",;]}"); end >= 0 {
		if goesOn.MatchString(text[end:]) {
			return remedy{}, false
		}
		text = text[:end]
	}
	text = strings.TrimRight(text, " \t")
	written := s.assign(`"` + text + `"`)
	switch {
	case strings.ContainsAny(text, `"'=[{`):
		return remedy{}, false
	case strings.HasPrefix(s.value, "[") || s.valueAt == 0: // an item of a list
		written = `"` + text + `"`
	case !s.inside || s.at != s.valueAt:
		return remedy{}, false
	}
	return remedy{from: s.at, to: s.at + len(text), key: s.key, message: "значение без кавычек: " + text,
		hint: "возьмите его в кавычки: " + written}, true
}
