package compose

import (
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/internal/meeting"
	"protokol/templates"
)

// TestLetterTitle: a title of the user's own may use all of the letter, not only what the built-in one does.
func TestLetterTitle(t *testing.T) {
	words, err := templates.Files.ReadFile("partials/words.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	m := bare()
	m.Letter = &meeting.Letter{Date: m.Date, Number: number("5"), Heading: "О ремонте",
		To: []meeting.Addressee{{Name: "Ким Анна Петровна", Position: "директор", Organization: "АО «Б»"}}}
	for own, want := range map[string]string{
		"":                                "Письмо № 5 от 01.03.2026, Ким А.П.",
		"{{.Heading}}, {{.To}}":           "О ремонте, Ким А.П.",
		"{{.Kind}} {{.Facts.DateDigits}}": "letter 01.03.2026",
	} {
		text := string(words)
		if own != "" {
			text = strings.Replace(text, `{{define "letter-title"}}`,
				`{{define "letter-title"}}`+own+`{{end}}{{define "other-title"}}`, 1)
		}
		set, err := Load(laidOver(t, fstest.MapFS{"partials/words.tmpl": {Data: []byte(text)}}))
		if err != nil {
			t.Fatal(err)
		}
		title, err := set.Title(Request{Kind: "letter"}, m)
		if title = strings.ReplaceAll(title, "\u00a0", " "); err != nil || title != want {
			t.Errorf("%q: %q, %v, want %q", own, title, err, want)
		}
	}
}
