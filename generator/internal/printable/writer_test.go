package printable

import (
	"errors"
	"strings"
	"testing"
)

func TestWriter(t *testing.T) {
	for _, test := range []struct{ what, in, want string }{
		{"lines and columns stay", "а\tб\nв\n", "а\tб\nв\n"},
		{"a screen is not cleared", "\x1b[2J\x1b[Hсовпадает", "<U+001B>[2J<U+001B>[Hсовпадает"},
		{"a title is not set", "\x1b]0;t\x07", "<U+001B>]0;t<U+0007>"},
		{"nor by one byte", "\x9b2J", "\ufffd2J"},
		{"nor by its character", "\u009b2J", "<U+009B>2J"},
		{"a return does not overwrite", "не сходится\rсовпадает", "не сходится<U+000D>совпадает"},
		{"nor does a backspace", "не\b\b", "не<U+0008><U+0008>"},
		{"the text does not turn", "doc\u202Efdp.exe \u2066a\u2069", "doc<U+202E>fdp.exe <U+2066>a<U+2069>"},
		{"nothing is hidden", "a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"},
		{"what is not UTF-8", "a\xffb", "a\ufffdb"},
	} {
		var whole, pieces strings.Builder
		if n, err := NewWriter(&whole).Write([]byte(test.in)); n != len(test.in) || err != nil {
			t.Errorf("%s: %d bytes, %v", test.what, n, err)
		}
		w := NewWriter(&pieces)
		for i := range len(test.in) {
			if _, err := w.Write([]byte{test.in[i]}); err != nil {
				t.Fatal(err)
			}
		}
		if whole.String() != test.want || pieces.String() != test.want {
			t.Errorf("%s: %q, by bytes %q, want %q", test.what, whole.String(), pieces.String(), test.want)
		}
	}
}

func TestVisible(t *testing.T) {
	if got := Visible("а\nб: совпадает\t\x1b"); got != "а<U+000A>б: совпадает<U+0009><U+001B>" {
		t.Error(got)
	}
	if got := Visible("«Ёж» № 1 — 5\u00a0000"); got != "«Ёж» № 1 — 5\u00a0000" {
		t.Error(got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriterError(t *testing.T) {
	if _, err := NewWriter(full{}).Write([]byte("a")); err == nil {
		t.Error("a full disk is not reported")
	}
}
