package tomlfile

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"protokol/generator/diag"
	"protokol/generator/internal/russian"
)

var commentMarks = regexp.MustCompile(`^(?://|/\*|;|--)`)

// comment recognizes the comment signs of other languages.
func (s slip) comment() (remedy, bool) {
	indent := len(s.line) - len(strings.TrimLeft(s.line, " \t"))
	rest := strings.TrimLeft(s.line[s.at:], " \t")
	if s.valueAt > 0 && s.at > s.valueAt && !strings.HasPrefix(rest, ";") {
		indent = len(s.line) - len(rest) // after a value
	}
	mark := commentMarks.FindString(s.line[indent:])
	if mark == "" || s.wantsValue {
		return remedy{}, false
	}
	return remedy{from: indent, to: indent + len(mark), message: "пояснение начинается не с " + mark,
		hint: "поставьте перед ним #"}, true
}

// twice recognizes a key or the header of a section that the file already has.
func (s slip) twice() (remedy, bool) {
	if s.defined == "" {
		return remedy{}, false
	}
	end := len(s.line)
	if width := strings.IndexAny(s.line[s.at:], " \t=]"); width > 0 {
		end = s.at + width
	}
	found := remedy{from: s.at, to: end, message: "ключ " + s.defined + " уже задан выше",
		hint: oneOfLines}
	if m := headerText.FindStringSubmatch(s.line); m != nil && m[1] == s.defined {
		found.message, found.hint = "раздел "+s.defined+" уже есть выше", joinSections+listAdvice+"[["+s.defined+"]]"
		if single := s.singleHeader(); single != nil && m[2] == "]]" {
			found.from, found.to = single[0]-s.start, single[1]-s.start
			found.message = "раздел " + s.defined + " есть и ниже, в двойных скобках"
		}
	}
	return found, true
}

// singleHeader returns where the header in single brackets is of the section that the line begins again.
func (s slip) singleHeader() []int {
	header := regexp.MustCompile(`(?m)^[ \t]*(\[[ \t]*` + regexp.QuoteMeta(s.defined) + `[ \t]*\])[ \t\r]*(?:#.*)?$`)
	if m := header.FindSubmatchIndex(s.src[:s.start]); m != nil {
		return m[2:4]
	}
	return nil
}

// The hints for a key and for a section that the file already has, and its part about lists.
const (
	oneOfLines   = "оставьте одну из двух строк"
	joinSections = "соедините их в один"
	listAdvice   = "; если таких разделов несколько, у каждого двойные скобки: "
)

// FitListAdvice makes the advice to join sections or to repeat them, in problems of Parse,
// fit the struct that schema is: it has one such section, or a list of them. A key that stands
// twice in a section of a list may begin another one.
func FitListAdvice(problems diag.List, schema any) {
	for i, p := range problems {
		if section := parent(p.Key); p.Hint == oneOfLines && section != "" {
			if single, known := isSingle(reflect.TypeOf(schema), strings.Split(section, ".")); known && !single {
				problems[i].Hint += "; если здесь начинается следующий раздел, поставьте над ней [[" + section + "]]"
			}
		}
		_, section, found := strings.Cut(p.Hint, joinSections+listAdvice)
		if !found {
			continue
		}
		switch single, known := isSingle(reflect.TypeOf(schema), strings.Split(strings.Trim(section, "[]"), ".")); {
		case known && single:
			problems[i].Hint = joinSections
		case known:
			problems[i].Hint = "у каждого такого раздела двойные скобки: " + section
		}
	}
}

// isSingle reports whether a type has a section and no list of them. It is not known if
// the type has neither.
func isSingle(t reflect.Type, path []string) (single, known bool) {
	isList := false
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		isList, t = isList || t.Kind() == reflect.Slice, t.Elem()
	}
	if len(path) == 0 {
		return !isList, true
	}
	if t.Kind() != reflect.Struct {
		return false, false
	}
	sections := fields(t)
	at := slices.IndexFunc(sections, func(f field) bool { return f.key == path[0] })
	if at < 0 {
		return false, false
	}
	return isSingle(sections[at].of, path[1:])
}

var itemNumber = regexp.MustCompile(`^\s*(\d+[.)]|[-–—*•])\s*["'\pL]`)

