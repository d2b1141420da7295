package compose

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// act is a file without a meeting, with a kind of paper that the program does
// not know.
func act() *meeting.Meeting {
	return &meeting.Meeting{
		Council: meeting.Council{Name: "Комиссия по закупкам"}, Number: number("7"),
		Date:   meeting.Date{Year: 2026, Month: 3, Day: 5},
		People: []meeting.Person{{Name: "Первый Иван Иванович", Position: "директор"}},
		Papers: map[string]*meeting.Paper{"act": {Title: "АКТ", Heading: "О приёмке",
			Facts:   []meeting.Fact{{Title: "Основание", Text: "договор № 5"}},
			Signers: []meeting.Signer{{Name: "Первый И. И."}}}},
	}
}

// TestAddedKind checks that an office adds a kind of paper with its file alone,
// or with a template of a few lines.
func TestAddedKind(t *testing.T) {
	m := act()
	if problems := m.Check(); len(problems) > 0 {
		t.Fatal(problems)
	}
	own, err := Load(laidOver(t, fstest.MapFS{"papers/act.tmpl": {Data: []byte(`
<document kind="act" title="{{template "general-title" .}}">
  {{template "paper-head" .}}
  <p>Мы составили акт: {{range .Lines}}{{.Text}}{{end}}.</p>
  {{template "paper-end" .}}
</document>`)}}))
	if err != nil {
		t.Fatal(err)
	}
	for name, set := range map[string]*Templates{"Основание: договор": load(t), "акт: договор": own} {
		doc, _, err := set.Document(t.Context(), Request{Kind: "act"}, m)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
		for _, want := range []string{name, "Комиссия по закупкам", "АКТ", "05.03.2026", "№ 7", "О приёмке",
			"Директор И.И. Первый"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in %q", want, text)
			}
		}
		if doc.Kind != "act" || doc.Title != "АКТ № 7 от 05.03.2026" {
			t.Errorf("kind %q, title %q", doc.Kind, doc.Title)
		}
	}
}

// TestSpreadTitle checks that a title with spaces between its letters is printed
// so and declined as a word.
func TestSpreadTitle(t *testing.T) {
	m := act()
	m.Papers["act"].Title, m.Papers["act"].Annexes = "П Р И К А З", []meeting.Annex{{Title: "План"}}
	doc, problems, err := load(t).Document(t.Context(), Request{Kind: "act"}, m)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if text := document.PlainText(doc); !strings.Contains(text, "П\u00a0Р\u00a0И\u00a0К\u00a0А\u00a0З") ||
		!strings.Contains(text, "к приказу Комиссии по закупкам") {
		t.Error(text)
	}
}

