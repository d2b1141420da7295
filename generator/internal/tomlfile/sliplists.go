package tomlfile

import (
	"regexp"
	"strings"
)

// quotedTexts are one or more texts in quotation marks with commas between them.
const quotedTexts = `((?:"[^"]*"|'[^']*')(?:\s*,\s*(?:"[^"]*"|'[^']*'))*)`

var (
	unbracketedList = regexp.MustCompile(`^(?:"[^"]*"|'[^']*')\s*,\s*` + quotedTexts + `\s*,?$`)
	bracedList      = regexp.MustCompile(`^\{\s*` + quotedTexts + `\s*,?\s*\}$`)
)

// list recognizes texts without the brackets of a list, or with those of a table.
func (s slip) list() (remedy, bool) {
	if s.key == "" || s.inside && !strings.HasPrefix(s.value, "{") {
		return remedy{}, false
	}
	const hint = "список пишется так: "
	if m := bracedList.FindStringSubmatch(s.value); m != nil && s.wantsEquals {
		return s.whole(1, "вместо квадратных скобок стоят фигурные", hint+s.assign("["+m[1]+"]")), true
	}
	if unbracketedList.MatchString(s.value) && !s.wantsValue {
		items := strings.TrimRight(s.value, ", \t")
		return s.whole(len(s.value), "список без квадратных скобок", hint+s.assign("["+items+"]")), true
	}
	return remedy{}, false
}

var joinedTexts = regexp.MustCompile(`^"[^"]*"\s*\+\s*"[^"]*"$`)

// joined recognizes texts that are to be added to each other, as in programs.
func (s slip) joined() (remedy, bool) {
	if s.inside || !joinedTexts.MatchString(s.value) {
		return remedy{}, false
	}
	first, second, _ := strings.Cut(s.value, "+")
	text := strings.Trim(first, "\" \t") + strings.Trim(second, " \t")[1:]
	return s.whole(len(s.value), "тексты знаком + не соединяют", "пишется так: "+s.assign(`"`+text)), true
}

var ruled = regexp.MustCompile(`^(?:-{4,}|={2,}|\*{2,}|_{2,}|~{2,}|\+{2,}|–{2,}|—{2,})$`)

// rule recognizes a line that is drawn with a sign.
func (s slip) rule() (remedy, bool) {
	text := strings.TrimSpace(s.line)
	if s.wantsValue || s.open != "" || !ruled.MatchString(text) {
		return remedy{}, false
	}
	from := strings.Index(s.line, text)
	return remedy{from: from, to: from + len(text), message: "в файле TOML линий не проводят",
		hint: "поставьте перед ней # или удалите её"}, true
}

// noValue are the words of other languages and the marks for a value that there is not.
var noValue = regexp.MustCompile(`^(?:null|none|nil|n/a|н/д|[-–—]+)$`)

// absent recognizes what stands for no value, which TOML has no sign for. In quotes it would be printed.
func (s slip) absent() (remedy, bool) {
	if s.inside || s.at < s.valueAt || !noValue.MatchString(strings.ToLower(s.value)) {
		return remedy{}, false
	}
	return s.whole(len(s.value), "значение без кавычек: "+s.value,
		"если значения нет, удалите строку; если напечатать надо именно это, пишется так: "+
			s.assign(`"`+s.value+`"`)), true
}

var (
	dividedHeader  = regexp.MustCompile(`^\s*(\[{1,2})\s*(\w+)\s*[/\\:>]\s*(\w+)\s*(\]{1,2})\s*$`)
	numberedHeader = regexp.MustCompile(`^\s*(\[{1,2})\s*([\w.]+)\s+[№#N]?\s*\d+\s*(\]{1,2})\s*$`)
)

// headerName recognizes a header whose names are not divided by a dot, and one with a number.
func (s slip) headerName() (remedy, bool) {
	from := len(s.line) - len(strings.TrimLeft(s.line, " \t"))
	if m := dividedHeader.FindStringSubmatch(s.line); m != nil {
		return remedy{from: from, to: len(s.line), message: "имена в названии раздела разделяет точка",
			hint: "пишется так: " + m[1] + m[2] + "." + m[3] + m[4]}, true
	}
	if m := numberedHeader.FindStringSubmatch(s.line); m != nil {
		return remedy{from: from, to: len(s.line), message: "в названии раздела стоит номер",
			hint: "разделы нумерует программа: " + m[1] + m[2] + m[3]}, true
	}
	return remedy{}, false
}
