package tomlfile

import (
	"fmt"
	"regexp"
	"strings"

	"protokol/generator/internal/russian"
)

var tableInList = regexp.MustCompile(`^\[\s*([\w-]+\s*=[^\[\]]*)\]`)

// squareBrackets recognizes a table in the brackets of a list.
func (s slip) squareBrackets() (remedy, bool) {
	m := tableInList.FindStringSubmatch(s.valueOfLine())
	if m == nil {
		return remedy{}, false
	}
	from := strings.Index(s.line, "[")
	return remedy{from: from, to: from + 1, key: s.key, message: "вместо фигурных скобок стоят квадратные",
		hint: "пишется так: { " + strings.TrimSpace(m[1]) + " }"}, true
}

// valueOfLine returns the text after the first = of a line.
func (s slip) valueOfLine() string {
	_, value, _ := strings.Cut(s.line, "=")
	return strings.TrimLeft(value, " \t")
}

var doubledQuotes = regexp.MustCompile(`^""[^"]+""?$`)

// quote recognizes a text in doubled quotes, one whose single quote is not
// closed, and one without the quote at its start.
func (s slip) quote() (remedy, bool) {
	switch text, ends := strings.CutSuffix(s.value, `"`); {
	case ends && s.wantsValue && s.at == s.valueAt && !s.inside && text != "" && !strings.ContainsAny(text, `"'[]{}`):
		if bare := strings.TrimLeft(text, "”“„‘’«"); !strings.ContainsAny(bare, "»”“’") { // typed for the quote
			text = bare
		}
		return s.whole(len(s.value), "в начале текста нет кавычки", "пишется так: "+s.assign(`"`+text+`"`)), true
	case doubledQuotes.MatchString(s.value):
		text := strings.Trim(s.value, `"`)
		return s.whole(len(s.value), "кавычки вокруг текста стоят дважды", "пишется так: "+s.assign(`"`+text+`"`)), true
	case s.value == "" || s.inside || s.value[0] != '\'':
	case strings.HasPrefix(s.value, "''") && !strings.HasPrefix(s.value, "'''") && len(s.value) > len("''"):
		text := strings.Trim(s.value, "'")
		return s.whole(len(s.value), "две одинарные кавычки вместо одной прямой",
			"пишется так: "+s.assign(`"`+text+`"`)), true
	case strings.Count(s.value, "'") == 1:
		text := strings.Trim(s.value, "'\"")
		return s.whole(len(s.value), "текст не закрыт кавычкой до конца строки",
			"кавычки в начале и в конце одинаковые: "+s.assign(`"`+text+`"`)), true
	}
	return remedy{}, false
}

// surplus recognizes an extra bracket after a value.
func (s slip) surplus() (remedy, bool) {
	if s.at >= len(s.line) || s.valueAt == 0 || s.at <= s.valueAt || !strings.ContainsAny(s.line[s.at:s.at+1], "]})") ||
		strings.Trim(s.line[s.at:], "]}) \t") != "" {
		return remedy{}, false
	}
	before := s.line[:s.at]
	opened := strings.Count(before, "[") + strings.Count(before, "{")
	if closed := strings.Count(before, "]") + strings.Count(before, "}"); closed < opened || opened == 0 {
		return remedy{}, false
	}
	return remedy{from: s.at, to: s.at + 1, message: "лишняя скобка " + s.line[s.at:s.at+1],
		hint: "удалите её"}, true
}

func isDateKey(key string) bool { return key == "date" || strings.HasSuffix(key, "_date") }

// unmarkedTable is a table without its brackets: for 3, against 0.
var (
	unmarkedTable = regexp.MustCompile(`^[a-z_]+ \d+(?:, *[a-z_]+ \d+)+$`)
	wordAndNumber = regexp.MustCompile(`([a-z_]+) (\d+)`)
)

// digitLookalikes replaces letters that are typed instead of digits.
var digitLookalikes = strings.NewReplacer("О", "0", "о", "0", "O", "0", "o", "0", "З", "3", "з", "3",
	"l", "1", "I", "1", "б", "6")

// hourText is an hour without minutes: 10ч, 10 часов.
var hourText = regexp.MustCompile(`^([01]?\d|2[0-3])\s*ч(?:ас(?:а|ов)?)?\.?$`)

// bare recognizes a text without quotation marks.
func (s slip) bare() (remedy, bool) {
	if s.value == "" || s.at < s.valueAt || s.inside || strings.ContainsAny(s.value, `"'«»“”„‘’[]{}\`) ||
		numeric.MatchString(s.value) {
		return remedy{}, false
	}
	if s.value[0] == '=' {
		return remedy{}, false
	}
	if rest, ok := strings.CutPrefix(s.value, ":"); ok {
		return s.whole(1, "лишнее двоеточие", "пишется так: "+s.assign(strings.TrimSpace(rest))), true
	}
	if unmarkedTable.MatchString(s.value) {
		return s.whole(len(s.value), "раздел без фигурных скобок: "+s.value,
			"пишется так: "+s.assign("{ "+wordAndNumber.ReplaceAllString(s.value, "$1 = $2")+" }")), true
	}
	hint := "возьмите его в кавычки: " + s.assign(`"`+strings.Trim(strings.TrimLeft(s.value, "№ "), "`")+`"`)
	switch lower := strings.ToLower(s.value); lower {
	case "true", "false":
		hint = "пишется маленькими буквами: " + s.assign(lower)
	case "да", "yes", "on", "истина":
		hint = "возьмите в кавычки; если это ответ «да или нет», пишется так: " + s.assign("true")
	case "нет", "no", "off", "ложь":
		hint = "возьмите в кавычки; если это ответ «да или нет», пишется так: " + s.assign("false")
	}
	switch m := hourText.FindStringSubmatch(s.value); {
	case isDateKey(s.key):
		if year, month, day, ok := russian.ReadDate(digitLookalikes.Replace(s.value)); ok {
			iso, message := fmt.Sprintf("%04d-%02d-%02d", year, month, day), "дата записана не по правилам TOML: "
			if digitLookalikes.Replace(s.value) != s.value {
				message = "в дате буква вместо цифры: "
			}
			return s.whole(len(s.value), message+s.value, "наберите её заново: "+s.assign(iso)), true
		}
		hint = "дата пишется без кавычек: " + s.assign("2026-01-15")
	case m != nil && isClockKey.MatchString(s.key):
		hint = "время пишется так: " + s.assign(fmt.Sprintf(`"%02s:00"`, m[1]))
	}
	return s.whole(len(s.value), "значение без кавычек: "+s.value, hint), true
}
