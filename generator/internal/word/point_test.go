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
