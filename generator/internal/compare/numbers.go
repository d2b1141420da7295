package compare

import (
	"math/big"
	"regexp"
	"strings"
)

// number is a number as a form shows it.
type number struct {
	value *big.Rat
	unit  *big.Rat // of its last digit
	other *big.Rat // where its only sign may also separate thousands; nil for none
}

// numberText matches a number with a currency or a per cent sign: parenthesis, minus, digits with signs, end.
var numberText = regexp.MustCompile(`^(\()?(-?)[₽$€£]?(-?)(\d[\d.,']*)(?:[₽$€£%]|р\.?|руб\.?)?(\))?$`)

// numberSigns are written in one way.
var numberSigns = strings.NewReplacer("−", "-", " ", "", "\t", "", "\r", "", "\n", "", "’", "", "'", "")

// longestNumber is the longest text that is read as a number, in bytes.
const longestNumber = 60

// numberOf reads a number: 1 234,50, 1,234.50, 1234.5 or -5 ₽.
func numberOf(text string) (n number, ok bool) {
	if len(text) > longestNumber {
		return n, false
	}
	text = numberSigns.Replace(compatible(text))
	parts := numberText.FindStringSubmatch(text)
	if parts == nil || (parts[1] == "") != (parts[5] == "") || parts[2]+parts[3] == "--" {
		return n, false
	}
	whole, fraction := parts[4], ""
	at := strings.LastIndexAny(whole, ".,")
	isDecimal := at >= 0 && strings.Count(whole, whole[at:at+1]) == 1
	if isDecimal {
		whole, fraction = whole[:at], whole[at+1:]
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' })
	for i, group := range groups {
		if len(groups) > 1 && (len(group) > 3 || i > 0 && len(group) < 3) {
			return n, false
		}
	}
	digits := strings.Join(groups, "")
	if len(digits) > 1 && digits[0] == '0' { // a code
		return n, false
	}
	unit, power := new(big.Rat), strings.Repeat("0", len(fraction))
	if strings.Contains(text, "%") {
		power += "00"
	}
	unit.SetString("1/1" + power)
	count, ok := new(big.Rat).SetString(digits + fraction)
	if !ok {
		return n, false
	}
	if parts[1]+parts[2]+parts[3] != "" {
		count.Neg(count)
	}
	n = number{value: new(big.Rat).Mul(count, unit), unit: unit}
	if isDecimal && len(groups) == 1 && len(fraction) == 3 {
		n.other = count
	}
	return n, true
}

// isAbout reports whether a number is another one or, when it may be rounded, one of the nearest with its digits.
func (n number) isAbout(other number, rounded bool) bool {
	difference := new(big.Rat).Sub(n.value, other.value)
	if !rounded {
		return difference.Sign() == 0
	}
	half := new(big.Rat).Mul(n.unit, big.NewRat(1, 2))
	return difference.Abs(difference).Cmp(half) <= 0
}
