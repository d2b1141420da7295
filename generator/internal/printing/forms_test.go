package printing

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/meeting"
)

// TestForms prints every example in every form of protocol.
func TestForms(t *testing.T) {
	press := newPress(t, DefaultStyle)
	for _, name := range examples(t) {
		m, _ := read(t, press, name)
		for _, form := range meeting.ProtocolForms {
			m.Form = form
			paper, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, m, Origin{})
			if err != nil {
				t.Fatalf("%s, %s: %v", name, form, err)
			}
			text := document.PlainText(paper.Document)
			for _, item := range m.Agenda {
				for _, d := range item.Decisions {
					if last := strings.Fields(strings.TrimRight(d.Text,
						".:")); !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), last[len(last)-1]) {
						t.Errorf("%s, %s: lacks %q", name, form, d.Text)
					}
				}
			}
			got := strings.Fields(docxText(t, write(t, press, paper, "docx")))
			if diff := cmp.Diff(strings.Fields(text), got); diff != "" {
				t.Errorf("%s, %s, DOCX (-tree +file):\n%s", name, form, diff)
			}
		}
	}
}
