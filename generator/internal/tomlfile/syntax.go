package tomlfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"protokol/generator/diag"
)

// syntaxError is a kind of syntax error: the decoder's message and ours.
type syntaxError struct {
	pattern *regexp.Regexp
	message string // %s takes what the pattern caught
	hint    string
}

const quoteHint = `любой текст пишется в прямых кавычках: city = "Смоленск"`

// syntaxErrors are matched in order. The decoder's message is never shown.
var syntaxErrors = []syntaxError{
	{regexp.MustCompile(`^strings cannot contain newlines`), "текст не закрыт кавычкой до конца строки",
		`закройте кавычку " (или ', если текст начат ею); текст в несколько строк пишется между тройными """`},
	{regexp.MustCompile(`^expected value but found ['"]([«“”„‘’].*)['"] instead`), "вместо значения стоит %s",
		`начало и конец текста отмечают прямые кавычки ", а «ёлочки» ставят внутри них`},
	{regexp.MustCompile(`^expected value but found (.*) instead`), "значение без кавычек или неполное: %s", quoteHint},
	{regexp.MustCompile(`^unexpected EOF; expected value`), "значение не дописано",
		"проверьте, закрыты ли кавычки и скобки"},
	{regexp.MustCompile(`^unexpected EOF`), "файл кончился раньше времени", "проверьте, закрыты ли кавычки и скобки"},
	{regexp.MustCompile(`^expected '\.' or '=', but got '[А-яЁё]' instead`), "ключ написан русскими буквами",
		"ключи пишутся латинскими буквами: place, date, agenda; пояснение начинают знаком #"},
	{regexp.MustCompile(`^expected '\.' or '=', but got (.*) instead`), "после имени ключа нужен знак =, а стоит %s",
		`строка пишется так: ключ = "значение"; ключи — латинскими буквами; пояснение начинается с #`},
	{
		regexp.MustCompile(`^unexpected '='`),
		"перед знаком = нет имени ключа",
		"строка пишется так: ключ = \"значение\"",
	},
	{regexp.MustCompile(`^expected a top-level item to end .*got (.*) instead`), "после значения стоит лишнее: %s",
		"кавычки внутри текста пишутся «ёлочками»; пояснение начинается с #"},
	{regexp.MustCompile(`^expected a comma \(','\) or array terminator \('\]'\), but got (.*)`),
		"в списке после значения нужна запятая или ], а стоит %s",
		"значения списка разделяет запятая, список закрывает ]"},
	{regexp.MustCompile(`^expected a comma or an inline table terminator '}', but got (.*) instead`),
		"в фигурных скобках нужна запятая или }, а стоит %s", `запись такая: { name = "…", reason = "…" }`},
	{regexp.MustCompile(`^unexpected comma`), "лишняя запятая", "удалите её"},
	{regexp.MustCompile(`^(?:expected '\.' or '\]' to end table name|expected end of table array name)`),
		"название раздела не закрыто скобкой", "раздел пишется так: [council], повторяющийся — так: [[agenda]]"},
	{regexp.MustCompile(`^unexpected (?:end of table name|table separator)`), "у раздела нет названия",
		"раздел пишется так: [council], повторяющийся — так: [[agenda]]"},
	{
		regexp.MustCompile(`^"(.*)" is not a table`),
		"%s уже задан значением и не может быть разделом",
		"оставьте одно из двух",
	},
	{regexp.MustCompile(`^invalid escape`), "после обратной черты стоит не то",
		`обратная черта в тексте пишется дважды: \\; или возьмите текст в одинарные кавычки`},
	{
		regexp.MustCompile(`^invalid datetime: (.*)`),
		"такой даты или времени нет: %s",
		"дата: 2017-11-20, время: 09:00 — с нулём",
	},
	{regexp.MustCompile(`^Invalid integer (".*"): cannot have leading zeroes`), "число начинается с нуля: %s",
		"если это номер или код, возьмите его в кавычки"},
	{
		regexp.MustCompile(`^(?:Invalid (?:integer|float)|invalid float|expected a digit|floats must)`),
		"число записано неверно",
		"если это номер или код, возьмите его в кавычки",
	},
	{regexp.MustCompile(`out of range`), "число слишком большое", "если это код, возьмите его в кавычки"},
}

