package resolve

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
)

// TestUnitsOfTitles: titles of columns keep their units while there is room for that, the least greedy ones longest.
func TestUnitsOfTitles(t *testing.T) {
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
		var columns []headed
		for _, title := range test.titles {
			columns = append(columns, headed{title, "1", 1})
		}
		if got := fittedTitles(t, columns, test.earlier); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.titles, got, test.want)
		}
	}
}

// TestUnitsBesideText: units of titles take no width that a text in the body of the table needs.
func TestUnitsBesideText(t *testing.T) {
	text := strings.Repeat("ремонт кровли ", 20)
	for _, test := range []struct {
		columns []headed
		want    []string
	}{
		{[]headed{{"Наименование", text, 2}, {"Площадь,~кв.~м", "1", 1}, {"Доля,~%", "1", 1}, {"Срок", "1", 1}},
			[]string{"Наименование", "Площадь, кв.~м", "Доля,~%", "Срок"}},
		{[]headed{{"Наименование", "дом", 2}, {"Площадь,~кв.~м", "1", 1}, {"Доля,~%", "1", 1}, {"Срок", "1", 1}},
			[]string{"Наименование", "Площадь,~кв.~м", "Доля,~%", "Срок"}},
		{[]headed{{"Описание предмета,~шт.", text, 3}, {"Площадь,~кв.~м", "1", 1}, {"Срок", "1", 1}},
			[]string{"Описание предмета,~шт.", "Площадь, кв.~м", "Срок"}},
	} {
		if got := fittedTitles(t, test.columns, false); !slices.Equal(got, test.want) {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// headed is a column with a title and a cell; «~» stands for a no-break space.
type headed struct {
	title, text string
	width       float64
}

// fittedTitles returns the titles of a table that is fitted.
func fittedTitles(t *testing.T, columns []headed, earlier bool) (titles []string) {
	cell := func(text string) document.Cell {
		return document.Cell{Blocks: []document.Block{document.Paragraph{Inlines: []document.Inline{
			document.Text{Value: strings.ReplaceAll(text, "~", "\u00a0")}}}}}
	}
	table := document.Table{}
	header, row := document.Row{}, document.Row{}
	for _, c := range columns {
		table.Columns = append(table.Columns, document.Column{Width: c.width})
		header.Cells, row.Cells = append(header.Cells, cell(c.title)), append(row.Cells, cell(c.text))
	}
	table.Header, table.Rows = []document.Row{header}, []document.Row{row}
	doc := &document.Document{Blocks: []document.Block{table}}
	fitted, _ := FitTables(doc, shipped.Sheet(t, "gost-2025"), letters, earlier)
	for _, cell := range fitted.Blocks[0].(document.Table).Header[0].Cells {
		title := document.PlainText(&document.Document{Blocks: cell.Blocks})
		titles = append(titles, strings.TrimSpace(strings.ReplaceAll(title, "\u00a0", "~")))
	}
	return titles
}
