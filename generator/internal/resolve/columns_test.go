package resolve

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// letters measures every letter as 10 pt.
func letters(runs []flow.Run) (phrase, word float64) {
	longest := func(part func(r rune) bool) (most float64) {
		for _, r := range runs {
			for _, text := range strings.FieldsFunc(r.Text, part) {
				most = max(most, float64(10*len([]rune(text))))
			}
		}
		return most
	}
	isSpace := func(r rune) bool { return r == ' ' }
	return longest(isSpace), longest(func(r rune) bool { return isSpace(r) || r == '\u00a0' })
}

// TestUnitsOfTitles: titles of columns keep their units while there is room for that, the shortest ones longest.
func TestUnitsOfTitles(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	cell := func(text string) document.Cell {
		return document.Cell{Blocks: []document.Block{document.Paragraph{Inlines: []document.Inline{
			document.Text{Value: strings.ReplaceAll(text, "~", "\u00a0")}}}}}
	}
	for _, test := range []struct {
		titles, want []string
		earlier      bool
	}{
		{[]string{"Освоено,~%", "Сумма,~руб."}, []string{"Освоено,~%", "Сумма,~руб."}, false},
		{[]string{"Освоено,~%", "Предусмотрено,~тыс.~руб.", "Наименование"},
			[]string{"Освоено,~%", "Предусмотрено, тыс.~руб.", "Наименование"}, false},
		{[]string{"Освоено,~%", "Предусмотрено,~тыс.~руб.", "Наименование"},
			[]string{"Освоено,~%", "Предусмотрено,~тыс.~руб.", "Наименование"}, true},
		{[]string{"Освоено,~%", "Предусмотрено,~тыс.~руб.", "Наименованиемероприятия"},
			[]string{"Освоено, %", "Предусмотрено, тыс.~руб.", "Наименованиемероприятия"}, false},
	} {
		table := document.Table{}
		header, row := document.Row{}, document.Row{}
		for _, title := range test.titles {
			table.Columns = append(table.Columns, document.Column{Width: 1})
			header.Cells, row.Cells = append(header.Cells, cell(title)), append(row.Cells, cell("1"))
		}
		table.Header, table.Rows = []document.Row{header}, []document.Row{row}
		doc := &document.Document{Blocks: []document.Block{table}}
		fitted, _ := FitTables(doc, sheet, letters, test.earlier)
		got := fitted.Blocks[0].(document.Table)
		for i, want := range test.want {
			title := document.PlainText(&document.Document{Blocks: got.Header[0].Cells[i].Blocks})
			if title = strings.TrimSpace(strings.ReplaceAll(title, "\u00a0", "~")); title != want {
				t.Errorf("%q: %q, want %q", test.titles, title, want)
			}
		}
	}
}

func TestOnlyNumbered(t *testing.T) {
	for text, want := range map[string]string{"№~1234": "№~1234", "от~02.03.2026 №~5": "от 02.03.2026 №~5",
		"1~250,5~тыс.~руб.": "1~250,5 тыс. руб.", "ООО~«А»": "ООО «А»", "": ""} {
		got := onlyNumbered(strings.ReplaceAll(text, "~", "\u00a0"))
		if got = strings.ReplaceAll(got, "\u00a0", "~"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
