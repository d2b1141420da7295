package compose

import (
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"protokol/generator/document"
	"protokol/generator/internal/golden"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/trace"
	"protokol/generator/internal/typography"
)

// papersFull returns a meeting with everything for the papers other than
// protocols; papersBare returns one with the minimum.
func papersFull() *meeting.Meeting {
	m := full()
	day := meeting.Date{Year: 2026, Month: 3, Day: 5}
	m.Council.Cluster = "учебный кластер"
	m.Council.Presidium = []meeting.Officer{{Role: "председатель", Name: "Первый"}, {Role: "секретарь", Name: "Второй"}}
	m.People[0].Gender, m.People[1].Gender = "m", "m"
	m.Letterhead = &meeting.Letterhead{Form: "longitudinal", Parent: "Министерство", Name: "Совет кластера",
		Address: "г. Смоленск, ул. Примерная, д. 7", Index: "214000",
		Phone: "38-00-00", Email: "a@b.ru", Site: "b.ru", OKPO: "00000000", INN: "7707083893", KPP: "773601001",
		OGRN: "1027700132195", AddresseeInitials: "before"}
	bank := &meeting.Bank{Name: "АО «Банк»", BIK: "044525700", Account: "40703810700001449489"}
	m.Letter = &meeting.Letter{
		Number: number("15"), Date: day, Reply: &meeting.Reply{Number: "7-пр", Date: day},
		To: []meeting.Addressee{{Name: "Островский Алексей Владимирович", Position: "Губернатор Смоленской области"},
			{Organization: "ООО «Пример»", Address: "214000, г. Смоленск"},
			{Name: "Первый"}, {Name: "Ильина Анна Олеговна", Organization: "ООО «А»"}},
		Copies:  []meeting.Addressee{{Organization: "Департамент по образованию"}, {Name: "Первый"}},
		Heading: "О заседании {органа}",
		Text: []string{"Сообщаем, что {дата} прошло заседание {органа} ({протокол}). {{Скобка}.", "{решения}",
			"{президиум}", "{повестка}",
			"{орган}, {органу}, {органом}, {органе}; {кластер}, {кластера}, {кластеру}, {кластере}; " +
				"{дата цифрами}, {вид}, {начало}, {окончание}, {место}, {председатель}, {секретарь}, " +
				"{телефон}, {почта}, {адрес}."},
		Decisions: []string{"1.1", "1.2",
			"2.1"}, Closing: new(string), Signer: "Второй", SignerRole: "Заместитель председателя",
		Attachments: []meeting.Attachment{{Paper: "protocol"}, {Title: "Смета", Sheets: 2, Copies: 3},
			{Title: "Диск с фотографиями"}},
		Executor: &meeting.Executor{Name: "Второй", Phone: "38-00-01", Email: "c@d.ru"},
	}
	m.Invitation = &meeting.Letter{To: []meeting.Addressee{{Name: "Первый"}},
		Attachments: []meeting.Attachment{{Paper: "application", Title: "заявление"}}}
	m.Notice = &meeting.Letter{To: []meeting.Addressee{{Name: "Первый"}, {Name: "Второй"}},
		Salutation: new("Уважаемые члены {органа}!")}
	m.Extract = &meeting.Extract{Signer: "Первый", Date: day, Original: "в деле № 1 за 2026 год"}
	m.Application = &meeting.Application{To: meeting.Addressee{Position: "Директор", Organization: "ООО «А»",
		Name: "Первый"}, Charter: "Положение о кластере",
		Attachments: []string{"Копия устава"}}
	m.Applicant = &meeting.Applicant{Name: "Общество «Заявитель»", ShortName: "ООО «Заявитель»", INN: "7707083893",
		KPP: "773601001", OGRN: "1027700132195",
		Index: "214000", Address: "г. Смоленск", PostalAddress: "а/я 1",
		Head: meeting.Head{Name: "Иванов Иван Иванович", Position: "Директор", Basis: "Устава"},
		Contact: meeting.Executor{Name: "Петров", Phone: "38-00-02",
			Email: "e@f.ru"}, Email: "g@h.ru", Site: "h.ru", Staff: 21, Fields: "связь", Offer: "практика",
		Bank: bank, Date: day}
	m.Consent = &meeting.Consent{Operator: "Министерство образования", Address: "г. Смоленск", Purpose: "учёт",
		Data: []string{"имя", "телефон"},
		Actions: []string{"сбор",
			"хранение"}, Term: "до 2030 года", Date: day, Subject: meeting.Subject{Name: "Иванов Иван Иванович",
			Address: "г. Смоленск", Passport: "паспорт"}}
	one, sixteen, seventeen := 1, 16, 17
	commission := &meeting.Commission{Chair: "Первый", Members: []string{"Второй"}}
	m.Papers = map[string]*meeting.Paper{
		"resolution": {Title: "РЕШЕНИЕ", Number: number("5/10"), Date: day, City: "г. Смоленск",
			Heading:  "Об утверждении",
			Preamble: []string{"Во исполнение закона.", "Совет"}, Keyword: "решил:",
			Decisions: []meeting.Decision{{Text: "Утвердить Положение.", Annex: 2,
				Points: []meeting.Decision{{Text: "Первое;"}, {Text: "второе."}}}, {Text: "Опубликовать."}},
			Text: []string{"Решение действует."}, Signers: []meeting.Signer{{Name: "Второй", Role: new("Глава")}},
			Executor: &meeting.Executor{Name: "Второй", Phone: "38-00-01"},
			Annexes: []meeting.Annex{{Title: "Состав", Text: []string{"Члены:\n1. Первый"}},
				{Title: "Реестр", Landscape: true, Table: &meeting.Table{Columns: []meeting.Column{{Title: "№"}},
					Rows: [][]string{{"1"}}}}}},
		"counting": {Title: "ПРОТОКОЛ", Subtitle: "заседания счётной комиссии", Number: number(""),
			Commission: commission,
			Facts:      []meeting.Fact{{Title: "Присутствовало", Text: "17"}}, Preamble: []string{"Комиссия избрана."},
			Ballots: &meeting.BallotPapers{Printed: &seventeen, Issued: &seventeen, Left: new(int),
				Returned: &seventeen},
			Results: []meeting.Result{{Title: "О присуждении", For: &sixteen, Against: new(int), Invalid: &one,
				Outcome: "Решение принято"}, {Title: "Второй П. П.", For: &one}}},
	}
	return m
}

