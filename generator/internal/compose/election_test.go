package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestElections checks the words about elections before the agenda, with one
// candidate, with several, and of several people.
func TestElections(t *testing.T) {
	m := bare()
	m.Form = "full"
	m.People = append(m.People, meeting.Person{Name: "Захарова Инна Егоровна", Position: "уч. 159"})
	present := 195
	m.Attendance = meeting.Attendance{Print: "number", Present: &present}
	m.Elections = []meeting.Election{
		{Office: "председатель собрания", Elected: []string{"Захарова И. Е."}, Candidates: []meeting.Candidate{
			{Name: "Михайлова Вера Фоминична", Vote: &meeting.Vote{For: heads(87), Against: heads(45)}},
			{Name: "Захарова И. Е.", Vote: &meeting.Vote{For: heads(108), Against: meeting.Ballots{None: true}}}}},
		{Office: "секретарь собрания", Elected: []string{"Петров Пётр Ильич"},
			Vote: &meeting.Vote{Words: "единогласно"}},
		{Office: "члены счётной комиссии", Elected: []string{"ИВАНОВ И. И.", "Сидоров С. С."}},
		{Office: "казначей", Candidates: []meeting.Candidate{{Name: "Зимина А. Л."}},
			Elected: []string{"Зимина А. Л."}},
		{Office: "староста", Elected: []string{"Сидоров С. С."},
			Vote: &meeting.Vote{For: heads(190), Against: heads(5)}},
		{Office: "редакционная комиссия", Elected: []string{"Иванов И. И.", "Зимина А. Л."}},
	}
	text := compose(t, Request{Kind: "protocol"}, m)
	at := 0
	for _, want := range []string{
		"Предложены кандидатуры председателя собрания:",
		"1)", "Михайлова В.Ф. – «за» – 87, «против» – 45;",
		"2)", "Захарова И.Е. – «за» – 108, «против» – нет.",
		"Председателем собрания избрана Захарова И.Е., уч. 159.",
		"Секретарем собрания избран Петров П.И. Голосовали: единогласно.",
		"Членами счётной комиссии избраны Иванов И.И., Сидоров С.С.",
		"Предложена кандидатура казначея: Зимина А.Л.\n", "Казначеем избрана Зимина А.Л.",
		"Старостой избран Сидоров С.С.\n", "Голосовали: «за» – 190, «против» – 5.",
		"В редакционную комиссию избраны Иванов И.И., Зимина А.Л.",
		"ПОВЕСТКА ДНЯ:",
	} {
		next := strings.Index(text[at:], want)
		if next < 0 {
			t.Fatalf("no %q behind %q in %s", want, text[:at], text)
		}
		at += next + len(want)
	}
	if text := compose(t, Request{Kind: "protocol", Rules: soleRules - 1}, m); !strings.Contains(text,
		"Предложены кандидатуры казначея:") {
		t.Error(text)
	}
	if extract := compose(t, Request{Kind: "extract", Items: []int{1}}, m); strings.Contains(extract, "избрана") {
		t.Error(extract)
	}
}
