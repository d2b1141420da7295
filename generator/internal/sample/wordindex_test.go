package sample

import (
	"fmt"
	"testing"
)

// TestWordIndex: the index leaves out no value that can be found in a text.
func TestWordIndex(t *testing.T) {
	texts := []string{"о ремонте", `"ель"`, "12", "т. е.", "-", "а.б. петров", "ремонт"}
	list := make([]value, len(texts))
	for i, text := range texts {
		list[i].normal = normalize(text).text
	}
	x := newWordIndex(list)
	for _, text := range []string{"О ремонте, 12.", "ООО «Ель» - т. е. А. Б. Петров", "«Ремонт»", "Ремонтов", "", "…"} {
		n := normalize(text)
		found := map[int]bool{}
		for _, i := range x.in(n) {
			found[i] = true
		}
		for i, v := range list {
			if len(n.find(v.normal)) > 0 && !found[i] {
				t.Errorf("%q is not looked for in %q", v.normal, text)
			}
		}
	}
	if got := x.in(normalize("Другой текст")); len(got) != 1 { // the dash
		t.Errorf("looks for %v", got)
	}
}

// TestWordIndexRarest: values that differ in one short word are not looked for together, also if some of them were
// added later.
func TestWordIndexRarest(t *testing.T) {
	x := &wordIndex{}
	for i := range 500 {
		x.add(normalize(fmt.Sprint("специалист участка № ", i)).text)
		if i == 300 {
			x.in(normalize("Специалист"))
		}
	}
	for i, want := range map[int]int{7: 1, 400: 1, 500: 0} {
		found := x.in(normalize(fmt.Sprintf("Белов И. И., специалист участка № %d.", i)))
		if len(found) != want || want == 1 && found[0] != i {
			t.Errorf("for %d looks for %v", i, found)
		}
	}
}
