package tomlfile

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"protokol/generator/internal/russian"
)

// slip is the line on which the decoder stopped, split at the assignment that
// it was reading. Offsets are in bytes of the line.
type slip struct {
	line    string // without its comment
	at      int    // where the decoder stopped
	key     string // of the last assignment before at; may be empty
	value   string // what follows its equals sign to the end of the line
	valueAt int
	inside  bool // the assignment is in an inline table

	wantsValue, wantsEquals bool   // what the decoder expected
	open                    string // the bracket that it expected to close a list or a table
	src                     []byte // the whole file
	start                   int    // the offset of the line in it
	defined                 string // the key that the decoder met twice, or ""
}

// remedy is the problem that a slip turns out to be. From and to are offsets in
// the line.
type remedy struct {
	from, to                 int
	message, hint, key, code string
}

// newSlip splits the line around an offset of the source. Start is the offset of
// the line.
func newSlip(src []byte, offset int) (s slip, start int) {
	start = bytes.LastIndexByte(src[:offset], '\n') + 1
	line, _, _ := bytes.Cut(src[start:], []byte("\n"))
	line = bytes.TrimRight(line, "\r")
	s = slip{at: min(offset-start, len(line)), src: src, start: start}
	equals := -1
scan:
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '"', '\'':
			i = min(afterString(line, i), len(line)) - 1
		case '#':
			line = bytes.TrimRight(line[:i], " \t")
			break scan
		case '=':
			if i < s.at || equals < 0 {
				equals = i
			}
		case '{':
			s.inside = s.inside || i < s.at
		}
	}
	s.line = string(line)
	if s.at = min(s.at, len(line)); equals < 0 {
		return s, start
	}
	s.key = keyBefore.FindString(strings.TrimRight(s.line[:equals], " \t"))
	s.value = strings.TrimLeft(s.line[equals+1:], " \t")
	s.valueAt = len(s.line) - len(s.value)
	return s, start
}

var keyBefore = regexp.MustCompile(`[^\s={},\[\]]+$`)

// remedy recognizes common mistakes in TOML.
func (s slip) remedy() (remedy, bool) {
	for _, recognize := range []func() (remedy, bool){
		s.twice, s.space, s.sign, s.rule, s.fence, s.list, s.joined, s.keyAndValue, s.comment, s.marked, s.item,
		s.openList, s.colon, s.lone, s.empty, s.sameLine, s.textForKey,
		s.russianKey, s.votes, s.equals, s.typographicQuotes, s.quotesInside,
		s.separator, s.date, s.clock, s.comma, s.unit, s.numeral, s.roundBrackets,
		s.squareBrackets, s.quote, s.surplus, s.path, s.number, s.leadingZero, s.headerName, s.header, s.absent, s.bare,
		s.bareItem,
	} {
		if r, ok := recognize(); ok {
			return r, true
		}
	}
	return remedy{}, false
}

// assign returns the assignment with another value.
func (s slip) assign(value string) string {
	if s.key == "" {
		return value
	}
	return s.key + " = " + value
}

// whole is a remedy for the first width bytes of the value.
func (s slip) whole(width int, message, hint string) remedy {
	return remedy{from: s.valueAt, to: s.valueAt + width, message: message, hint: hint, key: s.key}
}

var dateText = regexp.MustCompile(`^[«“"]?\d{1,4}[»”"]?` +
	`(?:[./–—−-]\d{1,2}[./–—−-]|\s+[а-яё]+\s+)\d{1,4}(?:\s*г(?:ода|\.)?)?`)

// hyphens replaces the dashes that editors put between digits.
var hyphens = strings.NewReplacer("–", "-", "—", "-", "−", "-")

const dateHint = "дата пишется так: год-месяц-день, например 2017-11-20"

// date recognizes a date in another order or in words.
func (s slip) date() (remedy, bool) {
	text := dateText.FindString(s.value)
	if text == "" {
		return remedy{}, false
	}
	year, month, day, ok := russian.ReadDate(hyphens.Replace(strings.TrimSuffix(text, ".")))
	iso := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	switch {
	case ok && text == iso && len(text) < len(s.value):
		rest := strings.TrimLeft(s.value[len(text):], " \t")
		return remedy{from: len(s.line) - len(rest), to: len(s.line), key: s.key,
			message: "после даты стоит лишнее: " + rest, hint: "дата пишется так: " + s.assign(iso)}, true
	case ok:
		return s.whole(len(text), "дата записана не по правилам TOML: "+text, "дата пишется так: "+s.assign(iso)), true
	case fullDate.MatchString(text):
		return s.whole(len(text), "такой даты нет: "+text, dateHint), true
	case shortDate.MatchString(text):
		return s.whole(len(text), "дата записана не по правилам TOML: "+text, dateHint), true
	}
	return remedy{}, false
}

