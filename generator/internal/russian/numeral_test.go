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

// TestSalutation: ГОСТ Р 7.0.97, 5.18.
func TestSalutation(t *testing.T) {
	for _, test := range []struct {
		name string
		g    Gender
		want string
	}{
		{"Островский Алексей Владимирович", Unknown, "Уважаемый Алексей Владимирович!"},
		{"Алексей Владимирович", Unknown, "Уважаемый Алексей Владимирович!"},
		{"Ким Ольга Ивановна", Unknown, "Уважаемая Ольга Ивановна!"},
		{"Гасанов Али Мамед оглы", Unknown, "Уважаемый Али Мамед оглы!"},
		{"Прохоров", Unknown, "Уважаемый господин Прохоров!"},
		{"Прохоров С.И.", Masculine, "Уважаемый господин Прохоров!"},
		{"Ким", Feminine, "Уважаемая госпожа Ким!"},
		{"", Unknown, "Уважаемые коллеги!"},
	} {
		if got := Salutation(test.name, test.g); got != certain(test.want) {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
	if got := Salutation("Ким Саша", Unknown); got.Doubt == "" {
		t.Errorf("a gender nobody knows: %+v", got)
	}
}
