package meeting

import "testing"

// TestNoticeWithoutChair checks that a meeting that is only called needs no chair: who
// calls it signs the notice.
func TestNoticeWithoutChair(t *testing.T) {
	called := func() *Meeting {
		return &Meeting{Date: Date{Year: 2026, Month: 10, Day: 16}, Council: Council{Name: "Правление"},
			People: []Person{{Name: "Лапшин Вадим Егорович"}}, Agenda: []Item{{Title: "О шлагбауме."}},
			Notice: &Letter{Signer: "Лапшин В. Е."}}
	}
	if problems := called().Check(); len(problems) > 0 {
		t.Error(problems)
	}
	for name, change := range map[string]func(*Meeting){
		"nobody signs": func(m *Meeting) { m.Notice.Signer = "" },
		"it was held":  func(m *Meeting) { m.Agenda[0].Decisions = []Decision{{Text: "Установить шлагбаум."}} },
	} {
		m := called()
		if change(m); !m.Check().Failed() {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestLetterheadOfPapers checks the warning of an address that a paper does not
// print.
func TestLetterheadOfPapers(t *testing.T) {
	for show, want := range map[string]int{"": 1, "names": 0, "full": 0} {
		m := &Meeting{Date: Date{Year: 2026, Month: 1, Day: 19}, People: []Person{{Name: "Зимина Екатерина Борисовна"}},
			Letterhead: &Letterhead{Name: "ООО «Кружева»", Address: "г. Киров"}, Header: &Header{Letterhead: show},
			Papers: map[string]*Paper{"proxy": {Title: "ДОВЕРЕННОСТЬ", Signers: []Signer{{Name: "Зимина Е. Б."}}}}}
		if problems := m.Check(); len(problems) != want {
			t.Errorf("%q: %v", show, problems)
		}
	}
}
