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
