package compose

import (
	"html/template"
	"strings"

	"protokol/generator/internal/russian"
)

// functions are those of the templates, for what Russian asks of words around a
// fact. They are listed with examples in the README of the templates.
var functions = template.FuncMap{
	"count":    count,
	"plural":   plural,
	"join":     func(separator string, list []string) string { return strings.Join(list, separator) },
	"sentence": sentence,
	"cap":      upperFirst,
}

// count writes a number with its noun: {{count 3 "лист" "листа" "листов"}}.
func count(n int, one, few, many string) (string, error) {
	if len(one)+len(few)+len(many) > maxPrinted {
		return "", errTooLong
	}
	return russian.Count(n, one, few, many), nil
}

// plural picks a word for one or for several: {{plural (len .) "Копия" "Копии"}}.
func plural(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}
