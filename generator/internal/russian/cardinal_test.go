package russian

import "testing"

// TestCardinal: agreement of one and two, and of thousands (Розенталь, § 163–166).
func TestCardinal(t *testing.T) {
	for _, c := range []struct {
		n    int
		g    Gender
		want string
	}{
		{0, Masculine, "ноль"}, {1, Feminine, "одна"}, {2, Feminine, "две"}, {1, Neuter, "одно"},
		{2, Neuter, "два"}, {11, Feminine, "одиннадцать"}, {21, Masculine, "двадцать один"}, {40, Unknown, "сорок"},
		{112, Masculine, "сто двенадцать"}, {1000, Masculine, "одна тысяча"}, {2022, Feminine,
			"две тысячи двадцать две"},
		{5_000_600, Masculine, "пять миллионов шестьсот"}, {21_000, Masculine, "двадцать одна тысяча"},
	} {
		if got := Cardinal(c.n, c.g); got != c.want {
			t.Errorf("%d: %q, want %q", c.n, got, c.want)
		}
	}
}

func TestDateSpelled(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             string
	}{
		{2017, 11, 20, "двадцатое ноября две тысячи семнадцатого года"},
		{2000, 1, 3, "третье января двухтысячного года"},
		{1999, 12, 31, "тридцать первое декабря тысяча девятьсот девяносто девятого года"},
		{2023, 5, 13, "тринадцатое мая две тысячи двадцать третьего года"},
		{2100, 2, 23, "двадцать третье февраля две тысячи сотого года"},
	} {
		if got := DateSpelled(c.year, c.month, c.day); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
