package layout

import (
	"math"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
)

func cell(blocks ...document.Block) document.Cell { return document.Cell{Blocks: blocks} }

// TestFoot: the foot ends at the bottom margin of the last page, and moves to
// the next page only with text above it.
func TestFoot(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	bottom := (sheet.Page.Height - sheet.Page.Bottom) * mm
	for _, paragraphs := range []int{1, 25, 30, 31, 32, 60} {
		doc := &document.Document{}
		for range paragraphs {
			doc.Blocks = append(doc.Blocks, document.Paragraph{Inlines: text("Строка.")})
		}
		doc.Blocks = append(doc.Blocks,
			document.Foot{Blocks: []document.Block{document.Paragraph{Style: "executor",
				Inlines: text("Исполнитель")}}})
		pages := pages(t, doc, sheet).Pages
		last := pages[len(pages)-1].Lines
		foot := last[len(last)-1]
		if len(pages) > 1 {
			foot = last[len(last)-2] // the last is the page number
		}
		if got := foot.Text(); got != "Исполнитель" {
			t.Fatalf("%d: the last line is %q", paragraphs, got)
		}
		if gap := bottom - foot.Baseline; gap < 0 || gap > 4 {
			t.Errorf("%d: the foot ends %.1f pt above the margin", paragraphs, gap)
		}
		if len(last) < 2 {
			t.Errorf("%d: the foot stands alone", paragraphs)
		}
	}
}

// TestBoxes: every character has a box of its own, an em wide for a digit; boxes
// do not touch, and the text is that of the code.
func TestBoxes(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Style: "form-codes",
		Inlines: []document.Inline{
			document.Text{Value: "ИНН "}, document.Boxes{Count: 4, Text: "77"}}}}}
	page := pages(t, doc, sheet).Pages[0]
	if len(page.Rules) != 16 {
		t.Fatalf("%d rules", len(page.Rules))
	}
	end := 0.0
	for _, run := range page.Lines[0].Runs {
		if !run.Boxed {
			continue
		}
		if math.Abs(run.Width-14) > 0.01 || run.X < end+3 {
			t.Errorf("a box %.2f wide at %.2f, the one before ends at %.2f", run.Width, run.X, end)
		}
		end = run.X + run.Width
	}
}

// TestTableStyles: a form has a line below its last column only, columns have no
// rules and are not a table in the structure.
func TestTableStyles(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	for _, test := range []struct {
		style string
		rules int
		role  string
	}{{"", 10, "Table"}, {"form", 2, "Div"}, {"columns", 0, "Div"}} {
		p := document.Paragraph{Inlines: text("слово")}
		doc := &document.Document{Blocks: []document.Block{document.Table{Style: test.style,
			Columns: []document.Column{{Width: 1}, {Width: 1}},
			Rows:    []document.Row{{Cells: []document.Cell{cell(p), cell(p)}}, {Cells: []document.Cell{{}, {}}}}}}}
		result := pages(t, doc, sheet)
		rules := result.Pages[0].Rules
		if len(rules) != test.rules {
			t.Errorf("%q: %d rules", test.style, len(rules))
		}
		if got := result.Structure.Kids[0].Role; got != test.role {
			t.Errorf("%q is a %s", test.style, got)
		}
		if test.style == "form" && rules[1].Y1-rules[0].Y1 < 12 {
			t.Errorf("no room to write between lines: %v", rules)
		}
	}
}

// TestOnePage: line spacing is reduced only when that keeps a letter on one
// page.
func TestOnePage(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	for lines, want := range map[int]struct {
		pages   int
		spacing float64
	}{20: {1, 0}, 37: {1, 1.15}, 42: {1, 1}, 60: {2, 0}} {
		doc := &document.Document{Kind: "letter"}
		for range lines {
			doc.Blocks = append(doc.Blocks, document.Paragraph{Style: "letter", Inlines: text("Строка.")})
		}
		result := pages(t, doc, sheet.For("letter"))
		if len(result.Pages) != want.pages || result.Spacing != want.spacing {
			t.Errorf("%d lines: %d pages, spacing %v, want %+v", lines, len(result.Pages), result.Spacing, want)
		}
	}
}
