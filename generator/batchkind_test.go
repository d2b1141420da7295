package generator

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// TestBatchKind checks what a batch makes when nobody says it: invitations, but of a Word template what the meeting
// has a section for.
func TestBatchKind(t *testing.T) {
	const consent = "[consent]\noperator = \"Товарищество\"\naddress = \"г. Тверь, ул. Новая, д. 1\"\n"
	template, err := os.ReadFile("../examples/templates/letter.docx")
	if err != nil {
		t.Fatal(err)
	}
	own := newTestGenerator(t, Config{})
	office := newTestGenerator(t, Config{Word: &File{Name: "letter.docx", Data: template}})
	for _, test := range []struct {
		g                  *Generator
		sections           string
		asked, kind, where string // kind is the error if where is ""
	}{
		{own, "[letter]\n", "", "invitation", "письма"},
		{office, "[letter]\n", "", "letter", "письма о решениях"},
		{office, "[notice]\n", "", "notice", "уведомления"},
		{office, consent, "", "consent", "согласия"},
		{office, consent + "[letter]\n", "", "letter", "письма о решениях"},
		{office, "", "", "letter", "письма о решениях"},
		{office, "[letter]\n", "notice", "notice", "уведомления"},
		{office, "[letter]\n[notice]\n", "",
			"в файле есть разделы [letter], [notice]; назовите вид: letter или notice", ""},
		{office, "[letter]\n[notice]\n", "letter", "letter", "письма о решениях"},
	} {
		m, problems := test.g.Read(fstest.MapFS{"m.toml": {Data: []byte(manyItems(1) + test.sections)}}, "m.toml")
		if problems.Failed() {
			t.Fatal(problems)
		}
		r, err := test.g.completed(m, BatchRequest{Kind: test.asked})
		var option OptionError
		switch {
		case test.where == "":
			if !errors.As(err, &option) || option.Option != "kind" || !strings.HasSuffix(option.Message, test.kind) {
				t.Errorf("%q: %v, want %q", test.sections, err, test.kind)
			}
		case err != nil || r.Kind != test.kind || r.Folder != test.where:
			t.Errorf("%q, %q: %q in %q, %v; want %q in %q", test.asked, test.sections, r.Kind, r.Folder, err,
				test.kind, test.where)
		}
	}
}
