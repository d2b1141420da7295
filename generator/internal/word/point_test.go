package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestOnlyPoint: the only point of a question has a number where the template prints
// one, but a condition can leave it out.
func TestOnlyPoint(t *testing.T) {
	one := strings.Replace(source, `decisions = ["Третье", "Четвёртое"]`, `decisions = ["Третье"]`, 1)
	body := p("{для каждого вопроса}") + p("{для каждого решения}") +
		p("{решение.номер} {решение.текст} {если решение.номер}{решение.номер}{конец}") + p("{конец}") + p("{конец}")
	made := unpack(t, saved(t, open(t, body, nil), frame(t, one, compose.Request{})), "word/document.xml")
	if got, want := text(between(made)), "1. Первое 1.\n2. Второе 2.\n1. Третье \n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestComparisons: a person is equal to each form of the name, a date to each writing.
func TestComparisons(t *testing.T) {
	for _, c := range []struct{ condition, want string }{
		{"председатель = «Образцов Пётр Ильич»", "да"}, {"председатель = Образцов П. И.", "да"},
		{"председатель = Примерова А.В.", "нет"}, {"секретарь != «Примерова»", "нет"},
		{"дата = 12.03.2026", "да"}, {"дата > 1 марта 2026", "да"}, {"дата < 2026-03-12", "нет"},
		{"номер = 7", "да"}, {"участники >= 2", "да"},
	} {
		if got := text(fill(t, p("{если "+strings.ReplaceAll(strings.ReplaceAll(c.condition, "<", "&lt;"), ">", "&gt;")+
			"}да{иначе}нет{конец}"))); got != c.want+"\n" {
			t.Errorf("%s: %q", c.condition, got)
		}
	}
	slips := open(t, p("{если вид &gt; очередное}да{конец}"), nil).Slips(nil)
	if len(slips) != 1 || !strings.Contains(slips[0].Message, "не число и не дата") {
		t.Errorf("%v", slips)
	}
}
