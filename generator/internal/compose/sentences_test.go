package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestExecutionBelowPoints checks that nothing stands between a point that ends with a colon and its points.
func TestExecutionBelowPoints(t *testing.T) {
	m := bare()
	m.Agenda[0].Decisions = []meeting.Decision{{Text: "Представить предложения:",
		Responsible: []string{m.People[0].Name}, Due: &meeting.Deadline{Text: "ежемесячно"},
		Points: []meeting.Decision{{Text: "по бюджету;"}, {Text: "по кадрам."}}}}
	for form, want := range map[string]string{
		"full": "Представить предложения: 1.1.1. по бюджету; 1.1.2. по кадрам. Ответственный – Первый И.; срок – " +
			"ежемесячно.",
		"brief": "Первому И. представить предложения: 1.1.1. по бюджету; 1.1.2. по кадрам. Срок – ежемесячно.",
	} {
		m.Form = form
		if text := oneLine(compose(t, Request{Kind: "protocol"}, m)); !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", form, want, text)
		}
		text := oneLine(compose(t, Request{Kind: "protocol", Rules: sentenceRules - 1}, m))
		if !strings.Contains(text, "ежемесячно. 1.1.1. по бюджету;") {
			t.Errorf("%s by earlier rules:\n%s", form, text)
		}
	}
}

// TestExecutionAbovePoints checks that the deadline of a point does not seem to be that of the last point below.
func TestExecutionAbovePoints(t *testing.T) {
	m := bare()
	m.Form = "full"
	due := func(text string) *meeting.Deadline { return &meeting.Deadline{Text: text} }
	m.Agenda[0].Decisions = []meeting.Decision{{Text: "Представить:", Due: due("ежемесячно"),
		Points: []meeting.Decision{{Text: "Смету."}, {Text: "План.", Due: due("ежегодно")}}}}
	last := &m.Agenda[0].Decisions[0].Points[1]
	for _, said := range []string{"", "План. Срок – 1 мая", "План. Срок исполнения: 1 мая", "план в срок до 1 мая",
		"План (ответственная – Первая)", "Отделу кадров подготовить план", "план до 01.05.2026"} {
		if said != "" {
			*last = meeting.Decision{Text: said}
		}
		text := oneLine(compose(t, Request{Kind: "protocol"}, m))
		if want := "Представить: Срок – ежемесячно. 1.1.1. Смету."; !strings.Contains(text, want) {
			t.Errorf("%q: no %q in %s", said, want, text)
		}
	}
}

// TestLinesBeforeSentence checks that facts do not part the preamble of a paper from the keyword that continues it.
func TestLinesBeforeSentence(t *testing.T) {
	m := bare()
	m.Papers = map[string]*meeting.Paper{"act": {Title: "АКТ", Preamble: []string{"Комиссия"}, Keyword: "УСТАНОВИЛА",
		KeywordApart: true, Text: []string{"Всё верно."}, Facts: []meeting.Fact{{Title: "Объект", Text: "мост"}},
		Commission: &meeting.Commission{Chair: m.People[0].Name}}}
	text := oneLine(compose(t, Request{Kind: "act"}, m))
	if !strings.Contains(text, "Комиссия УСТАНОВИЛА: Всё верно.") {
		t.Error(text)
	}
	text = oneLine(compose(t, Request{Kind: "act", Rules: sentenceRules - 1}, m))
	if !strings.Contains(text, "Комиссия Объект: мост УСТАНОВИЛА:") {
		t.Errorf("by earlier rules: %s", text)
	}
}

