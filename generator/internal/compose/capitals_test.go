package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestCapitals checks that names and positions typed in capitals are in small
// letters in every paper that prints them, and reported.
func TestCapitals(t *testing.T) {
	m := papersFull()
	m.Form = "full"
	m.People[0].Position, m.People[1].Position = "ДИРЕКТОР МБОУ", "ГЛАВНЫЙ БУХГАЛТЕР"
	m.People = append(m.People, meeting.Person{Name: "КРУГЛО\u0301ВА ДАРЬЯ ПАВЛОВНА", Position: "ЮРИСТ"})
	m.Present = append(m.Present, "Круглова Д. П.")
	m.Agenda[0].Heard = []meeting.Speech{{Name: "ЗАЙЦЕВ И. И.", Position: "НАЧАЛЬНИК ОТДЕЛА ЖКХ", Text: "доложил"}}
	m.Agenda[0].Spoke, m.Agenda[0].Speakers = nil, []string{"Круглова"}
	m.Approval = &meeting.Approval{Position: "ГЛАВА РАЙОНА", Name: "ВОЛКОВ ИВАН ПЕТРОВИЧ"}
	m.Letter.To = []meeting.Addressee{{Name: "ИЛЬИНА АННА ОЛЕГОВНА", Position: "ЗАМЕСТИТЕЛЬ ДИРЕКТОРА ООО «А»"}}
	m.Applicant.Head.Name, m.Applicant.Head.Position = "ИВАНОВ ИВАН ИВАНОВИЧ", "ГЕНЕРАЛЬНЫЙ ДИРЕКТОР"
	m.Applicant.Contact.Name = "ПЕТРОВ П. П."
	told := map[string]bool{}
	for _, p := range m.Check() {
		told[p.Key] = told[p.Key] || strings.Contains(p.Message, "прописные буквы заменены строчными")
	}
	for _, key := range []string{"people[0].position", "approval.name", "approval.position", "applicant.head.name",
		"applicant.head.position", "applicant.contact.name", "agenda[0].heard[0].position", "agenda[0].heard[0].name"} {
		if !told[key] {
			t.Errorf("%s is not told", key)
		}
	}
	for kind, want := range map[string][]string{
		"protocol": {"директор МБОУ", "главный бухгалтер", "Круглова Дарья Павловна, юрист",
			"Зайцев И.И., начальник отдела ЖКХ", "глава района", "И.П. Волков"},
		"attendance":  {"директор МБОУ", "главный бухгалтер", "Круглова Дарья Павловна"},
		"letter":      {"Заместителю директора ООО «А»", "А.О. Ильиной", "Уважаемая Анна Олеговна!"},
		"application": {"Иванов Иван Иванович", "генеральный директор", "И.И. Иванов", "Петров П.П."},
		"notice":      {"Круглова Дарья Павловна, юрист"},
	} {
		text := strings.ReplaceAll(compose(t, Request{Kind: kind}, m), "Генеральный", "генеральный")
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s: no %q in %s", kind, part, text)
			}
		}
	}
}
