package meeting

import (
	"strings"
	"testing"
)

// TestPasted: remains of HTML and numbers that are typed before numbered texts are warned of
// at their places, as quotes are of which one is not closed; honest texts are not.
func TestPasted(t *testing.T) {
	const file = `date = 2026-03-12
chair = "Первый И. И."
people = [{ name = "Первый Иван Ильич" }]
[council]
name = "Совет"
[[agenda]]
title = "TITLE"
decisions = ["TEXT", { text = "Принять.", points = ["POINT"] }]
spoke = [{ name = "Первый И. И.", text = "SAID" }]
[papers.act]
title = "АКТ"
subtitle = "совета"
signers = []
text = ["PAPER"]
`
	for _, test := range []struct{ place, text, want string }{
		{"TITLE", "О смете\"\nheading = \"1. О смете", "agenda[0].heading"},
		{"TITLE", "1. О смете\"\nheading = \"1. О смете", "agenda[0].title agenda[0].heading"},
		{"TITLE", "О смете\"\nheading = \"1. О смете\"\n#full", ""},
		{"TITLE", "1. О смете\"\nheading = \"О смете\"\n#tasks", ""},
		{"TITLE", "1.\tО смете", "agenda[0].title"},
		{"TITLE", "1. О смете", "agenda[0].title"},
		{"TITLE", "2)О смете", "agenda[0].title"},
		{"TITLE", "• О смете", "agenda[0].title"},
		{"TITLE", "О смете<br>", "agenda[0].title"},
		{"TEXT", "1.2. Утвердить", "agenda[0].decisions[0].text"},
		{"TEXT", "<p class='a'>Утвердить</p>", "agenda[0].decisions[0].text"},
		{"TEXT", "1. Утвердить&nbsp;смету", "agenda[0].decisions[0].text agenda[0].decisions[0].text"},
		{"POINT", "а&#160;б", "agenda[0].decisions[1].points[0].text"},
		{"POINT", "– принять", "agenda[0].decisions[1].points[0].text"},
		{"SAID", "<b>да</b>", "agenda[0].spoke[0].text"},
		{"PAPER", "<P>Составлен", "papers.act.text[0]"},

		{"TITLE", "1.О смете", "agenda[0].title"},
		{"TEXT", `Принять ГБУК \"Музей \"Дом \"Лён\"\"`, "agenda[0].decisions[0].text"},
		{"PAPER", `Договор с ООО \"Ромашка и \"Лютик`, "papers.act.text[0]"},
		{"TITLE", "О смете <span lang='ru'>", "agenda[0].title"},

		{"TEXT", `Труба 3/4\", ключ \"на 17\" и ГБУК \"Музей \"Дом \"Лён\"\"\"`, ""},
		{"SAID", `В АО \"НПО \"Заря\" согласны`, ""},
		{"TITLE", "1-й вопрос о смете", ""},
		{"TITLE", "8.А класс", ""},
		{"TEXT", "12. 03. 2026 провести", ""},
		{"TEXT", "Procter&Gamble; a <b и c> d; войти как <login>", ""},
		{"TITLE", "1.5 млн рублей", ""},
		{"TEXT", "12.03.2026 провести", ""},
		{"TEXT", "10 000 руб. выделить, если a < b, c > d", ""},
		{"TEXT", "3 человекам отказать", ""},
		{"POINT", "написать <ivanov@a.example>, R&D; «Ромашка & К»", ""},
		{"SAID", "1. Предложил", ""},
		{"PAPER", "1.\tСоставлен", ""},
	} {
		values := map[string]string{"TITLE": "О смете", "TEXT": "Утвердить", "POINT": "Принять", "SAID": "Да",
			"PAPER": "Да", test.place: test.text}
		var pairs, keys []string
		for place, text := range values {
			pairs = append(pairs, place, text)
		}
		m := meetingOf(t, strings.NewReplacer(pairs...).Replace(file))
		for _, form := range []string{"full", "tasks"} {
			if strings.Contains(test.text, "#"+form) {
				m.Form = form
			}
		}
		for _, p := range m.Check() {
			keys = append(keys, p.Key)
		}
		if got := strings.Join(keys, " "); got != test.want {
			t.Errorf("%s %q: %q", test.place, test.text, got)
		}
	}
}
