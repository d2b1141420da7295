package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestNamesKeepCapitals checks that names which begin a speech, a question or an answer keep their capitals, and that
// earlier papers are printed as they were.
func TestNamesKeepCapitals(t *testing.T) {
	for _, test := range []struct{ said, want string }{
		{"Дополнила доклад", "– дополнила доклад."},
		{"О смете", "– о смете."},
		{"PostgreSQL заменит Oracle", "– PostgreSQL заменит Oracle."},
		{"Oracle заменят", "– Oracle заменят."},
		{"Орлов П. И. поддержал", "– Орлов П.И. поддержал."},
		{"Кравец поддержала", "– Кравец поддержала."},
		{"Подготовить Орлова к отчёту", "– подготовить Орлова к отчёту."},
		{"Поддержал Орлова", "– поддержал Орлова."},
		{"Поддержал П. И. Орлова", "– поддержал П.И. Орлова."},
		{"Ирине Павловне ясно", "– Ирине Павловне ясно."},
		{"План А принят", "– план А принят."},
		{"Предложила ООО «Лоза»", "– предложила ООО «Лоза»."},
		{"Доклад «Об итогах года»", "– доклад «Об итогах года»."},
		{"Информацию Министерства образования", "– информацию Министерства образования."},
		{"Пациент Кравцов Пётр Денисович", "– пациент Кравцов Пётр Денисович."},
		{"СмолАПО просит", "– СмолАПО просит."},
		{"IP-телефон не нужен", "– IP-телефон не нужен."},
	} {
		text := hearingText(t, func(_ *meeting.Meeting, item *meeting.Item) {
			item.Spoke = []meeting.Speech{{Name: "Кравец И. П.", Text: test.said}}
		})
		if !strings.Contains(text, test.want) {
			t.Errorf("no %q in\n%s", test.want, text)
		}
	}
	m := bare()
	m.Form = "full"
	m.Agenda[0].Questions = []meeting.Exchange{
		{Name: m.People[0].Name, Text: "Москва участвует?", Answer: "PostgreSQL", By: m.People[1].Name},
	}
	for rules, want := range map[int][]string{0: {": Москва", ": PostgreSQL."}, 15: {": москва", ": postgreSQL."}} {
		text := compose(t, Request{Kind: "protocol", Rules: rules}, m)
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("rules %d: no %q in\n%s", rules, part, text)
			}
		}
	}
}
