package wordml

import "testing"

// TestUsual: texts that need a closer look are not usual.
func TestUsual(t *testing.T) {
	for r := rune(1); r < 0x10000; r++ {
		text := "А" + string(r)
		if isUsual(text) && (r < ' ' || rightToLeft(text)) {
			t.Fatalf("%U is usual", r)
		}
	}
	for _, text := range []string{"", "Совет «Да» – № 5…", "Āß α", "\u00a0—€"} {
		if !isUsual(text) {
			t.Errorf("%q is not usual", text)
		}
	}
}
