package compare

import (
	"testing"

	"protokol/generator/internal/reader"
)

// TestMatch: values of fields are compared with what the page shows.
func TestMatch(t *testing.T) {
	typed, formatted := reader.Widget{}, reader.Widget{Formatted: true}
	list, country := reader.Widget{List: true}, reader.Widget{Label: "Россия"}
	for _, c := range []struct {
		field        reader.Widget
		value, shown string
		want         agreement
	}{
		{typed, "Иванов", "Иванов", equal},
		{typed, "100", "900", unequal},
		{typed, "1234.5", "1 234,50", equal},
		{typed, "1234.5", "1\u00a0234,50 ₽", equal},
		{typed, "1234,5", "1,234.50", equal},
		{typed, "1234567.5", "1.234.567,50", equal},
		{typed, "-1234.5", "−1 234,50", equal},
		{typed, "-1234.5", "(1 234,50)", equal},
		{typed, "1234.5", "-1 234,50", unequal},
		{typed, "0.5", "50 %", equal},
		{typed, "1234", "1,234", unequal},
		{typed, "1234.567", "1 234,57", unequal},
		{typed, "100", "100 тысяч", unequal},
		{typed, "40702810900000000001", "40702810900000000002", unequal},
		{typed, "007", "7", unequal},
		{typed, "01.02", "1,02", unequal},
		{formatted, "40702810900000000001", "40702810900000000002", unequal},
		{formatted, "100", "900", unequal},
		{formatted, "1234.567", "1 234,57", equal},
		{formatted, "1234.567", "1 234,58", unequal},
		{formatted, "0.125", "13%", equal},
		{formatted, "0.125", "14%", unequal},
		{formatted, "1234", "1,234", unknown}, // thousands, or a fraction
		{formatted, "100", "100 тысяч", unknown},
		{formatted, "2026-03-12", "12.03.2026", unknown},
		{formatted, "2026-11-05", "5 ноября 2026 г.", unknown},
		{formatted, "2026-11-05", "05.11.26", unknown},
		{formatted, "12.3.26", "12.03.2026", unknown},
		{formatted, "12 марта 2026", "12.03.2026", unknown},
		{formatted, "12.03.2026", "Март", unknown},
		{formatted, "2:30 pm", "14:30", unknown},
		{formatted, "2 pm", "14:00", unknown},
		{formatted, "9001234567", "+7 900 123-45-67", unknown},
		{formatted, "74812123456", "+7 (4812) 12-34-56", equal},
		{formatted, "отклонить", "одобрить", unequal},
		{formatted, "отклонить", "Не отклонять, одобрить", unequal},
		{formatted, "иванов иван", "ИВАНОВ И.", unknown},
		{formatted, "м", "мужской", unknown},
		{formatted, "", "Введите имя", unknown},
		{country, "RU", "Россия", equal},
		{country, "RU", "Россия ", equal},
		{country, "RU", "Китай", unequal},
		{country, "RU", "RU", equal},
		{list, "Да", "Да\nНет", unknown},
		{list, "Да", "Нет", unequal},
		{list, "", "Да\nНет", unknown},
	} {
		c.field.Kind, c.field.Value, c.field.Shown = reader.TextField, c.value, c.shown
		if c.field.Label == "" {
			c.field.Label = c.value
		}
		if got := match(c.field); got != c.want {
			t.Errorf("%q shows %q (%+v): %v", c.value, c.shown, c.field, got)
		}
	}
}
