package document

import (
	"strconv"
	"strings"
)

// letters are the letters that label items; ё, з, й, о, ч, ъ, ы and ь are left
// out (ГОСТ Р 2.105-2019, 6.6.2).
var letters = []rune("абвгдежиклмнпрстуфхцшщэюя")

// Label returns the label of the n-th item of a list, from 1. Parent is the
// label of the item that contains the list; decimal labels start with it.
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

// CountFrom returns the number of a label set by hand, from which numbering
// continues: 4 for "4." at the top level, 7 for "2.7." in item "2.". For other
// labels it returns false.
func CountFrom(label, parent string) (n int, ok bool) {
	rest, ok := strings.CutPrefix(label, parent)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSuffix(rest, "."))
	return n, err == nil && n > 0
}
