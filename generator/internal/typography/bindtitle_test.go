package typography

import (
	"strings"
	"testing"
)

func TestBindTitle(t *testing.T) {
	for _, want := range []string{"Освоено,~%", "Сумма,~тыс.~руб.", "Площадь,~кв.~м", "Сумма на 2026 год,~млн~руб.",
		"Стоимость, в том числе НДС", "Стоимость (тыс.~руб.)", "Цена,~руб./кв.~м", "Итого, тыс.~руб., по смете",
		"Срок,~дней", "Фамилия, имя, отчество", "№~п/п", "", ",", ", ", "тыс."} {
		plain, want := strings.ReplaceAll(want, "~", " "), strings.ReplaceAll(want, "~", nbsp)
		plain = strings.ReplaceAll(plain, "№ п", "№"+nbsp+"п")
		got := BindTitle(plain)
		if got != want || BindTitle(got) != got {
			t.Errorf("%q: %q, want %q", plain, got, want)
		}
	}
}