var definedTwice = regexp.MustCompile(`^Key '(.*)' (?:has already been defined|was already created)`)

// syntax reports the syntax error at which the decoder stopped.
func (p *parser) syntax(src []byte, err error) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		p.at(src, 0, 0, "", "файл не читается как TOML", "")
		return
	}
	from := min(max(0, parse.Position.Start), len(src))
	for from > 0 && from < len(src) && src[from]&0xC0 == 0x80 {
		from-- // to the first byte of a character
	}
	if at := bytes.LastIndex(src, []byte(`"""`)); strings.HasPrefix(parse.Message, "unexpected EOF") && at >= 0 &&
		bytes.Count(src, []byte(`"""`))%2 == 1 {
		p.at(src, at, at+len(`"""`), parse.LastKey, "текст в тройных кавычках не закрыт", `поставьте в его конце """`)
		return
	}
	if number, _ := position(src, from); slices.ContainsFunc(p.problems, func(d diag.Problem) bool {
		return d.Line == number
	}) {
		return // the control character in this line is the reason
	}
	line, start := newSlip(src, from)
	lastKey := parse.LastKey
	if strings.HasPrefix(strings.TrimSpace(line.line), "[") && line.valueAt == 0 && !isValueExpected(parse.Message) &&
		!strings.HasPrefix(parse.Message, "expected a comma") {
		lastKey = "" // a header does not belong to the table above
	}
	line.wantsValue = isValueExpected(parse.Message)
	line.wantsEquals = strings.HasPrefix(parse.Message, "expected '.' or '='")
	line.open = expectedBracket(parse.Message)
	if m := definedTwice.FindStringSubmatch(parse.Message); m != nil {
		line.defined = m[1]
	}
	if r, ok := line.remedy(); ok {
		if strings.HasSuffix(parse.LastKey, "."+r.key) {
			r.key = parse.LastKey
		}
		p.at(src, start+r.from, start+r.to, cmp.Or(r.key, lastKey), r.message, r.hint)
		p.problems[len(p.problems)-1].Code = r.code
		return
	}
	message, hint := "запись не по правилам TOML", "сравните с образцом файла заседания"
	for _, s := range syntaxErrors {
		if m := s.pattern.FindStringSubmatch(parse.Message); m != nil {
			message, hint = s.message, s.hint
			if strings.Contains(message, "%s") {
				message = fmt.Sprintf(message, shown(m[1]))
			}
			break
		}
	}
	to := min(len(src), from+max(1, parse.Position.Len))
	for to < len(src) && src[to]&0xC0 == 0x80 {
		to++
	}
	p.at(src, from, to, lastKey, message, hint)
}

// expectedBracket returns the bracket that the decoder expected instead of what it found.
func expectedBracket(message string) string {
	switch {
	case strings.HasPrefix(message, "expected a comma (',') or array"):
		return "]"
	case strings.HasPrefix(message, "expected a comma or an inline"):
		return "}"
	}
	return ""
}

// isValueExpected reports the decoder's messages about a value.
func isValueExpected(message string) bool {
	return strings.HasPrefix(message, "expected value") || strings.HasPrefix(message, "expected a digit") ||
		strings.HasPrefix(message, "Invalid float") || strings.HasPrefix(message, "Invalid integer") ||
		strings.HasPrefix(message, "invalid float")
}

// shown translates the decoder's names of tokens.
func shown(what string) string {
	switch what {
	case "end of file", "EOF":
		return "конец файла"
	case `'\n'`, `"\n"`, "newline":
		return "конец строки"
	}
	if len(what) > 2 && strings.ContainsRune(`'"`, rune(what[0])) {
		what = what[1 : len(what)-1] // Go's quotes around a character or a word
	}
	return what
}
