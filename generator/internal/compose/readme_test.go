package compose

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/golden"
)

// factsOfLetters describes the methods of Facts.
var factsOfLetters = map[string]string{
	"Body": "орган, именительный падеж", "BodyGenitive": "орган или органы, родительный",
	"BodyOnce":         "они же за видом заседания: без слов, которые в нём уже есть",
	"BodyDative":       "орган, дательный",
	"BodyInstrumental": "орган, творительный", "BodyPrepositional": "орган, предложный",
	"Named":   "орган назван; без имени о нём говорит вид заседания: «публичных слушаний»",
	"Cluster": "кластер, именительный падеж", "ClusterGenitive": "кластер, родительный",
	"ClusterDative":     "кластер, дательный",
	"ClusterAccusative": "кластер, винительный", "ClusterPrepositional": "кластер, предложный",
	"Date": "дата: «20 ноября 2017 г.»", "DateDigits": "дата: «20.11.2017»",
	"DateEnd":  "дата в конце предложения: точка после «г.» не повторяется",
	"Protocol": "номер и дата протокола", "Kind": "вид заседания, родительный падеж: «заседания»",
	"Feminine": "вид заседания женского рода: «конференции»",
	"Plural":   "вид заседания во множественном числе: «слушаний»",
	"Start":    "время начала", "End": "время окончания", "Place": "место", "Chair": "председатель: «В.С. Чуранов»",
	"Secretary": "секретарь, так же",
	"Column":    "`{{.Facts.Column \"Номер стенда\"}}` — ячейка списка адресатов", "Phone": "телефон с бланка",
	"Email":   "электронная почта с бланка",
	"Address": "адрес с бланка", "TimeZone": "часовой пояс", "Holding": "форма проведения", "Parts": "части заседания",
	"Presidium": "президиум", "Agenda": "вопросы повестки дня",
}

const (
	readmePath = "../../../templates/README.md"
	factsBegin = "<!-- сведения: составлено по типам программы -->\n"
	factsEnd   = "<!-- конец сведений -->\n"
)

// TestREADMEListsFacts compares the tables of facts in the README of the
// templates with the types of the views. With -update it writes them.
func TestREADMEListsFacts(t *testing.T) {
	readme, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(readme), factsBegin)
	_, after, ended := strings.Cut(rest, factsEnd)
	if !found || !ended {
		t.Fatal("the README has no place for the facts")
	}
	golden.Compare(t, readmePath, []byte(before+factsBegin+factTables(t)+factsEnd+after))
}

// TestREADMEListsFunctions checks that the README has a row for every template
// function.
func TestREADMEListsFunctions(t *testing.T) {
	readme, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	for name := range functions {
		if !strings.Contains(string(readme), "\n| `"+name+"` | `{{"+name+" ") {
			t.Errorf("the README has no example of the function %s", name)
		}
	}
}

// factTables are a table for every paper, and one for every kind of facts in
// them.
func factTables(t *testing.T) string {
	var b strings.Builder
	papers := map[reflect.Type][]string{}
	for _, name := range slices.Sorted(maps.Keys(views)) {
		papers[views[name]] = append(papers[views[name]], "`"+name+"`")
	}
	queue := slices.SortedFunc(maps.Keys(papers),
		func(a, b reflect.Type) int { return strings.Compare(a.Name(), b.Name()) })
	for i := 0; i < len(queue); i++ {
		about := "`" + queue[i].Name() + "`"
		if of := papers[queue[i]]; of != nil {
			about = strings.Join(of, ", ")
		}
		if partial := partials[queue[i]]; partial != "" {
			about += ": словами говорит шаблон `" + partial + "`"
		}
		fmt.Fprintf(&b, "\n### %s\n\n| Сведение | Вид | Что это |\n|---|---|---|\n", about)
		for _, row := range rows(t, queue[i]) {
			fmt.Fprintf(&b, "| `.%s` | %s | %s |\n",
				row.name, kindName(row.Type), strings.ReplaceAll(row.about, "|", "\\|"))
			if inner := tabled(row.Type); inner != nil && !slices.Contains(queue, inner) {
				queue = append(queue, inner)
			}
		}
	}
	return b.String() + "\n"
}

type row struct {
	name, about string
	reflect.Type
}

// rows are the fields of a type, those of embedded types among them.
func rows(t *testing.T, of reflect.Type) []row {
	var list []row
	if of == reflect.TypeFor[Facts]() {
		for i := range of.NumMethod() {
			m := of.Method(i)
			list = append(list, row{m.Name, factsOfLetters[m.Name], m.Type.Out(0)})
		}
	} else {
		for _, f := range reflect.VisibleFields(of) {
			found, _ := of.FieldByName(f.Name)
			if f.Anonymous || !slices.Equal(found.Index, f.Index) || !f.IsExported() {
				continue // embedded or hidden
			}
			list = append(list, row{f.Name, f.Tag.Get("about"), f.Type})
		}
	}
	for _, r := range list {
		if r.about == "" {
			t.Errorf("nothing is said about %s.%s", of.Name(), r.name)
		}
	}
	return list
}

// tabled is the type of a fact that has a table of its own, or nil.
func tabled(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() == reflect.Struct && t.Name() != "" {
		return t
	}
	return nil
}

func kindName(t reflect.Type) string {
	if t == reflect.TypeFor[Number]() {
		return "число"
	}
	switch t.Kind() {
	case reflect.Bool:
		return "да или нет"
	case reflect.Int:
		return "число"
	case reflect.String:
		return "текст"
	case reflect.Pointer:
		return kindName(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct && t.Elem().Name() == "" {
			return "список"
		}
		return "список: " + kindName(t.Elem())
	}
	return "`" + t.Name() + "`"
}
