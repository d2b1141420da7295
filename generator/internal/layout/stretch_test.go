package layout

import (
	"math"
	"testing"

	"protokol/fonts"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/shipped"
)

// TestStretch: Cyrillic letters of a Word paper that its family lacks take the width of
// the Latin letters of the family that look the same.
func TestStretch(t *testing.T) {
	var list [4]*font.Face
	for i, file := range fonts.Twins["Caladea"] {
		var err error
		if list[i], err = font.Parse(file); err != nil {
			t.Fatal(err)
		}
	}
	family := shipped.Family(t).WithFamilies(list)
	width := func(text string, of uint8, effects *flow.Effects, word bool) (sum float64) {
		run := flow.Run{Text: text, Font: flow.Font{Size: 10, Family: of}, Effects: effects}
		for _, w := range (&cutter{family: family, word: word}).cut([]flow.Run{run}, nil) {
			sum += w.width
		}
		return sum
	}
	half := &flow.Effects{Scale: 0.5}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"small letters", width("аеорсух", 1, nil, true), width("aeopcyx", 1, nil, true)},
		{"capital letters", width("АВЕКМНОРСТХ", 1, nil, true), width("ABEKMHOPCTX", 1, nil, true)},
		{"a scaled run", width("аеорсух", 1, half, true), width("aeopcyx", 1, half, true)},
		{"a family with the letters", width("аеорсух", 0, half, true), width("аеорсух", 0, half, false)},
		{"a paper of the own design", width("аеорсух", 1, nil, false), width("аеорсух", 0, nil, false)},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s: %g, want %g", c.name, c.got, c.want)
		}
	}
}
