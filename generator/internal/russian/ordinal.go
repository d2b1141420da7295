package russian

import "strings"

// ordinals are 1 to 19 in the dative masculine; tens are 20 to 90, alone and
// before a unit.
var (
	ordinals = strings.Fields("первому второму третьему четвёртому пятому шестому седьмому восьмому девятому " +
		"десятому одиннадцатому двенадцатому тринадцатому четырнадцатому пятнадцатому шестнадцатому семнадцатому " +
		"восемнадцатому девятнадцатому")
	tenOrdinals = strings.Fields("двадцатому тридцатому сороковому пятидесятому шестидесятому семидесятому " +
		"восьмидесятому девяностому")
	tens = strings.Fields("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
)

// OrdinalDative returns an ordinal from 1 to 99 in words: «по двадцать первому
// вопросу». Others are "".
func OrdinalDative(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n <= len(ordinals):
		return ordinals[n-1]
	case n%10 == 0:
		return tenOrdinals[n/10-2]
	}
	return tens[n/10-2] + " " + ordinals[n%10-1]
}

// ordinalEndings are those of a masculine ordinal in the cases; of «третий» in the second row.
var ordinalEndings = [2][6]string{
	{"ый", "ого", "ому", "ый", "ым", "ом"}, {"ий", "ьего", "ьему", "ий", "ьим", "ьем"},
}

// Ordinal returns an ordinal from 1 to 99 in words in a case: «двадцать первого
// вопроса». Others are "".
func Ordinal(n int, c Case) string {
	dative := OrdinalDative(n)
	if stem, ok := strings.CutSuffix(dative, "ьему"); ok {
		return stem + ordinalEndings[1][c]
	}
	stem, ok := strings.CutSuffix(dative, "ому")
	if !ok {
		return ""
	}
	stressed := n == 40 || n/10 != 1 && (n%10 == 2 || n%10 >= 6 && n%10 <= 8)
	if stressed && (c == Nominative || c == Accusative) {
		return stem + "ой"
	}
	return stem + ordinalEndings[0][c]
}

// Roman returns a Roman numeral from 1 to 99. Others are "".
func Roman(n int) string {
	if n < 1 || n > 99 {
		return ""
	}
	var b strings.Builder
	for _, digit := range []struct {
		value int
		text  string
	}{{90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= digit.value; n -= digit.value {
			b.WriteString(digit.text)
		}
	}
	return b.String()
}
