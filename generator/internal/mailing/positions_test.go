package mailing

import (
	"fmt"
	"testing"
)

// TestPositions checks that positions read again, also after others displaced them, give the same.
func TestPositions(t *testing.T) {
	cases := map[string]contents{
		"заведующая складом": {},
		"":                   {},
		"кладовщику":         {doubt: "должность, похоже, уже в дательном падеже"},
		"завхоз – Лапина Раиса Фёдоровна": {name: "Лапина Раиса Фёдоровна", separate: true},
		"Орехова Инна":                    {doubt: "это имя, а не должность"},
	}
	var p positions
	for range 2 {
		for position, want := range cases {
			if got := p.read(position); got != want {
				t.Errorf("%s: %+v, want %+v", position, got, want)
			}
		}
		for i := range mostPositions {
			p.known[fmt.Sprintf("инженер %d категории", i)] = contents{}
		}
	}
	p.read("инженер")
	if len(p.known) > mostPositions {
		t.Errorf("%d positions are kept, want at most %d", len(p.known), mostPositions)
	}
}
