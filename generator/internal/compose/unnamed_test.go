package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestUnnamed: a protocol tells whom of the people it does not name, unless another paper or text does, a number counts
// them, or the file of the council names them for all meetings.
func TestUnnamed(t *testing.T) {
	guest := meeting.Person{Name: "Зимина Анна Ильинична", Position: "эксперт", Guest: true}
	member := meeting.Person{Name: "Львов Пётр Ильич"}
	for name, c := range map[string]struct {
		change func(*meeting.Meeting)
		want   string
	}{
		"guest":    {func(m *meeting.Meeting) { m.People = append(m.People, guest) }, "Зимина Анна Ильинична"},
		"standing": {func(m *meeting.Meeting) { m.People = append(m.People, guest); m.People[2].Standing = true }, ""},
		"invited": {func(m *meeting.Meeting) {
			m.People, m.Invited = append(m.People, guest), []string{"Зимина А. И."}
		}, ""},
		"neither present nor absent": {func(m *meeting.Meeting) {
			m.People, m.Present = append(m.People, guest, member), []string{"Первый И. И.", "Второй П. П."}
		}, "Зимина Анна Ильинична, Львов Пётр Ильич"},
		"absent": {func(m *meeting.Meeting) {
			m.People, m.Absent = append(m.People, member), []meeting.Absent{{Name: "Львов"}}
		}, ""},
		"in a text": {func(m *meeting.Meeting) {
			m.People, m.Preamble = append(m.People, guest), []string{"Поблагодарили Зимину А. И."}
		}, ""},
		"in a paper": {func(m *meeting.Meeting) {
			m.People = append(m.People, guest)
			m.Papers = map[string]*meeting.Paper{"order": {Title: "ПРИКАЗ", Acquainted: []string{"Зимина"}}}
		}, ""},
		"remote only": {func(m *meeting.Meeting) {
			m.People, m.Remote = append(m.People, guest), []string{"Зимина"}
		}, "Зимина Анна Ильинична"},
		"a number": {func(m *meeting.Meeting) {
			m.People, m.Attendance.Print = append(m.People, guest, member), "number"
		}, "Зимина Анна Ильинична"},
		"many": {func(m *meeting.Meeting) {
			for _, given := range strings.Fields("Вера Лев Ада Пётр Илья Анна") {
				m.People = append(m.People, meeting.Person{Name: "Кац " + given, Guest: true})
			}
		}, "Кац Вера, Кац Лев, Кац Ада, Кац Пётр, Кац Илья и другие, всего 6"},
	} {
		m := bare()
		m.People = []meeting.Person{{Name: "Первый Иван Ильич"}, {Name: "Второй Павел Петрович"}}
		m.Chair, m.Secretary = "Первый И. И.", "Второй П. П."
		c.change(m)
		doc, problems, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil || doc == nil {
			t.Fatal(name, err)
		}
		got := ""
		for _, p := range problems {
			if _, names, ok := strings.Cut(p.Message, "кто есть в people: "); ok {
				got += names
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestUnnamedAnywhere: a file without a meeting tells whom none of its papers names.
func TestUnnamedAnywhere(t *testing.T) {
	m := &meeting.Meeting{Date: meeting.Date{Year: 2026, Month: 4, Day: 8}, Chair: "Первый Иван Ильич",
		People: []meeting.Person{{Name: "Первый Иван Ильич"}, {Name: "Второй Павел Петрович"}},
		Papers: map[string]*meeting.Paper{"order": {Title: "ПРИКАЗ", Text: []string{"Отпустить."}}}}
	for text, want := range map[string]int{"Отпустить.": 1, "Отпустить Второго П. П.": 0} {
		m.Papers["order"].Text = []string{text}
		problems, err := load(t).Check(t.Context(), m, nil)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, p := range problems {
			if strings.HasPrefix(p.Message, "ни одна бумага этого файла не называет") {
				found++
			}
		}
		if found != want {
			t.Errorf("%s: %v", text, problems)
		}
	}
}
