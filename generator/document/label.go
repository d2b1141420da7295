package document

import (
	"strconv"
	"strings"
)

// letters are those that mark items of an enumeration; ё, з, й, о, ч, ъ, ы
// and ь are left out (ГОСТ Р 2.105-2019, 6.6.2).
var letters = []rune("абвгдежиклмнпрстуфхцшщэюя")

// Label is what stands before the n-th item (from 1) of a list. Parent is the
// label of the item the list stands in; a Decimal list counts on from it.
func Label(kind ListKind, n int, parent string) string {
	switch kind {
	case Decimal:
		return parent + strconv.Itoa(n) + "."
	case Letter:
		return strings.Repeat(string(letters[(n-1)%len(letters)]), 1+(n-1)/len(letters)) + ")"
	case Dash:
		return "—"
	case Plain:
		return ""
	}
	panic("document: unknown list kind " + string(kind))
}

// CountFrom is the number that numbering continues from after a label set by hand: "4."
// of the top level gives 4, "2.7." below "2." gives 7. Other labels give false.
func CountFrom(label, parent string) (n int, ok bool) {
	rest, ok := strings.CutPrefix(label, parent)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSuffix(rest, "."))
	return n, err == nil && n > 0
}