func papersBare() *meeting.Meeting {
	m := bare()
	m.Council.Cluster = "учебный кластер"
	m.Agenda[0].Decisions[1].Due = &meeting.Deadline{Text: "постоянно"}
	m.Agenda[0].Decisions[0].Responsible = []string{"Совет"}
	m.Letter = &meeting.Letter{Reply: &meeting.Reply{}}
	m.Invitation = &meeting.Letter{Attachments: []meeting.Attachment{{Title: "Устав"}}}
	m.Application = &meeting.Application{}
	m.Consent = &meeting.Consent{Operator: "Совет", Address: "г. Смоленск"}
	m.Papers = map[string]*meeting.Paper{
		"resolution": {Title: "РАСПОРЯЖЕНИЕ", Keyword: "ОБЯЗЫВАЮ", KeywordApart: true,
			Decisions: []meeting.Decision{{Text: "Принять меры."}}},
		"counting": {Title: "ПРОТОКОЛ", Annexes: []meeting.Annex{{Title: "Бюллетень"}},
			Executor: &meeting.Executor{Name: "Второй"}},
	}
	return m
}

// TestPapers compares the trees of all papers except the protocol with golden
// files, for all branches of their templates.
func TestPapers(t *testing.T) {
	set := load(t)
	for name, m := range map[string]*meeting.Meeting{"full": papersFull(), "bare": papersBare()} {
		if problems := m.Check(); problems.Failed() {
			t.Fatal(problems)
		}
		for _, kind := range Kinds[1:] {
			r := Request{Kind: kind.Name, Items: []int{len(m.Agenda)}, Sort: "deadline",
				Sheets: map[string]int{"protocol": 3, "application": 1}}
			doc, _, err := set.Document(t.Context(), r, m)
			if err != nil {
				t.Errorf("%s %s: %v", name, kind.Name, err)
				continue
			}
			golden.Compare(t, filepath.Join("testdata", kind.Name+"-"+name+".dump"), []byte(document.Dump(doc)))
		}
	}
}

// TestFillable compares the trees of fillable forms with golden files, blank
// and with values.
func TestFillable(t *testing.T) {
	set := load(t)
	for name, m := range map[string]*meeting.Meeting{"full": papersFull(), "bare": papersBare()} {
		for _, kind := range []string{"application", "consent"} {
			doc, _, err := set.Document(t.Context(), Request{Kind: kind, Fillable: true}, m)
			if err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, filepath.Join("testdata", kind+"-"+name+"-fillable.dump"), []byte(document.Dump(doc)))
		}
	}
}

// TestFieldsAreKeys checks that the names of form fields are keys of the input.
func TestFieldsAreKeys(t *testing.T) {
	for _, kind := range []string{"application", "consent"} {
		doc, _, err := load(t).Document(t.Context(), Request{Kind: kind, Fillable: true, Blank: true}, papersFull())
		if err != nil {
			t.Fatal(err)
		}
		fields := document.Fields(doc)
		if len(fields) < 4 {
			t.Errorf("%s has %d fields", kind, len(fields))
		}
		for _, field := range fields {
			at := reflect.TypeFor[meeting.Meeting]()
			for _, part := range strings.Split(field.Name, ".") {
				if at = keyed(at, part); at == nil {
					t.Errorf("no key %s", field.Name)
					break
				}
			}
			if n := utf8.RuneCountInString(field.About); n > 64 {
				t.Errorf("%s: Word shows 64 letters of a title, not %d", field.Name, n)
			}
		}
	}
}

