package compose

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestEnvelope checks the dative of the addressee, the address and the
// machine-readable index, and that an envelope without an address is an error.
func TestEnvelope(t *testing.T) {
	m := full()
	m.Letterhead = &meeting.Letterhead{Name: "Совет", Address: "г. Смоленск", Index: "214000"}
	to := meeting.Addressee{Name: "Лебедев Олег Ильич", Organization: "АО «Б»", Address: "г. Рославль, ул. Мира, д. 1"}
	view, problems := NewEnvelope("envelope", m, to, "216500", Row{Key: "row"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	doc, err := load(t).ComposeView(t.Context(), view)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
	for _, want := range []string{"Совет", "214000", "АО «Б»", "Лебедеву Олегу Ильичу",
		"Куда: г. Рославль, ул. Мира, д. 1", "216500"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if !strings.Contains(document.Dump(doc), "postal:[2][1][6][5][0][0]") {
		t.Errorf("no index for the post:\n%s", document.Dump(doc))
	}
	to.Address = ""
	if _, problems := NewEnvelope("label", m, to, "", Row{Key: "row"}); !problems.Failed() || len(problems) != 2 {
		t.Errorf("without an address: %v", problems)
	}
}

// TestLabelSheets: the template names the files of labels.
func TestLabelSheets(t *testing.T) {
	for part, want := range map[int]string{0: "Наклейки", 2: "Наклейки, часть 2"} {
		doc, err := load(t).ComposeView(t.Context(), NewLabelSheets(part))
		if err != nil || doc.Title != want || doc.Kind != "labels" {
			t.Errorf("part %d: %+v, %v", part, doc, err)
		}
	}
}
