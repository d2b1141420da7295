package compose

import (
	"html/template"
	"strings"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// functions are the template functions for the grammar of words around facts.
// The README of the templates lists them with examples.
var functions = template.FuncMap{
	"count":    count,
	"plural":   plural,
	"join":     func(separator string, list []string) string { return strings.Join(list, separator) },
	"sentence": func(text string) string { return trace.Apply(text, sentence) },
	"cap":      upperFirst,
}

// count returns a number with its noun: {{count 3 "лист" "листа" "листов"}}.
func count(number any, one, few, many string) (string, error) {
	if len(one)+len(few)+len(many) > maxPrinted {
		return "", errTooLong
	}
	n, err := integer(number)
	if err != nil {
		return "", err
	}
	text := russian.Count(n, one, few, many)
	if marked, ok := number.(Number); ok {
		text = trace.Apply(string(marked), func(string) string { return text })
	}
	return text, nil
}

// plural selects a word for one or for several: {{plural (len .) "Копия"
// "Копии"}}.
func plural(number any, one, several string) (string, error) {
	n, err := integer(number)
	if n == 1 {
		return one, err
	}
	return several, err
}
