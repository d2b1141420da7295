package resolve

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// letters measures every letter as 10 pt.
func letters(runs []flow.Run) (phrase, word float64) {
	longest := func(part func(r rune) bool) (most float64) {
		for _, r := range runs {
			for _, text := range strings.FieldsFunc(r.Text, part) {
				most = max(most, float64(10*len([]rune(text))))
			}
		}
		return most
	}
	isSpace := func(r rune) bool { return r == ' ' }
	return longest(isSpace), longest(func(r rune) bool { return isSpace(r) || r == '\u00a0' })
}

func TestOnlyNumbered(t *testing.T) {
	for text, want := range map[string]string{"№~1234": "№~1234", "от~02.03.2026 №~5": "от 02.03.2026 №~5",
		"1~250,5~тыс.~руб.": "1~250,5 тыс. руб.", "ООО~«А»": "ООО «А»", "": ""} {
		got := onlyNumbered(strings.ReplaceAll(text, "~", "\u00a0"))
		if got = strings.ReplaceAll(got, "\u00a0", "~"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
