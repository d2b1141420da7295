package compose

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/golden"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/voting"
	"protokol/templates"
)

func number(s string) *string { return &s }

// full takes all branches of the templates; bare takes the opposite ones.
func full() *meeting.Meeting {
	table := &meeting.Table{Caption: "Таблица",
		Columns: []meeting.Column{{Title: "№", Width: 1, Align: "center", Head: true}, {Title: "Что"}},
		Rows:    [][]string{{"1", "«А|B» <&>"}}}
	return &meeting.Meeting{
		Council: meeting.Council{Name: "Совет", Genitive: "Совета", ChairRole: "Председатель Совета",
			SecretaryRole: "Секретарь Совета",
			Emblem:        &meeting.Picture{File: "герб.png", Alt: "Герб «Совета»", Width: 20, Height: 24.5}},
		Number: number("5"), Kind: "внеочередного заседания",
		Date: meeting.Date{Year: 2026, Month: 3, Day: 1}, Start: &meeting.Clock{Hour: 9,
			Minute: 5}, End: &meeting.Clock{Hour: 10},
		Place: "зал", Chair: "Первый", Secretary: "Второй",
		Invited: []string{"Гость"}, Absent: []meeting.Absent{{Name: "Третий", Reason: "отпуск"}, {Name: "Четвёртая"}},
		People: []meeting.Person{{Name: "Первый Иван Ильич", Position: "директор", Organization: "ООО «А»"},
			{Name: "Второй Пётр"},
			{Name: "Третий Олег", Organization: "АО «Б»"}, {Name: "Четвёртая Анна"}, {Name: "Гость Яна", Guest: true}},
		Agenda: []meeting.Item{
			{Title: "О плане.", Heading: "О большом плане.", Speakers: []string{"Первый", "Гость"}, Minutes: 15,
				Note:       "Срочно.",
				Discussion: []string{"Обсудили."}, Table: table, Pictures: []meeting.Picture{{File: "a&b.png",
					Alt: "Схема", Width: 90, Caption: "Рисунок 1"}},
				Vote: &meeting.Vote{For: heads(1), Against: heads(1)},
				Decisions: []meeting.Decision{
					{Text: "Первый пункт.", Lines: []string{"строка"}, Table: table, Responsible: []string{"Первый",
						"ООО «А»"},
						Due: &meeting.Deadline{Date: meeting.Date{Year: 2026, Month: 4, Day: 1}},
						Points: []meeting.Decision{{Text: "Подпункт.", Responsible: []string{"Второй"}},
							{Text: "Ещё.", Due: &meeting.Deadline{Text: "ежеквартально"}}}},
					{Text: "Вручную.", Number: "7"}, {Text: "После."},
				}},
			{Title: "О доме.", Speakers: []string{"Гость"}, Decisions: []meeting.Decision{{Text: "Единственный."}}},
		},
		Annexes: []meeting.Annex{{Title: "Первое", Text: []string{"Текст."}}, {Title: "Второе", Table: table,
			Pictures: []meeting.Picture{{File: "план.jpg", Alt: "План", Width: 100, Height: 50}}}},
	}
}

func bare() *meeting.Meeting {
	return &meeting.Meeting{
		Council: meeting.Council{Name: "Совет"}, Date: meeting.Date{Year: 2026, Month: 3,
			Day: 1}, Chair: "Первый", Secretary: "Второй",
		People:  []meeting.Person{{Name: "Первый Иван", Guest: true}, {Name: "Второй Пётр", Guest: true}},
		Agenda:  []meeting.Item{{Title: "О плане.", Decisions: []meeting.Decision{{Text: "Да."}, {Text: "Нет."}}}},
		Annexes: []meeting.Annex{{Title: "Одно"}},
	}
}

// loaded is the built-in templates.
var loaded = sync.OnceValues(func() (*Templates, error) { return Load(templates.Files) })

func load(t testing.TB) *Templates {
	t.Helper()
	set, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestProtocol(t *testing.T) {
	set := load(t)
	blank := bare()
	blank.Number = number("")
	formal, brief, tasks := full(), full(), full()
	formal.Form, brief.Form, tasks.Form, tasks.Signers = "full", "brief", "tasks", []meeting.Signer{}
	for name, m := range map[string]*meeting.Meeting{
		"full": full(), "bare": bare(), "blank-number": blank, "form-full": formal, "form-brief": brief,
		"form-tasks": tasks,
	} {
		if problems := m.Check(); problems.Failed() {
			t.Fatal(problems)
		}
		doc, _, err := set.Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, filepath.Join("testdata", name+".dump"), []byte(document.Dump(doc)))
	}
}

func TestUnknownKind(t *testing.T) {
	if _, _, err := load(t).Document(t.Context(), Request{Kind: "lettre"}, full()); err == nil {
		t.Error("an unknown kind was composed")
	}
}

