package russian

import "testing"

func TestIsAmount(t *testing.T) {
	for text, want := range map[string]bool{
		"12": true, "1 250,00": true, "−12,5 %": true, "-3": true, "+1 230,5": true,
		" 12\u00a0345 678.90 ": true, "100%": true,
		"": false, "01.02.2026": false, "ТП-118": false, "8–9": false, "5 шт.": false, "12/3": false, "-": false,
	} {
		if got := IsAmount(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestIsOrdinal(t *testing.T) {
	for title, want := range map[string]bool{
		"№": true, "№ п/п": true, "№\u00a0п/п.": true, "№ договора": false, "Номер": false,
	} {
		if got := IsOrdinal(title); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
	for _, cell := range []string{"", " ", "—", "х"} {
		if !IsNothing(cell) {
			t.Errorf("%q is something", cell)
		}
	}
}

func TestIsIdentifier(t *testing.T) {
	for title, want := range map[string]bool{
		"Номер заявки": true, "Пункт договора": true, "№ лота": true, "Год": true, "ИНН, КПП": true,
		"Количество": false, "Сумма, руб.": false, "Годовой план": false, "Число пунктов": false, "": false,
	} {
		if got := IsIdentifier(title); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}
