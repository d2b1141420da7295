package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// association returns a meeting of two people, a company with a representative
// and an office without one.
func association() *meeting.Meeting {
	m := bare()
	m.Form = "full"
	m.People = append(m.People,
		meeting.Person{Name: "ООО «Ромашка»", Body: true, Representative: meeting.Representative{
			Name: "ИВАНОВ ИВАН ИВАНОВИЧ", Position: "генеральный директор", Basis: "доверенность № 5"}},
		meeting.Person{Name: "АО «Вектор»", Body: true, Representative: meeting.Representative{Name: "Петрова А. О."}},
		meeting.Person{Name: "Администрация города Твери", Body: true})
	m.Agenda[0].Spoke = []meeting.Speech{{Name: `ООО "Ромашка"`, Text: "поддержало"}}
	m.Agenda[0].Vote = &meeting.Vote{Roll: true,
		For: names("Первый", "Второй"), Abstained: names("ООО «Ромашка»", "Администрация города Твери"),
		Against: names("АО «Вектор»")}
	m.Signers = []meeting.Signer{{Name: "Первый"}, {Name: "ООО «Ромашка»", Role: new("Член ассоциации")},
		{Name: "АО «Вектор»"}}
	m.Letter = &meeting.Letter{To: []meeting.Addressee{{Name: "ООО «Ромашка»"}},
		Copies: []meeting.Addressee{{Name: "Администрация города Твери"}}}
	return m
}

func names(list ...string) meeting.Ballots { return meeting.Ballots{Names: list} }

// TestOrganizationsTakePart checks that organizations among the people are
// printed in full, that their representatives sign, and that nothing is doubted.
func TestOrganizationsTakePart(t *testing.T) {
	m := association()
	for _, p := range m.Check() {
		if strings.HasPrefix(p.Key, "people[") && !strings.Contains(p.Key, "representative") {
			t.Error(p)
		}
	}
	protocol := compose(t, Request{Kind: "protocol"}, m)
	for _, want := range []string{
		"ООО «Ромашка» (представитель – генеральный директор Иванов Иван Иванович, доверенность № 5)",
		"АО «Вектор» (представитель – Петрова А.О.)", "ООО «Ромашка» – поддержало.",
		"Член ассоциации, генеральный директор ООО «Ромашка»", "И.И. Иванов",
		"Представитель АО «Вектор»", "А.О. Петрова", "воздержалось", "воздержалась",
	} {
		if !strings.Contains(protocol, want) {
			t.Errorf("no %q in %s", want, protocol)
		}
	}
	letter := compose(t, Request{Kind: "letter"}, m)
	for _, want := range []string{"ООО «Ромашка»", "Уважаемые коллеги!", "Копия: Администрации города Твери"} {
		if !strings.Contains(letter, want) {
			t.Errorf("no %q in %s", want, letter)
		}
	}
	if list := compose(t, Request{Kind: "attendance"}, m); !strings.Contains(list, "представитель – Петрова А.О.") {
		t.Error(list)
	}
}

// TestOrganizationBehindPosition checks that an organization in the nominative is in
// the genitive after a position and as it is above its people.
func TestOrganizationBehindPosition(t *testing.T) {
	m := &meeting.Meeting{Form: "full", Kind: "совещание", Date: meeting.Date{Year: 2026, Month: 1, Day: 29},
		Chair: "Ильина О. Г.", Signers: []meeting.Signer{{Name: "Нечаев С. Ю."}},
		Approval: &meeting.Approval{Position: "Глава", Organization: "Администрация района", Name: "Яна Ильинична Цой"},
		People: []meeting.Person{
			{Name: "Ильина Ольга Геннадьевна", Position: "директор", Organization: "ООО «Нива»"},
			{Name: "Нечаев Сергей Юрьевич", Position: "начальник отдела", Organization: "Министерство финансов"}},
		Agenda: []meeting.Item{{Title: "О проекте", Decisions: []meeting.Decision{{Text: "Доработать."}}}}}
	m.Header = &meeting.Header{Leader: "{роль}: {фио}, {должность} {организация}"}
	m.People[0].Organization = "Управление культуры"
	for group, want := range map[string]string{
		"":             "Нечаев Сергей Юрьевич, начальник отдела Министерства финансов",
		"organization": "Министерство финансов:\nНечаев Сергей Юрьевич, начальник отдела\n",
	} {
		m.Attendance.Group = group
		text := strings.ReplaceAll(compose(t, Request{Kind: "protocol"}, m), "\u00a0", " ")
		for _, want := range []string{
			want, "Начальник отдела Министерства финансов С.Ю. Нечаев",
			"Председательствующий: Ильина Ольга Геннадьевна, директор Управления культуры\n",
			"УТВЕРЖДАЮ\nГлава Администрации района\n"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in %q", want, text)
			}
		}
	}
}

// TestSomeAreNamed checks a number of people with the names of some, and a
// registration list that has rows for the others.
func TestSomeAreNamed(t *testing.T) {
	thirteen := 13
	m := &meeting.Meeting{Form: "full", Date: meeting.Date{Year: 2026, Month: 3, Day: 25},
		Chair: "Мельников Э. Ю.", Secretary: "Фет А. А.", Quorum: "Кворум имеется.",
		Council:    meeting.Council{Name: "Кафедра права"},
		Attendance: meeting.Attendance{Print: "number", Named: true, Present: &thirteen, Members: 15},
		People: []meeting.Person{{Name: "Мельников Эдуард Юрьевич"},
			{Name: "Фет Анна Артуровна", Position: "доцент"}},
		Agenda: []meeting.Item{{Title: "О диссертации", Decisions: []meeting.Decision{{Text: "Рекомендовать."}}}}}
	if problems := m.Check(); len(problems) > 0 {
		t.Fatal(problems)
	}
	text := strings.ReplaceAll(compose(t, Request{Kind: "protocol"}, m), "\u00a0", " ")
	want := "Присутствовали: 13 человек, в том числе:\nМельников Эдуард Юрьевич\nФет Анна Артуровна, доцент\n"
	if !strings.Contains(text, want) {
		t.Errorf("%q is not in %q", want, text)
	}
	if list := compose(t, Request{Kind: "attendance"}, m); !strings.Contains(list, "\n15\t") ||
		strings.Contains(list, "\n16\t") {
		t.Error(list)
	}
}
