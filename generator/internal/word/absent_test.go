package word_test

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestUntoldVotes: numbers of votes that the file does not give are missing facts, not zeros,
// for printing and for conditions; by rules before 10 they were zeros.
func TestUntoldVotes(t *testing.T) {
	for _, c := range []struct {
		vote, template string
		rules          int
		want           string // "" if a fact is missing
	}{
		{"for = 1", "{голосование.против}", 0, ""},
		{"for = 1", "{голосование.воздержались}", 0, ""},
		{"for = 1", "{голосование.против}", 9, "0"},
		{"for = 1, against = 0", "{голосование.за}:{голосование.против}", 0, "1:0"},
		{"for = 1, against = \"нет\"", "{голосование.против}", 0, "0"},
		{"for = 1", "{голосование.против | иначе «–»}", 0, "–"},
		{"for = 1", "{если голосование.против = 0}никто{иначе}–{конец}", 0, "–"},
		{"for = 1", "{если голосование.против > 0}есть{иначе}–{конец}", 0, "–"},
		{"for = 1, against = 0", "{если голосование.против = 0}никто{конец}", 0, "никто"},
	} {
		toml := "date = 2026-03-12\nchair = \"Образцов П. И.\"\n[council]\nname = \"Совет\"\n" +
			"[[people]]\nname = \"Образцов П. И.\"\n[[agenda]]\ntitle = \"О дороге\"\nvote = { " + c.vote + " }\n"
		tpl := open(t, p("{для каждого вопроса}")+p(c.template)+p("{конец}"), nil)
		made, slips, absent := tpl.Fill(frame(t, toml, compose.Request{Rules: c.rules}))
		if made == nil != (c.want == "") || len(slips) > 0 {
			t.Errorf("%s %s: %v %+v", c.vote, c.template, slips, absent)
			continue
		}
		if got := ""; made != nil {
			if got = strings.TrimSpace(made.Text()); got != c.want {
				t.Errorf("%s %s, rules %d: %q, want %q", c.vote, c.template, c.rules, got, c.want)
			}
		} else if !strings.Contains(absent[0].Hint, "иначе") {
			t.Errorf("%s: %+v", c.template, absent)
		}
	}
}

// TestRemedies: what helps where the file does not give a fact names the key that it lacks.
func TestRemedies(t *testing.T) {
	const letter = source + "\n[letter]\ntext = [\"Да.\"]\nto = "
	alone := strings.Replace(source, "secretary = \"Примерова Анна Викторовна\"\n", "", 1)
	for _, c := range []struct{ kind, toml, template, message, hint string }{
		{"letter", letter + `[{ name = "Образцов П. И." }, { organization = "ООО «Ель»" }]`, "{адресат.имя}",
			"печатает одного, а в файле заседания их 2", "{для каждого адресата}"},
		{"letter", letter + `[{ organization = "ООО «Ель»" }]`, "{адресат.имя}", "letter.to[0].name",
			"добавьте в файл letter.to[0].name"},
		{"letter", letter + `[{ organization = "ООО «Ель»" }]`, "{адресат.роль}", "people.role",
			"добавьте в файл people.role"},
		{"letter", letter + `[{ organization = "ООО «Ель»" }]`, "{адресат.голоса}", "people.votes", "people.votes"},
		{"letter", letter + `[{ name = "Образцов П. И." }, { organization = "ООО «Ель»" }]`,
			"{для каждого адресата}{адресат.имя}{конец}", "letter.to[1].name", "добавьте в файл letter.to[1].name"},
		{"letter", letter + `[]`, "{адресат.имя}", "letter.to[0].name", "добавьте в файл letter.to[0].name"},
		{"protocol", source, "{бланк.инн}", "letterhead.inn", "добавьте в файл letterhead.inn"},
		{"protocol", source, "{голосование по повестке.за}", "agenda_vote.for", "добавьте в файл agenda_vote.for"},
		{"protocol", alone, "{секретарь.должность}", "secretary", "добавьте в файл secretary,"},
		{"protocol", alone, "{секретарь.имя}", "secretary", "добавьте в файл secretary,"},
		{"protocol", source, "{письмо.номер}", "такого раздела нет", "другой бумаги"},
		{"letter", letter + `[]`, "{бумага.номер}", "такого раздела нет", "другой бумаги"},
	} {
		tpl := open(t, p(c.template), nil)
		_, _, absent := tpl.Fill(frame(t, c.toml, compose.Request{Kind: c.kind}))
		if len(absent) == 0 || !strings.Contains(absent[0].Message, c.message) ||
			!strings.Contains(absent[0].Hint, c.hint) {
			t.Errorf("%s: %+v, want %s, %s", c.template, absent, c.message, c.hint)
		}
	}
}

// TestPlaceToSignOutsideText: electronic signatures have fields in the body only, so their places in headers
// are reported.
func TestPlaceToSignOutsideText(t *testing.T) {
	const name = "{подпись председателя}"
	for _, c := range []struct {
		body, header string
		reported     int
	}{{p(name), p("№ {номер}"), 0}, {p("{номер}"), p(name), 1}, {p("{номер}"), p("{chair.signature}"), 1}} {
		tpl := open(t, c.body, map[string]string{
			"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("h", "header", "header1.xml")),
			"word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
				c.header + `</w:hdr>`})
		slips := tpl.Slips(nil)
		if len(slips) != c.reported ||
			c.reported > 0 && !strings.Contains(slips[0].Message, "поля электронной подписи") {
			t.Errorf("%s, %s: %+v", c.body, c.header, slips)
		}
	}
}

// TestConditionOnNameWithNo: «не» may begin a name or deny a condition.
func TestConditionOnNameWithNo(t *testing.T) {
	for _, condition := range []string{"не голосующий.последний", "не не голосующий.последний", "не вопрос.решения"} {
		tpl := open(t, p("{для каждого вопроса}")+p("{для каждого не голосующего}")+p("{если "+condition+"}да{конец}")+
			p("{конец}")+p("{конец}"), nil)
		if slips := tpl.Slips(nil); len(slips) > 0 {
			t.Errorf("%s: %+v", condition, slips)
		}
	}
}
