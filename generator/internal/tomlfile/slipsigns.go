package tomlfile

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sign recognizes a sign of full width, which input methods and the web put in place
// of a usual one, and an invisible character.
func (s slip) sign() (remedy, bool) {
	r, size := utf8.DecodeRuneInString(s.line[s.at:])
	found := remedy{from: s.at, to: s.at + size}
	if s.valueAt > 0 && s.at >= s.valueAt {
		found.key = s.key
	}
	switch {
	case r >= '！' && r <= '～':
		usual := string(r - '！' + '!')
		found.message = "знак " + string(r) + " полной ширины вместо обычного " + usual
		found.hint = "наберите его заново: " + usual
		if usual == `"` {
			found.hint = `начало и конец текста отмечают прямые кавычки "`
		}
	case unicode.Is(unicode.Cf, r):
		found.message, found.hint = "здесь невидимый знак "+codePoint(r), "удалите его"
	default:
		return remedy{}, false
	}
	return found, true
}

// fence recognizes the marks around a text that was copied from a chat or a page, and
// a file in JSON or YAML.
func (s slip) fence() (remedy, bool) {
	text := strings.TrimSpace(s.line)
	from := strings.Index(s.line, text)
	switch {
	case !s.wantsEquals:
	case strings.HasPrefix(text, "```"):
		return remedy{from: from, to: from + len(text), message: "строка ``` осталась от разметки",
			hint: "удалите её"}, true
	case strings.Trim(text, "-") == "" && len(text) > len("--"):
		return remedy{from: from, to: from + len(text), message: "это похоже на YAML, а файл заседания пишется в TOML",
			hint: `строка пишется так: ключ = "значение"`}, true
	case jsonText.MatchString(text) && s.at <= from+1:
		return remedy{from: from, to: from + 1, message: "это похоже на JSON, а файл заседания пишется в TOML",
			hint: `строка пишется так: ключ = "значение"; фигурных скобок вокруг файла нет`}, true
	}
	return remedy{}, false
}

var (
	jsonText    = regexp.MustCompile(`^\{\s*(?:$|"[A-Za-z_]\w*"\s*:)`)
	spacedKey   = regexp.MustCompile(`^\s*([A-Za-z_]\w*(?:[ \t]+[A-Za-z_]\w*)+)\s*=`)
	withoutSign = regexp.MustCompile(`^\s*([A-Za-z_][\w-]*)[ \t]+((?:["'\[{\d]|true|false).*)$`)
	dashForSign = regexp.MustCompile(`^\s*([A-Za-z_][\w-]*)[ \t]+([-–—]+)[ \t]*((?:["'\[{\d]|true|false).*)$`)
)

// keyAndValue recognizes a space within a key, and a key and its value without the
// sign between them.
func (s slip) keyAndValue() (remedy, bool) {
	if !s.wantsEquals {
		return remedy{}, false
	}
	if m := spacedKey.FindStringSubmatchIndex(s.line); m != nil && s.at <= m[3] {
		key := strings.Join(strings.Fields(s.line[m[2]:m[3]]), "_")
		return remedy{from: m[2], to: m[3], message: "в имени ключа стоит пробел",
			hint: "слова имени соединяет подчёркивание: " + key + " = …"}, true
	}
	if m := dashForSign.FindStringSubmatchIndex(s.line); m != nil && s.at == m[4] {
		return remedy{from: m[4], to: m[5], message: "вместо знака = стоит " + s.line[m[4]:m[5]],
			hint: "пишется так: " + s.line[m[2]:m[3]] + " = " + s.line[m[6]:m[7]]}, true
	}
	if m := withoutSign.FindStringSubmatchIndex(s.line); m != nil && s.at == m[4] {
		return remedy{from: m[2], to: m[3], message: "между именем ключа и значением нет знака =",
			hint: "пишется так: " + s.line[m[2]:m[3]] + " = " + s.line[m[4]:m[5]]}, true
	}
	return remedy{}, false
}

var wordOfNumber = regexp.MustCompile(`^\pL+`)

// numerals are the numbers that are the most likely to be written in words.
var numerals = map[string]string{"ноль": "0", "один": "1", "одна": "1", "два": "2", "две": "2", "три": "3",
	"четыре": "4", "пять": "5", "шесть": "6", "семь": "7", "восемь": "8", "девять": "9", "десять": "10"}

// numeral recognizes a number in words: for = два.
func (s slip) numeral() (remedy, bool) {
	word := wordOfNumber.FindString(s.value)
	digits := numerals[strings.ToLower(word)]
	if digits == "" || s.at != s.valueAt || strings.Trim(s.value[len(word):], " \t") != "" && !s.inside {
		return remedy{}, false
	}
	return s.whole(len(word), "число написано словом: "+word, "число пишется цифрами: "+s.assign(digits)), true
}

var pairBehindNumber = regexp.MustCompile(`^(\d+)[ \t]+([A-Za-z_][\w-]*[ \t]*=)`)

// comma recognizes a pair behind another one in curly brackets without a comma between them: { for = 2 against = 0 }.
func (s slip) comma() (remedy, bool) {
	pair := pairBehindNumber.FindStringSubmatch(s.value)
	if pair == nil || !s.inside || s.at > s.valueAt+len(pair[0]) {
		return remedy{}, false
	}
	return s.whole(len(pair[0]), "между значениями нет запятой",
		"пишется так: "+s.assign(pair[1]+", "+pair[2]+" …")), true
}

var numberAndWord = regexp.MustCompile(`^(\d+)[ \t]+(\pL[^,;}\]]*)`)

// unit recognizes a number with a word after it: for = 3 чел.
func (s slip) unit() (remedy, bool) {
	m := numberAndWord.FindStringSubmatch(s.value)
	if m == nil || s.at > s.valueAt+len(m[0]) {
		return remedy{}, false
	}
	if !s.inside {
		m[2] += s.value[len(m[0]):] // a comma is a part of it
		m[0] = s.value
	}
	text := strings.TrimRight(m[0], " \t")
	return s.whole(len(text), "после числа стоит слово: "+strings.TrimRight(m[2], " \t"),
		"число пишется без слов: "+s.assign(m[1])+"; текст — в кавычках: "+s.assign(`"`+text+`"`)), true
}
