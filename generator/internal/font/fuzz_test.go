package font_test

import (
	"bytes"
	"testing"

	"protokol/fonts"
	"protokol/generator/internal/font"
)

// FuzzFont: whatever a font file says, its faces are described and parsed, or there
// is an error; subsets and whole faces are written.
func FuzzFont(f *testing.F) {
	files, err := fonts.Find(fonts.Default)
	if err != nil {
		f.Fatal(err)
	}
	face, err := font.Parse(files[0])
	if err != nil {
		f.Fatal(err)
	}
	letters := []rune(" !АБйё")
	subset, err := face.Subset(letters)
	if err != nil {
		f.Fatal(err)
	}
	small := font.Named(subset.WithCmap())
	f.Add(small)
	f.Add(append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), small...))
	if list, err := font.Describe(bytes.NewReader(small)); err != nil || list[0].Families[0] != "P" {
		f.Fatal(list, err)
	} else if _, err := font.ParseAt(small, list[0]); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := font.Describe(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, d := range list {
			face, err := font.ParseAt(data, d)
			if err != nil {
				continue
			}
			var known []rune
			for _, r := range letters {
				if _, ok := face.Glyph(r); ok {
					known = append(known, r)
				}
			}
			if s, err := face.Subset(known); err == nil && !face.Whole {
				s.WithCmap()
			}
		}
	})
}
