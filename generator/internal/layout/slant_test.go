package layout

import (
	"testing"

	"protokol/generator/internal/flow"
)

// TestSlant: the border of a float is around it, or a line from corner to corner.
func TestSlant(t *testing.T) {
	for slant, want := range map[flow.Slant][]Rule{
		flow.Falling: {{X1: 10, Y1: 20, X2: 40, Y2: 60, Width: 1, Kind: flow.Single}},
		flow.Rising:  {{X1: 10, Y1: 60, X2: 40, Y2: 20, Width: 1, Kind: flow.Single}},
		flow.NoSlant: {{X1: 10, Y1: 20, X2: 40, Y2: 20, Width: 1, Kind: flow.Single}},
	} {
		page := Page{Size: flow.Page{Width: 100, Height: 100}}
		f := flow.Float{Height: 40, Border: flow.Border{Kind: flow.Single, Width: 1}, Slant: slant}
		f.X = flow.Anchor{From: flow.FromPage, At: 10}
		f.Y = flow.Anchor{From: flow.FromPage, At: 20}
		page.place(float{Float: &f, width: 30})
		count := map[bool]int{true: 4, false: 1}[slant == flow.NoSlant]
		if len(page.Rules) != count || page.Rules[0] != want[0] {
			t.Errorf("%v: %+v", slant, page.Rules)
		}
	}
}
