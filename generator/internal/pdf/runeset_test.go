package pdf

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"protokol/fonts"
	"protokol/generator/internal/font"
)

// TestRuneSet checks that sets of characters are complete: with every alphabet of which they have a character, as far
// as the face has it, and with a space.
func TestRuneSet(t *testing.T) {
	files, err := fonts.Find(fonts.Default)
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.Parse(files[0])
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	chars := []rune("абвЯzZ09 .«№—ёЁ\u00a0\u04ff\u0500\u1fff\u2000\u203a\u2116\u213f\u2140☐漢😀")
	for range 2000 {
		var text []rune
		for range random.IntN(6) {
			text = append(text, chars[random.IntN(len(chars))])
		}
		for _, fallback := range []bool{false, true} {
			want := append(slices.Clone(text), ' ')
			for _, alphabet := range alphabets {
				if fallback || !strings.ContainsAny(string(want), alphabet) {
					continue
				}
				for _, r := range alphabet {
					if _, ok := face.Glyph(font.Substitute(r)); ok {
						want = append(want, r)
					}
				}
			}
			slices.Sort(want)
			var s runeSet
			s.add(string(text))
			var has []frequentRunes
			if !fallback {
				has = covered(face)
			}
			s.complete(has)
			if got := s.runes(); !slices.Equal(got, slices.Compact(want)) {
				t.Fatalf("%q: got %q", string(text), string(got))
			}
		}
	}
}