// TestUnanimousOnce checks that a unanimous vote on a point has no verdict that says the same.
func TestUnanimousOnce(t *testing.T) {
	m := bare()
	m.Form, m.Council.Rules.Majority = "full", "> 1/2 of present"
	m.People[0].Guest, m.People[1].Guest = false, false
	m.Agenda[0].Decisions[0].Vote = &meeting.Vote{Words: "единогласно"}
	m.Agenda[0].Decisions[1].Vote = &meeting.Vote{Words: "большинством голосов", Outcome: "принято"}
	text := oneLine(compose(t, Request{Kind: "protocol"}, m))
	for _, want := range []string{"Голосовали: единогласно. 1.2.", "большинством голосов. Решение принято."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	text = oneLine(compose(t, Request{Kind: "protocol", Rules: sentenceRules - 1}, m))
	if !strings.Contains(text, "Голосовали: единогласно. Решение принято единогласно.") {
		t.Errorf("by earlier rules: %s", text)
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestRoleOfChairOnce checks that the head says what the chair is in the body once.
func TestRoleOfChairOnce(t *testing.T) {
	for _, test := range []struct{ word, role, group, want string }{
		{"Председатель ГЭК", "Председатель", "", "Председатель ГЭК – Первый И.\n"},
		{"Председатель собрания", "Председатель", "", "Председатель собрания – Первый И., Председатель\n"},
		{"Председатель общего собрания", "Председатель", "", "общего собрания – Первый И., Председатель\n"},
		{"", "Председатель комиссии", "role", "Председательствующий – Первый И.\n"},
		{"", "заместитель председателя", "", "Председательствующий – Первый И., заместитель председателя\n"},
	} {
		m := bare()
		m.Form, m.People[0].Role, m.Attendance.Group, m.Words = "full", test.role, test.group, &meeting.Words{}
		if m.Present = nil; test.group != "" {
			m.Present = []string{m.People[0].Name}
		}
		if test.word != "" {
			m.Words.Chair = &test.word
		}
		text := strings.ReplaceAll(compose(t, Request{Kind: "protocol"}, m), "\u00a0", " ")
		if !strings.Contains(text, test.want) {
			t.Errorf("%+v: %s", test, text)
		}
	}
}

// TestNothingHeardInAbsentia checks that items of an absentee vote are not said to be heard.
func TestNothingHeardInAbsentia(t *testing.T) {
	m := bare()
	m.Form, m.Holding = "full", "заочная"
	text := oneLine(compose(t, Request{Kind: "protocol"}, m))
	if strings.Contains(text, "СЛУШАЛИ") || !strings.Contains(text, "Вопрос № 1 повестки дня: О плане.") {
		t.Error(text)
	}
	m.Agenda[0].Heard = []meeting.Speech{{Name: m.People[0].Name, Text: "о плане"}}
	if text := compose(t, Request{Kind: "protocol"}, m); !strings.Contains(text, "СЛУШАЛИ") {
		t.Error(text)
	}
}

// TestExtractTitle checks that an extract says what it is from, in the genitive.
func TestExtractTitle(t *testing.T) {
	for title, want := range map[string]string{"": "ПРОТОКОЛА", "П Р О Т О К О Л": "ПРОТОКОЛА", "РЕШЕНИЕ": "РЕШЕНИЯ",
		"Протокол общего собрания": "ПРОТОКОЛА ОБЩЕГО СОБРАНИЯ"} {
		m := bare()
		m.Words = &meeting.Words{Title: &title}
		text := compose(t, Request{Kind: "extract", Items: []int{1}}, m)
		if line, _, _ := strings.Cut(text, "\n"); line != "ВЫПИСКА ИЗ "+want {
			t.Errorf("%s: %s", title, line)
		}
		text = compose(t, Request{Kind: "extract", Items: []int{1}, Rules: headRules - 1}, m)
		if line, _, _ := strings.Cut(text, "\n"); line != "ВЫПИСКА ИЗ ПРОТОКОЛА" {
			t.Errorf("%s by earlier rules: %s", title, line)
		}
	}
}

// TestListInExtract checks that the list of those present may be annexed to an extract.
func TestListInExtract(t *testing.T) {
	m := bare()
	m.Present, m.Attendance.Print = []string{"Первый", "Второй"}, "annex"
	m.Extract = &meeting.Extract{Annexes: []int{2}}
	for _, p := range m.Check() {
		if strings.HasPrefix(p.Key, "extract.") {
			t.Errorf("%+v", p)
		}
	}
	text := oneLine(compose(t, Request{Kind: "extract", Items: []int{1}}, m))
	if !strings.Contains(text, "Приложение № 2 к протоколу от 01.03.2026 Список присутствовавших") {
		t.Error(text)
	}
	if strings.Contains(text, "Приложение № 1") {
		t.Error(text)
	}
}

// TestReasonsOfRecused checks that a reason stands in one pair of brackets, as a part of the sentence.
func TestReasonsOfRecused(t *testing.T) {
	for reason, want := range map[string]string{
		"кандидат.": "(кандидат)", "(конфликт интересов)": "(конфликт интересов)", "(Кандидат.)": "(кандидат)",
		"Конфликт интересов": "(конфликт интересов)", "ст. 27 (в ред. 2024 г.)": "(ст. 27 (в ред. 2024 г.))",
		"(истец) и (ответчик)": "((истец) и (ответчик))", "супруг Зимы М.П.": "(супруг Зимы М.П.)",
		"ООО «Лоза» – его общество": "(ООО «Лоза» – его общество)",
	} {
		m := bare()
		m.Form = "full"
		m.Agenda[0].Recused = []meeting.Recused{{Name: m.People[0].Name, Reason: reason}}
		if text := oneLine(compose(t, Request{Kind: "protocol"}, m)); !strings.Contains(text, "Первый И. "+want) {
			t.Errorf("%s: no %q in %s", reason, want, text)
		}
	}
}
