package compare

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// matchFormat compares a value with what a script shows for it. Only a script that is one call of a standard function
// (AForm.js of Acrobat) can be computed here. Other calls of these leave a doubt, as they have countless formats. Any
// other script may show anything, and so may who fills in the form: it may only separate digits or change the case.
func matchFormat(script, shown, value string) agreement {
	if strings.EqualFold(characters(shown), characters(value)) {
		return equal
	}
	c, standard, ok := callOf(script)
	if ok {
		switch c.name {
		case "AFNumber_Format", "AFPercent_Format":
			if f, ok := c.number(); ok {
				return f.match(shown, value)
			}
		case "AFDate_Format", "AFDate_FormatEx":
			return c.matchDate(shown, value)
		case "AFTime_Format", "AFTime_FormatEx":
			return c.matchTime(shown, value)
		}
	}
	seen, isNumber := numberOf(shown)
	written, isValue := numberOf(value)
	switch {
	case standard && c.name != "AFSpecial_Format":
		return doubt(shown, value)
	case sameCode(shown, value), isNumber && isValue && seen.isAbout(written, false):
		return equal
	case standard:
		return doubt(shown, value)
	case isNumber && isValue && seen.isAbout(written, true):
		return unknown
	}
	return unequal
}

// doubt compares a value with what a format shows that cannot be computed: dates, times, amounts and codes have other
// digits or none, and what is empty may ask to be filled in. Other numbers and other words are unequal.
func doubt(shown, value string) agreement {
	seen, isNumber := numberOf(shown)
	written, isValue := numberOf(value)
	switch {
	case isNumber && isValue:
		if seen.isAbout(written, true) || seen.other != nil && seen.other.Cmp(written.value) == 0 {
			return unknown
		}
		return unequal
	case value == "" || strings.ContainsFunc(shown+value, unicode.IsDigit):
		return unknown
	}
	isSeparator := func(r rune) bool { return !unicode.IsLetter(r) }
	others := strings.FieldsFunc(strings.ToLower(value), isSeparator)
	for _, word := range strings.FieldsFunc(strings.ToLower(shown), isSeparator) {
		if slices.ContainsFunc(others, func(other string) bool {
			return strings.HasPrefix(word, other) || strings.HasPrefix(other, word)
		}) {
			return unknown
		}
	}
	return unequal
}

// numberFormat is a format of numbers.
type numberFormat struct {
	decimals int
	thousand string // what stands between thousands
	decimal  string // and before the decimals
	negative int    // 0 for a minus, 1 for a colour, 2 for parentheses, 3 for both
	unit     string // a currency or a per cent sign, without spaces
	isBefore bool   // it stands before the number
}

// known matches a currency: other words, signs and digits may change what a number means.
var known = regexp.MustCompile(`(?i)^(?:\p{Sc}|р|руб|рубл(?:ь|я|ей)|коп|тенге|сом|сум|драм|лари|манат|евро|` +
	`RUB|RUR|BYN|KZT|KGS|UZS|AMD|GEL|AZN|USD|EUR|CNY|GBP|CHF)?\.?$`)

// separators are what stands between thousands and before the decimals, by the number of the style.
var separators = [][2]string{{",", "."}, {"", "."}, {".", ","}, {"", ","}, {"'", "."}}

// number returns the format of numbers that a call applies; ok is false for one that is not known.
func (c call) number() (f numberFormat, ok bool) {
	decimals, ok1 := c.whole(0, -1)
	style, ok2 := c.whole(1, 0)
	if !ok1 || !ok2 || decimals < 0 || decimals > 10 || style < 0 || style >= len(separators) {
		return f, false
	}
	f = numberFormat{decimals: decimals, thousand: separators[style][0], decimal: separators[style][1]}
	if c.name == "AFPercent_Format" {
		f.unit = "%"
		f.isBefore, ok = c.truth(2)
		return f, ok
	}
	var ok3, ok4, ok5 bool
	f.negative, ok3 = c.whole(2, 0)
	f.unit, ok4 = c.text(4)
	f.isBefore, ok5 = c.truth(5)
	f.unit = spaceless(f.unit)
	return f, ok3 && ok4 && ok5 && f.negative >= 0 && f.negative <= 3 && known.MatchString(f.unit)
}

