package voting

import (
	"fmt"
	"math/big"
	"strings"
)

// Amount is an exact, non-negative number of votes: 12, 1234,5 or 1/3. The zero
// Amount is 0. Amounts are immutable.
type Amount struct{ rat *big.Rat }

// Whole returns an integer number of votes.
func Whole(n int) Amount { return Amount{big.NewRat(int64(max(n, 0)), 1)} }

// Limits of numbers that are parsed.
const (
	maxDigits   = 15 // before the decimal separator
	maxDecimals = 9
)

// ParseAmount parses a number of votes: digits, possibly in groups, with a
// decimal comma or point, or a fraction, possibly after an integer («1 234,5»,
// «33.3», «1/3», «666 2/3»). A trailing % is ignored. The error is a Russian
// sentence.
func ParseAmount(text string) (Amount, error) {
	words := strings.Fields(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	fraction := new(big.Rat)
	if n := len(words); n > 0 && strings.Contains(words[n-1], "/") {
		num, den, _ := strings.Cut(words[n-1], "/")
		if !isDigits(num) || !isDigits(den) || strings.Trim(den, "0") == "" {
			return Amount{}, fmt.Errorf("«%s» — не число голосов", truncate(text))
		}
		fraction.SetString(num + "/" + den)
		if words = words[:n-1]; len(words) == 0 {
			return Amount{fraction}, nil
		}
	}
	whole, decimals, point := strings.Cut(strings.Replace(strings.Join(words, " "), ",", ".", 1), ".")
	whole, ok := joinGroups(whole)
	if !ok || point && (decimals == "" || len(decimals) > maxDecimals || strings.Trim(decimals, "0123456789") != "") {
		return Amount{}, fmt.Errorf("«%s» — не число голосов", truncate(text))
	}
	rat, _ := new(big.Rat).SetString(whole + "." + decimals + "0")
	return Amount{rat.Add(rat, fraction)}, nil
}

// joinGroups joins groups of three digits: «1 234» is 1234, but «12 34» is not
// a number.
func joinGroups(digits string) (string, bool) {
	groups := strings.Split(digits, " ")
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return "", false
		}
	}
	joined := strings.Join(groups, "")
	return joined, isDigits(joined) && (len(groups) == 1 || len(groups[0]) <= 3)
}

func isDigits(text string) bool {
	return text != "" && len(text) <= maxDigits && strings.Trim(text, "0123456789") == ""
}

// truncate shortens a text for a message.
func truncate(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return text
}

func (a Amount) value() *big.Rat {
	if a.rat == nil {
		return new(big.Rat)
	}
	return a.rat
}

// IsZero reports whether the amount is 0.
func (a Amount) IsZero() bool { return a.value().Sign() == 0 }

// Add returns a + b.
func (a Amount) Add(b Amount) Amount { return Amount{new(big.Rat).Add(a.value(), b.value())} }

// Sub returns a - b, or 0 if b is greater.
func (a Amount) Sub(b Amount) Amount {
	left := new(big.Rat).Sub(a.value(), b.value())
	if left.Sign() < 0 {
		return Amount{}
	}
	return Amount{left}
}

// Cmp returns -1, 0 or 1 if a is less than, equal to or greater than b.
func (a Amount) Cmp(b Amount) int { return a.value().Cmp(b.value()) }

// Equal reports whether two amounts are equal.
func (a Amount) Equal(b Amount) bool { return a.Cmp(b) == 0 }

// Times returns an amount taken several times.
func (a Amount) Times(n int) Amount { return a.mul(int64(n), 1) }

// mul returns a · num/den.
func (a Amount) mul(num, den int64) Amount {
	return Amount{new(big.Rat).Mul(a.value(), big.NewRat(num, den))}
}

// floor returns the greatest integer that is not greater than a.
func (a Amount) floor() Amount {
	return Amount{new(big.Rat).SetInt(new(big.Int).Quo(a.value().Num(), a.value().Denom()))}
}

// Singular reports a number that takes the singular of a noun: 1, 21, 101, not 11.
func (a Amount) Singular() bool {
	if !a.value().IsInt() {
		return false
	}
	digits := a.value().Num().String()
	return digits[len(digits)-1] == '1' && (len(digits) == 1 || digits[len(digits)-2] != '1')
}

// Few reports a number that takes the genitive singular of a noun: 2, 23, 104,
// and every fraction.
func (a Amount) Few() bool {
	if !a.value().IsInt() {
		return true
	}
	rest := new(big.Int).Rem(a.value().Num(), big.NewInt(100)).Int64()
	return rest%10 >= 2 && rest%10 <= 4 && rest/10 != 1
}

// PercentOf returns the percentage of a whole, rounded: «61,73 %». If the whole
// is 0, it returns "".
func (a Amount) PercentOf(whole Amount) string {
	percent := a.percentOf(whole)
	if percent == nil {
		return ""
	}
	return trimZeros(percent.FloatString(2)) + " %"
}

// FixedPercentOf is like PercentOf with a fixed number of decimals: «70,00 %».
func (a Amount) FixedPercentOf(whole Amount, decimals int) string {
	percent := a.percentOf(whole)
	if percent == nil {
		return ""
	}
	return decimalComma(percent.FloatString(decimals)) + " %"
}

func (a Amount) percentOf(whole Amount) *big.Rat {
	if whole.IsZero() {
		return nil
	}
	percent := new(big.Rat).Quo(a.value(), whole.value())
	return percent.Mul(percent, big.NewRat(100, 1))
}

// Fixed is like String with zeros up to a number of decimals: «4815,20». An
// amount with more decimals keeps them.
func (a Amount) Fixed(decimals int) string {
	if own, finite := a.decimals(); !finite || own >= decimals {
		return a.String()
	}
	return decimalComma(a.value().FloatString(decimals))
}

// decimals returns the number of decimals of an amount; false if it has no
// finite decimal.
func (a Amount) decimals() (int, bool) {
	text := a.value().FloatString(maxDecimals)
	if exact, ok := new(big.Rat).SetString(text); !ok || exact.Cmp(a.value()) != 0 {
		return 0, false
	}
	_, decimals, _ := strings.Cut(strings.TrimRight(text, "0"), ".")
	return len(decimals), true
}

// String formats an amount as in a paper: with a decimal comma and, from 10
// 000, groups of three digits. If there is no finite decimal, it is an integer
// and a fraction.
func (a Amount) String() string {
	rat := a.value()
	if exact, ok := new(big.Rat).SetString(rat.FloatString(maxDecimals)); ok && exact.Cmp(rat) == 0 {
		return trimZeros(rat.FloatString(maxDecimals))
	}
	integer, rest := new(big.Int).QuoRem(rat.Num(), rat.Denom(), new(big.Int))
	fraction := rest.String() + "/" + rat.Denom().String()
	if integer.Sign() == 0 {
		return fraction
	}
	return groupDigits(integer.String()) + " " + fraction
}

// decimalComma converts "1234.50" to «1234,50».
func decimalComma(decimal string) string {
	whole, decimals, found := strings.Cut(decimal, ".")
	if !found {
		return groupDigits(whole)
	}
	return groupDigits(whole) + "," + decimals
}

// trimZeros converts "1234.500" to «1234,5».
func trimZeros(decimal string) string {
	whole, decimals, _ := strings.Cut(decimal, ".")
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		return groupDigits(whole) + "," + decimals
	}
	return groupDigits(whole)
}

// groupDigits inserts spaces between groups of three digits.
func groupDigits(digits string) string {
	if len(digits) <= 4 {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(d)
	}
	return b.String()
}
