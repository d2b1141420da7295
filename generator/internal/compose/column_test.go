package compose

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestColumns checks that texts and templates can use the columns of a list. An
// empty cell is an error of the addressee, an unknown column one of the file.
func TestColumns(t *testing.T) {
	request := Request{Kind: "invitation", Column: func(heading string) (string, bool) {
		value, ok := map[string]string{"Номер стенда": "17", "Зал": ""}[heading]
		return value, ok
	}}
	m := full()
	m.Invitation = &meeting.Letter{To: []meeting.Addressee{{Organization: "АО «Б»"}}}
	set := load(t)

	m.Invitation.Text = []string{"Ваш стенд – {Номер стенда}."}
	doc, _, err := set.Document(t.Context(), request, m)
	if err != nil || !strings.Contains(document.PlainText(doc), "Ваш стенд\u00a0– 17.") {
		t.Fatalf("%v\n%s", err, document.PlainText(doc))
	}
	for text, want := range map[string]string{"Зал {Зал}.": "invitation.to[0].Зал",
		"Зал {Залл}.": "invitation.text[0]"} {
		m.Invitation.Text = []string{text}
		var told MeetingError
		if _, _, err := set.Document(t.Context(), request, m); !errors.As(err, &told) || told.List[0].Key != want {
			t.Errorf("%s: %v, want a problem at %s", text, err, want)
		}
	}

	for heading, want := range map[string]string{"Номер стенда": "17", "Нет": ""} {
		own, err := Load(laidOver(
			t,
			fstest.MapFS{
				"invitation.tmpl": {
					Data: []byte(`<document title="x"><p>{{.Facts.Column "` + heading + `"}}</p></document>`),
				},
			},
		))
		if err != nil {
			t.Fatal(err)
		}
		m.Invitation.Text = nil
		doc, _, err := own.Document(t.Context(), request, m)
		if want == "" {
			if err == nil || !strings.Contains(err.Error(), "в списке нет столбца «Нет»") {
				t.Errorf("%v", err)
			}
			continue
		}
		if err != nil || strings.TrimSpace(document.PlainText(doc)) != want {
			t.Errorf("%v: %s", err, document.PlainText(doc))
		}
	}
}
