package web

import (
	"testing"

	"protokol/generator"
)

// TestTextOf: a time of day has no seconds in a field, others stay as they are in the file.
func TestTextOf(t *testing.T) {
	for value, want := range map[any]string{
		generator.Literal("17:45:00"): "17:45", generator.Literal("09:05:00.000"): "09:05", "17:45:00": "17:45:00",
		generator.Literal("17:45:30"): "17:45:30", generator.Literal("2026-01-02T17:45:00"): "2026-01-02T17:45:00",
		generator.Literal("17:45"): "17:45", 1.5: "1.5", int64(3): "3", true: "true",
	} {
		if got := textOf(value); got != want {
			t.Errorf("%v: %s, not %s", value, got, want)
		}
	}
}

// TestPlainText: messages name fields of the form instead of keys.
func TestPlainText(t *testing.T) {
	for _, c := range []struct{ key, text, want string }{
		{"chair", `добавьте строку вида: chair = "Фамилия Имя Отчество"`,
			`заполните поле «Председатель»: Фамилия Имя Отчество`},
		{"date", "дата пишется так: date = 2026-03-12",
			"дата пишется так: «Дата протокола, она же дата заседания»: 12.03.2026"},
		{"agenda[0].vote", "кто не член органа, отметьте guest = true",
			"кто не член органа, отметьте «Не член органа»: да"},
		{"agenda[0].vote", "кто не голосует по вопросу — recused",
			"кто не голосует по вопросу — «Кто присутствовал, но по этому вопросу не голосует»"},
		{"agenda[0].vote.for", "проверьте council.rules.total",
			"проверьте «Сколько всего голосов, долей или квадратных метров»"},
		{"", "добавьте строку вида: date = 2017-11-20; если в бумаге даты нет: date_text = \"\"",
			"заполните поле «Дата протокола, она же дата заседания»: 20.11.2017; если в бумаге даты нет: " +
				"«Дата так, как её печатать везде, если обычная запись 20.11.2017 не подходит»: пусто"},
		{"chair", "добавьте раздел [[people]]", "добавьте в «Люди»"},
		{"", "добавьте разделы [[agenda]]", "добавьте разделы «Повестка дня»"},
		{"people[0].name", "напечатано в PDF и DOCX, файл img/scheme.png",
			"напечатано в PDF и DOCX, файл img/scheme.png"},
		{"header.letterhead", "что из [letterhead] печатать",
			"что из «Бланк писем» печатать"},
		{"chair",
			"нет человека «vote»", "нет человека «vote»"},
		{"form", "есть council, brief, full, tasks", "есть council, brief, full, tasks"},
		{"agenda[0].vote", "пишется так: vote = { for = 3 }", "пишется так: vote = { for = 3 }"},
		{"agenda[0].decisions", `решение — строка вида decisions = ["Принять к сведению …"]; если решения не было, ` +
			"напишите decisions = []", "решение пишется в поле «Решения по вопросу»: Принять к сведению …; " +
			"если решения не было, нажмите «Нарочно пусто» у поля «Решения по вопросу»"},
		{"chair", "signers = [] — бумагу никто не подписывает",
			"«Кто подписывает, если не председатель и секретарь»: нарочно пусто — бумагу никто не подписывает"},
		{"marks", "отметки (marks); укажите: extract.marks = [\"Экз. № 2\"]; если никаких, напишите extract.marks = []",
			"отметки («Отметки в правом верхнем углу первого листа протокола, каждая строкой»); укажите: " +
				"«Отметки в правом верхнем углу первого листа выписки, каждая строкой»: Экз. № 2; если никаких, " +
				"нажмите «Нарочно пусто» у поля «Отметки в правом верхнем углу первого листа выписки, каждая строкой»"},
		{"plase", "возможно, вы имели в виду place", "возможно, вы имели в виду place"},
	} {
		if got := plainText(schemas()["meeting"], c.key, c.text); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.key, c.text, got, c.want)
		}
	}
}

// TestMayBeEmpty: fields that messages advise to leave empty on purpose have the button for it.
func TestMayBeEmpty(t *testing.T) {
	for _, key := range []string{"agenda.decisions", "signers", "extract.marks"} {
		if s := schemaOf(schemas()["meeting"], keySteps(key)); s == nil || !mayBeEmpty(s.Description) {
			t.Errorf("%s: %+v", key, s)
		}
	}
}