// TestLint checks that mistakes in a single branch are found when templates are
// loaded.
func TestLint(t *testing.T) {
	for _, test := range []struct{ template, want string }{
		{"{{if .A}}<p>{{end}}x</p>", "строка 1: тег <p> открыт, но не закрыт в этой ветви"},
		{"<document>\n{{range .A}}\n</p>{{else}}<p>{{end}}</document>",
			"строка 3: тег <p> закрыт, но не открыт в этой ветви"},
		{"<p>{{with .A}}<b>x{{end}}</b></p>", "тег <b>"},
		{"<document>\n{{- .A -}}\n\n<p>{{.B}}\n<b>а</p>\n</document>", "строка 5: тег <b> не закрыт до </p>"},
		{"<document>\n<p>а<br>б</p></document>", "строка 2: тег <br> не закрыт до </p>"},
		{"<document>\n<p>а</b></p></document>", "строка 2: тег <b> закрыт, но не открыт"},
		{"{{.A}}\n</p>", "строка 2: тег <p> закрыт, но не открыт"},
		{"\n<document>\n<p>а</p>\n", "строка 2: тег <document> открыт, но не закрыт"},
		{"а\n{{if}}", "шаблон protocol.tmpl:2: после if нет условия"},
		{"<p>{{if .A}} x {{else}}<b>y</b>{{end}}<br/></p>", ""},
		{`<p {{if .A}}class="x"{{end}}>x</p>`, ""},
	} {
		_, err := Load(fstest.MapFS{"protocol.tmpl": {Data: []byte(test.template)}})
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.template, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: %v, want %s", test.template, err, test.want)
		}
	}
}

// TestSlips checks that errors of the template packages are translated, with
// their position.
func TestSlips(t *testing.T) {
	for _, test := range []struct{ action, want string }{
		{"{{.Nope}}", "шаблон protocol.tmpl:2: {{.Nope}}: здесь нет поля «Nope»"},
		{"{{.Title.Nope.Nope}}", "шаблон protocol.tmpl:2: {{.Title.Nope.Nope}}: здесь нет поля «Nope»"},
		{`{{template "nope" .}}`, "нет шаблона «nope»"},
		{"{{range .Title}}{{end}}", "range перебирает только списки"},
		{"{{len 3}}", "шаблон protocol.tmpl:2: {{len 3}}: функция len: "},
		{"{{1 2}}", "шаблон protocol.tmpl:2: {{1}}: не удалось (can't give argument"},
		{`<b class="`, "шаблон protocol.tmpl: до конца шаблона не закрыты кавычка или тег"},
		{"{{nope}}", "шаблон protocol.tmpl:2: нет функции «nope»"},
		{"{{$x}}", "шаблон protocol.tmpl:2: нет переменной $x"},
		{"{{end}}", "шаблон protocol.tmpl:2: лишнее {{end}}"},
		{"{{else}}", "шаблон protocol.tmpl:2: лишнее {{else}}"},
		{"{{if .Title}}", "шаблон protocol.tmpl:2: до конца шаблона не хватает {{end}}"},
		{"{{break}}", "шаблон protocol.tmpl:2: {{break}} бывает только внутри {{range}}"},
		{"{{.Title", "действие в {{…}} не закрыто или записано неверно (unclosed action)"},
		{`{{"}}`, "действие в {{…}} не закрыто или записано неверно (unterminated quoted string)"},
	} {
		set, err := Load(fstest.MapFS{"protocol.tmpl": {Data: []byte("<document>\n  " + test.action)}})
		if set != nil {
			_, err = set.Compose(t.Context(), "protocol", struct{ Title string }{"Протокол"})
		}
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.action, err, test.want)
		}
	}
}

func TestWidths(t *testing.T) {
	for _, test := range []struct {
		columns []meeting.Column
		want    [2]int
	}{
		{[]meeting.Column{{Title: "а", Width: 2}, {Title: "б", Width: 6}}, [2]int{2, 6}},
		{[]meeting.Column{{Title: "а", Width: 4}, {Title: "б"}}, [2]int{4, 4}},
		{[]meeting.Column{{Title: "а"}, {Title: "короткий"}}, [2]int{3, 10}},
	} {
		if got := widths(&meeting.Table{Columns: test.columns,
			Rows: [][]string{{"1", "2"}}}, false); [2]int(got) != test.want {
			t.Errorf("%v: %v", test.columns, got)
		}
	}
}

func BenchmarkDocument(b *testing.B) {
	set, m := load(b), full()
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := set.Document(b.Context(), Request{Kind: "protocol"}, m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

// heads returns n votes of one head each.
func heads(n int) meeting.Ballots {
	return meeting.Ballots{Count: meeting.Amount{Amount: voting.Whole(n)}}
}

// TestUnnamedBody: a meeting without the name of a body, or without a chair, is
// checked without the papers that need them.
func TestUnnamedBody(t *testing.T) {
	unnamed, unchaired := bare(), bare()
	unnamed.Kind, unnamed.Council.Name = "публичные слушания", ""
	unchaired.Chair, unchaired.Secretary, unchaired.Signers = "", "", []meeting.Signer{}
	unchaired.Invited = []string{"Первый", "Второй"}
	for _, m := range []*meeting.Meeting{unnamed, unchaired} {
		if problems := m.Check(); problems.Failed() {
			t.Fatal(problems)
		}
		if problems, err := load(t).Check(t.Context(), m, nil); err != nil || len(problems) > 0 {
			t.Error(problems, err)
		}
		if _, _, err := load(t).Document(t.Context(), Request{Kind: "notice"}, m); err == nil {
			t.Error("a notice to nobody or from nobody")
		}
		m.Letter = &meeting.Letter{To: []meeting.Addressee{{Organization: "АО «Б»"}}, Signer: "Второй"}
		if text := compose(t, Request{Kind: "letter"}, m); !strings.Contains(text, "О решениях ") {
			t.Error(text)
		}
	}
	text := compose(t, Request{Kind: "letter"}, unnamed)
	if !strings.Contains(text, "О решениях публичных слушаний\n") ||
		!strings.Contains(text, "об итогах публичных слушаний, состоявшихся 1 марта 2026 г.") {
		t.Error(text)
	}
}
