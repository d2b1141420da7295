package sample

import "testing"

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
