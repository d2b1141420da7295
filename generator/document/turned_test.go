package document

import (
	"reflect"
	"testing"
)

// TestOnTurnedPages: a turned page begins above the text that introduces its table; the number of the point stays, and
// what does not introduce the table stays where it is.
func TestOnTurnedPages(t *testing.T) {
	text := func(s string) Block { return Paragraph{Inlines: []Inline{Text{Value: s}}} }
	points := func(items ...Item) Block { return List{Kind: Decimal, Items: items} }
	turn, back, table := PageBreak{Landscape: true}, PageBreak{}, Table{Columns: []Column{{Width: 1}}}
	heading := Heading{Level: 2, Inlines: []Inline{Text{Value: "2. О списании"}}}
	plain := Item{Label: "1.", Blocks: []Block{text("Признать.")}}
	introduced := Item{Label: "2.", Blocks: []Block{text("Списать:"), turn, table, back}}
	moved := Item{Label: "2.", Blocks: []Block{text("Списать:"), table, back}}
	apart := Item{Label: "2.", Blocks: []Block{text("Списать."), turn, table, back}}
	for name, c := range map[string]struct{ in, want []Block }{
		"text": {[]Block{text("Доложил."), text("Объекты:"), turn, table, back},
			[]Block{text("Доложил."), turn, text("Объекты:"), table, back}},
		"a heading above it": {[]Block{text("Доложил."), heading, text("Объекты:"), turn, table},
			[]Block{text("Доложил."), turn, heading, text("Объекты:"), table}},
		"other text": {[]Block{text("Объекты."), turn, table}, []Block{text("Объекты."), turn, table}},
		"an annex": {[]Block{text("Приложения:"), turn, text("Список")},
			[]Block{text("Приложения:"), turn, text("Список")}},
		"the first text": {[]Block{text("Объекты:"), turn, table}, []Block{text("Объекты:"), turn, table}},
		"the first point": {[]Block{text("Доложил."), text("РЕШИЛИ:"), points(introduced, plain)},
			[]Block{text("Доложил."), turn, text("РЕШИЛИ:"), points(moved, plain)}},
		"points below others": {[]Block{text("РЕШИЛИ:"), points(plain, introduced, plain, introduced)},
			[]Block{text("РЕШИЛИ:"), points(plain), turn, points(moved, plain), turn, points(moved)}},
		"a point of a point": {[]Block{points(plain, Item{Label: "3.", Blocks: []Block{text("Отделу:"),
			points(plain, introduced)}})}, []Block{points(plain, Item{Label: "3.", Blocks: []Block{text("Отделу:"),
			points(plain), turn, points(moved)}})}},
		"the first point of a point": {[]Block{points(plain, Item{Label: "3.", Blocks: []Block{text("Отделу:"),
			points(introduced)}})}, []Block{points(plain), turn, points(Item{Label: "3.",
			Blocks: []Block{text("Отделу:"), points(moved)}})}},
		"a point that introduces nothing": {[]Block{text("РЕШИЛИ:"), points(apart)},
			[]Block{text("РЕШИЛИ:"), points(apart)}},
	} {
		doc := &Document{Blocks: c.in}
		before := Dump(doc)
		if got := OnTurnedPages(doc).Blocks; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %s", name, Dump(&Document{Blocks: got}))
		}
		if Dump(doc) != before {
			t.Errorf("%s: the document is changed", name)
		}
	}
}
