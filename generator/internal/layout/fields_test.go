package layout

import (
	"math"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
)

// place is the position of a field on a page, from its top left corner.
type place struct {
	*Field
	left, top, right, bottom float64
}

// places returns the fields of a page by name.
func places(page Page) map[string]place {
	found := map[string]place{}
	for _, line := range page.Lines {
		for _, r := range line.Runs {
			if r.Kind == FormField {
				bottom := line.Baseline - r.Element.Field.Rise
				found[r.Element.Field.Name] = place{r.Element.Field, r.X, bottom - r.Size, r.X + r.Width, bottom}
			}
		}
	}
	return found
}

func fieldOf(name string) document.Field { return document.Field{Name: name, About: name} }

func near(a, b float64) bool { return math.Abs(a-b) < 0.6 }

// TestFieldsInRows: a field in a row of a form fills the width of its cell, ends
// at the rule, and is as high as its lines in the printed form.
func TestFieldsInRows(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	row := func(inlines ...document.Inline) document.Row {
		return document.Row{Cells: []document.Cell{cell(document.Paragraph{Inlines: text("Что")}),
			cell(document.Paragraph{Inlines: inlines})}}
	}
	form := document.Table{Style: "form", Columns: []document.Column{{Width: 1}, {Width: 2}}, Rows: []document.Row{
		row(document.Input{Field: fieldOf("a.one")}), row(document.Input{Field: fieldOf("a.three"), Lines: 3})}}
	blank := form
	blank.Rows = []document.Row{row(), row(), row(), row()}
	page := pages(t, &document.Document{Blocks: []document.Block{form}}, sheet).Pages[0]
	printed := pages(t, &document.Document{Blocks: []document.Block{blank}}, sheet).Pages[0]
	found := places(page)
	for name, rules := range map[string][2]Rule{
		"a.one":   {page.Rules[0], printed.Rules[0]},
		"a.three": {page.Rules[1], printed.Rules[3]},
	} {
		p, rule := found[name], rules[0]
		if !near(p.bottom, rule.Y1) || !near(p.left, rule.X1) || !near(p.right, rule.X2) {
			t.Errorf("%s stands at %.1f–%.1f, down to %.1f, its rule at %.1f–%.1f, %.1f", name, p.left, p.right,
				p.bottom, rule.X1, rule.X2, rule.Y1)
		}
		if math.Abs(rule.Y1-rules[1].Y1) > 2 {
			t.Errorf("%s: the rule is at %.1f, on the printed form at %.1f", name, rule.Y1, rules[1].Y1)
		}
	}
	one, three := found["a.one"], found["a.three"]
	if one.bottom-one.top < 12 || three.top < one.bottom || three.bottom-three.top < 3*(one.bottom-one.top) {
		t.Errorf("one line is %.1f–%.1f, three are %.1f–%.1f", one.top, one.bottom, three.top, three.bottom)
	}
}

// TestCombMatchesBoxes: the cells of a comb are centred on the boxes of the
// printed form.
func TestCombMatchesBoxes(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Style: "form-codes",
		Inlines: []document.Inline{
			document.Text{Value: "ИНН "}, document.Boxes{Field: fieldOf("a.inn"),
				Count: 12}, document.Text{Value: " далее"}}}}}
	page := pages(t, doc, sheet).Pages[0]
	comb := places(page)["a.inn"]
	if len(page.Rules) != 4*12 {
		t.Fatalf("%d rules", len(page.Rules))
	}
	step := (comb.right - comb.left) / 12
	for i := range 12 {
		top, bottom := page.Rules[4*i], page.Rules[4*i+1]
		middle := comb.left + (float64(i)+0.5)*step
		if !near((top.X1+top.X2)/2, middle) || !near(top.Y1, comb.top) || !near(bottom.Y1, comb.bottom) ||
			!near(top.X2-top.X1, 14) {
			t.Errorf("box %d is at %.1f–%.1f, its place in the middle of %.1f", i, top.X1, top.X2, middle)
		}
	}
	runs := page.Lines[0].Runs
	if last := runs[len(runs)-1]; last.Text != " далее" || last.Element.Role != "P" || last.X < comb.right-0.01 {
		t.Errorf("%q of %s at %.1f follows", last.Text, last.Element.Role, last.X)
	}
}

// TestFieldsInALine: a date has a line below, a signature is above its own, a
// checkbox is where it would be printed.
func TestFieldsInALine(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Style: "form-signature",
		Inlines: []document.Inline{
			document.Checkbox{Field: fieldOf("a.same")}, document.Text{Value: " Дата "},
			document.Input{Field: fieldOf("a.date"), Kind: document.Date, Width: 35},
			document.Text{Value: " "}, document.Blank{Width: 48, Signature: "head"}}}}}
	page := pages(t, doc, sheet).Pages[0]
	found := places(page)
	date, head, same := found["a.date"], found["head"], found["a.same"]
	if date.Most != 10 || !near(date.right-date.left, 35*mm) {
		t.Errorf("the date: %+v", date)
	}
	if len(page.Rules) != 2 || !near(page.Rules[1].X1, head.left) || page.Rules[1].Y1 < head.bottom+2 ||
		page.Rules[1].Y1 > head.bottom+3 {
		t.Errorf("rules %v, the signature at %.1f, down to %.1f", page.Rules, head.left, head.bottom)
	}
	if height := head.bottom - head.top; height < 35 {
		t.Errorf("%.1f pt for a signature", height)
	}
	if side := same.right - same.left; !near(side, same.bottom-same.top) || !near(side, 0.8*12) {
		t.Errorf("a box of %.1f by %.1f", side, same.bottom-same.top)
	}
}

// TestFieldsAreNotRepeated: a field in a table header appears once, the header
// on every page.
func TestFieldsAreNotRepeated(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Width: 1}},
		Header: []document.Row{{Cells: []document.Cell{cell(document.Paragraph{
			Inlines: []document.Inline{document.Input{Field: fieldOf("a.one")}}})}}}}
	for range 80 {
		table.Rows = append(table.Rows,
			document.Row{Cells: []document.Cell{cell(document.Paragraph{Inlines: text("строка")})}})
	}
	pages := pages(t, &document.Document{Blocks: []document.Block{table}}, shipped.Sheet(t, "gost-2025")).Pages
	if len(pages) < 2 || len(places(pages[0])) != 1 || len(places(pages[1])) != 0 {
		t.Errorf("%d pages, fields %d, %d", len(pages), len(places(pages[0])), len(places(pages[1])))
	}
}
