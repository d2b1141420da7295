package collect

import (
	"strings"
	"testing"
)

// TestNamesOfForms checks that names, positions and organizations in returned
// forms are judged by the rules of lists: certain corrections are made and
// reported, uncertain ones are only reported, and nothing is changed silently.
func TestNamesOfForms(t *testing.T) {
	const name, post, body = "applicant.head.name", "applicant.head.position", "applicant.name"
	for _, test := range []struct{ key, typed, want, problem string }{
		{name, "Иванов Иван Иванович", "Иванов Иван Иванович", ""},
		{name, "ИВАНОВ ИВАН ИВАНОВИЧ", "Иванов Иван Иванович", "прописные буквы"},
		{name, "Петро\u0301в Иван Ильич", "Петров Иван Ильич", "знаки ударения"},
		{name, "Иванoв Иван Иванович", "Иванов Иван Иванович", "латинские буквы"},
		{name, "<b>Иванов</b> Иван Иванович", "Иванов Иван Иванович", "остатки HTML"},
		{name, "Иванов И. И., Петров П. П.", "Иванов И. И., Петров П. П.", "двое"},
		{name, "ООО «Ромашка»", "ООО «Ромашка»", "организация"},
		{name, "ivanov@mail.ru", "ivanov@mail.ru", "печатается"},
		{name, "Иванов Иван 89101112233", "Иванов Иван 89101112233", "печатается"},
		{name, "12345", "12345", "печатается"},
		{name, "директор", "директор", "печатается"},
		{"applicant.contact.name", "СИДОРОВА А. О.", "Сидорова А. О.", "прописные буквы"},
		{"applicant.contact.name", "доб. 5", "доб. 5", "печатается"},
		{post, "генеральный директор", "генеральный директор", ""},
		{post, "ГЕНЕРАЛЬНЫЙ ДИРЕКТОР МБОУ", "генеральный директор МБОУ", "прописные буквы"},
		{post, "Иванов Иван Иванович", "Иванов Иван Иванович", "имя, а не должность"},
		{post, "a@b.ru", "a@b.ru", "не относится"},
		{post, "директор<br>", "директор<br>", "не относится"},
		{post, "ООО «Ромашка»", "ООО «Ромашка»", "организация, а не должность"},
		{post, "1234567", "1234567", "не относится"},
		{body, "ООО «Ромашка»", "ООО «Ромашка»", ""},
		{body, "ООО «Рoмашка»", "ООО «Рoмашка»", "смешаны русские и латинские"},
		{body, "Иванов Иван Иванович", "Иванов Иван Иванович", "имя человека"},
		{body, "ООО «А», ООО «Б»", "ООО «А», ООО «Б»", "несколько организаций"},
		{body, "ООО «А»&nbsp;Тверь", "ООО «А»&nbsp;Тверь", "остатки HTML"},
		{body, "ООО «А», ул. Мира, 5", "ООО «А», ул. Мира, 5", "не только название"},
	} {
		f := written(t, Application, "a.pdf", "applicant.offer", "x", test.key, test.typed)
		if got := f.Answer(test.key); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.key, test.typed, got, test.want)
		}
		var told []string
		for _, p := range f.Problems {
			if p.Key == test.key {
				told = append(told, p.Message)
			}
		}
		if all := strings.Join(told, "\n"); !strings.Contains(all, test.problem) || test.problem == "" && all != "" {
			t.Errorf("%s %q: %q, want %q", test.key, test.typed, all, test.problem)
		}
	}
}

// TestPostBesideName checks that a position typed beside the name answers its own
// question, and the name of who consents.
func TestPostBesideName(t *testing.T) {
	f := written(t, Application, "a.pdf", "applicant.offer", "x", "applicant.head.name",
		"директор Иванов Иван Иванович")
	name, post := f.Answer("applicant.head.name"), f.Answer("applicant.head.position")
	if name != "Иванов Иван Иванович" ||
		post != "директор" || len(f.Problems) == 0 {
		t.Errorf("%q, %q, %v", name, post, f.Problems)
	}
	f = written(t, Consent, "c.pdf", "consent.subject.name", "ИВАНОВ И. И.", "consent.subject.address", "г. Тверь")
	if f.Answer("consent.subject.name") != "Иванов И. И." || !strings.Contains(f.remarks(), "прописные буквы") {
		t.Errorf("%q, %q", f.Answer("consent.subject.name"), f.remarks())
	}
}
