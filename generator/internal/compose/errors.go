package compose

import (
	"fmt"
	"regexp"
	"strings"
)

// templateSlip matches an error of text/template or html/template: the
// template, its line, sometimes the column in bytes and the action, and the
// message.
var templateSlip = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^:"]+):(?:(\d+)(?::\d+)?:)? ` +
	`(?:executing ".*?" at <(.*?)>: )?(.*)$`)

// slip is an error message of the template packages with its translation.
type slip struct {
	english *regexp.Regexp
	russian string
}

var slips = []slip{
	{regexp.MustCompile(`^can't evaluate field (\w+) in type.*`), "здесь нет поля «$1»"},
	{regexp.MustCompile(`^nil (?:data|pointer).*`), "здесь нет данных, о которых спрашивают"},
	{regexp.MustCompile(`^(?:no such template|template) "([^"]+)".*`), "нет шаблона «$1»"},
	{regexp.MustCompile(`^"([^"]+)" is undefined`), "нет шаблона «$1»"},
	{regexp.MustCompile(`^function "([^"]+)" not defined`), "нет функции «$1»"},
	{regexp.MustCompile(`^undefined variable "([^"]+)"`), "нет переменной $1"},
	{regexp.MustCompile(`^range can't iterate over.*`), "range перебирает только списки"},
	{regexp.MustCompile(`^unexpected (\{\{\w+\}\})`), "лишнее $1"},
	{regexp.MustCompile(`^(\{\{\w+\}\}) outside.*`), "$1 бывает только внутри {{range}}"},
	{regexp.MustCompile(`^unexpected EOF`), "до конца шаблона не хватает {{end}}"},
	{regexp.MustCompile(`^missing value for (\w+)`), "после $1 нет условия"},
	{regexp.MustCompile(`^ends in a non-text context.*`), "до конца шаблона не закрыты кавычка или тег"},
	{regexp.MustCompile(`^error calling (\w+): (.*)`), "функция $1: $2"},
	{regexp.MustCompile(`^(?:bad|unclosed|unterminated|unexpected) .*`),
		"действие в {{…}} не закрыто или записано неверно ($0)"},
	{regexp.MustCompile(`(?s).*`), "не удалось ($0)"},
}

// messagef formats a message for users. Arguments of this function and of those
// that report problems are the only Russian text in this package; the words of
// papers are in templates.
func messagef(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// fileOf returns the name of a template in messages.
func fileOf(name string) string { return messagef("шаблон %s", name+Extension) }

// translated translates an error of the template packages in a template or in
// one that it calls.
func translated(name string, err error) error {
	m := templateSlip.FindStringSubmatch(err.Error())
	if m == nil {
		return fmt.Errorf("шаблон %s: %w", name+Extension, err)
	}
	place := m[1] + Extension
	if line := m[2]; line != "" {
		place += ":" + line
	}
	if action := m[3]; action != "" {
		place += ": {{" + action + "}}"
	}
	words := ""
	for _, slip := range slips {
		if slip.english.MatchString(m[4]) {
			words = slip.english.ReplaceAllString(m[4], slip.russian)
			break
		}
	}
	return slipError{messagef("шаблон %s: %s", place, words), err}
}

// slipError is an error with a translated message.
type slipError struct {
	words string
	error
}

func (e slipError) Error() string { return e.words }

func (e slipError) Unwrap() error { return e.error }

// place returns the position of a node from the result of
// parse.Tree.ErrorContext: name:line:column.
func place(location string) string {
	name, rest, _ := strings.Cut(location, ":")
	line, _, _ := strings.Cut(rest, ":")
	return name + Extension + ":" + line
}
