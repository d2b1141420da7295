package input

import (
	"encoding/json"
	"reflect"
	"testing"

	"protokol/generator/internal/golden"
	"protokol/generator/internal/jsonschema"
	"protokol/generator/internal/meeting"
)

// TestSchema: the schemas are made from the types of package meeting. After a
// change of them they are regenerated with
//
//	go test ./generator/internal/input -run TestSchema -update
func TestSchema(t *testing.T) {
	council := []string{"people"} // may stand in the council's file
	for name, schema := range map[string]*jsonschema.Schema{
		"meeting": file(t, "Заседание: данные для protokol", council, nil),
		"council": file(t, "Орган: то, что не меняется от заседания к заседанию", append(council, "agenda"),
			[]string{"council_file"}),
	} {
		for _, place := range schema.Undescribed() {
			t.Errorf("%s: %s has no description", name, place)
		}
		if name == "meeting" { // a file may be about a paper and no meeting
			schema.Required = nil
			for _, key := range []string{"agenda", "papers", "letter"} {
				schema.AnyOf = append(schema.AnyOf, &jsonschema.Schema{Required: []string{key}})
			}
		}
		text, err := schema.JSON()
		if err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, name+".schema.json", text)
	}
}

func file(t *testing.T, title string, optional, absent []string) *jsonschema.Schema {
	d := jsonschema.Describer{Comments: jsonschema.Comments(t, "../meeting"), Spelled: spelled, Tables: tables,
		Choices: choices}
	s := d.File(reflect.TypeFor[meeting.Meeting](), title, optional, absent)
	s.Definitions["Council"].Required = nil // what is missing here may stand in the council's file
	return s
}

// spelled are the types with a spelling of their own. Taplo sees TOML dates and
// times as strings; Tombi distinguishes them and knows the types by their formats.
var spelled = map[reflect.Type]jsonschema.Schema{
	reflect.TypeFor[meeting.Date](): {Type: "string", Format: "date"},
	reflect.TypeFor[meeting.Clock](): {AnyOf: []*jsonschema.Schema{
		{Type: "string", Pattern: `^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$`},
		{Type: "string", Format: "partial-time", Pattern: `^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$`},
	}},
	reflect.TypeFor[meeting.Deadline](): {AnyOf: []*jsonschema.Schema{{Type: "string"},
		{Type: "string", Format: "date"}}},
	reflect.TypeFor[meeting.Amount](): {OneOf: []*jsonschema.Schema{{Type: "number"}, {Type: "string"}}},
	reflect.TypeFor[meeting.Ballots](): {OneOf: []*jsonschema.Schema{{Type: "number"}, {Type: "string"},
		{Type: "array", Items: &jsonschema.Schema{Type: "string"}}}},
}

// tables describes the tables, which editors show at their headers.
var tables = map[string]string{
	"Absent":         "Отсутствующий: имя или имя с причиной.",
	"ItemRole":       "Кто ещё назван у вопроса.",
	"Recused":        "Кто не голосует по вопросу: имя или имя с причиной.",
	"Addressee":      "Кому письмо: человек, должность или организация.",
	"Annex":          "Приложение к протоколу; начинается с новой страницы.",
	"Applicant":      "Заявитель: кто вступает.",
	"Application":    "Форма заявления о вступлении.",
	"Agreement":      "Гриф согласования.",
	"Approval":       "Гриф утверждения.",
	"Attachment":     "Приложение к письму: документ заседания или другой.",
	"Attendance":     "Как считать и печатать присутствующих.",
	"BallotPapers":   "Бюллетени тайного голосования.",
	"Bank":           "Банковские реквизиты.",
	"Body":           "Орган, с которым заседание совместное: название или раздел.",
	"Column":         "Столбец таблицы: заголовок или раздел.",
	"Commission":     "Счётная комиссия.",
	"CopyMark":       "Отметка о заверении копии.",
	"Consent":        "Согласие на обработку персональных данных.",
	"Council":        "Орган, который заседает.",
	"Decision":       "Пункт решения: текст или раздел.",
	"Detail":         "Строка шапки, для которой нет своего ключа: текст или раздел со словами перед ним.",
	"Candidate":      "Кандидатура: имя или раздел с голосованием.",
	"Election":       "Кого избрали до повестки дня.",
	"Exchange":       "Вопрос и ответ на него.",
	"Executor":       "Исполнитель письма: имя или раздел с телефоном.",
	"Extract":        "Как заверяют выписку из протокола.",
	"Fact":           "Строка «название: значение».",
	"Forms":          "Падежи, поставленные вручную.",
	"Head":           "Руководитель организации.",
	"Header":         "Шапка протокола: учреждение, порядок строк, их запись.",
	"Item":           "Вопрос повестки дня: обсуждение, голосование, решение.",
	"Letter":         "Письмо, приглашение или уведомление.",
	"Letterhead":     "Бланк писем: название, адрес, телефон, коды.",
	"Move":           "Кто пришёл позже или ушёл раньше.",
	"Note":           "Абзац в любом месте вопроса: текст или раздел с местом.",
	"Officer":        "Член президиума.",
	"Opinion":        "Особое мнение.",
	"Paper":          "Постановление, решение, протокол счётной комиссии или бумага вида, который добавила канцелярия.",
	"Part":           "Часть заседания со своими датой, временем и местом.",
	"Person":         "Человек или организация: названы один раз, дальше на них ссылаются по имени.",
	"Picture":        "Рисунок из файла PNG, JPEG, GIF или BMP.",
	"Reply":          "Письмо, на которое отвечают.",
	"Representative": "Представитель организации: имя или раздел с должностью и документом.",
	"Result":         "Результат тайного голосования по вопросу или кандидату.",
	"Rules":          "Правила кворума и голосования.",
	"Signer":         "Кто подписывает: имя или раздел с должностью.",
	"Speech":         "Выступление: слова или раздел с именем.",
	"Subitem":        "Подвопрос: текст или раздел с докладчиками.",
	"Subject":        "Человек, который даёт согласие.",
	"Table":          "Таблица.",
	"Vote":           "Голосование: слово «единогласно» или раздел с числами или именами.",
	"Words":          "Слова шапки, если орган пишет их иначе.",
}

// TestSchemaIsStrict: a schema rejects keys that the reader does not know.
func TestSchemaIsStrict(t *testing.T) {
	for name, text := range map[string]string{"meeting": Schemas().Meeting, "council": Schemas().Council} {
		var schema struct {
			Additional *bool                         `json:"additionalProperties"`
			Any        []struct{ Required []string } `json:"anyOf"`
			Properties map[string]any
		}
		if err := json.Unmarshal([]byte(text), &schema); err != nil {
			t.Fatal(err)
		}
		_, refers := schema.Properties["council_file"]
		if schema.Additional == nil || *schema.Additional || refers != (name == "meeting") {
			t.Errorf("%s: other keys %v, council_file %t", name, schema.Additional, refers)
		}
		if want := map[string]int{"meeting": 3, "council": 0}[name]; len(schema.Any) != want {
			t.Errorf("%s requires one of %v", name, schema.Any)
		}
	}
}
