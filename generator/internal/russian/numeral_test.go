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

func TestEnumerate(t *testing.T) {
	for want, words := range map[string][]string{
		"": nil, "А": {"А"}, "А и Б": {"А", "Б"}, "А, Б и В": {"А", "Б", "В"},
	} {
		if got := Enumerate(words); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestClockTime(t *testing.T) {
	for _, test := range []struct {
		hour, minute int
		want         string
	}{{18, 0, "18 часов 00 минут"}, {9, 1, "9 часов 01 минута"}, {21, 32, "21 час 32 минуты"},
		{2, 11, "2 часа 11 минут"}} {
		if got := ClockTime(test.hour, test.minute); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

func TestOrdinals(t *testing.T) {
	for n, want := range map[int][2]string{
		0: {"", ""}, 1: {"первому", "I"}, 4: {"четвёртому", "IV"}, 19: {"девятнадцатому", "XIX"},
		20: {"двадцатому", "XX"}, 48: {"сорок восьмому", "XLVIII"}, 90: {"девяностому", "XC"}, 100: {"", ""},
	} {
		if got := [2]string{OrdinalDative(n), Roman(n)}; got != want {
			t.Errorf("%d: %v, want %v", n, got, want)
		}
	}
	for want, of := range map[string]struct {
		n int
		Case
	}{
		"первый": {1, Nominative}, "второй": {2, Nominative}, "третий": {3, Accusative}, "третьего": {3, Genitive},
		"третьему": {3, Dative}, "третьим": {23, Instrumental}, "третьем": {33, Prepositional}, "": {0, Nominative},
		"шестой": {6, Accusative}, "девятый": {9, Nominative}, "двенадцатый": {12, Nominative},
		"семнадцатого": {17, Genitive}, "двадцатый": {20, Nominative}, "сороковой": {40, Nominative},
		"сорок восьмой": {48, Nominative}, "пятьдесят втором": {52, Prepositional}, "десятым": {10, Instrumental},
	} {
		if got := Ordinal(of.n, of.Case); !strings.HasSuffix(got, want) || (want == "") != (got == "") {
			t.Errorf("%d in case %d: %q, want %q", of.n, of.Case, got, want)
		}
	}
}
