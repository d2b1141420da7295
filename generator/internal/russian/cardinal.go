package russian

import "strings"

// Cardinal returns a number from 0 to 999 999 999 in words: «двадцать один». The
// gender is that of the noun it counts; Unknown stands for masculine.
func Cardinal(n int, g Gender) string {
	if n == 0 {
		return "ноль"
	}
	var words []string
	for _, part := range []struct {
		size           int
		gender         Gender
		one, few, many string
	}{
		{1_000_000, Masculine, "миллион", "миллиона", "миллионов"},
		{1_000, Feminine, "тысяча", "тысячи", "тысяч"}, {1, g, "", "", ""},
	} {
		count := n / part.size
		if n %= part.size; count == 0 {
			continue
		}
		words = append(words, hundreds(count, part.gender)...)
		if part.size > 1 {
			words = append(words, pluralForm(count, part.one, part.few, part.many))
		}
	}
	return strings.Join(words, " ")
}

var (
	cardinalUnits = strings.Fields("один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать " +
		"тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать")
	cardinalTens     = strings.Fields("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
	cardinalHundreds = strings.Fields("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")

	femaleUnits = map[string]string{"один": "одна", "два": "две"}
	neuterUnits = map[string]string{"один": "одно"}
)

// hundreds returns a number from 1 to 999 in words.
func hundreds(n int, g Gender) (words []string) {
	if n >= 100 {
		words = append(words, cardinalHundreds[n/100-1])
	}
	if n %= 100; n >= 20 {
		words = append(words, cardinalTens[n/10-2])
		n %= 10
	}
	if n == 0 {
		return words
	}
	unit := cardinalUnits[n-1]
	switch other := map[Gender]map[string]string{Feminine: femaleUnits, Neuter: neuterUnits}[g][unit]; {
	case other != "":
		unit = other
	}
	return append(words, unit)
}

// The stems of ordinals.
var (
	ordinalUnits = strings.Fields("перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат " +
		"тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат")
	ordinalTens = strings.Fields("двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност")
	ordinalMany = strings.Fields("сот двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот")
	thousands   = strings.Fields("тысячн двухтысячн трёхтысячн")

	yearThousands = []string{"тысяча", "две тысячи", "три тысячи"}
)

// DateSpelled returns a date entirely in words, as notaries write it: «двадцатое
// ноября две тысячи семнадцатого года». Years from 1 to 3999.
func DateSpelled(year, month, day int) string {
	return ordinalWords(day, "ое", "ье") + " " + months[month-1] + " " + ordinalWords(year, "ого", "ьего") + " года"
}

// DateSpelledGenitive is DateSpelled in the genitive: «двенадцатого марта …».
func DateSpelledGenitive(year, month, day int) string {
	return ordinalWords(day, "ого", "ьего") + " " + months[month-1] + " " + ordinalWords(year, "ого", "ьего") + " года"
}

// ordinalWords returns an ordinal with an ending, which differs after «трет».
func ordinalWords(n int, ending, third string) string {
	var before []string
	if rest := n % 1000; rest == 0 {
		return thousands[n/1000-1] + ending
	} else if n > 1000 {
		before, n = []string{yearThousands[n/1000-1]}, rest
	}
	if n%100 == 0 {
		return strings.Join(append(before, ordinalMany[n/100-1]+ending), " ")
	}
	if n > 100 {
		before, n = append(before, cardinalHundreds[n/100-1]), n%100
	}
	if n >= 20 && n%10 == 0 {
		return strings.Join(append(before, ordinalTens[n/10-2]+ending), " ")
	}
	if n > 20 {
		before, n = append(before, cardinalTens[n/10-2]), n%10
	}
	if n == 3 {
		ending = third
	}
	return strings.Join(append(before, ordinalUnits[n-1]+ending), " ")
}