// spaceless returns a text without spaces, which programs write in different ways, and with one minus and apostrophe.
func spaceless(text string) string {
	return strings.NewReplacer("−", "-", "’", "'").Replace(strings.Join(strings.Fields(norm.NFKC.String(text)), ""))
}

// plainNumber matches a number that a script reads as it is meant.
var plainNumber = regexp.MustCompile(`^(-?)(\d*)(?:[.,](\d+))?$`)

// match compares a value with what is shown for it in a format. Programs that do not run scripts may show the same
// number in another one.
func (f numberFormat) match(shown, value string) agreement {
	seen, isNumber := numberOf(shown)
	written, isValue := numberOf(value)
	if isNumber && isValue && seen.isAbout(written, false) && seen.other == nil && written.other == nil &&
		(f.unit == "%" || !strings.Contains(shown, "%")) {
		return equal
	}
	parts := plainNumber.FindStringSubmatch(strings.TrimSpace(value))
	if parts == nil || parts[2]+parts[3] == "" || len(value) > longestNumber {
		return doubt(shown, value)
	}
	count, _ := new(big.Rat).SetString("0" + parts[2] + "." + parts[3] + "0")
	if f.unit == "%" {
		count.Mul(count, big.NewRat(100, 1))
	}
	if slices.ContainsFunc(f.rounded(count), func(digits string) bool {
		return slices.Contains(f.texts(digits, parts[1] != ""), spaceless(shown))
	}) {
		return equal
	}
	return unequal
}

// rounded returns a number with as many decimals as are shown. Programs differ in how they round halves.
func (f numberFormat) rounded(count *big.Rat) []string {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(f.decimals)), nil)
	units := new(big.Rat).Mul(count, new(big.Rat).SetInt(power))
	list := []string{units.FloatString(0)}
	if twice := new(big.Rat).Mul(units, big.NewRat(2, 1)); twice.IsInt() && !units.IsInt() {
		list = append(list, new(big.Int).Quo(units.Num(), units.Denom()).String())
	}
	for i, digits := range list {
		if missing := f.decimals + 1 - len(digits); missing > 0 {
			digits = strings.Repeat("0", missing) + digits
		}
		list[i] = digits
	}
	return list
}

// texts returns how digits may be shown.
func (f numberFormat) texts(digits string, isNegative bool) (list []string) {
	at := len(digits) - f.decimals
	whole, fraction := digits[:at], digits[at:]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + f.thousand + whole[i:]
	}
	if fraction != "" {
		whole += f.decimal + fraction
	}
	before, after := "", f.unit
	if f.isBefore {
		before, after = f.unit, ""
	}
	switch text := before + whole + after; {
	case !isNegative || strings.Trim(digits, "0") == "" && f.negative == 0:
		list = append(list, text)
	case f.negative == 1:
		list = append(list, text)
	case f.negative >= 2:
		list = append(list, "("+text+")")
	}
	if isNegative {
		list = append(list, "-"+before+whole+after, before+"-"+whole+after)
	}
	return list
}

// sameCode reports whether texts of digits and separators have the same digits, as telephone numbers in groups have.
func sameCode(shown, value string) bool {
	const hyphens = "-‐‑–"
	digits := func(text string) string {
		return strings.Map(func(r rune) rune {
			switch {
			case unicode.IsDigit(r):
				return r
			case unicode.IsSpace(r) || strings.ContainsRune("()+"+hyphens, r):
				return -1
			}
			return unicode.ReplacementChar
		}, text)
	}
	isSigned := func(text string) bool {
		text = strings.TrimSpace(text)
		return strings.Trim(text, hyphens) != text || negative.MatchString(text)
	}
	is := digits(shown)
	return is == digits(value) && !strings.ContainsRune(is, unicode.ReplacementChar) &&
		!isSigned(shown) && !isSigned(value)
}
