package meeting

import (
	"strings"
	"testing"

	"protokol/generator/internal/golden"
)

// TestExplain: who votes on an item, what every vote came to, and why.
func TestExplain(t *testing.T) {
	m := meetingOf(t, `
date = 2026-03-12
chair = "Первый И. И."
secretary = "Пятая Е. Е."
people = [
	{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }, { name = "Третий Пётр" },
	{ name = "Четвёртый Олег" }, { name = "Пятая Елена Егоровна" }, { name = "Гостев Глеб", guest = true },
]
present = ["Первый", "Вторая", "Третий", "Четвёртый", "Пятая", "Гостев"]
left = [{ name = "Четвёртый", after = 1 }]
agenda_vote = "единогласно"
[council]
name = "Совет"
[council.rules]
quorum = "> 1/2 of members"
majority = "> 1/2 of present"
no_vote = ["secretary"]
[[agenda]]
title = "О плане"
recused = ["Третий"]
vote = { for = 2, against = 1 }
decisions = ["Утвердить"]
[[agenda]]
title = "О сроках"
decisions = [{ text = "А", vote = { for = 1, against = 2 } }, { text = "Б", vote = { words = "большинством", outcome = "принято" } }]
[[agenda]]
title = "Разное"
decisions = ["Принять к сведению"]
`)
	if problems := m.Check(); problems.Failed() {
		t.Fatal(problems)
	}
	var b strings.Builder
	for _, e := range m.Explain() {
		b.WriteString(e.Title + "\n")
		for _, line := range e.Lines {
			b.WriteString("  " + line + "\n")
		}
	}
	golden.Compare(t, "testdata/explain.golden", []byte(b.String()))
}
