package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestOneStop: a fact in braces that ends with a full stop shares it with the sentence, but not by earlier rules.
func TestOneStop(t *testing.T) {
	m := bare()
	m.People[0].Name, m.Chair = "Журавлёв Семён Ильич", "Журавлёв Семён Ильич"
	m.Letter = &meeting.Letter{}
	for text, want := range map[string]string{
		"Совет собрался {дата}.":          "Совет собрался 1 марта 2026 г.",
		"Это было {дата}. Итог ясен.":     "Это было 1 марта 2026 г. Итог ясен.",
		"Дата — {дата}... Председатель":   "Дата — 1 марта 2026 г.... Председатель",
		"{дата}, {дата}!":                 "1 марта 2026 г., 1 марта 2026 г.!",
		"Заседание {дата цифрами}.":       "Заседание 01.03.2026.",
		"Файл протокол-{дата}.docx.":      "Файл протокол-1 марта 2026 г..docx.",
		"Пометка «Принято {дата}.»":       "Пометка «Принято 1 марта 2026 г.»",
		"Протокол {протокол}. {{дата}.}}": "Протокол от 01.03.2026. {дата}.}}",
	} {
		m.Letter.Text = []string{text}
		if got := compose(t, Request{Kind: "letter"}, m); !strings.Contains(got, want+"\n") {
			t.Errorf("%q: no %q in %q", text, want, got)
		}
	}
	m.Letter.Text = []string{"Совет собрался {дата}."}
	if got := compose(t, Request{Kind: "letter", Rules: stopRules - 1}, m); !strings.Contains(got, "2026 г..\n") {
		t.Errorf("by earlier rules: %q", got)
	}
}
