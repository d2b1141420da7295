package collect

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/document"
	"protokol/generator/internal/reader"
)

// written is a form with the answers that were typed, by keys and values in
// turn; yes ticks a box.
func written(t testing.TB, kind *Kind, file string, answers ...string) *Form {
	t.Helper()
	var fields []reader.Field
	for i := 0; i < len(answers); i += 2 {
		field := reader.Field{Name: answers[i], Kind: reader.TextField, Value: answers[i+1]}
		if answers[i+1] == "yes" {
			field = reader.Field{Name: answers[i], Kind: reader.CheckBox, Checked: true}
		}
		fields = append(fields, field)
	}
	f := readForm(file, fields)
	if f == nil || f.Kind != kind {
		t.Fatalf("%q is no answer", answers)
	}
	return f
}

// readForm reads the only form that has the fields; nil if all are empty.
func readForm(file string, fields []reader.Field) *Form {
	widgets := asWidgets(fields)
	removePrompts(widgets, []document.Prompts{{{Kind: document.Words}: "впишите",
		{Kind: document.Choice}:                "выберите или впишите",
		{Kind: document.Words, Required: true}: "впишите (обязательно)"}})
	if forms := formsOf(file, widgets); len(forms) == 1 {
		return forms[0]
	}
	return nil
}

// TestAnswers: what people type is understood, or reported with the field as they
// call it, its key, what they typed and what is wrong.
func TestAnswers(t *testing.T) {
	for _, test := range []struct{ key, typed, want, problem string }{
		{"applicant.name", "  ООО\r\n «Ёлка»\t№ 1 ", "ООО «Ёлка» № 1", ""},
		{"applicant.name", "ООО «Й\u0306лка\u200B»", "ООО «Й̆лка»", ""},
		{"applicant.name", "ООО \uFFFD", "ООО",
			"Наименование организации «ООО»: в ответе знаки, которые не удалось прочитать"},
		{"applicant.short_name", "нет", "", ""},
		{"applicant.site", "—", "", ""},
		{"applicant.short_name", "____", "", ""},
		{"applicant.head.name", "……………", "", ""},
		{"applicant.head.position", "- - -", "", ""},
		{"applicant.inn", "67 3200 0017", "6732000017", ""},
		{"applicant.inn", "6732000018", "6732000018",
			"ИНН «6732000018»: контрольная цифра (последняя) должна быть 7, а стоит 8: где-то опечатка"},
		{"applicant.inn", "673200001О", "673200001О", "ИНН «673200001О»: на 10-м месте русская буква «О»"},
		{"applicant.kpp", "0101-01001", "010101001", ""},
		{"applicant.kpp", "нет", "", ""},
		{"applicant.ogrn", "1026701421438", "1026701421438", ""},
		{"applicant.ogrn", "304500116000157", "304500116000157", ""},
		{"applicant.ogrn", "304500116000150", "304500116000150", "ОГРН (ОГРНИП) «304500116000150»: контрольная цифра"},
		{"applicant.email", "elka@ya.ru, elka@пример.рф", "elka@ya.ru, elka@пример.рф", ""},
		{"applicant.email", "elka@ya.ru; ёлка", "elka@ya.ru; ёлка",
			"Электронная почта «elka@ya.ru; ёлка»: в адресе нет знака @"},
		{"applicant.contact.phone", "+7 (4812) 12-34-56, доб. 5", "+7 (4812) 12-34-56, доб. 5", ""},
		{"applicant.contact.phone", "12-34-56, 8 910 111-22-33", "12-34-56, 8 910 111-22-33", ""},
		{"applicant.contact.phone", "12-34", "12-34", "Телефон «12-34»: цифр в номере: 4"},
		{"applicant.staff", "1 200 чел.", "1200", ""},
		{"applicant.staff", "25", "25", ""},
		{"applicant.staff", "12 штатных единиц", "12", ""},
		{"applicant.staff", "около 1 200", "1200",
			"Число работников «около 1 200»: здесь не только число, записано 1200"},
		{"applicant.staff", "2 тыс.", "2", "Число работников «2 тыс.»: здесь не только число, записано 2"},
		{"applicant.staff", "–5", "-5", "Число работников «-5»: число работников не бывает меньше нуля"},
		{"applicant.staff", "от 10 до 20", "от 10 до 20", "Число работников «от 10 до 20»: здесь нужно одно число"},
		{"applicant.fields", "- раз\r- два\r\n\r\n- три  и\n\n", "- раз\n- два\n\n- три и", ""},
		{"applicant.fields", strings.Repeat("ё", 10_001), strings.Repeat("ё", 10_000),
			"Направления деятельности: ответ длиннее 10000 знаков"},
		{"applicant.date", "«1» марта 2026 г.", "01.03.2026", ""},
		{"applicant.date", "31.02.2026", "31.02.2026", "Дата заявления «31.02.2026»: непонятная дата"},
		{"applicant.email", "впишите", "", ""},
		{"applicant.inn", "впишите (обязательно)6732000017", "6732000017", ""},
		{"applicant.inn", "впишите (обязательно) 6732000017", "6732000017", ""},
		{"applicant.offer", "впишите нас", "впишите нас", ""},
		{"applicant.offer", "выберите или впишите", "", ""},
	} {
		answers := []string{"applicant.offer", "x", test.key, test.typed}
		if test.key != "applicant.name" {
			answers = append(answers, "applicant.name", "ООО")
		}
		if test.key == "applicant.offer" {
			answers = answers[2:]
		}
		f := written(t, Application, "a.pdf", answers...)
		if got := f.Answer(test.key); got != test.want {
			t.Errorf("%s, %q is understood as %q", test.key, test.typed, got)
		}
		told := ""
		for _, p := range f.Problems {
			if p.Key == test.key {
				told += p.Message
			}
			if p.File != "a.pdf" {
				t.Errorf("a problem of the file %q", p.File)
			}
		}
		if !strings.HasPrefix(told, test.problem) || (told == "") != (test.problem == "") {
			t.Errorf("%s, %q: it is told %q", test.key, test.typed, told)
		}
	}
}