// Dates of digits with a full year and with its last two digits.
var (
	fullDate  = regexp.MustCompile(`^(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})$`)
	shortDate = regexp.MustCompile(`^\d{1,2}[./-]\d{1,2}[./-]\d\d$`)
)

var clockText = regexp.MustCompile(`^(\d{1,2})(?:[:-]|\s*ч(?:ас(?:а|ов)?)?\.?\s*)(\d\d)` + // hours and minutes
	`(?:\s*мин(?:ут)?\.?|:\d\d)?(?:$|[\s,}.])`)

var clockTOML = regexp.MustCompile(`^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$`)

// isClockKey recognizes the keys of times of day.
var isClockKey = regexp.MustCompile(`^(?:.*_)?(?:start|end|time|arrived|left|from|to|until|at)$`)

// clock recognizes a time of day without its zero, with another sign between its
// parts, or one that does not exist.
func (s slip) clock() (remedy, bool) {
	m := clockText.FindStringSubmatch(s.value)
	if m == nil || s.at > s.valueAt+len(m[0]) {
		return remedy{}, false
	}
	text := strings.TrimRight(m[0], " ,}.")
	if strings.Contains(text, "-") && !isClockKey.MatchString(s.key) {
		return remedy{}, false // number = 01-02
	}
	if clockTOML.MatchString(text) && len(text) < len(s.value) {
		return remedy{}, false // the slip is after it
	}
	if hour, minute := atoi([]byte(m[1])), atoi([]byte(m[2])); hour > 23 || minute > 59 {
		message := fmt.Sprintf("времени %s не бывает", text)
		return s.whole(len(text), message, "часы от 00 до 23, минуты от 00 до 59"), true
	}
	return s.whole(len(text), "время записано не по правилам TOML: "+text,
		fmt.Sprintf("время пишется так: %s", s.assign(fmt.Sprintf(`"%02s:%s"`, m[1], m[2])))), true
}

// roundBrackets recognizes a table or a list in parentheses.
func (s slip) roundBrackets() (remedy, bool) {
	if !strings.HasPrefix(s.value, "(") || s.at != s.valueAt {
		return remedy{}, false
	}
	inner, _, closed := strings.Cut(s.value[1:], ")")
	message, hint := "вместо фигурных скобок стоят круглые", `запись такая: { name = "…", reason = "…" }`
	if !strings.Contains(inner, "=") || strings.HasPrefix(strings.TrimSpace(inner), "{") {
		message, hint = "вместо квадратных скобок стоят круглые", `список пишется так: ["…", "…"]`
		if closed {
			hint = "список пишется так: " + s.assign("["+strings.TrimSpace(inner)+"]")
		}
		if strings.Contains(inner, "{") {
			hint = `список пишется так: [{ name = "…" }, { name = "…" }]`
		}
	} else if closed {
		hint = "пишется так: " + s.assign("{ "+strings.TrimSpace(inner)+" }")
	}
	return s.whole(1, message, hint), true
}

var pathText = regexp.MustCompile(`^"((?:[A-Za-z]:|\\)\\[^"]*)"`)

const pathMessage = `обратная черта \ в кавычках — не часть пути, а особый знак TOML`

// driveEscape is a path whose first backslash was read as part of an escape
// sequence: "C:\temp".
var driveEscape = regexp.MustCompile("^[A-Za-z]:[\b\t\n\f\r]")

