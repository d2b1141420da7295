package typography

import (
	"strings"
	"testing"
)

// TestUnits: a number is not parted from its unit, and from no other word. "~" stands for a no-break space.
func TestUnits(t *testing.T) {
	for _, want := range []string{
		"при −40~°C и -5~°С, от +10 до 25~°.", "за 2~месяца, на 6~месяцев; через 3~недели", "в 2026~году (2025~году)",
		"не более 60~км/ч, 12,5~кВт·ч и 30~м², 7~м3, 5~Гкал/час", "220~В, 16~А", "весом 10~кг, 4~т", "1 250~₽, 5~‰",
		"5~тыс.~руб. и 3,2~млн~рублей, 2~тысячи~рублей", "тыс. руб.", "около 10~процентов", "(до 45~суток)",
		"в 2025 с участием", "пункт 5 и 6", "12 марта", "дом 5 к началу", "за 2 заседания", "5 листов", "из 10 членов",
		"в № 5 об итогах", "м 5", "5", " 5 ", "7 ",
	} {
		plain, want := strings.ReplaceAll(want, "~", " "), strings.ReplaceAll(want, "~", "\u00a0")
		got := BindNumbers(plain, Units)
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", plain, got, want)
		}
		if again := BindNumbers(got, Units); again != got {
			t.Errorf("not idempotent: %q becomes %q", got, again)
		}
	}
}

// TestDesignations: a number is not parted from its designation or «в.» either, in the same text.
func TestDesignations(t *testing.T) {
	for _, want := range []string{
		"р/н~67-01 от 5~кг", "выдан в/ч~54321, (а/я~15)", "в/ч~№~54321", "с п/п~7 и Р/С~40702", "XX–XXI~вв. и (XIX~в.)",
		"конец XIX – начало XX~в., ХХ–ХХI~вв.; IV~в. до н. э.", "в I полугодии и VI~в.: 5", "№ п/п и 5", "и/или 5",
		"глава XX в разделе", "1/2 5", "12/5 7", "таблица V вв", "IV вагон", "на 5 в. 7", "р/н ", "а/б в 5", "т/ч X",
	} {
		want = strings.ReplaceAll(strings.ReplaceAll(want, "№~5", "№ 5"), "~", "\u00a0")
		plain := strings.ReplaceAll(want, "\u00a0", " ")
		if got := BindNumbers(plain, Designations); got != want || BindNumbers(got, Designations) != want {
			t.Errorf("%q\n got %q\nwant %q", plain, got, want)
		}
	}
}

// TestReferences: parts of acts and of addresses are not parted from their numbers either, in any case, and no other
// word is.
func TestReferences(t *testing.T) {
	for _, want := range []string{
		"пункт~3 части~2 статьи~38", "согласно пунктам~1.1 и 2", "Главой~V, разделом~IV. Далее",
		"статьями~7–9", "часть~I", "(подпункт~«а» пункта~3", "подпунктом~а) настоящего",
		"подпункт~„б“ отменить", "Статья~12.1", "по форме~4", "В строке~4 графы~2 таблицы~7: 5",
		"дом~5, корпус~2, квартира~18", "домов~12", "корпус~125 Октября и 7",
		"на 2~месяца в р/н~67 и XIX~в.", "ул. 25~Октября, д. 2", "площадь 1~Мая", "в 2025 Мая", "1 Заря",
		"приложения~1", "часть работ и 5", "глава района", "пункт в статье", "раздел «Итоги» 5",
		"пункт а отменить", "дом И. О. 7", "пункте. 5", "пункт, 3", "приложение №", "приложение № 5",
		"приложению №1", "приложение «а»", "приложение «а» к 5", "статья ", "глава Иванов", "раздел («",
	} {
		want = strings.ReplaceAll(want, "~", "\u00a0")
		plain := strings.ReplaceAll(want, "\u00a0", " ")
		if got := BindNumbers(plain, References); got != want || BindNumbers(got, References) != want {
			t.Errorf("%q\n got %q\nwant %q", plain, got, want)
		}
	}
}

// TestDays: days of a month are not parted from «числа», and numbers from no word that only begins like it.
func TestDays(t *testing.T) {
	for plain, want := range map[string]string{
		"до 5 числа каждого месяца": "до 5_числа каждого месяца", "не позднее 10 числа.": "не позднее 10_числа.",
		"12 численных методов": "12 численных методов", "от числа": "от числа",
	} {
		want = strings.ReplaceAll(want, "_", nbsp)
		if got := BindNumbers(plain, Days); got != want || BindNumbers(got, Days) != want {
			t.Errorf("%q: %q, want %q", plain, got, want)
		}
		if got := BindNumbers(plain, References); got != plain {
			t.Errorf("%q by earlier rules: %q", plain, got)
		}
	}
}

// TestDates: dates are not parted from their prepositions, and numbers from several signs. Other numbers may be.
func TestDates(t *testing.T) {
	for _, want := range []string{
		"акт от~15.05.2025 №~12", "с~01.06 по~14.06;", "(до~1~декабря 2025~г.)", "От~5 мая.", "на~31.12.2024, к~1~июня",
		"в 18~час. 45~мин.", "на складах №№~1, 2", "до 5 листов", "от 10 до 15 членов", "по 2025~год",
		"с 8 по~9~июня", "от 15.5~м", "на 123.45", "по 3.2 договора", "с 10.00 до 18.00", "к 3.14", "от мая", "до 10 ",
	} {
		want = strings.ReplaceAll(want, "~", nbsp)
		plain := strings.ReplaceAll(want, nbsp, " ")
		if got := BindNumbers(plain, Dates); got != want || BindNumbers(got, Dates) != want {
			t.Errorf("%q\n got %q\nwant %q", plain, got, want)
		}
		if got := BindNumbers("от 15.05.2025, №№ 1", Days); strings.Contains(got, nbsp) {
			t.Errorf("by earlier rules: %q", got)
		}
	}
}