// TestDateControl: the text of a date control counts, its own date where the
// text is none.
func TestDateControl(t *testing.T) {
	for text, want := range map[string]string{"01.03.2026": "01.03.2026", "1-е марта": "02.03.2026", "": "02.03.2026"} {
		f := readForm("a.docx", []reader.Field{
			{Name: "consent.subject.name", Value: "Ёж"}, {Name: "consent.date", Value: text, Date: "2026-03-02"}})
		if got := f.Answer("consent.date"); got != want {
			t.Errorf("%q is understood as %q", text, got)
		}
	}
}

// TestMissing: all missing answers are reported together, without fields that may
// stay empty.
func TestMissing(t *testing.T) {
	f := written(
		t,
		Application,
		"a.pdf",
		"applicant.name",
		"ООО",
		"applicant.inn",
		"6732000017",
		"applicant.email",
		"a@ya.ru",
	)
	want := "a.pdf: предупреждение: не заполнено: ФИО руководителя, Должность руководителя, ОГРН (ОГРНИП), Юридический " +
		"адрес"
	if got := f.Problems.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	f = written(t, Application, "a.pdf", "applicant.inn", "6732000017")
	if !f.Problems.Failed() || !strings.Contains(f.Problems.Error(), "не указано наименование заявителя") {
		t.Error(f.Problems)
	}
	if f := written(t, Consent, "a.pdf", "consent.subject.address", "Смоленск"); !f.Problems.Failed() {
		t.Error("a consent without a name is taken")
	}
}

// TestBlank: what a form comes with is not an answer.
func TestBlank(t *testing.T) {
	for _, fields := range [][]reader.Field{
		{{Name: "applicant.name"}, {Name: "applicant.head.basis", Value: "Устава"},
			{Name: "applicant.postal_same", Checked: true}},
		{{Name: "applicant.name", Value: " \r\n "}, {Name: "applicant.date", Value: "01.03.2026"}},
		{{Name: "applicant.name", Value: "впишите (обязательно)"}},
	} {
		if f := readForm("a.pdf", fields); f != nil {
			t.Errorf("%v is an answer", f.answers)
		}
	}
}

