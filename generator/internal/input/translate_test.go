package input

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
)

// TestRussianKeys checks that a key in Russian is translated by the section that it is in.
func TestRussianKeys(t *testing.T) {
	const above = "date = 2026-01-01\ncouncil.name = \"Совет\"\n"
	for text, want := range map[string]string{
		"комиссия = \"Совет\"":                                    "этот — council",
		"[papers.act]\nкомиссия = { chair = \"Х\" }":              "этот — commission",
		"[papers.act]\ncommission = { члены = [] }":               "этот — members",
		"[papers.act]\nheading = \"О\"\nfacts = [{ имя = \"\" }]": "этот — name",
		"члены = []":   "этот — people",
		"[[повестка]]": "этот — agenda",
		"[[agenda]]\ntitle = \"О\"\n[[повестка]]":                 "этот — agenda",
		"[[agenda]]\nвопрос = \"О\"":                              "этот — title",
		"[[agenda]]\n[[agenda.решения]]":                          "этот — decisions",
		"[[agenda]]\n[[agenda.decisions]]\nприложение = 1":        "этот — annex",
		"[[приложения]]":                                          "этот — annexes",
		"[letter]\nприложение = []":                               "этот — attachments",
		"[letter]\nattachments = [{ title = \"К\", листов = 1 }]": "этот — sheets",
		"[attendance]\nвсего = 5":                                 "этот — members",
		"[акт]":                                                   "этот — papers: [papers.act]",
		"[papers.акт]":                                            "любое слово латинскими буквами",
		"\"срок\" = 1":                                            "этот — due",
	} {
		_, problems := Read("meeting.toml", []byte(above+text+"\n"), Options{})
		if !slices.ContainsFunc(problems, func(p diag.Problem) bool { return strings.Contains(p.Hint, want) }) {
			t.Errorf("%s: %v, want %q", text, problems, want)
		}
	}
}

// TestEnglishKeys checks that another English word for a key is known where the key is.
func TestEnglishKeys(t *testing.T) {
	const above = "date = 2026-01-01\ncouncil.name = \"Совет\"\n"
	for text, want := range map[string]string{
		"[[agenda]]\ntitle = \"О\"\nvote = { yes = 3, no = 0 }":                 "возможно, вы имели в виду for",
		"[[agenda]]\n[[agenda.decisions]]\ntext = \"Т\"\ndeadline = 2026-01-01": "возможно, вы имели в виду due",
		"[[person]]\nname = \"Х\"":                                              "возможно, вы имели в виду people",
	} {
		_, problems := Read("meeting.toml", []byte(above+text+"\n"), Options{})
		if !slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Hint == want }) {
			t.Errorf("%s: %v, want %q", text, problems, want)
		}
	}
}
