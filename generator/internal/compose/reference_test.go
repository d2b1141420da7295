package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestNamedTwice: a body that the kind of the meeting names in other words is doubted, one that it names in the same
// words is printed once, and a kind that only shares adjectives or a genitive with the body is right.
func TestNamedTwice(t *testing.T) {
	set := load(t)
	for _, c := range []struct{ kind, body, doubt string }{
		{"общее собрание трудового коллектива", "Общее собрание работников ООО «Велижский сыр»",
			"«общего собрания трудового коллектива Общего собрания работников ООО «Велижский сыр»»"},
		{"заседание комиссии по этике", "Комиссия по урегулированию конфликта интересов",
			"«заседания комиссии по этике Комиссии по урегулированию конфликта интересов»"},
		{"заседание аттестационной комиссии", "Аттестационная комиссия колледжа", ""},
		{"общее собрание", "Общее собрание членов ТСН «Двор»", ""},
		{"внеочередное заседание", "Совет депутатов", ""},
		{"заседание педагогического совета", "Педагогический совет школы", ""},
		{"заседание рабочей группы", "Группа компаний «Ряд»", ""},
		{"общее собрание собственников", "Общественный совет дома", ""},
	} {
		m := &meeting.Meeting{Kind: c.kind, Council: meeting.Council{Name: c.body}}
		b := set.newBuilder(Request{}, m)
		b.kindIn(&Protocol{Body: b.bodiesBehindKind()})
		var found []string
		for _, p := range b.problems {
			if strings.Contains(p.Message, "дважды") {
				found = append(found, p.Message)
			}
		}
		if got := strings.Join(found, ""); (got == "") != (c.doubt == "") || !strings.HasSuffix(got, c.doubt) {
			t.Errorf("%s, %s: %q", c.kind, c.body, got)
		}
	}
}

// TestBodyBehindProcedure: a commission is the agent of what the kind of the meeting says is done.
func TestBodyBehindProcedure(t *testing.T) {
	set := load(t)
	for _, c := range []struct {
		kind, body, want string
		rules            int
	}{
		{"вскрытие конвертов с заявками", "Конкурсная комиссия", "Конкурсной комиссией", 0},
		{"вскрытие конвертов с заявками", "Конкурсная комиссия", "Конкурсной комиссии", agentRules - 1},
		{"подведение итогов аукциона", "комиссия по закупкам", "комиссией по закупкам", 0},
		{"проверка кассы", "СНТ «Родник»", "СНТ «Родник»", 0},
		{"внеочередное заседание", "Конкурсная комиссия", "Конкурсной комиссии", 0},
		{"рассмотрение", "Конкурсная комиссия", "Конкурсной комиссии", 0},
	} {
		m := &meeting.Meeting{Kind: c.kind, Council: meeting.Council{Name: c.body}}
		if got := set.newBuilder(Request{Rules: c.rules}, m).bodiesBehindKind(); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.kind, c.body, got, c.want)
		}
	}
}

// TestDateBehindFrom: «от» that date_text begins with stands once in heads, references and titles, but in papers of
// earlier rules.
func TestDateBehindFrom(t *testing.T) {
	text := "от 15 марта 2019 г"
	once, twice := "от 15 марта 2019 г.", "от от 15 марта 2019 г."
	for _, test := range []struct {
		kind  string
		order []string
		rules int
		title string
		want  []string
	}{
		{"protocol", nil, 0, "Протокол № 7 от 05.03.2026",
			[]string{"Дата проведения: " + once, "к протоколу\n" + once}},
		{"protocol", []string{"title", "dated", "agenda"}, 0, "Протокол № 7 от 05.03.2026",
			[]string{"\n" + once + "\n"}},
		{"protocol", nil, numberRules - 1, "Протокол № 7 от 05.03.2026", []string{"к протоколу\n" + twice}},
		{"act", nil, 0, "АКТ № 9 " + text, []string{"АКТ\n" + text + "\t", "Совета\n" + text + " № 9"}},
		{"act", nil, numberRules - 1, "АКТ № 9 от " + text,
			[]string{"АКТ\n" + text + "\t", "Совета\nот " + text + " № 9"}},
	} {
		m := bare()
		m.Date, m.DateText, m.Number = meeting.Date{Year: 2026, Month: 3, Day: 5}, &text, number("7")
		if test.order != nil {
			m.Header = &meeting.Header{Order: test.order}
		}
		annex := []meeting.Annex{{Text: []string{"Опись."}}}
		m.Papers = map[string]*meeting.Paper{"act": {Title: "АКТ", Number: number("9"), DateText: &text, Annexes: annex,
			Signers: []meeting.Signer{}}}
		r := Request{Kind: test.kind, Rules: test.rules}
		printed := compose(t, r, m)
		for _, want := range test.want {
			if !strings.Contains(printed, want) {
				t.Errorf("%+v: no %q in\n%s", r, want, printed)
			}
		}
		if title, err := load(t).Title(r, m); err != nil || strings.ReplaceAll(title, "\u00a0", " ") != test.title {
			t.Errorf("%+v: title %q, %v, want %q", r, title, err, test.title)
		}
	}
}
