package meeting

import (
	"strings"
	"testing"
)

// TestBeyondName checks that words behind a name that refers to one of the people are told, and nothing is told of
// names.
func TestBeyondName(t *testing.T) {
	for ref, want := range map[string]string{
		"Первый И. И.":                    "",
		"Первый И.И.":                     "",
		"первый Иван Иванович":            "",
		"Первый":                          "",
		"Первый И. И., директор":          "после имени не печатаются: «директор»",
		"Первый И. И. – болеет":           "после имени не печатаются: «болеет»",
		"Первый Иван Иванович (директор)": "в скобках не печатаются: «директор»",
		"Семёнова-Тян А. А.":              "",
		"Семенова-Тян Анна Алановна – за": "после имени не печатаются: «за»",
	} {
		m := &Meeting{People: []Person{{Name: "Первый Иван Иванович"}, {Name: "Семёнова-Тян Анна Алановна"}}}
		c := &checker{meeting: m, directory: m.Directory()}
		c.beyondName("agenda[0].speakers[0]", ref)
		switch {
		case want == "" && len(c.problems) > 0, want != "" && (len(c.problems) != 1 ||
			!strings.Contains(c.problems[0].Message, want)):
			t.Errorf("%s: %v, want %q", ref, c.problems, want)
		}
	}
}

// TestBeyondAbsentName checks that the reason of an absence is not lost without a word.
func TestBeyondAbsentName(t *testing.T) {
	m := &Meeting{People: []Person{{Name: "Первый Иван Иванович"}}}
	c := &checker{meeting: m, directory: m.Directory()}
	c.beyondName("absent[0].name", "Первый И. И. – болезнь")
	want := `причина пишется так: { name = "Первый И. И.", reason = "болезнь" }`
	if len(c.problems) != 1 || c.problems[0].Hint != want {
		t.Errorf("%v", c.problems)
	}
}
