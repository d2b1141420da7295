package compare

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// TestPlain checks that typography of other rules is no difference, and that words,
// numbers and letters are.
func TestPlain(t *testing.T) {
	for _, same := range [][]string{
		{"поддержал П. И. Иванов", "поддержал П.И. Иванов", "поддержал П.И.Иванов"},
		{"Вопрос №1: план", "Вопрос № 1: план"},
		{"АО «Студия «Пример»»", "АО «Студия „Пример“»", `АО "Студия "Пример""`, "АО «Студия «Пример»"},
		{"ООО ««Ромашка»»", "ООО «Ромашка»", `ООО ""Ромашка""`, "ООО <<Ромашка>>"},
		{"(далее - План)", "(далее – План)", "(далее — План)", "(далее -- План)"},
		{"и\u0306од...", "йод…"},
	} {
		for _, one := range same[1:] {
			a, b := plain(strings.Fields(same[0])), plain(strings.Fields(one))
			if !slices.Equal(a, b) {
				t.Errorf("%q is %q, %q is %q", same[0], a, one, b)
			}
			if r := Words(&reader.Words{Body: same[:1]}, &reader.Words{Body: []string{one}}, true); r.Differences != nil {
				t.Errorf("%q and %q: %v", same[0], one, r.Differences)
			}
		}
	}
	for _, pair := range [][2]string{
		{"П. И. Иванов", "П. К. Иванов"}, {"№ 1", "№ 2"}, {"№ 1", "1"}, {"«Заря»", "Заря"},
		{"веб-отдел", "веб отдел"}, {"за – 2", "за 2"}, {"за", "за́"}, {"Иванов", "иванов"},
	} {
		if slices.Equal(plain(strings.Fields(pair[0])), plain(strings.Fields(pair[1]))) {
			t.Errorf("%q and %q are the same", pair[0], pair[1])
		}
	}
}
