package generator

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/internal/reader/readertest"
)

// TestOwnPrompts: an office words the prompts of its forms. An editor that leaves
// them as text does not make answers of them, neither of those of the built-in
// templates.
func TestOwnPrompts(t *testing.T) {
	own := fstest.MapFS{"partials/words-prompts.tmpl": {Data: []byte(`{{define "input-prompt"}}ваш ответ{{end}}` +
		`{{define "input-prompt-required"}}! {{.}}{{end}}`)}}
	collector, err := New(Config{Templates: own})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		templates fs.FS
		prompt    string
	}{
		{own, "! ваш ответ"},
		{nil, "впишите (обязательно)"},
	} {
		form := blankConsent(t, test.templates)
		for _, edit := range [][2]string{
			{test.prompt, test.prompt + " Ёж Ёлка Ивановна"}, {"<w:showingPlcHdr/>", ""},
		} {
			if form, err = readertest.ReplaceMarkup(form, "word/document.xml", edit[0], edit[1]); err != nil {
				t.Fatal(test.prompt, err)
			}
		}
		c, err := collector.Collect(t.Context(), fstest.MapFS{"a.docx": {Data: form}}, []string{"a.docx"},
			CollectRequest{})
		if err != nil || len(c.Tables) != 1 {
			t.Fatal(test.prompt, err, c)
		}
		if table := string(c.Tables[0].TOML()); !strings.Contains(table, `"Ёж Ёлка Ивановна"`) ||
			strings.Contains(table, "ответ") || strings.Contains(table, "впишите") {
			t.Errorf("%s: %s", test.prompt, table)
		}
	}
}

// TestUnknownPrompts checks that the prompts of templates which are not named are no answers:
// an untouched form is none, and one whose prompts have become text is doubted.
func TestUnknownPrompts(t *testing.T) {
	own := fstest.MapFS{"partials/words-prompts.tmpl": {Data: []byte(
		`{{define "input-prompt"}}введите значение{{end}}` +
			`{{define "input-prompt-required"}}{{.}} *{{end}}`)}}
	collector, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	form := blankConsent(t, own)
	mixed, err := readertest.ReplaceMarkup(form, "word/document.xml", "<w:showingPlcHdr/>", "")
	if err != nil {
		t.Fatal(err)
	}
	plain := mixed
	for next := mixed; err == nil; next, err = readertest.ReplaceMarkup(next, "word/document.xml",
		"<w:showingPlcHdr/>", "") {
		plain = next
	}
	for _, test := range []struct {
		form []byte
		want string
	}{{form, "не заполнена"}, {mixed, "не заполнена"}, {plain, "это ответ или подсказка формы?"}} {
		c, err := collector.Collect(t.Context(), fstest.MapFS{"a.docx": {Data: test.form}}, []string{"a.docx"},
			CollectRequest{})
		if err != nil || !strings.Contains(fmt.Sprint(c.Problems.List), test.want) {
			t.Errorf("%v, %v: want %q", err, c.Problems.List, test.want)
		}
	}
}

// blankConsent is a consent form, DOCX, whose fields are empty.
func blankConsent(t *testing.T, templates fs.FS) []byte {
	t.Helper()
	g, err := New(Config{Templates: templates})
	if err != nil {
		t.Fatal(err)
	}
	return consentForm(t, g, "docx")
}
