package printing

import (
	"os"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/layout"
)

// TestWordPlaces: a PDF has the fields of signatures where its Word template names their
// places, alone or beside names, in text and in tables; one for each person.
func TestWordPlaces(t *testing.T) {
	const chair, secretary = "{подпись председателя}", "{подпись секретаря}"
	gap := wordParagraph("") + wordParagraph("")
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"alone":       {gap + wordParagraph(chair) + gap + wordParagraph(secretary), []string{"chair", "secretary"}},
		"beside":      {wordParagraph("Председатель " + chair + " {председатель}"), []string{"chair"}},
		"in cells":    {wordRow(secretary) + wordRow("{подпись.роль} {подпись.место}"), []string{"secretary", "chair"}},
		"twice":       {wordParagraph(chair+" и "+chair) + wordParagraph(chair+" /{председатель}/"), []string{"chair"}},
		"named above": {wordParagraph("Ведёт _______ {председатель}") + wordParagraph(chair), []string{"chair"}},
		"none":        {wordParagraph("{председатель}"), nil},
	} {
		if got := placesToSign(t, c.body, 0); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := placesToSign(t, wordParagraph(chair), placeRules-1); got != nil {
		t.Errorf("earlier rules: %q", got)
	}
}

// placesToSign returns the fields of the protocol that a Word template with a body makes.
func placesToSign(t *testing.T, body string, rules int) (names []string) {
	t.Helper()
	press := wordPress(t, wordFile(t, body))
	press.rules = rules
	source, problems := press.Read(os.DirFS(wordFolder), "meeting.toml")
	if source == nil {
		t.Fatal(problems)
	}
	paper, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, source.Meeting, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	if err := press.LayOut(t.Context(), paper); err != nil {
		t.Fatal(err)
	}
	for _, page := range paper.lowered.Layout.Pages {
		for _, line := range page.Lines {
			for _, r := range line.Runs {
				if r.Kind != layout.FormField {
					continue
				}
				names = append(names, r.Element.Field.Name)
				if r.Width < 90 || r.Size < 10 || !strings.Contains(r.Element.Field.Tooltip, "Электронная подпись: ") {
					t.Errorf("%s: %g × %g, %s", r.Element.Field.Name, r.Width, r.Size, r.Element.Field.Tooltip)
				}
			}
		}
	}
	return names
}
