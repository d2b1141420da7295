package russian

import (
	"strings"
	"testing"
)

// TestBindUnits: a number is not parted from its unit, and from no other word. "~" stands for a no-break space.
func TestBindUnits(t *testing.T) {
	for _, want := range []string{
		"при −40~°C и -5~°С, от +10 до 25~°.", "за 2~месяца, на 6~месяцев; через 3~недели", "в 2026~году (2025~году)",
		"не более 60~км/ч, 12,5~кВт·ч и 30~м², 7~м3, 5~Гкал/час", "220~В, 16~А", "весом 10~кг, 4~т", "1 250~₽, 5~‰",
		"5~тыс.~руб. и 3,2~млн~рублей, 2~тысячи~рублей", "тыс. руб.", "около 10~процентов", "(до 45~суток)",
		"в 2025 с участием", "пункт 5 и 6", "12 марта", "дом 5 к началу", "за 2 заседания", "5 листов", "из 10 членов",
		"в № 5 об итогах", "м 5", "5", " 5 ", "7 ",
	} {
		plain, want := strings.ReplaceAll(want, "~", " "), strings.ReplaceAll(want, "~", "\u00a0")
		got := BindUnits(plain)
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", plain, got, want)
		}
		if again := BindUnits(got); again != got {
			t.Errorf("not idempotent: %q becomes %q", got, again)
		}
	}
}
