package meeting

import (
	"strings"
	"testing"
)

// TestUnlistedGuests warns once of a guest who speaks and is neither present nor
// invited, unless the speech says who it is.
func TestUnlistedGuests(t *testing.T) {
	const file = `date = 2026-03-12
chair = "Первый И. И."
INVITED
people = [{ name = "Первый Иван Ильич" }, { name = "Гость Анна Львовна", position = "эксперт", guest = true }]
[council]
name = "Совет"
[[agenda]]
title = "О плане"
heard = [{ name = "Гость А. Л.", text = "доложила." POST }]
questions = [{ text = "Когда?", by = "BY", answer = "Завтра." }]
decisions = []
`
	for _, test := range []struct{ invited, post, by, want string }{
		{"", "", "Гость А. Л.", "agenda[0].heard[0].name"},
		{"", `, position = "эксперт"`, "Гость А. Л.", "agenda[0].questions[0].by"},
		{`invited = ["Гость А. Л."]`, "", "Гость А. Л.", ""},
		{`present = ["Первый И. И.", "Гость А. Л."]`, "", "Гость А. Л.", ""},
		{"", `, position = "эксперт"`, "Первый И. И.", ""},
		{"header.heard = \"{фио кого} – {должность кого}\"", "", "Гость А. Л.", ""},
	} {
		var keys []string
		for _, p := range meetingOf(t, strings.NewReplacer("INVITED", test.invited, "POST", test.post, "BY",
			test.by).Replace(file)).Check() {
			keys = append(keys, p.Key)
		}
		if got := strings.Join(keys, " "); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

// TestOnlyPapers checks that a file of papers needs no body if the papers say whose
// they are, and that the others are warned of.
func TestOnlyPapers(t *testing.T) {
	const paper = "date = 2026-03-12\n[papers.act]\ntitle = \"АКТ\"\nsigners = []\n"
	for more, want := range map[string]string{
		"": "papers", "subtitle = \"комиссии завода\"\n": "",
		"[header]\ninstitution = [\"Завод\"]\n":                     "",
		"[letterhead]\nname = \"Завод\"\n":                          "",
		"subtitle = \"комиссии\"\n[letter]\ntext = [\"Просим.\"]\n": "council.name",
		"subtitle = \"завода\"\ntext = [\"{таблица}\"]\n":           "papers.act.text[0]",
	} {
		key := ""
		if problems := meetingOf(t, paper+more).Check(); len(problems) > 0 {
			key = problems[0].Key
		}
		if key != want {
			t.Errorf("%q: %q", more, key)
		}
	}
}

// TestTwice warns of words in the head that the program adds itself.
func TestTwice(t *testing.T) {
	const file = "date = 2026-03-12\nnumber = \"5\"\nchair = \"Первый И. И.\"\ncouncil.name = \"Совет\"\n" +
		"people = [{ name = \"Первый Иван Ильич\" }]\n[[agenda]]\ntitle = \"О плане\"\ndecisions = []\n"
	for more, want := range map[string]string{
		"words.title = \"Протокол № 5\"\n": "words.title", "words.title = \"Протокол\"\n": "",
		"words.title = \"ПРОТОКОЛ № 4\"\n": "words.title", "words.title = \"Протокол комиссии №\"\n": "words.title",
		"words.title = \"Протокол педсовета школы № 7\"\n":                               "",
		"words.title = \"Протокол педсовета школы № 7 № 5\"\n":                           "words.title",
		"header.date = \"от 5 марта 2026 г.\"\n":                                         "header.date",
		"header.date = \"5 марта 2026 г.\"\n":                                            "",
		"header.order = [\"title\", \"row\", \"dated\", \"agenda\"]\n":                   "header.order",
		"header.order = [\"reference\", \"row\", \"agenda\"]\n":                          "header.order",
		"header.order = [\"title\", \"dated\", \"date\", \"agenda\"]\n":                  "",
		"date_text = \"\"\nheader.order = [\"title\", \"row\", \"dated\", \"agenda\"]\n": "",
	} {
		key := ""
		if problems := meetingOf(t, more+file).Check(); len(problems) > 0 {
			key = problems[0].Key
		}
		if key != want {
			t.Errorf("%q: %q", more, key)
		}
	}
}

// TestMisplacedTables: the mark of a table where none can stand is not printed.
func TestMisplacedTables(t *testing.T) {
	const paper = "date = 2026-03-12\ncouncil.name = \"Совет\"\n[papers.act]\ntitle = \"АКТ\"\nsigners = []\n"
	for more, want := range map[string]string{
		"decisions = [{ text = \"{таблица}\" }]\n":                   "papers.act.decisions[0].text",
		"annexes = [{ title = \"А\", text = [\"{таблица}\"] }]\n":    "papers.act.annexes[0].text[0]",
		"[letter]\ntext = [\"А\"]\ndecisions = [\"{таблица}\"]\n":    "letter.decisions[0]",
		"findings = [\"{таблица}\"]\n[papers.act.table]\n" + columns: "",
	} {
		key := ""
		if problems := meetingOf(t, paper+more).Check(); problems.Failed() {
			key = problems[0].Key
		}
		if key != want {
			t.Errorf("%q: %q", more, key)
		}
	}
}

// columns are those of a table with a row.
const columns = "columns = [{ title = \"Вид\" }]\nrows = [[\"Итого\"]]\n"

// TestCitizen: an addressee may be a private person with an address, in a letter and in
// a paper.
func TestCitizen(t *testing.T) {
	const file = "date = 2026-03-12\n[letterhead]\nname = \"Завод\"\n[[people]]\nname = \"Ан О. О.\"\n"
	const letter = file + "[letter]\nsigner = \"Ан О. О.\"\ntext = [\"А\"]\n"
	const paper = file + "[papers.a]\ntitle = \"А\"\nsigners = []\n"
	for _, test := range []struct {
		file, to string
		fails    bool
	}{
		{letter, `{ name = "Гость Анна Львовна", address = "г. Тула" }`, false},
		{letter, `{ name = "Гость Анна Львовна" }`, true},
		{paper, `{ name = "Гость А. Л.", address = "г. Тула" }`, false},
	} {
		problems := meetingOf(t, test.file+"to = ["+test.to+"]\n").Check()
		if problems.Failed() != test.fails {
			t.Errorf("%s: %v", test.to, problems)
		}
	}
}
