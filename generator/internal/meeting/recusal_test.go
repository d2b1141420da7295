package meeting

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/voting"
)

// TestRecusal counts a member who may not vote as three bodies do. Without a rule,
// check warns only where the outcome depends on it.
func TestRecusal(t *testing.T) {
	const file = `
date = 2026-03-12
chair = "Первый И. И."
people = [
	{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }, { name = "Третий Пётр" },
	{ name = "Четвёртый Олег" }, { name = "Пятая Елена Егоровна" },
]
absent = ["Пятая"%s]
[council]
name = "Совет"
[council.rules]
quorum = "> 1/2 of members"
majority = "%s"
recused = "%s"
[[agenda]]
title = "О договоре"
recused = ["Третий"]
vote = { for = %d }
decisions = ["Одобрить"]
`
	const few, many = `, "Четвёртый"`, ""
	for _, test := range []struct {
		absent, majority, rule string
		votes                  int
		want                   voting.Outcome
		unanimous, warned      bool
	}{
		{few, "> 1/2 of present", "", 2, voting.NoQuorum, false, true},
		{few, "> 1/2 of present", "absent", 2, voting.NoQuorum, false, false},
		{few, "> 1/2 of present", "present", 2, voting.Passed, true, false},
		{few, "> 1/2 of present", "excluded", 2, voting.NoQuorum, false, false},
		{few, "единогласно", "present", 2, voting.Passed, true, false},
		{many, "> 1/2 of present", "", 3, voting.Passed, true, false},
		{many, "4/5 of members", "excluded", 3, voting.Failed, false, false},
		{many, "3/4 of members", "excluded", 3, voting.Passed, true, false},
		{many, "3/4 of members", "", 3, voting.Failed, false, true},
	} {
		name := fmt.Sprintf("%s, %s, %q", test.absent, test.majority, test.rule)
		m := meetingOf(t, fmt.Sprintf(file, test.absent, test.majority, test.rule, test.votes))
		problems := m.Check()
		if problems.Failed() {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		r := m.Assembly().Rule(0, m.Agenda[0].Vote)
		if r.Outcome != test.want || r.Unanimous != test.unanimous {
			t.Errorf("%s: %v, unanimous %v; %v", name, r.Outcome, r.Unanimous, r.Explain())
		}
		if !strings.Contains(r.Explain()[1], "— сходится") {
			t.Errorf("%s: %s", name, r.Explain()[1])
		}
		warned := false
		for _, p := range problems {
			warned = warned || p.Severity == diag.Warning && p.Key == "agenda[0].recused"
		}
		if warned != test.warned {
			t.Errorf("%s: warned %v: %v", name, warned, problems)
		}
	}
}

// TestRecusedRule checks that another rule is an error.
func TestRecusedRule(t *testing.T) {
	m := meetingOf(t, "date = 2026-03-12\nchair = \"Первый\"\npeople = [{ name = \"Первый Иван\" }]\n"+
		"[council]\nname = \"Совет\"\n[council.rules]\nrecused = \"никак\"\n[[agenda]]\ntitle = \"О\"\ndecisions = []\n")
	if problems := m.Check(); !problems.Failed() || problems[0].Key != "council.rules.recused" {
		t.Error(problems)
	}
}

// TestMembersWithoutRule warns of a number of members that nothing uses or prints.
func TestMembersWithoutRule(t *testing.T) {
	for quorum, want := range map[string]int{"": 1, "Кворум есть: 41 из 47.": 0} {
		m := meetingOf(t, "date = 2026-03-12\nchair = \"Первый\"\nquorum = \""+quorum+"\"\n"+
			"people = [{ name = \"Первый Иван\" }]\n"+
			"attendance = { print = \"number\", members = 47, present = 41 }\n[council]\nname = \"Совет\"\n"+
			"[[agenda]]\ntitle = \"О\"\ndecisions = []\n")
		found := 0
		for _, p := range m.Check() {
			if p.Key == "attendance.members" {
				found++
			}
		}
		if found != want {
			t.Errorf("%q: %d warnings", quorum, found)
		}
	}
}
