package russian

import (
	"strings"
	"testing"
)

// TestPositionDoubt checks texts that hold more than a position, and plain positions.
func TestPositionDoubt(t *testing.T) {
	for text, want := range map[string]string{
		"a@b.ru":                      "не относится",
		"директор, 8 (4812) 12-34-56": "не относится",
		"<b>директор</b>":             "не относится",
		"директор&nbsp;школы":         "не относится",
		"12345":                       "не русскими",
		"director":                    "не русскими",
		"ООО «Ромашка»":               "организация",
		"Иванов Иван Иванович":        "имя",
		"Иванов И. И.":                "имя",
	} {
		if got := PositionDoubt(text); !strings.Contains(got, want) || got == "" {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"", "директор", "ДИРЕКТОР", "IT-директор", "специалист 1-й категории",
		"и.о. директора",
		"директор МБОУ «СШ № 1234»", "председатель", "директор музея А. С. Пушкина", "глава КФХ", "УК менеджер", "врач",
		"командир в/ч 12345", "заместитель директора по УВР", "нотариус", "член СНТ «Заря»", "ОАО"} {
		if got := PositionDoubt(text); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}
