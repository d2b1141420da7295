package russian

import (
	"strconv"
	"strings"
)

// Count formats a number and its noun with a no-break space: «1 лист», «3
// листа», «11 листов».
func Count(n int, one, few, many string) string {
	return strconv.Itoa(n) + nbsp + pluralForm(n, one, few, many)
}

// pluralForm returns the form of a noun after a number: 1 лист, 2–4 листа, 5–20
// листов, depending on the last two digits.
func pluralForm(n int, one, few, many string) string {
	if n < 0 {
		n = -n
	}
	switch tens, unit := n/10%10, n%10; {
	case tens == 1:
		return many
	case unit == 1:
		return one
	case unit >= 2 && unit <= 4:
		return few
	}
	return many
}

// Cardinal spells out an integer below 10⁹ in a case, agreeing with the gender
// of an inanimate noun: «двадцать одна», «двумстам пятидесяти», «одной тысячи».
// Greater numbers are returned in digits.
func Cardinal(n int, g Gender, c Case) string {
	const milliard = 1_000_000_000
	switch {
	case n <= -milliard || n >= milliard:
		return strconv.Itoa(n)
	case n < 0:
		return "минус " + Cardinal(-n, g, c)
	case n == 0:
		return caseForm("ноль ноля нолю ноль нолём ноле", c)
	}
	var words []string
	for _, class := range []struct {
		size   int
		gender Gender
		one    string
		few    string
		many   string
	}{
		{1_000_000, Masculine, "миллион миллиона миллиону миллион миллионом миллионе",
			"миллиона миллионов миллионам миллиона миллионами миллионах",
			"миллионов миллионов миллионам миллионов миллионами миллионах"},
		{1000, Feminine, "тысяча тысячи тысяче тысячу тысячей тысяче", "тысячи тысяч тысячам тысячи тысячами тысячах",
			"тысяч тысяч тысячам тысяч тысячами тысячах"},
		{1, g, "", "", ""},
	} {
		part := n / class.size % 1000
		if part == 0 {
			continue
		}
		words = append(words, belowThousand(part, class.gender, c)...)
		if class.one != "" {
			words = append(words, caseForm(pluralForm(part, class.one, class.few, class.many), c))
		}
	}
	return strings.Join(words, " ")
}

// caseForm returns one of six case forms.
func caseForm(forms string, c Case) string { return strings.Fields(forms)[c] }

// belowThousand spells out a number from 1 to 999.
func belowThousand(n int, g Gender, c Case) []string {
	var words []string
	if h := n / 100; h > 0 {
		words = append(words, caseForm(hundredForms[h], c))
	}
	n %= 100
	if n >= 20 {
		words = append(words, caseForm(tenForms[n/10], c))
		n %= 10
	}
	switch {
	case n == 1:
		words = append(words, caseForm(oneForms[g], c))
	case n == 2 && g == Feminine:
		words = append(words, caseForm("две двух двум две двумя двух", c))
	case n > 1:
		words = append(words, caseForm(unitForms[n], c))
	}
	return words
}

var oneForms = [...]string{
	Unknown:   "один одного одному один одним одном",
	Masculine: "один одного одному один одним одном",
	Feminine:  "одна одной одной одну одной одной",
	Neuter:    "одно одного одному одно одним одном",
	Plural:    "одни одних одним одни одними одних",
}

var unitForms = [...]string{
	2:  "два двух двум два двумя двух",
	3:  "три трёх трём три тремя трёх",
	4:  "четыре четырёх четырём четыре четырьмя четырёх",
	5:  "пять пяти пяти пять пятью пяти",
	6:  "шесть шести шести шесть шестью шести",
	7:  "семь семи семи семь семью семи",
	8:  "восемь восьми восьми восемь восемью восьми",
	9:  "девять девяти девяти девять девятью девяти",
	10: "десять десяти десяти десять десятью десяти",
	11: "одиннадцать одиннадцати одиннадцати одиннадцать одиннадцатью одиннадцати",
	12: "двенадцать двенадцати двенадцати двенадцать двенадцатью двенадцати",
	13: "тринадцать тринадцати тринадцати тринадцать тринадцатью тринадцати",
	14: "четырнадцать четырнадцати четырнадцати четырнадцать четырнадцатью четырнадцати",
	15: "пятнадцать пятнадцати пятнадцати пятнадцать пятнадцатью пятнадцати",
	16: "шестнадцать шестнадцати шестнадцати шестнадцать шестнадцатью шестнадцати",
	17: "семнадцать семнадцати семнадцати семнадцать семнадцатью семнадцати",
	18: "восемнадцать восемнадцати восемнадцати восемнадцать восемнадцатью восемнадцати",
	19: "девятнадцать девятнадцати девятнадцати девятнадцать девятнадцатью девятнадцати",
}

var tenForms = [...]string{
	2: "двадцать двадцати двадцати двадцать двадцатью двадцати",
	3: "тридцать тридцати тридцати тридцать тридцатью тридцати",
	4: "сорок сорока сорока сорок сорока сорока",
	5: "пятьдесят пятидесяти пятидесяти пятьдесят пятьюдесятью пятидесяти",
	6: "шестьдесят шестидесяти шестидесяти шестьдесят шестьюдесятью шестидесяти",
	7: "семьдесят семидесяти семидесяти семьдесят семьюдесятью семидесяти",
	8: "восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти",
	9: "девяносто девяноста девяноста девяносто девяноста девяноста",
}

var hundredForms = [...]string{
	1: "сто ста ста сто ста ста",
	2: "двести двухсот двумстам двести двумястами двухстах",
	3: "триста трёхсот трёмстам триста тремястами трёхстах",
	4: "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах",
	5: "пятьсот пятисот пятистам пятьсот пятьюстами пятистах",
	6: "шестьсот шестисот шестистам шестьсот шестьюстами шестистах",
	7: "семьсот семисот семистам семьсот семьюстами семистах",
	8: "восемьсот восьмисот восьмистам восемьсот восемьюстами восьмистах",
	9: "девятьсот девятисот девятистам девятьсот девятьюстами девятистах",
}
