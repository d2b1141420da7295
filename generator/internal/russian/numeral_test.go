package russian

import (
	"strings"
	"testing"
)

// TestCount checks that the noun depends on the last two digits.
func TestCount(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 листов", 1: "1 лист", 2: "2 листа", 5: "5 листов", 11: "11 листов", 12: "12 листов", 21: "21 лист",
		104: "104 листа", 111: "111 листов",
	} {
		if got := Count(n, "лист", "листа", "листов"); got != strings.Replace(want, " ", "\u00a0", 1) {
			t.Errorf("%d: %q", n, got)
		}
	}
}

// TestCardinal checks numerals (Русская грамматика, 1980, § 1368–1374).
func TestCardinal(t *testing.T) {
	for _, test := range []struct {
		n    int
		g    Gender
		c    Case
		want string
	}{
		{0, Masculine, Genitive, "ноля"},
		{1, Feminine, Accusative, "одну"},
		{2, Feminine, Nominative, "две"},
		{2, Neuter, Nominative, "два"},
		{15, Masculine, Instrumental, "пятнадцатью"},
		{40, Masculine, Dative, "сорока"},
		{90, Masculine, Genitive, "девяноста"},
		{256, Masculine, Instrumental, "двумястами пятьюдесятью шестью"},
		{1000, Masculine, Dative, "одной тысяче"},
		{2001, Feminine, Nominative, "две тысячи одна"},
		{5300, Masculine, Prepositional, "пяти тысячах трёхстах"},
		{1_250_000, Masculine, Nominative, "один миллион двести пятьдесят тысяч"},
		{21_542_302, Feminine, Instrumental, "двадцатью одним миллионом пятьюстами сорока двумя тысячами " +
			"тремястами двумя"},
		{999_999_999, Masculine, Nominative, "девятьсот девяносто девять миллионов девятьсот девяносто девять " +
			"тысяч девятьсот девяносто девять"},
		{-3, Masculine, Nominative, "минус три"},
		{1_000_000_000, Masculine, Nominative, "1000000000"},
	} {
		if got := Cardinal(test.n, test.g, test.c); got != test.want {
			t.Errorf("%d: %q, want %q", test.n, got, test.want)
		}
	}
}

func TestAgree(t *testing.T) {
	for _, test := range []struct {
		word string
		g    Gender
		want string
	}{
		{"утверждён", Masculine, "утверждён"},
		{"утверждён", Feminine, "утверждена"}, // the stress moves, and ё becomes е
		{"УТВЕРЖДЁН", Neuter, "УТВЕРЖДЕНО"},
		{"УТВЕРЖДЕН", Plural, "УТВЕРЖДЕНЫ"},
		{"принят", Feminine, "принята"},
		{"Уважаемый", Plural, "Уважаемые"},
		{"избранный", Neuter, "избранное"},
		{"следующий", Neuter, "следующее"},
		{"Российский", Feminine, "Российская"},
		{"последний", Feminine, "последняя"},
		{"", Feminine, ""},
	} {
		if got := Agree(test.word, test.g); got != test.want {
			t.Errorf("%s: %q, want %q", test.word, got, test.want)
		}
	}
}

// TestAddressOf: ГОСТ Р 7.0.97, 5.18.
func TestAddressOf(t *testing.T) {
	for _, test := range []struct {
		name string
		g    Gender
		want Address
	}{
		{"Островский Алексей Владимирович", Unknown, Address{Name: "Алексей Владимирович", Gender: Masculine}},
		{"Алексей Владимирович", Unknown, Address{Name: "Алексей Владимирович", Gender: Masculine}},
		{"Ким Ольга Ивановна", Unknown, Address{Name: "Ольга Ивановна", Gender: Feminine}},
		{"Гасанов Али Мамед оглы", Unknown, Address{Name: "Али Мамед оглы", Gender: Masculine}},
		{"Прохоров", Unknown, Address{Name: "Прохоров", Surname: true, Gender: Masculine}},
		{"Прохоров С.И.", Masculine, Address{Name: "Прохоров", Surname: true, Gender: Masculine}},
		{"Ким", Feminine, Address{Name: "Ким", Surname: true, Gender: Feminine}},
		{"", Unknown, Address{}},
	} {
		if got := AddressOf(test.name, test.g); got != test.want {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
	if got := AddressOf("Ким Саша", Unknown); got.Doubt == "" || got.Name != "" {
		t.Errorf("a gender nobody knows: %+v", got)
	}
}

// TestFeminineGenitive: the noun decides, wherever it stands.
func TestFeminineGenitive(t *testing.T) {
	for phrase, want := range map[string]bool{"внеочередного заседания": false, "внеочередной конференции": true, "сессии Думы": true,
		"встречи": true, "общего собрания собственников": false, "": false} {
		if FeminineGenitive(phrase) != want {
			t.Errorf("%s: want %v", phrase, want)
		}
	}
}

func TestEnumerate(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "А": {"А"}, "А и Б": {"А", "Б"}, "А, Б и В": {"А", "Б", "В"}} {
		if got := Enumerate(words); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
