package compose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/trace"
)

// textFact is a fact that can be used in braces in a text. Without is the
// missing key if the fact is empty.
type textFact struct {
	name    string
	of      func(Facts) string
	without string
}

// textFacts lists all facts for texts.
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
	{"форма", Facts.Holding, "holding"},
	{"председатель", Facts.Chair, "chair"}, {"секретарь", Facts.Secretary, "secretary"},
	{"телефон", Facts.Phone, "letterhead.phone"}, {"почта", Facts.Email, "letterhead.email"}, {"адрес", Facts.Address,
		"letterhead.address"},
}

// Lists that can be used in texts, in a paragraph of their own.
const (
	decisionsList = textList("решения")
	presidiumList = textList("президиум")
	agendaList    = textList("повестка")
	partsList     = textList("части")
	tableHere     = textList("таблица")
)

type textList string

// alone reports whether a paragraph consists of the list only.
func (l textList) alone(text string) bool { return strings.TrimSpace(text) == "{"+string(l)+"}" }

var textLists = []textList{decisionsList, presidiumList, agendaList, partsList, tableHere}

// FieldNames returns the names that can be used in braces.
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

// fill replaces names in braces with facts. «{{» is a literal brace. An unknown
// name is reported with the closest known one. Text between facts is marked
// with its position in the value of the key. A fact that ends with a full stop
// gets no second one.
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
		value := b.named(key, strings.TrimSpace(name))
		filled.WriteString(value)
		at = brace + len("{}") + len(name)
		if b.haveOneStop(value, text[at:]) {
			at++
		}
	}
}

// haveOneStop reports whether the full stop of a fact is also that of the sentence that
// ends behind it: «5 апреля 2026 г.», but not that of a file name, «{дата}.docx».
func (b *builder) haveOneStop(value, rest string) bool {
	rest, stops := strings.CutPrefix(rest, ".")
	next, size := utf8.DecodeRuneInString(rest)
	ends := size == 0 || unicode.IsSpace(next) || strings.ContainsRune(`»”“"')]`, next)
	return !b.precedes(stopRules) && stops && ends && strings.HasSuffix(trace.Strip(value), ".")
}

// named returns the fact of a name in braces.
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
