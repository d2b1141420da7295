package compose

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// originsOf lists the texts of a document with the origins of their parts:
// values with their bytes, computed texts with all keys.
func originsOf(doc *document.Document) (list []string) {
	document.Texts(doc, func(text string, source document.Source) {
		var b strings.Builder
		for _, s := range document.Spans(source, text) {
			switch s.Origin.Kind {
			case document.Value:
				fmt.Fprintf(&b, "[%s|%s %d-%d]", text[s.Start:s.End], strings.Join(s.Origin.Keys, " "), s.From, s.To)
			case document.Computed:
				fmt.Fprintf(&b, "[%s|%s]", text[s.Start:s.End], strings.Join(s.Origin.Keys, " "))
			default:
				b.WriteString(text[s.Start:s.End])
			}
		}
		list = append(list, strings.ReplaceAll(b.String(), "\u00a0", " "))
	})
	return list
}

// TestKeysOfLetters checks that values from a row have keys of the row, and
// that text around names in braces keeps its offsets.
func TestKeysOfLetters(t *testing.T) {
	m := full()
	number := "5"
	m.Invitation = &meeting.Letter{Number: &number, Salutation: new("Уважаемый коллега!"),
		To:   []meeting.Addressee{{Organization: "АО «Б»"}},
		Text: []string{"Стенд {Номер стенда}, {{так}, \"зал\" - {место}. Конец"}}
	request := Request{Kind: "invitation", FromRow: []string{"number"}, Column: func(heading string) (string, bool) {
		return " 17 \"А\"", heading == "Номер стенда"
	}}
	doc, _, err := load(t).Document(t.Context(), request, m)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(originsOf(doc), "\n")
	for _, want := range []string{
		"№ [5|row.number 0-1]",
		"[АО|row.organization 0-4][ |row.organization 4-5][«Б»|row.organization 5-11]",
		"[Уважаемый коллега!|invitation.salutation 0-34]",
		"[Стенд |invitation.text[0] 0-11][17 «А»|row.\"Номер стенда\"",
		"[, {|invitation.text[0] 36-39][так}, |invitation.text[0] 40-49][«|invitation.text[0] 49-50][зал|",
		"[ |invitation.text[0] 59-60][зал|place 0-6][. Конец|invitation.text[0] 72-84]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}