// keyed returns the type of the value of a key in a table, or nil.
func keyed(table reflect.Type, key string) reflect.Type {
	if table.Kind() == reflect.Pointer {
		table = table.Elem()
	}
	if table.Kind() != reflect.Struct {
		return nil
	}
	for _, field := range reflect.VisibleFields(table) {
		if name, _, _ := strings.Cut(field.Tag.Get("toml"), ","); name == key {
			return field.Type
		}
	}
	return nil
}

func compose(t *testing.T, r Request, m *meeting.Meeting) string {
	t.Helper()
	doc, _, err := load(t).Document(t.Context(), r, m)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
}

// TestBlank checks that blank forms have no data of the applicant.
func TestBlank(t *testing.T) {
	m := papersFull()
	for _, kind := range []string{"application", "consent"} {
		text := compose(t, Request{Kind: kind, Blank: true}, m)
		for _, private := range []string{"Заявитель", "7 7 0 7", "Иванов", "паспорт"} {
			if strings.Contains(text, private) {
				t.Errorf("the blank %s says %q", kind, private)
			}
		}
	}
}

// TestTrader checks the codes of a sole trader, and that a seal is optional.
func TestTrader(t *testing.T) {
	m := papersFull()
	m.Applicant.INN, m.Applicant.KPP, m.Applicant.OGRN, m.Applicant.OGRNIP = "500100732259", "", "", "304500116000157"
	text := compose(t, Request{Kind: "application"}, m)
	if !strings.Contains(text, "ОГРНИП 3 0 4 5") || strings.Contains(text, "КПП") || !strings.Contains(text,
		"М.П. (при наличии)") {
		t.Error(text)
	}
}

// TestCharterAgrees checks the grammatical agreement of the applicant's
// promise.
func TestCharterAgrees(t *testing.T) {
	for charter, want := range map[string]string{
		"Положение о кластере": "С Положением о кластере ознакомлены и обязуемся его соблюдать",
		"Правила приёма":       "С Правилами приёма ознакомлены и обязуемся их соблюдать",
		"Хартия":               "С Хартией ознакомлены и обязуемся её соблюдать",
		"Устав Ассоциации":     "С Уставом Ассоциации ознакомлены и обязуемся его соблюдать",
	} {
		m := papersFull()
		m.Application.Charter = charter
		if text := compose(t, Request{Kind: "application"}, m); !strings.Contains(text, want) {
			t.Errorf("%s: %s", charter, text)
		}
	}
}

// TestNobodyToSign checks that an application without a head has lines to sign
// on.
func TestNobodyToSign(t *testing.T) {
	m := papersFull()
	m.Applicant.Head = meeting.Head{}
	if text := compose(t, Request{Kind: "application"}, m); !strings.Contains(text, "(инициалы, фамилия)") {
		t.Error(text)
	}
}

// TestConsentIsAPaperOfItsOwn checks that the consent is not part of another
// paper, which 152-ФЗ, ст. 9, forbids.
func TestConsentIsAPaperOfItsOwn(t *testing.T) {
	text := compose(t, Request{Kind: "application"}, papersFull())
	if strings.Contains(text, "даю согласие") {
		t.Error(text)
	}
}

// TestOneAddressee checks that a copy for one addressee has no other names.
func TestOneAddressee(t *testing.T) {
	text := compose(t, Request{Kind: "letter", To: 1}, papersFull())
	if !strings.Contains(text, "А.В. Островскому") || strings.Contains(text, "«Пример»") || !strings.Contains(text,
		"Уважаемый Алексей Владимирович!") {
		t.Error(text)
	}
}

// TestLetterAgrees checks grammatical agreement with the meeting and the
// addressees. For several addressees «вы» is in lower case.
func TestLetterAgrees(t *testing.T) {
	for kind, want := range map[string]string{
		"": "итогах заседания Совета, состоявшегося",
		"отчётно-выборная конференция": "отчётно-выборной конференции Совета, состоявшейся",
		"общее собрание":               "общего собрания Совета, состоявшегося",
		"внеочередной сессии":          "внеочередной сессии Совета, состоявшейся",
		"выездное заседание коллегии":  "выездного заседания коллегии Совета, состоявшегося",
		"рабочая встреча":              "рабочей встречи Совета, состоявшейся",
	} {
		m := papersFull()
		m.Kind, m.Letter.Text = kind, nil
		m.Date, m.LastDate = meeting.Date{Year: 2026, Month: 3, Day: 1}, meeting.Date{Year: 2026, Month: 3, Day: 2}
		text := strings.ReplaceAll(compose(t, Request{Kind: "letter", To: 1}, m), "\u00a0", " ")
		if !strings.Contains(text, "Информируем Вас об") || !strings.Contains(text, want) || !strings.Contains(text,
			"2026. Приняты") {
			t.Errorf("%s: %s", kind, text)
		}
		if text := compose(t, Request{Kind: "letter"}, m); !strings.Contains(text, "Информируем вас об") {
			t.Error(text)
		}
	}
}

