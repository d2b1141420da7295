package list

import "testing"

// TestPairs: the only people, in a column whose heading is a post, belong to the only organizations, and are in the
// post if the list has none. People whom rows may be about, several columns and general headings decide nothing.
func TestPairs(t *testing.T) {
	for _, test := range []struct {
		csv, known, post string
		isDoubted        bool
	}{
		{"Лесничество;Лесничий\nЕльнинское лесничество;Рой Ян Ильич\nВяземское лесничество;Ким Ия Ильинична\n",
			"organization=A name=B position=B", "Лесничий", false},
		{"Сельское поселение;Глава поселения\nСельское поселение Ель;Рой О.Б.\nСельское поселение Бор;Ли О.Б.\n",
			"organization=A name=B position=B", "Глава поселения", false},
		{"Театр;Художественный руководитель\nТеатр кукол;Рой О.Б.\nТеатр «Ель»;Ли О.Б.\n",
			"organization=A name=B position=B", "Художественный руководитель", false},
		{"Организация;Руководитель РСО\nАО «Ель»;Рой О.Б.\nАО «Ива»;Ли О.Б.\n", "organization=A name=B", "", false},
		{"Театр;Художественный руководитель\nТеатр «Ель»;Рой О.Б.\nТеатр «Ива»;Ли О.Б.\nТеатр кукол;вакансия\n",
			"organization=A name=B position=B", "", true},
		{"ФАП;Фельдшер\nФАП д. Ёлки;Рой О.Б.\nФАП д. Бор;Ли О.Б.\n", "organization=A name=B position=B", "Фельдшер",
			false},
		{"Театр;Худрук;Главный режиссёр\nТеатр кукол;Рой О.Б.;Ян О.Б.\nТеатр «Ель»;Ли О.Б.;Ким О.Б.\n",
			"organization=A", "", true},
		{"Организация;Победитель конкурса\nАО «Ель»;Рой О.Б.\nАО «Ива»;Ли О.Б.\n", "organization=A", "", true},
		{"Организация;Лесничий\nАО «Ель»;Рой О.Б.\nАО «Ель»;Ли О.Б.\n", "organization=A name=B position=B", "Лесничий",
			false},
		{"Маршрут;Водитель\n№ 5;Рой О.Б.\n№ 6;Ли О.Б.\n", "name=B", "", true},
	} {
		l, problems := Open(source("a.csv", test.csv), Options{})
		post, doubts := "", 0
		for r, err := range l.Records() {
			if err != nil {
				t.Fatal(err)
			}
			post, doubts = r.Get("position"), doubts+len(r.Problems)
		}
		if got := known(l); got != test.known {
			t.Errorf("%q: %s, want %s", test.csv, got, test.known)
		}
		if post != test.post || doubts > 0 != test.isDoubted {
			t.Errorf("%q: post «%s», %d doubts, %v", test.csv, post, doubts, messages(problems))
		}
	}
}
