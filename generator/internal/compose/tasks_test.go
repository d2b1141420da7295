package compose

import (
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestAssignmentsInTexts checks that the list has tasks that only the texts of
// decisions name, that it does not guess, and that doubts are reported.
func TestAssignmentsInTexts(t *testing.T) {
	m := bare()
	m.People = []meeting.Person{{Name: "Первый Иван Ильич"}, {Name: "Вторая Анна Ильинична"}}
	m.Chair, m.Secretary = "Первый И. И.", "Вторая А. И."
	m.Agenda[0].Decisions = []meeting.Decision{
		{Text: "Принять к сведению отчёт."},
		{Text: "Участникам совета внести предложения в срок до 30 ноября 2026 г."},
		{Text: "Первому И. И. подготовить план."},
		{Text: "Провести проверку до 15.04.2026."},
		{Text: "Сдать отчёт в срок до 01.05.2026 и не позднее 01.06.2026."},
		{Text: "Вторую А. И. избрать секретарём."},
		{Text: "Опубликовать.", Responsible: []string{"Первый И. И."}},
	}
	doc, problems, err := load(t).Document(t.Context(), Request{Kind: "assignments"}, m)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
	for _, want := range []string{
		"Участникам совета внести предложения в срок до 30 ноября 2026 г.\tУчастникам совета\tдо 30.11.2026",
		"Первому И.И. подготовить план.\tПервый И.И.\tне указан",
		"Провести проверку до 15.04.2026.\tне указан\tдо 15.04.2026",
		"не позднее 01.06.2026.\tне указан\tне указан", "Опубликовать.\tПервый И.И.\t",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, never := range []string{"избрать", "сведению"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is a task:\n%s", never, text)
		}
	}
	var doubted []string
	for _, p := range problems {
		if p.Severity == diag.Warning {
			doubted = append(doubted, p.Key)
		}
	}
	if got := strings.Join(doubted, " "); got != "agenda[0].decisions[3].text agenda[0].decisions[4].text" {
		t.Errorf("doubts: %s", got)
	}
}

// TestSentencesOfAssignments checks that points which begin a sentence are joined with
// those that end it, and that those responsible above them are not lost.
func TestSentencesOfAssignments(t *testing.T) {
	m := bare()
	m.People = []meeting.Person{{Name: "Первый Иван Ильич"}, {Name: "Вторая Анна Ильинична"}}
	m.Chair, m.Secretary = "Первый И. И.", "Вторая А. И."
	due := &meeting.Deadline{Date: meeting.Date{Year: 2026, Month: 4, Day: 24}}
	m.Agenda[0].Decisions = []meeting.Decision{
		{Text: "Участникам ярмарки:", Due: due, Points: []meeting.Decision{
			{Text: "Сообщить о своём участии."}, {Text: "Привезти палатки;"},
			{Text: "Оформить договоры.", Due: &meeting.Deadline{Text: "ежегодно"}}}},
		{Text: "Управлению образования:", Responsible: []string{"Первый И. И."}, Points: []meeting.Decision{
			{Text: "провести инструктажи;", Due: due},
			{Text: "проверить связь;", Due: due, Responsible: []string{"Вторая А. И."}}}},
		{Text: "Дворцу культуры до 01.05.2026:", Points: []meeting.Decision{{Text: "подготовить сцену."}}},
		{Text: "Первому И. И.:", Points: []meeting.Decision{{Text: "проверить свет;"}, {Text: "доложить."}}},
		{Text: "Утвердить состав:", Points: []meeting.Decision{{Text: "Вторая А. И."}}},
	}
	text := compose(t, Request{Kind: "assignments"}, m)
	for _, want := range []string{
		"\tУчастникам ярмарки: сообщить о своём участии. Привезти палатки.\t\tдо 24.04.2026",
		"\tУчастникам ярмарки: оформить договоры.\t\tежегодно",
		"\tУправлению образования: провести инструктажи.\tПервый И.И.\tдо 24.04.2026",
		"\tПроверить связь.\tВторая А.И.\t",
		"\tДворцу культуры до 01.05.2026: подготовить сцену.\tне указан\tдо 01.05.2026",
		"\tПервому И.И.: проверить свет; доложить.\tПервый И.И.\tне указан",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if rows := strings.Count(text, "вопрос 1"); rows != 6 {
		t.Errorf("%d rows:\n%s", rows, text)
	}
	if tasks := OwnTasks(m); len(tasks) != 6 || tasks[2].Responsible != "Первый И. И." {
		t.Errorf("%+v", tasks)
	}
}

// TestPeopleOfSentences checks that a point has those responsible from the point above
// only if it names nobody, that nobody is lost above, and nothing that is below.
func TestPeopleOfSentences(t *testing.T) {
	due := &meeting.Deadline{Date: meeting.Date{Year: 2026, Month: 4, Day: 24}}
	first, second := []string{"Первый И. И."}, []string{"Вторая А. И."}
	type points = []meeting.Decision
	for _, test := range []struct {
		point meeting.Decision
		rows  string
	}{
		{meeting.Decision{Text: "Поручить:", Points: points{{Text: "Первому И. И. подготовить отчёт."},
			{Text: "Вторая А. И."}, {Text: "в срок до 01.05.2026 провести проверку."}}},
			"Поручить: Первому И.И. подготовить отчёт.|Первый И.И.|не указан\n" +
				"Поручить: в срок до 01.05.2026 провести проверку.|не указан|до 01.05.2026"},
		{meeting.Decision{Text: "Первому И. И.:", Points: points{{Text: "провести осмотр;"},
			{Text: "в срок до 01.05.2026 сдать отчёт;"},
			{Text: "Вторая А. И. — контроль;", Due: due},
			{Text: "Второй А. И. обеспечить контроль.", Due: due}}},
			"Первому И.И.: провести осмотр.|Первый И.И.|не указан\n" +
				"Первому И.И.: в срок до 01.05.2026 сдать отчёт.|Первый И.И.|до 01.05.2026\n" +
				"Первому И.И.: Вторая А.И. — контроль.||до 24.04.2026\n" +
				"Второй А.И. обеспечить контроль.||до 24.04.2026"},
		{meeting.Decision{Text: "Провести ремонт в следующем порядке:", Responsible: first, Points: points{
			{Text: "закупить краску;", Responsible: second}, {Text: "Покрасить.", Responsible: second}}},
			"Провести ремонт в следующем порядке: закупить краску; покрасить.|Первый И.И.|\n" +
				"Закупить краску.|Вторая А.И.|\nПокрасить.|Вторая А.И.|"},
		{meeting.Decision{Text: "Отделу:", Due: due, Points: points{
			{Text: "закупить краску;", Responsible: second}, {Text: "покрасить."}}},
			"Отделу: закупить краску; покрасить.||до 24.04.2026\nЗакупить краску.|Вторая А.И.|"},
		{meeting.Decision{Text: "Первому И. И.:", Points: points{
			{Text: "провести обследование:", Points: points{{Text: "закупить трубы на 500 тыс. руб.;"},
				{Text: "Роспотребнадзору помочь;"}, {Text: "вызвать мастера;", Due: due}}},
			{Text: "доложить."}}},
			"Первому И.И.: провести обследование: закупить трубы на 500 тыс. руб.; Роспотребнадзору помочь; " +
				"доложить.|Первый И.И.|не указан\n" +
				"Первому И.И.: провести обследование: вызвать мастера.|Первый И.И.|до 24.04.2026"},
		{meeting.Decision{Text: "Первому И. И.:", Points: points{{Text: "Второй А. И.:", Due: due, Points: points{
			{Text: "доложить.", Due: due}}}}},
			"Второй А.И.: доложить.||до 24.04.2026\n" +
				"Второй А.И.: доложить.||до 24.04.2026"},
		{meeting.Decision{Text: "Направить:", Points: points{{Text: "проверить крыши.", Due: due},
			{Text: "котельные проверить;", Due: due}}},
			"Направить: проверить крыши.||до 24.04.2026\nНаправить: котельные проверить.||до 24.04.2026"},
		{meeting.Decision{Text: "Поручить Первому И. И.:", Points: points{{Text: "организовать выезд,"},
			{Text: "Второй А. И. – обеспечить транспорт,", Due: due}}},
			"Поручить Первому И.И.: организовать выезд.|Первый И.И.|не указан\n" +
				"Второй А.И. – обеспечить транспорт.||до 24.04.2026"},
		{meeting.Decision{Text: "проверить крыши.", Due: due}, "Проверить крыши.||до 24.04.2026"},
		{meeting.Decision{Text: "проверить крыши; ", Due: due}, "Проверить крыши.||до 24.04.2026"},
	} {
		m := bare()
		m.People = []meeting.Person{{Name: "Первый Иван Ильич"}, {Name: "Вторая Анна Ильинична"}}
		m.Chair, m.Secretary = "Первый И. И.", "Вторая А. И."
		m.Agenda[0].Decisions = points{test.point}
		var rows []string
		for _, line := range strings.Split(compose(t, Request{Kind: "assignments"}, m), "\n") {
			if cells := strings.Split(line, "\t"); len(cells) > 4 && cells[0] != "№" {
				rows = append(rows, strings.Join(cells[2:5], "|"))
			}
		}
		if got := strings.ReplaceAll(strings.Join(rows, "\n"), "\u00a0", " "); got != test.rows {
			t.Errorf("%s\n%s\nwant\n%s", test.point.Text, got, test.rows)
		}
	}
}

// TestTasksWithTable checks that the form tasks prints the table of a question above
// its own, and a question without tasks only there.
func TestTasksWithTable(t *testing.T) {
	m := bare()
	m.Form = "tasks"
	m.Agenda = []meeting.Item{
		{Title: "Исполнение прошлых поручений", Table: &meeting.Table{Columns: []meeting.Column{{Title: "Отметка"}},
			Rows: [][]string{{"выполнено"}}}},
		{Title: "Фасад", Decisions: []meeting.Decision{
			{Text: "Закрыть швы.", Due: &meeting.Deadline{Text: "постоянно"}}}},
	}
	text := compose(t, Request{Kind: "protocol"}, m)
	want := "1. Исполнение прошлых поручений\nОтметка\nвыполнено\n" +
		"№\tЗадачи и действия\tОтветственные\tСроки\n2.\tФасад\n"
	if !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
	if m.Agenda = m.Agenda[:1]; strings.Contains(compose(t, Request{Kind: "protocol"}, m), "Задачи и действия") {
		t.Error("an empty table of tasks")
	}
}

// TestOfficesOfTasks checks that a table of tasks says who chaired an item and who
// did not vote on it, and that it did not by earlier rules.
func TestOfficesOfTasks(t *testing.T) {
	m := bare()
	m.Form = "tasks"
	m.People = []meeting.Person{{Name: "Первый Иван Ильич"}, {Name: "Вторая Анна Ильинична"}}
	m.Chair, m.Secretary = "Первый И. И.", ""
	m.Agenda[0].Chair, m.Agenda[0].Recused = "Вторая А. И.", []meeting.Recused{{Name: "Первый И. И."}}
	for _, want := range []string{"Председательствующий по вопросу – Вторая А.И.",
		"В голосовании по вопросу не участвует Первый И.И."} {
		for rules, isSaid := range map[int]bool{0: true, taskRules - 1: false} {
			text := strings.ReplaceAll(compose(t, Request{Kind: "protocol", Rules: rules}, m), "\u00a0", " ")
			if strings.Contains(text, want) != isSaid {
				t.Errorf("rules %d, %q:\n%s", rules, want, text)
			}
		}
	}
}

// TestTasksOfNobody checks that a point without anybody responsible and without a deadline leaves no empty cells in a
// table of tasks, by earlier rules two.
func TestTasksOfNobody(t *testing.T) {
	m := bare()
	m.Form = "tasks"
	m.Agenda[0].Decisions[1].Responsible = []string{"Второй"}
	for rules, want := range map[int]string{0: "Да.\n", wholeRowRules - 1: "Да.\t\t\n"} {
		text := compose(t, Request{Kind: "protocol", Rules: rules}, m)
		if !strings.Contains(text, want) || !strings.Contains(text, "Нет.\tВторой П.\t") {
			t.Errorf("by rules %d no %q in %q", rules, want, text)
		}
	}
}
