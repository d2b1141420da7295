package compare

import (
	"testing"

	"protokol/generator/internal/reader"
)

// TestMatch: values of fields are compared with what the page shows.
func TestMatch(t *testing.T) {
	by := func(script string) reader.Widget { return reader.Widget{Format: script} }
	typed, custom := reader.Widget{}, by("event.value = show(event.value);")
	date, time := by(`AFDate_FormatEx("dd.mm.yyyy");`), by("AFTime_Format(0)")
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
		{typed, "100", "100 %", unequal},
		{typed, "12", "1/2", unequal},
		{typed, "5", "(5)", unequal},
		{typed, "1:10", "110", unequal},
		{typed, "12/03/2026", "12/03/2026", equal},
		{custom, "40702810900000000001", "40702810900000000002", unequal},
		{custom, "100", "900", unequal},
		{custom, "1234.567", "1 234,57", equal},
		{custom, "1234.567", "1 234,58", unequal},
		{custom, "0.125", "13%", equal},
		{custom, "0.125", "14%", unequal},
		{custom, "1234", "1,234", unequal}, // a fraction
		{by("AFNumber_Format(0, 0, 0, 0, \"\", true);"), "1234", "1,234", equal},
		{by("AFNumber_Format(0, 2, 0, 0, \"\", true);"), "1234", "1.234", equal},
		{by("AFNumber_Format(3, 3, 0, 0, \"\", true);"), "1234", "1,234", unequal},
		{by("AFNumber_Format(2, 2, 0, 0, \" тенге\", false);"), "1234.5", "1.234,50 тенге", equal},
		{by("AFNumber_Format(2, 2, 0, 0, \"BYN \", true);"), "1234.5", "BYN 1.234,50", equal},
		{by("AFNumber_Format(2, 2, 0, 0, \" тенге\", false);"), "1234.5", "1.234,50 тысяч", unequal},
		{by("AFNumber_Format(2, 2, 0, 0, '0', false);"), "90", "900", unequal},
		{custom, "100", "100 тысяч", unequal},
		{custom, "2026-03-12", "12.03.2026", unequal},
		{date, "2026-03-12", "12.03.2026", equal},
		{date, "2026-03-12", "03.12.2026", unequal},
		{date, "12.3.26", "12.03.2026", equal},
		{date, "12 марта 2026 г.", "12.03.2026", equal},
		{date, "12 мая 2026", "12.05.2026", equal},
		{date, "13.03.2026", "12.03.2026", unequal},
		{date, "12.03.2026", "12.03.2126", unequal},
		{date, "12.03", "12.03.2026", unequal},
		{by("AFDate_FormatEx('d mmmm yyyy');"), "2026-11-05", "5 ноября 2026", equal},
		{by("AFDate_FormatEx('d mmmm yyyy');"), "2026-11-05", "5 декабря 2026", unequal},
		{by("AFDate_FormatEx(\"mmmm\")"), "12.03.2026", "Март", equal},
		{by("AFDate_FormatEx(\"mmmm\")"), "12.03.2026", "Май", unequal},
		{by("AFDate_Format(2)"), "3/12/26", "03/12/26", equal},
		{by("AFDate_Format(99)"), "3/12/26", "03/12/26", unequal},
		{time, "2:30 pm", "14:30", equal},
		{time, "2 pm", "14:00", equal},
		{time, "2:30", "14:30", unequal},
		{time, "в полдень", "12:00", unequal},
		{custom, "9001234567", "900 123-45-67", equal},
		{custom, "9001234567", "+7 900 123-45-67", unequal},
		{custom, "5", "-5", unequal},
		{custom, "5", "(5)", unequal},
		{custom, "74812123456", "+7 (4812) 12-34-56", equal},
		{custom, "отклонить", "одобрить", unequal},
		{custom, "иванов иван", "ИВАНОВ ИВАН", equal},
		{custom, "иванов иван", "ИВАНОВ И.", unequal},
		{custom, "м", "мужской", unequal},
		{custom, "", "Введите имя", unequal},
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
