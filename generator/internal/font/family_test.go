package font_test

import (
	"testing"

	own "protokol/generator/internal/font"
	"protokol/generator/internal/shipped"
)

// TestFamily checks that a character is drawn by the first face that has it, if
// possible of the same weight.
func TestFamily(t *testing.T) {
	family := shipped.Family(t)
	for _, test := range []struct {
		r            rune
		bold, italic bool
		want         string
	}{
		{'я', false, false, "LiberationSerif"},
		{'я', true, true, "LiberationSerif-BoldItalic"},
		{'\u2011', true, false, "LiberationSerif-Bold"},
		{'₽', false, false, "DejaVuSerif"},
		{'₽', false, true, "DejaVuSerif"},
		{'₽', true, true, "DejaVuSerif-Bold"},
		{'☐', false, false, "DejaVuSans"},
		{'✓', true, false, "DejaVuSans-Bold"},
	} {
		index, ok := family.Find(test.r, own.Index(test.bold, test.italic))
		if name := family.At(index).Name; name != test.want || !ok {
			t.Errorf("%c (bold %v, italic %v) is drawn by %s, want %s", test.r, test.bold, test.italic, name, test.want)
		}
	}
	for _, r := range "абвёЁ№«»—…₽₸€→⇒≤≈∅∞±√²½☐☑☒✓✗①Ⅳ℃ѣґқһ" {
		if !family.Covers(r) {
			t.Errorf("no face draws %c", r)
		}
	}
	for _, r := range []rune{0x1F600, 'ا', '漢', -1} {
		if index, ok := family.Find(r, own.Index(true, false)); ok || index != own.Index(true, false) ||
			family.Covers(r) {
			t.Errorf("%c: face %d, %v", r, index, ok)
		}
	}
}

// TestCovers checks that texts are covered whose characters all have a glyph.
func TestCovers(t *testing.T) {
	face := shipped.Family(t).At(0)
	for r := rune(' '); r < 0x3000; r++ {
		_, want := face.Glyph(r)
		if got := face.Covers("Ю" + string(r) + "a"); got != want {
			t.Fatalf("%U: %v, want %v", r, got, want)
		}
	}
}
