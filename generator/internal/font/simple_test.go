package font_test

import (
	"testing"

	"golang.org/x/image/font/sfnt"

	own "protokol/generator/internal/font"
)

// TestWithCmap checks with golang.org/x/image that the cmap table of a subset
// maps its characters and no others.
func TestWithCmap(t *testing.T) {
	runes := []rune(" !#ABCЁАБгёѓ—“№")
	eachSubset(t, runes, func(_ []byte, face *own.Face, subset *own.Subset) {
		other, err := sfnt.Parse(own.Complete(subset.WithCmap()))
		if err != nil {
			t.Fatal(err)
		}
		var buffer sfnt.Buffer
		found := 0
		for r := rune(1); r < 0x10000; r++ {
			glyph, err := other.GlyphIndex(&buffer, r)
			if err != nil {
				t.Fatal(err)
			}
			if glyph == 0 {
				continue
			}
			found++
			if int(glyph) > len(runes) || runes[glyph-1] != r {
				t.Errorf("%s: %c is glyph %d", face.Name, r, glyph)
			}
		}
		if found != len(runes) {
			t.Errorf("%s: %d of %d characters", face.Name, found, len(runes))
		}
	})
}
