package tomlfile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
)

// space recognizes a space that TOML does not take for one (TOML 1.0,
// Whitespace): Word puts no-break spaces into copied text.
func (s slip) space() (remedy, bool) {
	rest := strings.TrimLeft(s.line[s.at:], " \t")
	r, size := utf8.DecodeRuneInString(rest)
	if r < utf8.RuneSelf || !unicode.IsSpace(r) {
		return remedy{}, false
	}
	from := len(s.line) - len(rest)
	what := "особый пробел " + codePoint(r)
	if r == '\u00A0' || r == '\u202F' {
		what = "неразрывный пробел"
	}
	return remedy{from: from, to: from + size, message: "здесь " + what + ", а нужен обычный",
		hint: "сотрите его и нажмите пробел"}, true
}

// russianKey recognizes a key or the name of a section with Cyrillic letters.
func (s slip) russianKey() (remedy, bool) {
	r, _ := utf8.DecodeRuneInString(s.line[s.at:])
	isOther := func(r rune) bool { return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	from := strings.LastIndexFunc(s.line[:s.at], isOther) + 1
	if !unicode.Is(unicode.Cyrillic, r) || !s.isKeyAt(from) {
		return remedy{}, false
	}
	to := len(s.line)
	if end := strings.IndexFunc(s.line[s.at:], isOther); end >= 0 {
		to = s.at + end
	}
	found := remedy{from: from, to: to, key: s.line[from:to], code: diag.CodeRussianKey,
		message: "ключ написан русскими буквами", hint: "ключи пишутся латинскими буквами: place, date, agenda"}
	latin := similarLetters.Replace(found.key)
	if !strings.ContainsFunc(latin, isCyrillic) && strings.ContainsFunc(found.key, isLatin) {
		found.message, found.code = "среди латинских букв ключа есть русские", ""
		found.hint = fmt.Sprintf("наберите слово %s заново латинскими буквами", latin)
	}
	return found, true
}

// isKeyAt reports whether a word at an offset is a key or the name of a section,
// and not a value.
func (s slip) isKeyAt(offset int) bool {
	before := strings.TrimSpace(s.line[:offset])
	switch {
	case before == "":
		return s.valueAt > 0
	case strings.HasPrefix(before, "["):
		return s.valueAt == 0
	case s.inside:
		return strings.ContainsAny(before[len(before)-1:], "{,.")
	}
	return strings.HasSuffix(before, ".") && offset < s.valueAt
}

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// similarLetters replaces Cyrillic letters by the Latin ones that look the same.
var similarLetters = strings.NewReplacer("а", "a", "с", "c", "е", "e", "о", "o", "р", "p", "х", "x", "у", "y",
	"і", "i", "ѕ", "s", "ј", "j")
