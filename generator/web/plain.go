package web

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Messages and descriptions name keys of the file. People who fill in the form do not know them, so they are
// replaced by the labels of its fields.

// keyInText matches words in quotation marks, a section, or a key with the value that it
// should have.
var keyInText = regexp.MustCompile(
	`«[^»]*»|\[\[?([a-z_]+(?:\.[a-z_]+)*)\]\]?|([a-z_]+(?:\.[a-z_]+)*)(?: = ("[^"]*"|\[(?:"[^"]*")?\]|true|false|[\d.-]*\d))?`)

// emptyList matches the advice to write an empty list.
var emptyList = regexp.MustCompile(`напишите ([a-z_.]+) = \[\]`)

// aboutText are parts of messages about the text of the file, or that list values: the
// names in them stay.
var aboutText = []string{"{", "ключи пишутся", "имели в виду", "такой ключ", "возможно,", "наберите слово", "скобк",
	"здесь бывают", "есть ", "можно:", "бывает:", "путь пишется", "раздел пишется"}

// aWord matches a word that is a value.
var aWord = regexp.MustCompile(`слов[оа] [a-z]`)

// plainText returns a text about a key with labels in place of keys.
func plainText(root *schema, key, text string) string {
	lower := strings.ReplaceAll(strings.ToLower(text), "уже есть ", "") // lists nothing
	if aWord.MatchString(lower) ||
		slices.ContainsFunc(aboutText, func(part string) bool { return strings.Contains(lower, part) }) {
		return text
	}
	text = emptyList.ReplaceAllString(text, "нажмите «Нарочно пусто» у поля $1")
	return inWords.Replace(keyInText.ReplaceAllStringFunc(text, func(found string) string {
		m := keyInText.FindStringSubmatch(found)
		name := labelOf(root, key, cmp.Or(m[1], m[2]), m[1] != "")
		switch value := strings.Trim(m[3], `"[]`); {
		case name == "":
			return found
		case m[3] == "[]":
			return "«" + name + "»: нарочно пусто"
		case value == "true":
			return "«" + name + "»: да"
		case value == "false":
			return "«" + name + "»: нет"
		case value != "":
			return "«" + name + "»: " + russianDateOf(value)
		}
		return "«" + name + "»" + map[bool]string{true: ": пусто"}[m[3] == `""`]
	}))
}

// inWords replaces advice about the text of the file in a message.
var inWords = strings.NewReplacer("добавьте строку вида: ", "заполните поле ", "добавьте раздел «", "добавьте в «",
	"— строка вида «", "пишется в поле «",
	"удалите эту строку", "очистите это поле")

// labelOf returns the label of a key that a text about another names: of a key from the
// beginning of the file, or beside the other one, or around it, or of the only key with
// that name. It is "" for other words, and for a section that is a value.
func labelOf(root *schema, about, named string, isSection bool) string {
	if root == nil {
		return ""
	}
	steps := strings.Split(named, ".")
	around := keySteps(about)
	for n := len(around); n >= 0; n-- {
		path := append(slices.Clone(around[:n]), steps...)
		if s := schemaOf(root, path); s != nil && (!isSection || shapeOf(s, root).table != nil) {
			return label(s.Description, "")
		}
	}
	if labels := labelsByName()[root][steps[len(steps)-1]]; len(labels) == 1 {
		return labels[0]
	}
	return ""
}

// index matches the index of an element in a key.
var index = regexp.MustCompile(`\[\d+\]`)

// keySteps returns the steps of a key without indices.
func keySteps(key string) []string {
	if key = index.ReplaceAllString(key, ""); key == "" {
		return nil
	}
	return strings.Split(key, ".")
}

// schemaOf returns the schema of a key, or nil.
func schemaOf(root *schema, steps []string) *schema {
	now := shape{kind: kindTable, table: root}
	var s *schema
	for _, step := range steps {
		if now.table == nil {
			return nil
		}
		now.kind = kindTable
		if s = now.key(step); s == nil {
			return nil
		}
		now = shapeOf(s, root)
	}
	return s
}

// labelsByName are the labels that keys with a name have in a file, found once.
var labelsByName = sync.OnceValue(func() map[*schema]map[string][]string {
	all := map[*schema]map[string][]string{}
	for _, root := range schemas() {
		names := map[string][]string{}
		add := func(table *schema) {
			for _, p := range table.Properties {
				if one := label(p.Schema.Description, ""); one != "" && !slices.Contains(names[p.Name], one) {
					names[p.Name] = append(names[p.Name], one)
				}
			}
		}
		add(root)
		for _, d := range root.Definitions {
			add(d)
			for _, one := range d.OneOf {
				add(one)
			}
		}
		all[root] = names
	}
	return all
})