// path recognizes a Windows path in a basic string, where a backslash begins an
// escape sequence (TOML 1.0, String).
func (s slip) path() (remedy, bool) {
	m := pathText.FindStringSubmatch(s.value)
	if m == nil || s.at >= s.valueAt+len(m[0]) {
		return remedy{}, false
	}
	return s.whole(len(m[0]), pathMessage,
		"путь пишется с прямыми чертами: "+s.assign(`"`+strings.ReplaceAll(m[1], `\`, "/")+`"`)), true
}

var numberText = regexp.MustCompile(`^[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?|^[+-]?\d+,\d+`)

// number recognizes a number with a decimal comma or with spaces.
func (s slip) number() (remedy, bool) {
	text := numberText.FindString(s.value)
	if text == "" || len(text) < len(s.value) && !strings.ContainsAny(s.value[len(text):len(text)+1], " \t,;}") {
		return remedy{}, false
	}
	number := strings.NewReplacer(" ", "", ",", ".").Replace(text)
	return s.whole(len(text), "число записано не по правилам TOML: "+text,
		"число пишется без пробелов, дробная часть — после точки: "+s.assign(number)), true
}

var zeroText = regexp.MustCompile(`^0\d+$`)

// leadingZero recognizes a code of digits, which is no number: number = 01.
func (s slip) leadingZero() (remedy, bool) {
	if !zeroText.MatchString(s.value) {
		return remedy{}, false
	}
	return s.whole(len(s.value), "число начинается с нуля: "+s.value,
		"если это номер или код, возьмите его в кавычки: "+s.assign(`"`+s.value+`"`)), true
}

// separator recognizes a semicolon or a comma where a line or a value ends.
func (s slip) separator() (remedy, bool) {
	if s.at >= len(s.line) {
		return remedy{}, false
	}
	found := remedy{from: s.at, to: s.at + 1, key: s.key}
	last := strings.Trim(s.line[s.at+1:], " \t;,") == ""
	switch sign := s.line[s.at]; {
	case sign == ';' && last && s.open == "":
		found.message, found.hint = "лишняя точка с запятой", "удалите её: после значения ничего не ставят"
	case sign == ';' && s.at > 0 && strings.TrimSpace(s.line[:s.at]) != "":
		found.message, found.hint = "здесь точка с запятой, а нужна запятая", "значения разделяет запятая"
	case sign == '.' && last && !s.wantsValue && !s.wantsEquals:
		found.message, found.hint = "лишняя точка", "удалите её: после значения ничего не ставят"
	case sign == ',' && last && !s.inside && s.value != "" && s.value[0] != ',':
		found.message, found.hint = "лишняя запятая", "удалите её: после значения ничего не ставят"
	default:
		return remedy{}, false
	}
	return found, true
}

var headerText = regexp.MustCompile(`^\s*\[{1,2}\s*([\w.-]+)\s*(\]{1,2})\s*`)

// header recognizes text after a section's name on its line.
func (s slip) header() (remedy, bool) {
	if m := roundHeader.FindStringSubmatch(s.line); m != nil {
		return remedy{from: 0, to: len(s.line), message: "название раздела стоит в круглых скобках, а нужны квадратные",
			hint: fmt.Sprintf("раздел пишется так: [%[1]s], повторяющийся — так: [[%[1]s]]", m[1])}, true
	}
	if m := spacedHeader.FindStringSubmatch(s.line); m != nil {
		return remedy{from: 0, to: len(s.line), message: "между скобками раздела стоит пробел",
			hint: "пишется так: [[" + m[1] + "]]"}, true
	}
	m := headerText.FindStringSubmatch(s.line)
	if m == nil || len(m[0]) == len(s.line) && strings.Count(m[0], "[") == len(m[2]) {
		return remedy{}, false
	}
	if strings.Count(m[0], "[") != len(m[2]) {
		return remedy{from: s.at, to: s.at + 1, message: "скобок слева и справа от названия раздела не поровну",
			hint: fmt.Sprintf("раздел пишется так: [%[1]s], повторяющийся — так: [[%[1]s]]", m[1])}, true
	}
	hint := "ключи раздела пишутся с новой строки"
	if rest := s.line[len(m[0]):]; strings.Trim(rest, ":;,.=- ") == "" {
		hint = "удалите «" + rest + "»"
	}
	return remedy{from: len(m[0]), to: len(s.line), message: "после названия раздела стоит лишнее", hint: hint}, true
}

var spacedHeader = regexp.MustCompile(`^\s*\[\s+\[\s*([\w.]+)\s*\]\s*\]\s*$`)

var roundHeader = regexp.MustCompile(`^\(+\s*([a-z_.]+)\s*\)+\s*$`)

var numeric = regexp.MustCompile(`^[+-]?[\d_.:]+$`)
