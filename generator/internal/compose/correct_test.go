package compose

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestCorrection checks that typography is corrected in all texts, and
// that «as typed» only prevents line breaks in numbers.
func TestCorrection(t *testing.T) {
	m := bare()
	m.Agenda[0].Title = `О работе АО "Заря" - N 5.`
	m.Agenda[0].Table = &meeting.Table{Columns: []meeting.Column{{Title: `Цех "А"`}}, Rows: [][]string{{"план - N 2"}}}
	m.Annexes[0].Title = `Схема "Б"`
	for asTyped, want := range map[bool][]string{
		false: {"О работе АО~«Заря»~— №~5.", "Вопрос №~1: О работе", "Цех «А»", "план~— №~2", "Схема «Б»"},
		true:  {`О работе АО "Заря" - N 5.`, "Вопрос №1: О работе", `Цех "А"`, "план - N 2", `Схема "Б"`},
	} {
		m.AsTyped = asTyped
		doc, _, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", "~")
		for _, words := range want {
			if !strings.Contains(text, words) {
				t.Errorf("as typed %v: no %q in\n%s", asTyped, words, text)
			}
		}
	}
}

// TestUnits: numbers and units are not parted, but in papers of earlier rules, however they are typed.
func TestUnits(t *testing.T) {
	m := bare()
	m.Agenda[0].Title = "О хранении 2 месяца при −40 °C и 5 кг в в/ч 54321 по статье 38 от 15.05.2025"
	for _, asTyped := range []bool{false, true} {
		m.AsTyped = asTyped
		for rules, want := range map[int]string{
			0:                  "О хранении 2~месяца при −40~°C и 5~кг в в/ч~54321 по статье~38 от~15.05.2025",
			dateRules - 1:      "О хранении 2~месяца при −40~°C и 5~кг в в/ч~54321 по статье~38 от 15.05.2025",
			referenceRules:     "О хранении 2~месяца при −40~°C и 5~кг в в/ч~54321 по статье~38",
			referenceRules - 1: "О хранении 2~месяца при −40~°C и 5~кг в в/ч~54321 по статье 38",
			numberRules - 1:    "О хранении 2~месяца при −40~°C и 5~кг в в/ч 54321 по статье 38",
			unitRules - 1:      "О хранении 2 месяца при −40 °C и 5~кг в в/ч 54321 по статье 38",
		} {
			doc, _, err := load(t).Document(t.Context(), Request{Kind: "protocol", Rules: rules}, m)
			if err != nil {
				t.Fatal(err)
			}
			if text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", "~"); !strings.Contains(text, want) {
				t.Errorf("rules %d, as typed %v: no %q in\n%s", rules, asTyped, want, text)
			}
		}
	}
}
