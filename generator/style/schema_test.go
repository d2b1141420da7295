package style

import (
	"reflect"
	"testing"

	"protokol/generator/internal/golden"
	"protokol/generator/internal/jsonschema"
)

// TestSchema: style.schema.json is made from the types. After a change of them it
// is regenerated with
//
//	go test ./generator/style -run TestSchema -update
func TestSchema(t *testing.T) {
	d := jsonschema.Describer{Comments: keys, Tables: map[string]string{
		"Page":       "Лист и его поля, миллиметры.",
		"Margins":    "Поля бумаг одного вида, миллиметры.",
		"PageNumber": "Номер страницы.",
		"Font":       "Шрифты.",
		"Style":      "Стиль абзаца.",
		"List":       "Уровень списка.",
		"Table":      "Вид таблиц.",
		"Labels":     "Лист наклеек.",
		"Signature":  "Подписи.",
		"PDF":        "Файл PDF.",
	}, Choices: choices}
	schema := d.File(reflect.TypeFor[Sheet](), "Таблица стилей protokol", nil, nil)
	for _, place := range schema.Undescribed() {
		t.Errorf("%s has no description", place)
	}
	text, err := schema.JSON()
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "style.schema.json", text)
}

// choices describe the values of keys that have few of them, by "key.value".
var choices = map[string]string{
	"align.left":    "влево",
	"align.center":  "по центру",
	"align.right":   "вправо",
	"align.justify": "по ширине",

	"profile.":     "как обычно: a-3a",
	"profile.a-1b": "PDF/A-1b",
	"profile.a-2a": "PDF/A-2a",
	"profile.a-3a": "PDF/A-3a",
	"profile.a-4f": "PDF/A-4f",

	"frame.":      "вокруг ячеек",
	"frame.none":  "без линий",
	"frame.lines": "под последним столбцом",
}

// keys describes the keys, which editors show to users.
var keys = map[string]string{
	"Sheet.Name":       "Имя таблицы стилей.",
	"Sheet.Title":      "Норма или дом, которым она следует.",
	"Sheet.Hyphenate":  "true — переносить слова в тексте, выровненном по ширине.",
	"Sheet.Page":       "Лист и его поля, миллиметры.",
	"Sheet.Pages":      "Другие поля у бумаг некоторых видов: letter, notice, attendance …",
	"Sheet.PageNumber": "Номер страницы.",
	"Sheet.Font":       "Шрифты.",
	"Sheet.Styles":     "Стили абзацев по именам; нужны body, title, heading.",
	"Sheet.Lists":      "Списки по видам: decimal, letter, dash, plain; у каждого четыре уровня.",
	"Sheet.Table":      "Обычные таблицы.",
	"Sheet.Tables":     "Другие виды таблиц по именам.",
	"Sheet.Labels":     "Лист наклеек.",
	"Sheet.Signature":  "Подписи.",
	"Sheet.PDF":        "Чего таблица стилей хочет от файла PDF.",
	"Page.Width":       "Ширина листа, миллиметры.",
	"Page.Height":      "Высота листа, миллиметры.",
	"Page.Left":        "Левое поле, миллиметры.",
	"Page.Right":       "Правое поле, миллиметры.",
	"Page.Top":         "Верхнее поле, миллиметры.",
	"Page.Bottom":      "Нижнее поле, миллиметры.",
	"Page.Emblem": "От верхнего края листа до герба или эмблемы, с которых начинается бумага, миллиметры; 0 — как " +
		"текст.",
	"Page.OnePage":     "true — ужать строки, если тогда бумага уместится на странице.",
	"Margins.OnePage":  "true — ужать строки, если тогда бумага уместится на странице.",
	"Margins.Left":     "Левое поле, миллиметры.",
	"Margins.Right":    "Правое поле, миллиметры.",
	"Margins.Top":      "Верхнее поле, миллиметры.",
	"Margins.Bottom":   "Нижнее поле, миллиметры.",
	"PageNumber.Show":  "true — печатать со второй страницы.",
	"PageNumber.First": "true — и на первой странице.",
	"PageNumber.Text": "Слова с полями {номер} и {всего}: Страница {номер} из {всего}. По умолчанию — " +
		"один номер.",
	"PageNumber.FromTop":    "Номер в верхнем поле: от края листа до верха строки, миллиметры.",
	"PageNumber.FromBottom": "Номер в нижнем поле: от края листа до низа строки, миллиметры.",
	"PageNumber.Align":      "Где он стоит: left, center, right. По умолчанию — посередине.",
	"PageNumber.Size":       "Размер, пункты.",
	"Font.Office":           "Шрифт в DOCX.",
	"Font.Embedded":         "Семейство, которое вкладывают в PDF.",
	"Style.Title":           "Название стиля в Word.",
	"Style.Size":            "Размер шрифта, пункты.",
	"Style.Bold":            "true — полужирный.",
	"Style.Italic":          "true — курсив.",
	"Style.Align":           "Выравнивание.",
	"Style.Line":            "Междустрочный интервал, множитель.",
	"Style.FirstLine":       "Отступ первой строки, миллиметры.",
	"Style.Indent":          "Отступ слева, миллиметры.",
	"Style.Right":           "Отступ справа, миллиметры.",
	"Style.Before":          "Место над абзацем, пункты.",
	"Style.After":           "Место под абзацем, пункты.",
	"Style.KeepNext":        "true — на одной странице со следующим абзацем.",
	"Style.KeepLines":       "true — не разрывать между страницами.",
	"List.Label":            "Где стоит номер или знак, миллиметры от поля.",
	"List.Text":             "Где начинается текст, миллиметры от поля.",
	"List.Style":            "Стиль абзацев.",
	"Table.Frame":           "Линии: none — без них, lines — под последним столбцом; без ключа — вокруг ячеек.",
	"Table.Rule":            "Толщина линий, пункты.",
	"Table.Padding":         "Поля ячейки слева и справа, миллиметры.",
	"Table.Before":          "Место над таблицей без заголовка, пункты.",
	"Table.After":           "Место под таблицей, пункты.",
	"Table.Smaller":         "Вид для таблицы, которая не помещается по ширине: мельче.",
	"Table.Top":             "Место над текстом ячейки, миллиметры.",
	"Table.Bottom":          "Место под текстом ячейки, миллиметры.",
	"Table.RowHeight":       "Высота строки, миллиметры; 0 — по тексту.",
	"Table.CellStyle":       "Стиль ячеек.",
	"Table.HeadStyle":       "Стиль заголовков столбцов.",
	"Table.TitleStyle":      "Стиль заголовка таблицы.",
	"Labels.Columns":        "Сколько наклеек в ряду; 0 — это не лист наклеек.",
	"Labels.Styles":         "Стили, которые пробуют по порядку, пока текст не уместится.",
	"Signature.Style":       "Стиль подписи.",
	"Signature.Position":    "Ширина наименования должности, миллиметры.",
	"Signature.Before":      "Место между текстом и первой подписью, пункты.",
	"Signature.Between":     "Место между подписями, пункты.",
	"Signature.After":       "Место между последней подписью и строкой под ней, пункты.",
	"Signature.Tight":       "Интервал, который пробуют, чтобы подпись не осталась одна.",
	"Signature.Lines":       "Сколько строк текста переходит на новую страницу вместе с подписью.",
	"PDF.Profile":           "Профиль PDF/A; по умолчанию a-3a.",
}
