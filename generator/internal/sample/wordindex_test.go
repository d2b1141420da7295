package sample

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"protokol/generator/internal/fields"
)

// TestWordIndex: the index leaves out no value that can be found in a text.
func TestWordIndex(t *testing.T) {
	texts := []string{"о ремонте", `"ель"`, "12", "т. е.", "-", "а.б. петров", "ремонт", "да да", "№ 5",
		"о ходе работ по", "о ходе работ по ремонту дома № 5", "а.б. петров а.б. петров"}
	list := make([]value, len(texts))
	for i, text := range texts {
		list[i].normal = normalize(text).text
	}
	x := newWordIndex(list)
	for _, text := range []string{"О ремонте, 12.", "ООО «Ель» - т. е. А. Б. Петров", "«Ремонт»", "Ремонтов", "", "…",
		"да да да да", "№ 5, №5 и № 55", "О ходе работ по ремонту дома № 5 и о ходе работ по дому", "да, да; 1.12",
		"А.Б. Петров А. Б. Петров А.Б. Петров"} {
		n := normalize(text)
		var want []found
		for i, v := range list {
			for _, at := range n.find(v.normal) {
				want = append(want, found{i, at[0], at[1]})
			}
		}
		if got := x.find(n, fields.Frame{}); !slices.Equal(got, want) {
			t.Errorf("in %q finds %v, not %v", text, got, want)
		}
	}
}

// TestWordIndexRarest: values that have words in common are not tried together, also if some of them were added later.
func TestWordIndexRarest(t *testing.T) {
	x := &wordIndex{}
	tooMany := errors.New("too many")
	for i := range 500 {
		x.add(normalize(fmt.Sprint("специалист участка № ", i)).text)
		x.add(normalize(fmt.Sprintf("Белов %c. %c.", 'А'+i%25, 'А'+i/25)).text)
		if i == 300 {
			x.find(normalize("Специалист"), fields.Frame{})
		}
	}
	for i, want := range map[int]int{7: 2, 400: 2, 500: 0} {
		frame := fields.Frame{}.Limited(2, tooMany)
		text := fmt.Sprintf("Белов %c. %c., специалист участка № %d.", 'А'+i%25, 'А'+i/25, i)
		if got := x.find(normalize(text), frame); len(got) != want || frame.Err() != nil {
			t.Errorf("for %d finds %v: %v", i, got, frame.Err())
		}
	}
}
