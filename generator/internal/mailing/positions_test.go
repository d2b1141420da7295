package mailing

import (
	"fmt"
	"testing"

	"protokol/generator/internal/memo"
)

// TestPositions checks that positions examined again, also after others displaced them, give the same.
func TestPositions(t *testing.T) {
	cases := map[string]contents{
		"заведующая складом": {},
		"":                   {},
		"кладовщику":         {doubt: "должность, похоже, уже в дательном падеже"},
		"завхоз – Лапина Раиса Фёдоровна": {name: "Лапина Раиса Фёдоровна", separate: true},
		"Орехова Инна":                    {doubt: "это имя, а не должность"},
	}
	var m Mailing
	for range 2 {
		for position, want := range cases {
			if got := m.examine(position); got != want {
				t.Errorf("%s: %+v, want %+v", position, got, want)
			}
		}
		for i := range memo.Most {
			m.positions.Keep(fmt.Sprintf("инженер %d категории", i), contents{})
		}
	}
}
