package layout

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestAddressGivesWay: every line of an address in a narrow column ends after one of
// its marks if it has one, also when what is left of it has no sign of an address any
// more, and no letter is lost.
func TestAddressGivesWay(t *testing.T) {
	for _, address := range []string{
		"https://zakupki.gov.ru/epz/order/notice/ea20/view/common-info.html?regNumber=0163200000326000123",
		"https://docs.example.org/spreadsheets/d/9ZyXwVuTsRqPoNmLkJiHgFeDcBa9876543210ZyX/edit?usp=sharing&ouid=3141592",
	} {
		for width := 3.0; width < 8; width++ {
			testAddress(t, address, width)
		}
	}
}

// TestRulerAfterWord: texts are measured for our own papers, although the memory comes from the layout of a Word paper,
// whose lines may end at other places.
func TestRulerAfterWord(t *testing.T) {
	family := shipped.Family(t)
	measured := func() (phrase, word float64) {
		r := NewRuler(family)
		defer r.Release()
		return r.Unbreakable([]flow.Run{{Text: "Меркурий-201", Font: flow.Font{Size: 12}}})
	}
	phrase, word := measured()
	for range 100 { // the pool may forget some
		s := newSetter(&flow.Paper{Word: true, LooseBrackets: true, PlainSpaces: true}, family, 1)
		s.cutter.page, s.cutter.pages = 1, 2
		s.release()
		if p, w := measured(); p != phrase || w != word {
			t.Fatalf("%v, %v, want %v, %v", p, w, phrase, word)
		}
	}
}

// testAddress prints an address in a column of a width.
func testAddress(t *testing.T, address string, width float64) {
	cell := func(text string) document.Cell {
		return document.Cell{Blocks: []document.Block{paragraph("", text)}}
	}
	doc := &document.Document{Blocks: []document.Block{document.Table{
		Columns: []document.Column{{Width: 10 - width}, {Width: width}},
		Rows:    []document.Row{{Cells: []document.Cell{cell("Ссылка"), cell(address)}}}}}}
	var got []string
	for _, line := range pages(t, doc, shipped.Sheet(t, "gost-2025")).Pages[0].Lines {
		if text := strings.TrimSpace(line.Text()); text != "Ссылка" {
			got = append(got, strings.TrimPrefix(text, "Ссылка "))
		}
	}
	if strings.Join(got, "") != address {
		t.Fatalf("%v: %q", width, got)
	}
	for _, line := range got[:len(got)-1] {
		if strings.ContainsAny(line, addressMarks) && !strings.ContainsAny(line[len(line)-1:], addressMarks) {
			t.Errorf("%v: a line ends with %q", width, line)
		}
	}
}
