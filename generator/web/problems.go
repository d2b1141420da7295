package web

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator"
	"protokol/generator/diag"
)

// Problem is an error or a warning as the page shows it.
type Problem struct {
	Warning bool     `json:"warning"`
	Key     string   `json:"key"`
	IDs     []string `json:"ids"`   // of its field and of those around it
	Place   string   `json:"place"` // file and line
	File    string   `json:"file"`  // "" for the file of the page
	Line    int      `json:"line"`
	Column  int      `json:"column"`
	Text    string   `json:"text"`
	Hint    string   `json:"hint"`
}

// problemsOf prepares problems for the page of a file; root is the schema of its form, or
// nil.
func problemsOf(name string, root *schema, list generator.Problems) []Problem {
	out := []Problem{}
	for _, p := range list.Sorted() {
		one := Problem{Warning: p.Severity == diag.Warning, Key: p.Key, IDs: idsAround(p.Key), Line: p.Line,
			Column: p.Column, Text: capital(plainText(root, p.Key, p.Message)),
			Hint: capital(plainText(root, p.Key, p.Hint))}
		if p.File != name {
			one.File, one.IDs = p.File, nil
		}
		if one.Place = elementsOf(p.Key); p.Line > 0 && (one.Place == "" || one.File != "" || root == nil) {
			one.Place = fmt.Sprintf("строка %d", p.Line)
		}
		if one.File != "" {
			one.Place = strings.Trim(p.File+", "+one.Place, ", ")
		}
		if p.Paper != "" {
			one.Place = strings.Trim(p.Paper+", "+one.Place, ", ")
		}
		out = append(out, one)
	}
	return out
}

// element matches a step of a key to an element of a list.
var element = regexp.MustCompile(`([a-z_]+)\[(\d+)\]`)

// elementsOf names the elements of lists on the way to a key: «вопрос 2, пункт 1».
func elementsOf(key string) string {
	var names []string
	for _, m := range element.FindAllStringSubmatch(key, -1) {
		name := strings.ToLower(cmp.Or(singular[m[1]], "№"))
		names = append(names, fmt.Sprint(name, " ", atoi(m[2])+1))
	}
	return strings.Join(names, ", ")
}

// idsAround returns the ids of a key and of the tables and lists around it.
func idsAround(key string) (ids []string) {
	for key != "" {
		ids = append(ids, fieldID(key))
		key = around(key)
	}
	return ids
}

// around returns a key without its last step.
func around(key string) string {
	quoted := false
	end := 0
	for i, r := range key {
		switch {
		case r == '"' && (i == 0 || key[i-1] != '\\'):
			quoted = !quoted
		case (r == '.' || r == '[') && !quoted:
			end = i
		}
	}
	return key[:end]
}

// capital begins a sentence.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

func sentenceOf(err error) string {
	if option, ok := errors.AsType[generator.OptionError](err); ok {
		return capital(option.Message) + "." // the name of the option is for programs
	}
	if wrong, ok := errors.AsType[generator.FileError](err); ok && wrong.Name != "" {
		return fmt.Sprintf("Файл «%s»: %s.", generator.Visible(filepath.Base(wrong.Name)), wrong.Err)
	}
	if problems, ok := errors.AsType[generator.Problems](err); ok && problems.Failed() {
		return capital(errorsOf(problems)) + "."
	}
	return capital(generator.ErrorTextNaming(err, func(path string) string {
		name := filepath.Base(path)
		if hidden(name) { // nobody gave it
			return ""
		}
		return "«" + name + "»"
	})) + "."
}

// errorsOf joins the errors among problems, with their lines and remedies, which name the fields of a meeting.
func errorsOf(problems generator.Problems) string {
	var list []string
	root := schemas()["meeting"]
	for _, p := range problems.List {
		if p.Severity != diag.Error {
			continue
		}
		text := plainText(root, p.Key, p.Message)
		if p.Line > 0 {
			text = fmt.Sprintf("«%s», строка %d: %s", generator.Visible(p.File), p.Line, text)
		}
		if p.Hint != "" {
			text += " (" + plainText(root, p.Key, p.Hint) + ")"
		}
		list = append(list, text)
	}
	return strings.Join(list, "; ")
}
