package compose

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
)

// textFact is a fact that a text can name in braces. Without is the key that the
// file lacks when the fact is empty.
type textFact struct {
	name    string
	of      func(Facts) string
	without string
}

// textFacts are every fact a text can name.
var textFacts = []textFact{
	{"орган", Facts.Body, "council.name"}, {"органа", Facts.BodyGenitive, "council.name"}, {"органу",
		Facts.BodyDative, "council.name"},
	{"органом", Facts.BodyInstrumental, "council.name"}, {"органе", Facts.BodyPrepositional, "council.name"},
	{"кластер", Facts.Cluster, "council.cluster"}, {"кластера", Facts.ClusterGenitive, "council.cluster"},
	{"кластеру", Facts.ClusterDative, "council.cluster"}, {"кластере", Facts.ClusterPrepositional, "council.cluster"},
	{"дата", Facts.Date, "date"}, {"дата цифрами", Facts.DateDigits, "date"},
	{"протокол", func(f Facts) string { return f.b.phrase("reference", f.Protocol()) }, "date"},
	{"вид", Facts.Kind, "kind"}, {"начало", Facts.Start, "start"}, {"окончание", Facts.End, "end"}, {"место",
		Facts.Place, "place"},
	{"председатель", Facts.Chair, "chair"}, {"секретарь", Facts.Secretary, "secretary"},
	{"телефон", Facts.Phone, "letterhead.phone"}, {"почта", Facts.Email, "letterhead.email"}, {"адрес", Facts.Address,
		"letterhead.address"},
}

// Lists that a text can name stand in a paragraph of their own.
const (
	decisionsList = textList("решения")
	presidiumList = textList("президиум")
	agendaList    = textList("повестка")
)

type textList string

// alone reports a paragraph that is nothing but the list.
func (l textList) alone(text string) bool { return strings.TrimSpace(text) == "{"+string(l)+"}" }

var textLists = []textList{decisionsList, presidiumList, agendaList}

// FieldNames are the names that a text can use in braces.
func FieldNames() []string {
	var names []string
	for _, f := range textFacts {
		names = append(names, f.name)
	}
	for _, l := range textLists {
		names = append(names, string(l))
	}
	return names
}

// fill puts facts in the place of their names in braces. «{{» stands for a
// brace. A name that there is not is reported with the nearest that there is. What
// stands between the facts is marked with its place in the text of the key.
func (b *builder) fill(key, text string) string {
	if !strings.Contains(text, "{") {
		return b.origins.Value(key, text)
	}
	var filled strings.Builder
	at := 0
	copyTo := func(end int) { filled.WriteString(b.origins.Part(key, text[at:end], at)) }
	for {
		before, rest, found := strings.Cut(text[at:], "{")
		brace := at + len(before)
		switch {
		case !found:
			copyTo(len(text))
			return filled.String()
		case strings.HasPrefix(rest, "{"):
			copyTo(brace + 1)
			at = brace + 2
			continue
		}
		copyTo(brace)
		name, _, ended := strings.Cut(rest, "}")
		if !ended {
			b.wrong(key, "скобка { не закрыта", "чтобы напечатать саму скобку, напишите {{")
			return filled.String()
		}
		filled.WriteString(b.named(key, strings.TrimSpace(name)))
		at = brace + len("{}") + len(name)
	}
}

// named is the fact of a name in braces.
func (b *builder) named(key, name string) string {
	for _, f := range textFacts {
		if f.name != name {
			continue
		}
		value := f.of(Facts{b})
		if value == "" {
			b.wrong(key, fmt.Sprintf("поле {%s} пусто", name), "добавьте в файл "+f.without+" или уберите поле")
		}
		return value
	}
	for _, list := range textLists {
		if string(list) == name {
			b.wrong(key, fmt.Sprintf("поле {%s} — это список", name), "оставьте его одного в абзаце")
			return ""
		}
	}
	if value, ok := b.column(name); ok {
		if value == "" {
			b.wrong(b.Kind+".to[0]."+name, fmt.Sprintf("поле {%s} в тексте письма, а ячейка пуста", name),
				"заполните её")
		}
		return value
	}
	hint := messagef("есть: %s", strings.Join(FieldNames(), ", "))
	if near := diag.Nearest(name, FieldNames()); near != "" {
		hint = messagef("возможно, вы имели в виду {%s}", near)
	}
	b.wrong(key, fmt.Sprintf("нет поля {%s}", name), hint)
	return ""
}
