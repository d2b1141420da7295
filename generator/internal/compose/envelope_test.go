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
	view, problems := NewEnvelope(Request{Kind: "envelope"}, m, to, "216500", Row{Key: "row"})
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
	_, problems = NewEnvelope(Request{Kind: "label"}, m, to, "", Row{Key: "row"})
	if !problems.Failed() || len(problems) != 2 {
		t.Errorf("without an address: %v", problems)
	}
}

// TestSenderIndex: the sender's index is that of the address if the letterhead has no other, but by earlier rules.
func TestSenderIndex(t *testing.T) {
	for _, test := range []struct {
		head           meeting.Letterhead
		rules          int
		address, index string
	}{
		{meeting.Letterhead{Address: "215110, г. Вязьма, д. 2"}, 0, "г. Вязьма, д. 2", "215110"},
		{meeting.Letterhead{Address: "215110, г. Вязьма, д. 2"}, referenceRules - 1, "215110, г. Вязьма, д. 2", ""},
		{meeting.Letterhead{Address: "г. Вязьма, 215110", Index: "215110"}, 0, "г. Вязьма", "215110"},
		{meeting.Letterhead{Address: "215110, г. Вязьма", Index: "214000"}, 0, "215110, г. Вязьма", "214000"},
		{meeting.Letterhead{Address: "г. Вязьма"}, 0, "г. Вязьма", ""},
		{meeting.Letterhead{Index: "214000"}, 0, "", "214000"},
	} {
		m := full()
		m.Letterhead = &test.head
		to := meeting.Addressee{Organization: "АО «Б»", Address: "г. Рославль"}
		view, _ := NewEnvelope(Request{Kind: "envelope", Rules: test.rules}, m, to, "216500", Row{Key: "row"})
		doc, err := load(t).ComposeView(t.Context(), view)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
		want := strings.TrimSpace("Откуда: "+test.address) + "\n" + strings.TrimSpace("Индекс: "+test.index) + "\n"
		if !strings.Contains(strings.ReplaceAll(text, ": \n", ":\n"), want) {
			t.Errorf("%+v by rules %d: no %q in\n%s", test.head, test.rules, want, text)
		}
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
