package web

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"protokol/generator"
)

var (
	wholeNumber  = regexp.MustCompile(`^-?\d{1,18}$`)
	realNumber   = regexp.MustCompile(`^-?\d{1,15}[.,]\d{1,9}$`)
	isoDate      = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	wholeMinutes = regexp.MustCompile(`^(\d\d:\d\d):00(?:\.0+)?$`) // TOML 1.0 wants the seconds
	russianDate  = regexp.MustCompile(`^(\d\d?)\.(\d\d?)\.(\d{4})$`)
)

// typed returns the TOML value of a text typed into a field.
func typed(of shape, text string) (any, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	trimmed := strings.TrimSpace(text)
	switch of.kind {
	case kindFlag:
		return trimmed == "true", nil
	case kindNumber:
		if !wholeNumber.MatchString(trimmed) {
			return nil, failf(http.StatusUnprocessableEntity, "Здесь нужно целое число.")
		}
		return number(trimmed), nil
	case kindAmount, kindVotes:
		if v := number(trimmed); v != nil {
			return v, nil
		}
	case kindDate, kindDue:
		if date, ok := dateOf(trimmed); ok {
			if _, err := time.Parse(time.DateOnly, string(date)); err != nil {
				return nil, failf(http.StatusUnprocessableEntity, "Такой даты нет: %s.", trimmed)
			}
			return date, nil
		}
		if of.kind == kindDate {
			return nil, failf(http.StatusUnprocessableEntity, "Дата пишется так: 20.11.2026.")
		}
	}
	return text, nil
}

// number returns an int64 or a float64, or nil for other texts.
func number(text string) any {
	if wholeNumber.MatchString(text) {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n
		}
	}
	if realNumber.MatchString(text) {
		if f, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil {
			return f
		}
	}
	return nil
}

func dateOf(text string) (generator.Literal, bool) {
	if m := russianDate.FindStringSubmatch(text); m != nil {
		text = m[3] + "-" + twoDigits(m[2]) + "-" + twoDigits(m[1])
	}
	return generator.Literal(text), isoDate.MatchString(text)
}

func twoDigits(text string) string { return strings.Repeat("0", 2-len(text)) + text }

// textOf shows a value in a field.
func textOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case generator.Literal:
		return wholeMinutes.ReplaceAllString(string(v), "$1")
	}
	return fmt.Sprint(v)
}

// brief shows any value in a line.
func brief(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return "…"
	case []any:
		var list []string
		for _, one := range v {
			if text := title(one); text != "" {
				list = append(list, text)
			} else {
				list = append(list, textOf(one))
			}
		}
		return cut(strings.Join(list, "; "), 200)
	}
	return cut(textOf(v), 200)
}

// cut shortens a text to a number of characters.
func cut(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return string([]rune(text)[:n-1]) + "…"
}

// sentence splits the description of a key into its first sentence and the rest.
var sentence = regexp.MustCompile(`^(?:(?:true|false) — )?((?:\[[a-z_.]+\]|\d\.\d|[^:.;—([])+?)\s*(?:[:.;—(]|$)`)

// label is the name of a field: the beginning of its description.
func label(description, key string) string {
	m := sentence.FindStringSubmatch(description)
	if m == nil {
		return key
	}
	first, size := utf8.DecodeRuneInString(m[1])
	return string(unicode.ToUpper(first)) + m[1][size:]
}

// help is the rest of the description of a key.
func help(description string) string {
	m := sentence.FindStringSubmatchIndex(description)
	if m == nil {
		return description
	}
	rest := strings.TrimLeft(description[m[3]:], " :.;—")
	if strings.Count(rest, ")") > strings.Count(rest, "(") {
		return description
	}
	first, size := utf8.DecodeRuneInString(rest)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + rest[size:]
}

// inForm replaces words about the text of a file by those about a form.
var inForm = strings.NewReplacer("из people", "из раздела «Люди»", "true — ", "", "Без ключа", "Если пусто",
	"без ключа", "если пусто", "список []", "список",
	"[] — ", "нарочно пусто — ")

// lists matches descriptions that list values, whose words are not keys.
var lists = regexp.MustCompile(`[a-z_]+ — |[a-z_]+, [a-z_]+, [a-z_]+|"`)

// plainHelp is the help of a key for those who see a form. The options are in the list of choices.
func plainHelp(root *schema, key, description string) string {
	text := inForm.Replace(help(description))
	if lists.MatchString(text) {
		return text
	}
	return plainText(root, key, text)
}

// longKeys hold texts of several lines.
var longKeys = map[string]bool{"text": true, "title": true, "heading": true, "answer": true, "outcome": true,
	"discussion": true, "preamble": true, "closing": true, "lines": true, "note": true, "offer": true,
	"purpose": true, "theme": true}

func isLong(key, description string) bool {
	return longKeys[key] || strings.Contains(description, "бзац")
}

// mayBeEmpty reports whether a description says what an empty value means.
func mayBeEmpty(description string) bool {
	return strings.Contains(description, "уст") || strings.Contains(description, "; [] — ")
}

// options are the choices of a field with few values. A value that is not among them is added, so that the field
// shows the value in the file.
func options(of shape, description string, value any) (list []Option) {
	now := textOf(value)
	add := func(value, label string) {
		list = append(list, Option{Value: value, Label: label, Selected: value == now})
	}
	switch {
	case of.kind == kindFlag && strings.HasPrefix(description, "false"): // the label says what false means
		add("", "как обычно")
		add("false", "да")
		add("true", "нет")
	case of.kind == kindFlag:
		add("", "как обычно")
		add("true", "да")
		add("false", "нет")
	case of.kind == kindChoice:
		add("", "как обычно")
		for i, one := range of.enum {
			add(one, of.words[i])
		}
	default:
		return nil
	}
	if !slices.ContainsFunc(list, func(o Option) bool { return o.Selected }) {
		add(now, brief(value))
	}
	return list
}