// item recognizes the number or the dash of an item in a list.
func (s slip) item() (remedy, bool) {
	m := itemNumber.FindStringSubmatchIndex(s.line)
	if m == nil || s.key != "" || s.at > m[3] || !s.wantsValue {
		return remedy{}, false
	}
	return remedy{from: m[2], to: m[3], message: "перед текстом списка стоит номер или чёрточка",
		hint: "уберите: пункты нумерует программа"}, true
}

var markedKey = regexp.MustCompile(`^\s*([^\s\w"'\[\]{}#=\pL]+|\d+[.)]|-)\s+(?:\[\[?[A-Za-z_]|[A-Za-z_][\w.-]*\s*=)`)

// marked recognizes a sign or a number before a key or a section.
func (s slip) marked() (remedy, bool) {
	m := markedKey.FindStringSubmatchIndex(s.line)
	if m == nil || s.at > m[1] || s.wantsValue {
		return remedy{}, false
	}
	sign := s.line[m[2]:m[3]]
	return remedy{from: m[2], to: m[3], message: "строка начинается со знака " + sign,
		hint: "удалите его: строка начинается с ключа или с названия раздела в скобках"}, true
}

var loneWord = regexp.MustCompile(`^\s*[({"']?\s*([A-Za-z_][\w.-]*)\s*[)}"']?\s*:?\s*$`)

// lone recognizes the name of a section without its brackets.
func (s slip) lone() (remedy, bool) {
	m := loneWord.FindStringSubmatch(s.line)
	if m == nil || s.valueAt > 0 || !s.wantsEquals {
		return remedy{}, false
	}
	from := strings.IndexAny(s.line, m[1][:1])
	return remedy{from: from, to: from + len(m[1]), message: "слово " + m[1] + " без знака = и без скобок",
		hint: fmt.Sprintf("раздел пишется так: [%[1]s], повторяющийся — так: [[%[1]s]], ключ — так: %[1]s = …",
			m[1])}, true
}

// headerStart is the start of the header of a section, unlike a list.
var headerStart = regexp.MustCompile(`^\[{1,2}[ \t]*[A-Za-z_][\w.-]*[ \t]*\]`)

// empty recognizes an assignment without a value.
func (s slip) empty() (remedy, bool) {
	if s.key == "" || s.value != "" || s.valueAt == 0 || s.inside {
		return remedy{}, false
	}
	example := `"…"`
	if isDateKey(s.key) {
		example = "2026-01-15"
	}
	found := remedy{from: len(s.line) - 1, to: len(s.line), key: s.key, message: "после знака = нет значения",
		hint: "оно пишется в той же строке: " + s.assign(example) + "; если его нет, удалите строку"}
	_, rest, _ := bytes.Cut(s.src[s.start:], []byte("\n"))
	if below := bytes.TrimLeft(rest, " \t\r\n"); len(below) > 0 && bytes.ContainsAny(below[:1], `{"'`) ||
		bytes.HasPrefix(below, []byte("[")) && !headerStart.Match(below) {
		start := string(below[:1])
		next, _, _ := bytes.Cut(below, []byte("\n"))
		if bytes.HasSuffix(bytes.TrimSpace(next), []byte(",")) {
			start = "[" // items of a list
		}
		found.hint = "перенесите сюда начало следующей строки: " + s.assign(start)
		if start == "[" && below[0] != '[' {
			found.hint = "если ниже список, его открывает скобка: " + s.assign("[")
		}
	}
	return found, true
}

var (
	secondKey    = regexp.MustCompile(`^[,;]?\s*[A-Za-z_][\w-]*\s*=[^=]`)
	keyOfLine    = regexp.MustCompile(`^\s*[A-Za-z_][\w.-]*\s*=`)
	textAsKey    = regexp.MustCompile(`^\s*(?:\{\s*)?(?:"[^"]*"|'[^']*')\s*[,}\]]`)
	colonOfLine  = regexp.MustCompile(`^\s*(?:[A-Za-z_][\w-]*|"[^"]*")\s*$`)
	colonInTable = regexp.MustCompile(`[{,]\s*[A-Za-z_][\w-]*\s*$`)
)

