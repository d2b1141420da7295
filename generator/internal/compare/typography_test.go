package compare

import (
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// TestPlain checks that typography of other rules is not a difference, and that words,
// numbers and letters are.
func TestPlain(t *testing.T) {
	for _, same := range [][]string{
		{"поддержал П. И. Иванов", "поддержал П.И. Иванов", "поддержал П.И.Иванов"},
		{"Вопрос №1: план", "Вопрос № 1: план"},
		{"АО «Студия «Пример»»", "АО «Студия „Пример“»", `АО "Студия "Пример""`, "АО «Студия «Пример»"},
		{"ООО ««Ромашка»»", "ООО «Ромашка»", `ООО ""Ромашка""`, "ООО <<Ромашка>>"},
		{"(далее - План)", "(далее – План)", "(далее — План)", "(далее -- План)"},
		{"и\u0306од...", "йод…"},
		{"1. протокол", "1. Протокол"},
	} {
		for _, one := range same[1:] {
			if found := plainChanges(strings.Fields(same[0]), strings.Fields(one)); found != nil {
				t.Errorf("%q and %q: %v", same[0], one, found)
			}
			r := Words(&reader.Words{Body: same[:1]}, &reader.Words{Body: []string{one}}, true)
			if r.Differences != nil {
				t.Errorf("%q and %q: %v", same[0], one, r.Differences)
			}
		}
	}
	for _, pair := range [][2]string{
		{"П. И. Иванов", "П. К. Иванов"}, {"№ 1", "№ 2"}, {"№ 1", "1"}, {"«Заря»", "Заря"}, {"веб-отдел", "веб отдел"},
		{"за – 2", "за 2"}, {"за", "за\u0301"}, {"ИП", "ип"},
	} {
		if plainChanges(strings.Fields(pair[0]), strings.Fields(pair[1])) == nil {
			t.Errorf("%q and %q are the same", pair[0], pair[1])
		}
	}
}
