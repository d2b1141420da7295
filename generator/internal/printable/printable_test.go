package printable

import (
	"strings"
	"testing"
	"unicode"
)

func TestText(t *testing.T) {
	for _, test := range []struct{ what, in, want string }{
		{"letters stay", "ООО «Ёж», № 1 — 5\u00a0000 ₽ é 漢", "ООО «Ёж», № 1 — 5\u00a0000 ₽ é 漢"},
		{"combining marks stay", "и\u0306", "и\u0306"},
		{"a line end begins no line of its own", "a\nподпись верна", "a?подпись верна"},
		{"a return does not overwrite", "a\rb", "a?b"},
		{"a tab", "a\tb", "a?b"},
		{"ESC sends nothing to the terminal", "\x1b[31mred\x1b]0;title\x07", "?[31mred?]0;title?"},
		{"nor does the C1 form of it", "\u009b31m", "?31m"},
		{"the text does not turn", "doc\u202Efdp.exe", "doc?fdp.exe"},
		{"nor by isolates", "\u2066a\u2069", "?a?"},
		{"nor by marks", "a\u200f\u061cb", "a??b"},
		{"nothing is hidden", "a\u200b\u00ad\ufeff\u2060b", "a????b"},
		{"nor in tags", "a\U000E0041", "a?"},
		{"separators are line ends to some", "a\u2028b\u2029c\u0085", "a?b?c?"},
		{"noncharacters", "\ufffe\uffff", "??"},
		{"what is no UTF-8", "a\xffb", "a\ufffdb"},
	} {
		if got := Text(test.in); got != test.want {
			t.Errorf("%s: %q is %q, want %q", test.what, test.in, got, test.want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"ёжик", "ёжик"},
		{"ёжики", "ёжик…"},
		{strings.Repeat("\x1b", 5), "????…"},
		{"", ""},
	} {
		if got := Short(test.in, 4); got != test.want {
			t.Errorf("%q is %q, want %q", test.in, got, test.want)
		}
	}
}

// TestUnsafe checks that all control and format characters of Unicode are
// unsafe, and that no letters, marks, numbers, symbols or spaces are.
func TestUnsafe(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !Unsafe(r) && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			t.Errorf("%U is safe", r)
		}
		if Unsafe(r) && unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs) {
			t.Errorf("%U is unsafe", r)
		}
	}
}