// sameLine recognizes a second key in the line of the first.
func (s slip) sameLine() (remedy, bool) {
	if s.inside || s.valueAt == 0 || s.at <= s.valueAt || !secondKey.MatchString(s.line[s.at:]) ||
		strings.HasSuffix(strings.TrimRight(s.line[:s.at], " \t"), "[") {
		return remedy{}, false
	}
	return remedy{from: s.at, to: len(s.line), message: "в одной строке два ключа",
		hint: "каждый ключ пишется с новой строки"}, true
}

// openList recognizes the line after a list or a table that is not closed: there is a key or a section where an
// item or a comma is expected.
func (s slip) openList() (remedy, bool) {
	indent := len(s.line) - len(strings.TrimLeft(s.line, " \t"))
	isHeader := headerText.MatchString(s.line) && strings.Trim(s.line[indent:s.at], "[") == ""
	if !s.wantsValue && s.open == "" || !isHeader && (s.at > indent || !keyOfLine.MatchString(s.line)) {
		return remedy{}, false
	}
	if s.open == "}" {
		return remedy{from: indent, to: len(s.line), message: "фигурная скобка выше этой строки не закрыта",
			hint: "поставьте в конце }"}, true
	}
	hint := "поставьте в его конце ]"
	if strings.HasSuffix(s.line, ",") && !isHeader {
		hint += "; если эта строка — в списке, ключ и значение стоят в фигурных скобках: { text = \"…\" },"
	}
	return remedy{from: indent, to: len(s.line), message: "список выше этой строки не закрыт", hint: hint}, true
}

// textForKey recognizes an item of a list in the brackets of a table.
func (s slip) textForKey() (remedy, bool) {
	if !s.wantsEquals || s.valueAt > 0 && s.valueAt <= s.at || !textAsKey.MatchString(s.line) {
		return remedy{}, false
	}
	found := remedy{from: 0, to: len(s.line), message: "текст стоит там, где нужен ключ",
		hint: `список пишется в квадратных скобках: ключ = ["…", "…"]`}
	if strings.HasPrefix(strings.TrimLeft(s.line, " \t"), "{") {
		found.hint = `в фигурных скобках у каждого значения есть свой ключ: { text = "…" }`
	}
	return found, true
}

var plainValue = regexp.MustCompile(`^(?:["'\[{]|[+-]?\d+(?:\.\d+)?$|(?:true|false)$)`)

// valueOf returns a typed value in the notation of TOML: a date, or a text in quotes.
func valueOf(typed string) string {
	if year, month, day, ok := russian.ReadDate(typed); ok {
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	}
	switch {
	case plainValue.MatchString(typed) && isClosed(typed):
		return typed
	case strings.ContainsAny(typed, `"\`) && !strings.Contains(typed, "'"):
		return "'" + typed + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(typed) + `"`
}

// isClosed reports whether a text in quotes ends with them: "а", but not "а" и "б".
func isClosed(typed string) bool {
	if !strings.ContainsAny(typed[:1], `"'`) || strings.HasPrefix(typed, `"""`) || strings.HasPrefix(typed, "'''") {
		return true
	}
	var reader unstable.Parser
	reader.Reset([]byte("value = " + typed))
	for reader.NextExpression() {
	}
	return reader.Error() == nil
}

// colon recognizes a colon in place of the equals sign.
func (s slip) colon() (remedy, bool) {
	if !s.wantsEquals || s.at >= len(s.line) || s.line[s.at] != ':' {
		return remedy{}, false
	}
	key := keyBefore.FindString(strings.TrimRight(s.line[:s.at], " \t"))
	found := remedy{from: s.at, to: s.at + 1, message: "вместо знака = стоит двоеточие",
		hint: "пишется так: " + key + " = …"}
	switch value := strings.TrimLeft(s.line[s.at+1:], " \t="); {
	case colonInTable.MatchString(s.line[:s.at]):
		return found, true
	case !colonOfLine.MatchString(s.line[:s.at]):
		return remedy{}, false
	case value != "":
		key, value = strings.Trim(key, `"`), strings.TrimRight(value, " \t,;") // as JSON has them
		found.hint = "пишется так: " + key + " = " + valueOf(value)
	}
	return found, true
}