// TestUnknownFields: an answer that has no place is not lost in silence.
func TestUnknownFields(t *testing.T) {
	f := written(
		t,
		Application,
		"a.pdf",
		"applicant.name",
		"ООО",
		"applicant.okved",
		"62.01",
		"applicant.okved",
		"62.01",
		"applicant.empty",
		"",
	)
	if told := f.Problems.Error(); strings.Count(told, "applicant.okved: такого поля эта программа не знает") != 1 ||
		strings.Contains(told, "applicant.empty") {
		t.Error(told)
	}
}

// TestPost: letters go to the postal address, or to the legal one, and the
// index is that of where they go.
func TestPost(t *testing.T) {
	for _, test := range []struct{ legal, postal, index, same, wantLegal, wantPostal, wantIndex string }{
		{"214000, Смоленск", "", "", "", "214000, Смоленск", "", "214000"},
		{"Смоленск", "", "214000", "", "214000, Смоленск", "", "214000"},
		{"214000, Смоленск", "", "", "yes", "214000, Смоленск", "214000, Смоленск", "214000"},
		{"214000, Смоленск", "Совпадает с юридическим.", "", "", "214000, Смоленск", "214000, Смоленск", "214000"},
		{"214000, Смоленск", "101000, Москва", "", "", "214000, Смоленск", "101000, Москва", "101000"},
		{"Смоленск", "Москва", "214000", "", "214000, Смоленск", "Москва", ""},
		{"", "101000, Москва", "", "", "", "101000, Москва", "101000"},
	} {
		answers := []string{
			"applicant.name",
			"ООО",
			"applicant.address",
			test.legal,
			"applicant.postal_address",
			test.postal,
			"applicant.index",
			test.index,
		}
		if test.same != "" {
			answers = append(answers, "applicant.postal_same", test.same)
		}
		f := written(t, Application, "a.pdf", answers...)
		got := []string{
			f.Answer("applicant.address"),
			f.Answer("applicant.postal_address"),
			f.Answer("applicant.index"),
		}
		if diff := cmp.Diff([]string{test.wantLegal, test.wantPostal, test.wantIndex}, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test, diff)
		}
	}
	both := written(
		t,
		Application,
		"a.pdf",
		"applicant.name",
		"ООО",
		"applicant.address",
		"Смоленск",
		"applicant.postal_address",
		"Москва",
		"applicant.postal_same",
		"yes",
	)
	if !strings.Contains(both.Problems.Error(), "applicant.postal_same") ||
		both.Answer("applicant.postal_address") != "Москва" {
		t.Errorf("%s, %v", both.Answer("applicant.postal_address"), both.Problems)
	}
}

// TestCollection: duplicates are reported with their file; a copy is left out.
func TestCollection(t *testing.T) {
	var h Collection
	told := func(file string, answers ...string) string {
		f := written(t, Application, file, answers...)
		f.Problems = nil
		h.Add(f)
		return f.Problems.Error()
	}
	told("1.pdf", "applicant.name", "ООО «Ёлка»", "applicant.inn", "6732000017")
	h.Add(written(t, Consent, "c.pdf", "consent.subject.name", "Ёж"))
	for _, test := range []struct {
		file, name, inn, want string
		taken                 bool
	}{
		{"2.docx", "ООО «Ёлка»", "6732000017", "то же самое, что в файле «1.pdf»; взято один раз", false},
		{"3.pdf", "Другое", "6732000017", "тот же ИНН, что в файле «1.pdf»", true},
		{"4.pdf", `общество с ограниченной ответственностью "ЕЛКА"`, "",
			"похоже, это та же организация, что в файле «1.pdf»", true},
		{"5.pdf", "ООО «Сосна»", "7707083893", "", true},
	} {
		before := len(h.Forms)
		got := told(test.file, "applicant.name", test.name, "applicant.inn", test.inn)
		if !strings.HasSuffix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %s", test.file, got)
		}
		if taken := len(h.Forms) > before; taken != test.taken {
			t.Errorf("%s: taken %v", test.file, taken)
		}
	}
	if len(h.Of(Application)) != 4 || len(h.Of(Consent)) != 1 {
		t.Errorf("%d and %d", len(h.Of(Application)), len(h.Of(Consent)))
	}
}