// TestSortedByDeadline checks the order: dates, words, no deadline.
func TestSortedByDeadline(t *testing.T) {
	for order, want := range map[string]string{
		"":         "1 1.1 1.2",
		"deadline": "1 1.2 1.1",
	} {
		var points []string
		view := newAssignments(load(t).newBuilder(Request{Sort: order}, papersFull())).(Assignments)
		for _, row := range view.Rows {
			points = append(points, row.Point.Label)
		}
		if got := strings.Join(points, " "); got != want {
			t.Errorf("%q: %s", order, got)
		}
	}
}

// TestMeetingErrors checks the keys of problems that prevent a paper.
func TestMeetingErrors(t *testing.T) {
	set := load(t)
	text := func(s string) func(*meeting.Meeting) {
		return func(m *meeting.Meeting) { m.Letter.Text = []string{s} }
	}
	for _, test := range []struct {
		request Request
		change  func(*meeting.Meeting)
		key     string
		want    string
	}{
		{Request{Kind: "letter"}, func(m *meeting.Meeting) { m.Letter = nil }, "", "в файле нет раздела [letter]"},
		{Request{Kind: "consent"}, func(m *meeting.Meeting) { m.Consent = nil }, "", "нет раздела [consent]"},
		{Request{Kind: "extract"}, nil, "", "какие вопросы"},
		{Request{Kind: "extract", Items: []int{1, 9}}, nil, "agenda", "вопроса 9 нет, в повестке их 2"},
		{Request{Kind: "assignments"}, func(m *meeting.Meeting) { m.Agenda = m.Agenda[1:] }, "", "ни у одного решения"},
		{Request{Kind: "letter"}, text("О {органна}"), "letter.text[0]", "нет поля {органна}"},
		{Request{Kind: "letter"}, text("О {органа"), "letter.text[0]", "не закрыта"},
		{Request{Kind: "letter"}, text("Вот {решения}"), "letter.text[0]", "это список"},
		{Request{Kind: "letter"}, func(m *meeting.Meeting) { text("{решения}")(m); m.Letter.Decisions = nil },
			"letter.text[0]", "нечего печатать"},
		{Request{Kind: "letter"}, func(m *meeting.Meeting) { text("{кластер}")(m); m.Council.Cluster = "" },
			"letter.text[0]", "поле {кластер} пусто"},
		{Request{Kind: "letter"}, func(m *meeting.Meeting) { m.Letter.To = append(m.Letter.To, m.Letter.To...) },
			"letter.to", "не больше 4"},
	} {
		m := papersFull()
		if test.change != nil {
			test.change(m)
		}
		_, _, err := set.Document(t.Context(), test.request, m)
		var told MeetingError
		if !errors.As(err, &told) {
			t.Errorf("%+v: %v", test.request, err)
			continue
		}
		if p := told.List[0]; p.Key != test.key || !strings.Contains(p.Message+p.Hint, test.want) {
			t.Errorf("%+v: %+v, want %s: %s", test.request, p, test.key, test.want)
		}
	}
}

// FuzzFill checks that any user text is printed as text or reported.
func FuzzFill(f *testing.F) {
	for _, seed := range []string{"{органа}", "{{x}", "{<p>}", "</p>{", "&amp;{дата}"} {
		f.Add(seed)
	}
	set := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		if trace.HasMarkers(text) || strings.ContainsFunc(text, func(r rune) bool {
			return r < ' ' || r >= 0xFFFD && r <= 0xFFFF
		}) {
			t.Skip("refused when the input is read")
		}
		m := papersFull()
		m.Letter.Text = []string{text}
		doc, _, err := set.Document(t.Context(), Request{Kind: "letter"}, m)
		var told MeetingError
		if err != nil && !errors.As(err, &told) {
			t.Fatalf("%q: %v", text, err)
		}
		if err == nil && !strings.Contains(text, "{") && strings.TrimSpace(text) != "" {
			words := strings.Fields(strings.ReplaceAll(typography.Typeset(strings.TrimSpace(text)), "\u00a0", " "))
			if got := strings.Fields(strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")); len(words) > 0 &&
				!slices.Contains(got, words[0]) {
				t.Errorf("%q is not in the letter", text)
			}
		}
	})
}
