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
	signed, whole := by("AFNumber_Format(2, 3, 0, 0, '', true);"), by("AFNumber_Format(0, 0, 0, 0, '', true);")
	short, words := by("AFDate_FormatEx('dd.mm.yy')"), by("AFDate_FormatEx('d mmmm yyyy')")
	down := by("AFDate_FormatEx('yyyy-mm-dd')")
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
		{custom, "1234.567", "1 234,57", unknown},
		{custom, "1234.567", "1 234,58", unequal},
		{custom, "0.125", "13%", unknown},
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
		{date, "12.03", "12.03.2026", unknown}, // in the year of typing,
		{by("AFDate_FormatEx('d mmmm yyyy');"), "2026-11-05", "5 ноября 2026", equal},
		{by("AFDate_FormatEx('d mmmm yyyy');"), "2026-11-05", "5 декабря 2026", unequal},
		{by("AFDate_FormatEx(\"mmmm\")"), "12.03.2026", "Март", equal},
		{by("AFDate_FormatEx(\"mmmm\")"), "12.03.2026", "Май", unequal},
		{by("AFDate_Format(2)"), "3/12/26", "03/12/26", equal},
		{by("AFDate_Format(99)"), "3/12/26", "03/12/26", unknown},
		{time, "2:30 pm", "14:30", equal},
		{time, "2 pm", "14:00", equal},
		{time, "2:30", "14:30", unequal},
		{time, "в полдень", "12:00", unknown},
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
		{signed, "-500", "500", unequal},
		{signed, "-500", "-500,00", equal},
		{signed, "500", "−500", unequal},
		{signed, "500", "500-", unequal},
		{custom, "-500", "5 00", unequal},
		{by("AFNumber_Format(2, 3, 1, 0, '', true)"), "-500", "500,00", equal}, // in red
		{by("AFNumber_Format(2, 3, 2, 0, '', true)"), "-500", "500,00", unequal},
		{by("AFNumber_Format(2, 3, 2, 0, '', true)"), "-500", "(500,00)", equal},
		{by("AFNumber_Format(2, 3, 0, 0, 'BYN ', true)"), "-1234.5", "-BYN 1234,50", equal},
		{by("AFNumber_Format(2, 3, 0, 0, 'BYN ', true)"), "-1234.5", "BYN 1234,50", unequal},
		{signed, "2.5", "3", unequal},
		{signed, "0.4", "0", unequal},
		{signed, "1", "100%", unequal},
		{signed, "2.345", "2,35", equal},
		{signed, "2.345", "2,34", equal}, // a half in binary
		{signed, "2.346", "2,34", unequal},
		{whole, "1.234", "1,234", unequal},
		{whole, "1.234", "1", equal},
		{whole, "0.4", "0", equal},
		{whole, "1234567", "1,234,567", equal},
		{whole, "1234567", "1,234,568", unequal},
		{by("AFNumber_Format(1, 4, 0, 0, '', true)"), "1234.56", "1’234.6", equal},
		{by("AFNumber_Format(99, 0, 0, 0, '', true)"), "1.5", "2", unknown},
		{by("AFPercent_Format(1, 3)"), "0.1256", "12,6%", equal},
		{by("AFPercent_Format(1, 3)"), "0.1256", "12,5%", unequal},
		{by("AFPercent_Format(0, 3, true)"), "0.5", "%50", equal},
		{by("// AFNumber_Format(0,0,0,0,' миллионов',false)"), "5", "5 миллионов", unequal},
		{by("/* a */ AFNumber_Format(0,0,0,0,' миллионов',false) // b"), "5", "5 миллионов", unknown},
		{by("AFNumber_Format(0,0,0,0,'-',true)"), "5", "-5", unequal},
		{by(`AFNumber_Format(0,0,0,0," \u0440\u0443\u0431.",false)`), "5", "5 руб.", equal},
		{by(`AFNumber_Format(0,0,0,0," \u0442\u044b\u0441.",false)`), "5", "5 тыс.", unknown},
		{by("if (event.value) AFNumber_Format(2,3,0,0,'',true)"), "2.5", "2,50", unknown},
		{by("AFNumber_Format(2,3,0,0,'',true); event.value = 9"), "2", "9", unequal},
		{by(`AFNumber_Format(")`), "2", "9", unequal},
		{by("AFNumber_Format("), "2", "9", unequal},
		{date, "12.03.26", "12.03.2026", equal},
		{date, "12.03.26", "12.03.1926", unequal},
		{date, "12.03.26", "12.03.2126", unequal},
		{date, "12.03.76", "12.03.1976", equal},
		{short, "12.03.1926", "12.03.26", equal},
		{date, "32.03.2026", "01.04.2026", unknown},
		{words, "12 марта 2026", "12 мартышка 2026", unknown},
		{words, "12.03.2026", "13 мартышка 2026", unequal},
		{words, "12.03.2026", "12 March 2026", equal},
		{words, "12.03.2026", "12 сакавіка 2026", unknown},
		{down, "12.03.2026", "2026-03-12", equal},
		{down, "12.03.2026", "2026-12-03", unequal},
		{down, "12.03.26", "2012-03-26", unknown}, // two readings
		{by("AFDate_FormatEx('dd.mm.yyyy HH:MM')"), "12.03.2026 14:30", "12.03.2026 14:30:00", unknown},
		{by("AFDate_FormatEx('dddd, d mmmm')"), "12.03.2026", "четверг, 12 марта", unknown},
		{time, "14:30:40", "14:30", equal},
		{time, "14:30:40", "14:31", unequal},
		{by("AFTime_Format(1)"), "14:30", "2:30 pm", equal},
		{by("AFTime_Format(1)"), "0:05", "12:05 am", equal},
		{by("AFTime_Format(1)"), "14:30", "2:30 am", unequal},
		{by("AFTime_FormatEx('HH:MM:ss')"), "14:30", "14:30:00", equal},
		{by("AFSpecial_Format(2)"), "9001234567", "(900) 123-4567", equal},
		{by("AFSpecial_Format(2)"), "79001234567", "(790) 012-3456", unknown},
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
