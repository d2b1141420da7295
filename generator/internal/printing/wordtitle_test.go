package printing

import (
	"io"
	"os"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestWordTitle: the PDF of a letter to a row of a list has its own title, not that of the
// Word template, which may be about another letter. By rules before 10 it had that one.
func TestWordTitle(t *testing.T) {
	press := wordPress(t, exampleTemplate(t, "letter.docx"))
	source, problems := press.Read(os.DirFS(wordFolder), "meeting.toml")
	if source == nil {
		t.Fatal(problems)
	}
	none := func(string) (string, bool) { return "", false }
	for rules, own := range map[int]bool{0: true, titleRules: true, titleRules - 1: false} {
		press.rules = rules
		paper, err := press.Paper(t.Context(), compose.Request{Kind: "letter", Column: none},
			source.Meeting, Origin{})
		if err != nil {
			t.Fatal(err)
		}
		if err := press.Write(io.Discard, paper, "pdf"); err != nil {
			t.Fatal(err)
		}
		if got := paper.lowered.Title; strings.HasPrefix(got, "Письмо № ") != own {
			t.Errorf("rules %d: %q", rules, got)
		}
	}
}
