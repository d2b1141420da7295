package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestRemedies: what helps where the file does not give a fact names the key that it lacks.
func TestRemedies(t *testing.T) {
	const letter = source + "\n[letter]\ntext = [\"Да.\"]\nto = "
	for _, c := range []struct{ kind, toml, template, message, hint string }{
		{"letter", letter + `[{ name = "Образцов П. И." }, { organization = "ООО «Ель»" }]`, "{адресат.имя}",
			"печатает одного, а в файле заседания их 2", "{для каждого адресата}"},
		{"letter", letter + `[{ organization = "ООО «Ель»" }]`, "{адресат.имя}", "letter.to[0].name",
			"добавьте в файл letter.to[0].name"},
		{"letter", letter + `[]`, "{адресат.имя}", "letter.to[0].name", "добавьте в файл letter.to[0].name"},
		{"protocol", source, "{бланк.инн}", "letterhead.inn", "добавьте в файл letterhead.inn"},
		{"protocol", source, "{голосование по повестке.за}", "agenda_vote.for", "добавьте в файл agenda_vote.for"},
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
