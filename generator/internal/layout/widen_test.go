package layout

import (
	"math"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestWidening: letters of full lines with wide spaces are widened up to the limit, only where words may be divided,
// and no more than makes the spaces twice as wide as usual. Lines stay as wide as the page.
func TestWidening(t *testing.T) {
	family := shipped.Family(t)
	face := family.At(0)
	for _, c := range []struct {
		name      string
		more      float64 // space on the first line, relative to its natural spaces
		natural   bool    // as by rules before 10
		whole     bool    // words are not divided
		effects   *flow.Effects
		scaled    bool
		spaceWide float64 // relative to its natural width; 0 for any less than without widening
	}{
		{name: "even", more: 0.9, spaceWide: 1.9},
		{name: "wide", more: 1.2, scaled: true, spaceWide: 2},
		{name: "too wide", more: 2, scaled: true},
		{name: "rules 9", more: 1.2, natural: true, spaceWide: 2.2},
		{name: "not divided", more: 1.2, whole: true, spaceWide: 2.2},
		{name: "with effects", more: 1.2, effects: &flow.Effects{Tracking: 0.01}, spaceWide: 2.2},
	} {
		const first, next = "ООО\u00a0«Ряд» и ТСН Двор для них", "РОСЖЕЛДОР приняли" // not divided
		width, space := face.Width(first, 14), face.Width(" ", 14)
		if c.effects != nil {
			width = c.effects.Width(width, len([]rune(first)))
		}
		const spaces = 6
		room := width + c.more*space*spaces
		run := flow.Run{Text: first + " " + next, Font: flow.Font{Size: 14}, Effects: c.effects}
		paper := &flow.Paper{NaturalWidths: c.natural, Page: flow.Page{Width: room, Height: 800}, Blocks: []flow.Block{
			&flow.Paragraph{Role: flow.P, Font: run.Font, Spacing: 1, Align: flow.Justify, Hyphenate: !c.whole,
				Runs: []flow.Run{run}}}}
		line := Pages(paper, family).Pages[0].Lines[0]
		r := line.Runs[0]
		if line.Text() != first+" " && line.Text() != first {
			t.Fatalf("%s: %q", c.name, line.Text())
		}
		if (r.Scale > 0) != c.scaled || r.Scale > maxScale {
			t.Errorf("%s: scale %g", c.name, r.Scale)
		}
		if got := r.TextWidth(first, face); math.Abs(got-room) > 0.01 || math.Abs(r.Width-room) > 0.01 {
			t.Errorf("%s: the line is %g wide, its run %g, the page %g", c.name, got, r.Width, room)
		}
		got := r.TextWidth(" ", face) / space
		if c.spaceWide > 0 && math.Abs(got-c.spaceWide) > 0.05 || got > c.more+1.01 {
			t.Errorf("%s: spaces %g", c.name, got)
		}
	}
}
