package list

import (
	"testing"
)

// TestSurveyIsLinear checks that the cells of a row are counted once, when it is read, and
// not again at each of its columns: lists have thousands of them.
func TestSurveyIsLinear(t *testing.T) {
	l, problems := Open(source("a.csv", "Организация;ФИО;Отметка\nООО «Заря»;;\nООО «Луч»;Ильин О. П.;да\n"), Options{})
	if l == nil {
		t.Fatal(problems)
	}
	top, err := l.firstRows(10)
	if err != nil || len(top) != 3 || top[0].filled != 3 || top[1].filled != 1 || top[2].filled != 3 {
		t.Fatalf("%+v, %v", top, err)
	}
	top[2].Cells = top[2].Cells[:1] // what was counted holds
	if s := surveyColumn(0, top[1:]); s.filled != 1 || s.bodies != 1 {
		t.Errorf("%+v", s)
	}
}

// TestHeadsByLetter checks that no heading is skipped by its first letter that a head matches.
func TestHeadsByLetter(t *testing.T) {
	for _, f := range Recipients() {
		for _, heads := range f.Heads {
			for _, head := range heads {
				for _, before := range []string{"", "полный ", "контактный рабочий "} {
					if text := before + head; f.match(newHeading(text)).stems == 0 {
						t.Errorf("%q: %q", f.Key, text)
					}
				}
			}
		}
	}
}
