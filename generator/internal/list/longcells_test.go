package list

import (
	"strings"
	"testing"
)

// TestTooLong checks that a cell which is no value of its field by its length is an error,
// and that one of another column or one of the length of names is not.
func TestTooLong(t *testing.T) {
	long := strings.Repeat("слово ", 200)
	name := "Федеральное государственное бюджетное учреждение «" + strings.Repeat("слово ", 80) + "»"
	for row, want := range map[string]string{
		name + ";Ильин О. П.;" + long:  "",
		long + ";Ильин О. П.;":         "строка 2, столбец «Организация» (A): в ячейке 1199 знаков",
		"\u200b" + long + ";Ли О. П.;": "строка 2, столбец «Организация» (A): в ячейке 1199 знаков",
		"ООО «А»;" + long + ";":        "строка 2, столбец «ФИО» (B): в ячейке 1199 знаков",
	} {
		l, _ := Open(source("a.csv", "Организация;ФИО;Отзыв\n"+row+"\n"), Options{})
		for r, err := range l.Records() {
			if err != nil || r.Problems.Failed() != (want != "") {
				t.Fatalf("%.30s…: %v, %v", row, err, r.Problems)
			}
			if want != "" && !strings.HasPrefix(r.Problems[0].Key+": "+r.Problems[0].Message, want) {
				t.Errorf("%.30s…: %v", row, r.Problems[0])
			}
			if len(r.Get("organization")) > 2100 {
				t.Errorf("%d bytes are kept", len(r.Get("organization")))
			}
		}
	}
}