// TestPaperWords checks a paper to somebody with two keywords, and the whole
// letterhead.
func TestPaperWords(t *testing.T) {
	finding := func(p *meeting.Paper, last string) {
		p.Preamble, p.FindingsKeyword = []string{"Комиссия, рассмотрев заявление,"}, "УСТАНОВИЛА:"
		p.Findings, p.Keyword = []string{"Опоздания не было.", last}, "РЕШИЛА"
		p.Decisions = []meeting.Decision{{Text: "Взыскать премию."}}
	}
	for _, test := range []struct {
		name   string
		change func(*meeting.Meeting, *meeting.Paper)
		want   string
	}{
		{"keywords that go on", func(_ *meeting.Meeting, p *meeting.Paper) { finding(p, "Руководствуясь уставом,") },
			"заявление, УСТАНОВИЛА:\nОпоздания не было.\nРуководствуясь уставом, РЕШИЛА:\nВзыскать"},
		{"findings that end a sentence", func(_ *meeting.Meeting, p *meeting.Paper) { finding(p, "Табель верен.") },
			"УСТАНОВИЛА:\nОпоздания не было.\nТабель верен.\nРЕШИЛА:\nВзыскать"},
		{"keywords apart", func(_ *meeting.Meeting, p *meeting.Paper) {
			finding(p, "Табель верен.")
			p.KeywordApart = true
		}, "заявление,\nУСТАНОВИЛА:\nОпоздания не было.\nТабель верен.\nРЕШИЛА:\nВзыскать"},
		{"a paper to somebody", func(_ *meeting.Meeting, p *meeting.Paper) {
			p.To = []meeting.Addressee{{Name: "Цветаева Анна Львовна", Position: "главный врач"}}
		}, "Комиссия по закупкам\n\nГлавному врачу\nЦветаевой А.Л.\nАКТ"},
		{"a paper from somebody", func(_ *meeting.Meeting, p *meeting.Paper) {
			p.To = []meeting.Addressee{{Name: "Цветаева Анна Львовна", Position: "главный врач"}}
			p.From = &meeting.Addressee{Name: "Беляк Алёна Викторовна", Position: "медицинская сестра"}
		}, "Цветаевой А.Л.\nот медицинской сестры Беляк Алёны Викторовны\nАКТ"},
		{"the institution of a commission", func(m *meeting.Meeting, p *meeting.Paper) {
			m.Header = &meeting.Header{Institution: []string{"Центр ремёсел"}}
			p.Subtitle, p.Commission = "комиссии", &meeting.Commission{Chair: "Первый И. И."}
		}, "Центр ремёсел\nАКТ\nкомиссии"},
		{"a table in findings", func(_ *meeting.Meeting, p *meeting.Paper) {
			finding(p, "{таблица}")
			p.Table = &meeting.Table{Columns: []meeting.Column{{Title: "Вид"}}, Rows: [][]string{{"кровля"}}}
		}, "Опоздания не было.\nВид\nкровля\nРЕШИЛА:\nВзыскать"},
		{"findings that go on behind a table", func(_ *meeting.Meeting, p *meeting.Paper) {
			finding(p, "{таблица}")
			p.Findings = append(p.Findings, "На основании изложенного")
			p.Table = &meeting.Table{Columns: []meeting.Column{{Title: "Вид"}}, Rows: [][]string{{"кровля"}}}
		}, "кровля\nНа основании изложенного РЕШИЛА:\nВзыскать"},
		{"facts of a commission that found something", func(_ *meeting.Meeting, p *meeting.Paper) {
			finding(p, "Табель верен.")
			p.Commission = &meeting.Commission{Chair: "Первый И. И."}
		}, "О приёмке\nОснование: договор № 5\nСостав комиссии:"},
		{"marks and an approval", func(_ *meeting.Meeting, p *meeting.Paper) {
			p.Marks = []string{"Экз. № 1"}
			p.Approval = &meeting.Approval{Position: "Директор", Organization: "школы № 5", Name: "Пётр Ильич Удалов"}
		}, "Экз. № 1\nКомиссия по закупкам\nУТВЕРЖДАЮ\nДиректор школы № 5\n  П.И. Удалов\n«___» ____________ 20__ г.\nАКТ"},
		{"a seal", func(_ *meeting.Meeting, p *meeting.Paper) { p.Seal = true }, "И.И. Первый\nМ.П."},
		{"a certified copy", func(m *meeting.Meeting, p *meeting.Paper) {
			m.People = append(m.People, meeting.Person{Name: "Белка Инна Юрьевна", Position: "специалист по кадрам"})
			p.Certified = &meeting.CopyMark{Signer: "Белка И. Ю.", Date: m.Date, Original: "в деле № 3 за 2026 год."}
		}, "п/п И.И. Первый\nВерно\nСпециалист по кадрам И.Ю. Белка\n05.03.2026\n" +
			"Подлинник документа находится в деле № 3 за 2026 год.\nМ.П."},
		{"the whole letterhead", func(m *meeting.Meeting, _ *meeting.Paper) {
			m.Letterhead = &meeting.Letterhead{Name: "ООО «Кружева»", Address: "г. Киров", INN: "7707083893"}
			m.Header = &meeting.Header{Letterhead: "full"}
		}, "ООО «Кружева»\nг. Киров\nИНН 7707083893\nАКТ"},
	} {
		m := act()
		test.change(m, m.Papers["act"])
		doc, problems, err := load(t).Document(t.Context(), Request{Kind: "act"}, m)
		if problems = append(problems, m.Check()...); err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %v", test.name, err, problems)
			continue
		}
		text := strings.NewReplacer("\u00a0", " ", "\t", "\n").Replace(document.PlainText(doc))
		if !strings.Contains(text, test.want) {
			t.Errorf("%s: %q is not in %q", test.name, test.want, text)
		}
	}
}

// TestWithoutMeeting checks that a file without an agenda gives none of the
// papers of a meeting, and that unknown kinds are reported.
func TestWithoutMeeting(t *testing.T) {
	for _, kind := range KindsOf(act()) {
		_, _, err := load(t).Document(t.Context(), Request{Kind: kind.Name, Items: []int{1}}, act())
		var lacking MeetingError
		if kind.Name != "act" && !errors.As(err, &lacking) {
			t.Errorf("%s: %v", kind.Name, err)
		}
	}
	if _, err := FindKindOf(act(), "akt"); err == nil || !strings.Contains(err.Error(), "«act»") {
		t.Error(err)
	}
	if _, err := FindKindOf(act(), "agenda"); err == nil || !strings.Contains(err.Error(), "раздел [papers.agenda]") {
		t.Error(err)
	}
}
