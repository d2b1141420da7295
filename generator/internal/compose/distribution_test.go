package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestDistribution: papers and protocols say below the signatures to whom they are sent, in the dative; places are
// printed as they are.
func TestDistribution(t *testing.T) {
	m := papersFull()
	list := []meeting.Addressee{{Organization: "в дело № 5"}, {Organization: "Отдел кадров"}, {Name: "Второй"},
		{Position: "Директор", Organization: "МБОУ «Школа № 3»", Name: "Мельников Пётр Сергеевич"}}
	m.Copies, m.Papers["resolution"].Copies, m.Letter.Copies = list, list, list
	for kind, word := range map[string]string{"protocol": "Разослать", "resolution": "Разослать", "letter": "Копии"} {
		for _, form := range meeting.ProtocolForms {
			m.Form = form
			text := strings.ReplaceAll(compose(t, Request{Kind: kind}, m), "\u00a0", " ")
			want := "\n" + word + ": в дело № 5; Отделу кадров; "
			if at := strings.Index(text, want); at < len(text)/3 {
				t.Errorf("%s %s: %q at %d of %q", kind, form, want, at, text)
			}
			if !strings.Contains(text, "Директору МБОУ «Школа № 3» П.С. Мельникову\n") {
				t.Errorf("%s %s: %q", kind, form, text)
			}
		}
	}
	for _, p := range m.Check() {
		if strings.Contains(p.Key, "copies") {
			t.Error(p)
		}
	}
}
