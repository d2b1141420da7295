package layout

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestPostalStrokes checks that all digits are different and consist of the
// nine strokes.
func TestPostalStrokes(t *testing.T) {
	drawn := map[string]string{}
	for _, digit := range slices.Sorted(maps.Keys(postalStrokes)) {
		var lines []string
		for _, s := range postalStrokes[digit] {
			dx, dy := s[2]-s[0], s[3]-s[1]
			if dx < -1 || dx > 1 || dy < -2 || dy > 2 || dx != 0 && dy*dy > 1 {
				t.Errorf("%s: no such stroke %v", digit, s)
			}
			from, to := [2]float64{s[0], s[1]}, [2]float64{s[2], s[3]}
			if to[0] < from[0] || to[0] == from[0] && to[1] < from[1] {
				from, to = to, from
			}
			lines = append(lines, string(rune('a'+int(from[0]+2*from[1])))+string(rune('a'+int(to[0]+2*to[1]))))
		}
		slices.Sort(lines)
		key := strings.Join(lines, " ")
		if other, ok := drawn[key]; ok {
			t.Errorf("%s looks like %s", digit, other)
		}
		drawn[key] = digit
	}
	if len(drawn) != 10 {
		t.Errorf("%d digits", len(drawn))
	}
}
