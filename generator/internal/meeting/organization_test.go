package meeting

import (
	"strings"
	"testing"
)

// TestOrganizations checks what is reported about organizations among people.
func TestOrganizations(t *testing.T) {
	for _, test := range []struct {
		person Person
		signs  bool
		want   string // part of the only problem; "" for none
	}{
		{Person{Name: "ООО «Ромашка»", Body: true}, false, ""},
		{Person{Name: "ООО «Smart»", Body: true, Representative: Representative{Name: "Иванов И. И."}}, true, ""},
		{Person{Name: "ООО «Ромашка»"}, false, "добавьте body = true"},
		{Person{Name: "ООО «Рoмашка»", Body: true}, false, "латинские буквы"},
		{Person{Name: "ООО «Ромашка»", Body: true}, true, "не сказано, кто подписывает"},
		{Person{Name: "ООО «Ромашка»", Body: true, Organization: "ООО «А»"}, false, "есть ещё организация"},
		{Person{Name: "Иванов Иван Иванович", Body: true}, false, "похоже на имя человека"},
		{Person{Name: "Иванов Иван", Representative: Representative{Name: "Петров П. П."}}, false,
			"по какому документу"},
		{Person{Name: "Иванов Иван Ильич", Representative: Representative{Name: "Петров П. П.",
			Basis: "доверенность"}}, true, ""},
		{Person{Name: "ООО «Ромашка»", Body: true, Representative: Representative{Position: "директор"}}, false,
			"не указано имя представителя"},
		{Person{Name: "ООО «Ромашка»", Body: true, Representative: Representative{Name: "ИВАНОВ И. И."}}, false,
			"прописные буквы"},
	} {
		m := &Meeting{Date: Date{2026, 1, 15}, Chair: "Первый И. И.", Council: Council{Name: "Совет"},
			People: []Person{{Name: "Первый Иван Иванович"}, test.person},
			Agenda: []Item{{Title: "О плане.", Outcome: "Принято."}}}
		if test.signs {
			m.Signers = []Signer{{Name: test.person.Name}}
		}
		problems := m.Check()
		switch {
		case test.want == "" && len(problems) > 0:
			t.Errorf("%+v: %v", test.person, problems)
		case test.want != "" && (len(problems) != 1 ||
			!strings.Contains(problems[0].Message+problems[0].Hint, test.want)):
			t.Errorf("%+v: %v, want %q", test.person, problems, test.want)
		}
	}
}
