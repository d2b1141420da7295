package meeting

import "testing"

func TestNamesAnnex(t *testing.T) {
	for text, want := range map[string]bool{
		"Утвердить план (приложение № 2).":               true,
		"Утвердить план согласно приложению 2;":          true,
		"Утвердить план (Приложение №\u00a02)":           true,
		"Утвердить план (приложение).":                   true,
		"Утвердить план.":                                false,
		"Утвердить план (приложение № 12).":              false,
		"Утвердить приложение № 2 к Положению о совете.": false,
		"Утвердить приложение № 2 ко всем договорам.":    false,
	} {
		if got := (Decision{Text: text, Annex: 2}).NamesAnnex(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
