package fields

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"protokol/generator/internal/russian"
)

// Suggest returns the probable meaning of an unknown name, with its filters, or "".
func Suggest(name string, within []Path) string {
	name = normalize(name)
	layout := func(string, []Path) string { return otherLayout.Replace(name) }
	for _, guess := range []func(string, []Path) string{filtered, inCase, described, ofItem, Nearest, layout} {
		if found := usable(guess(name, within), within); found != "" {
			return found
		}
	}
	return ""
}

// usable returns a guess as a template can have it, or "" if it cannot: what can only be asked for is
// in a condition.
func usable(guess string, within []Path) string {
	words := strings.Split(guess, " | ")
	p := Find(words[0], within)
	if p == nil || words[0] == "end" { // the end of a block
		return ""
	}
	filters, err := ParseFilters(words[1:])
	switch {
	case err != nil || filters.check(p.Kind(), p.Name()) != nil:
		return ""
	case p.Kind() == Flag:
		return "если " + guess
	}
	return guess
}

// otherLayout replaces Latin letters by the Russian ones of the same keys.
var otherLayout = strings.NewReplacer("q", "й", "w", "ц", "e", "у", "r", "к", "t", "е", "y", "н", "u", "г", "i", "ш",
	"o", "щ", "p", "з", "[", "х", "]", "ъ", "a", "ф", "s", "ы", "d", "в", "f", "а", "g", "п", "h", "р", "j", "о",
	"k", "л", "l", "д", ";", "ж", "'", "э", "z", "я", "x", "ч", "c", "с", "v", "м", "b", "и", "n", "т", "m", "ь",
	",", "б", "`", "ё")

// otherBars are signs that are taken for | between a name and a filter.
var otherBars = regexp.MustCompile(`^([^/:;,\\(]+?)\s*[/:;,\\(–—-]\s*(.+?)\)?$`)

// filtered finds a name and a filter with another sign between them than |, or none.
func filtered(name string, within []Path) string {
	if m := otherBars.FindStringSubmatch(name); m != nil && Find(m[1], within) != nil && findFilter(m[2]) != nil {
		return m[1] + " | " + m[2]
	}
	for i := strings.LastIndexByte(name, ' '); i > 0; i = strings.LastIndexByte(name[:i], ' ') {
		if Find(name[:i], within) != nil && findFilter(name[i+1:]) != nil {
			return name[:i] + " | " + name[i+1:]
		}
	}
	return ""
}

// Turned returns a name and its filter in the right order if the filter is first, or "".
func Turned(name string, filters []string, within []Path) string {
	if len(filters) == 1 && findFilter(normalize(name)) != nil && Find(filters[0], within) != nil {
		return filters[0] + " | " + name
	}
	return ""
}

// ofItem finds the field of a list's item that a name without its list means, and a
// field whose dot is another sign.
func ofItem(name string, within []Path) string {
	if dotted := strings.NewReplacer(",", ".", "/", ".", ":", ".", "_", ".").Replace(name); dotted != name &&
		Find(dotted, within) != nil {
		return dotted
	}
	head, _, _ := strings.Cut(name, ".")
	for _, f := range vocabulary().fields {
		if f.Kind != List || f.Of == nil || f.Of.named(head) == nil {
			continue
		}
		if p := Find(name, append(slices.Clip(within), Path{f})); p != nil {
			return p.Name()
		}
	}
	return ""
}

// caseWords are the filters of the cases.
var caseWords = map[russian.Case]string{russian.Genitive: "рд", russian.Dative: "кому", russian.Accusative: "вн",
	russian.Instrumental: "кем", russian.Prepositional: "о ком"}

// caseForm is a form of the name of a fact that has cases.
type caseForm struct {
	name string
	in   russian.Case
}

// caseForms returns the forms of the names of the meeting's facts.
var caseForms = sync.OnceValue(func() map[string]caseForm {
	forms := map[string]caseForm{}
	for _, name := range declinable() {
		for c := russian.Genitive; c <= russian.Prepositional; c++ {
			form := withoutYo(russian.Position(name, c).Text)
			if _, taken := forms[form]; !taken && caseWords[c] != "" {
				forms[form] = caseForm{name, c}
			}
		}
	}
	return forms
})

// inCase finds the name that a word is a case form of: {председателю}.
func inCase(word string, _ []Path) string {
	if form, ok := caseForms()[withoutYo(word)]; ok {
		return form.name + " | " + caseWords[form.in]
	}
	return ""
}

// declinable returns the names of facts that have cases.
func declinable() (list []string) {
	for _, name := range Known(nil) {
		if p := Find(name, nil); p != nil && !strings.ContainsAny(name, "._") && isCyrillic(name) {
			switch p.Kind() {
			case Person, Phrase, Group:
				list = append(list, name)
			}
		}
	}
	return list
}

func isCyrillic(name string) bool { return name != "" && name[0] >= 0xD0 }

// attributes are words before a person in the genitive: {должность председателя}.
var attributes = map[string]string{"фио": " | полностью", "имя": " | полностью", "фамилия": " | фамилия",
	"инициалы": " | инициалы", "должность": ".должность", "организация": ".организация"}

// described finds the fact described by words like «ФИО председателя», «дата заседания».
func described(words string, within []Path) string {
	first, rest, two := strings.Cut(strings.Replace(words, "ф.и.о.", "фио ", 1), " ")
	switch {
	case !two:
		return ""
	case rest == "заседания" || rest == "протокола" || rest == "собрания":
		if Find(first, within) != nil {
			return first
		}
		return ""
	}
	after, known := attributes[first]
	if !known {
		return ""
	}
	form := caseForms()[withoutYo(rest)]
	if form.in != russian.Genitive || Find(form.name+strings.Split(after, " |")[0], within) == nil {
		return ""
	}
	return form.name + after
}

// severalOf returns the genitive plural of the name of the items of a list, as in «для
// всех вопросов», or "" for names of several words.
func severalOf(item string) string {
	if strings.Contains(item, " ") {
		return ""
	}
	for _, end := range [][2]string{{"ый", "ых"}, {"ий", "их"}, {"ение", "ений"}, {"ие", "ий"}, {"ец", "цов"},
		{"ц", "цев"},
		{"ка", "ок"}, {"а", ""}, {"й", "ев"}, {"ь", "ей"}} {
		if stem, ok := strings.CutSuffix(item, end[0]); ok {
			return stem + end[1]
		}
	}
	if item == "человек" {
		return "людей"
	}
	return item + "ов"
}
