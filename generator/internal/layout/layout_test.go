package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/resolve"
	"protokol/generator/internal/shipped"
	"protokol/generator/style"
)

const mm = flow.PointsPerMM

// pages lays out a document.
func pages(t testing.TB, doc *document.Document, sheet *style.Sheet) *Result {
	t.Helper()
	family := shipped.Family(t)
	wrap := func(text string, f flow.Font, width float64) []string { return Wrap(text, f, width, family) }
	return Pages(resolve.Document(resolve.WrapPositions(doc, sheet, wrap), sheet), family)
}

func text(s string) []document.Inline { return []document.Inline{document.Text{Value: s}} }

func paragraph(name, s string) document.Block {
	return document.Paragraph{Style: name, Inlines: text(s)}
}

func signed(name string) document.Block {
	return document.Signature{Position: text("Председатель"), Name: name}
}

// sentence is long enough for several lines.
const sentence = "Принять к сведению доклад начальника отдела профессионального образования и науки о формировании " +
	"образовательно-производственных кластеров. "

func laid(t testing.TB, blocks ...document.Block) *Result {
	t.Helper()
	return pages(t, &document.Document{Blocks: blocks}, shipped.Sheet(t, "gost-2025"))
}

// lines returns the lines of every page, without page numbers.
func lines(r *Result) [][]string {
	var pages [][]string
	for _, page := range r.Pages {
		var list []string
		for _, l := range page.Lines {
			if len(l.Runs) > 0 && l.Runs[0].Element != nil {
				list = append(list, strings.TrimSpace(l.Text()))
			}
		}
		pages = append(pages, list)
	}
	return pages
}

// TestNothingLeavesTheMargins lays out difficult documents: all runs must be
// between the margins and must not overlap.
func TestNothingLeavesTheMargins(t *testing.T) {
	s := shipped.Sheet(t, "gost-2025")
	right, bottom := (s.Page.Width-s.Page.Right)*mm, (s.Page.Height-s.Page.Bottom)*mm
	var people []document.Item
	for i := range 500 {
		people = append(people, document.Item{Blocks: []document.Block{paragraph("person",
			fmt.Sprintf("Участник Номер %d, директор ООО «Пример»", i+1))}})
	}
	cell := func(s string) document.Cell { return document.Cell{Blocks: []document.Block{paragraph("", s)}} }
	for name, blocks := range map[string][]document.Block{
		"longer than a page": {paragraph("body", strings.Repeat(sentence, 60))},
		"200-letter word": {paragraph("body", "а "+strings.Repeat("щ", 200)+" я"),
			document.List{Kind: document.Decimal,
				Items: []document.Item{{Label: "1.",
					Blocks: []document.Block{paragraph("", strings.Repeat("Ж", 200))}}}}},
		"empty list": {document.List{Kind: document.Decimal}, paragraph("body", "текст")},
		"500 people": {document.List{Kind: document.Plain, Items: people}, signed("В.С. Чуранов")},
		"tall row": {document.Table{Columns: []document.Column{{Width: 1}, {Width: 3}},
			Header: []document.Row{{Cells: []document.Cell{cell("№"), cell("Что")}}},
			Rows:   []document.Row{{Cells: []document.Cell{cell("1"), cell(strings.Repeat(sentence, 60))}}}}},
		"nothing": {},
	} {
		r := laid(t, blocks...)
		for n, page := range r.Pages {
			for _, l := range page.Lines {
				for _, run := range l.Runs {
					if run.X < s.Page.Left*mm-0.01 || run.X+run.Width > right+0.1 {
						t.Errorf("%s, page %d: %.1f–%.1f leaves the margins: %s", name, n+1, run.X, run.X+run.Width,
							run.Text)
					}
				}
				if l.Baseline > bottom+0.01 {
					t.Errorf("%s, page %d: a line below the margin", name, n+1)
				}
			}
		}
	}
}

func TestWidowsAndOrphans(t *testing.T) {
	for filler := range 40 {
		blocks := []document.Block{}
		for range filler {
			blocks = append(blocks, paragraph("fact", "Строка"))
		}
		r := laid(t, append(blocks, paragraph("body", strings.Repeat(sentence, 3)))...)
		if len(r.Pages) < 2 {
			continue
		}
		before, after := 0, 0
		for _, l := range lines(r)[0] {
			if l != "Строка" {
				before++
			}
		}
		for _, l := range lines(r)[1] {
			if l != "Строка" {
				after++
			}
		}
		if before == 1 || after == 1 {
			t.Errorf("after %d lines: %d lines stay, %d go", filler, before, after)
		}
	}
}

func TestHeadingStaysWithItsText(t *testing.T) {
	for filler := range 45 {
		var blocks []document.Block
		for range filler {
			blocks = append(blocks, paragraph("fact", "Строка"))
		}
		blocks = append(blocks, document.Heading{Level: 2, Style: "heading", Inlines: text("Вопрос")},
			paragraph("keyword", "РЕШЕНИЕ:"), paragraph("body", strings.Repeat(sentence, 2)))
		for _, page := range lines(laid(t, blocks...)) {
			if n := len(page); n > 0 && (page[n-1] == "РЕШЕНИЕ:" || page[n-1] == "Вопрос") {
				t.Errorf("after %d lines a page ends with %q", filler, page[n-1])
			}
		}
	}
}

// TestSignatureIsNeverAlone: three lines of text are on the page of the
// signature, and both signatures on one page.
func TestSignatureIsNeverAlone(t *testing.T) {
	for filler := range 60 {
		var blocks []document.Block
		for range filler {
			blocks = append(blocks, paragraph("body", "Строка"))
		}
		blocks = append(blocks, paragraph("body", sentence), signed("В.С. Чуранов"), signed("М.В. Белокопытов"))
		pages := lines(laid(t, blocks...))
		last := pages[len(pages)-1]
		if len(last) < 5 || !strings.HasSuffix(last[len(last)-2], "В.С. Чуранов") {
			t.Errorf("after %d lines the last page holds %q", filler, last)
		}
	}
}

// TestTighteningComesFirst: reduced line spacing is preferred to moving text,
// and reported.
func TestTighteningComesFirst(t *testing.T) {
	tightened, moved := 0, 0
	for filler := 20; filler < 34; filler++ {
		var blocks []document.Block
		for range filler {
			blocks = append(blocks, paragraph("body", "Строка"))
		}
		r := laid(t, append(blocks, signed("В.С. Чуранов"))...)
		switch {
		case r.Spacing == 1.15:
			tightened++
			if len(r.Pages) != 1 {
				t.Errorf("%d lines: tightened and still %d pages", filler, len(r.Pages))
			}
		case r.Closing > 0:
			moved++
		}
	}
	if tightened == 0 {
		t.Error("no paper was tightened")
	}
}

func TestLineBreaks(t *testing.T) {
	f := shipped.Family(t)
	for _, test := range []struct {
		text string
		want []string
	}{
		{"веб-отдел", []string{"веб-", "отдел"}},
		{"2017-2018", []string{"2017-2018"}},
		{"8–9 классов", []string{"8–9", "классов"}},
		{"А.\u00a0В. Островский", []string{"А.\u00a0В.", "Островский"}},
		{"слово — слово", []string{"слово", "—", "слово"}},
		{"и/или", []string{"и/или"}},
	} {
		cut := func() []word {
			return (&cutter{family: f}).cut([]flow.Run{{Text: test.text, Font: flow.Font{Size: 14}}}, nil)
		}
		var got []string
		for _, l := range breakLines(cut(), frame{right: 1000}, flow.Left) {
			got = append(got, l.Text())
		}
		if len(got) != 1 || got[0] != test.text {
			t.Errorf("%q on a wide line: %q", test.text, got)
		}
		got = nil
		for _, w := range cut() {
			var word string
			for _, fragment := range w.fragments {
				word += fragment.Text
			}
			got = append(got, word)
		}
		if fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("%q breaks into %q, want %q", test.text, got, test.want)
		}
	}
}

// TestJustification: all lines of a justified paragraph except the last end at
// the right margin.
func TestJustification(t *testing.T) {
	s := shipped.Sheet(t, "gost-2025")
	right := (s.Page.Width - s.Page.Right) * mm
	page := laid(t, paragraph("body", strings.Repeat(sentence, 4))).Pages[0]
	for i, l := range page.Lines[:len(page.Lines)-1] {
		last := l.Runs[len(l.Runs)-1]
		if math.Abs(last.X+last.Width-right) > 0.01 {
			t.Errorf("line %d ends at %.3f, the margin is at %.3f", i, last.X+last.Width, right)
		}
	}
}

// TestRowHeight: rows of fixed height have exactly that height, and report text
// that does not fit.
func TestRowHeight(t *testing.T) {
	sheet := *shipped.Sheet(t, "gost-2025")
	sheet.Table.RowHeight, sheet.Table.Top = 20, 5
	row := func(words int) document.Row {
		return document.Row{Cells: []document.Cell{{Blocks: []document.Block{paragraph("",
			strings.Repeat("слово ", words))}}}}
	}
	lay := func(rows ...document.Row) *Result {
		table := document.Table{Columns: []document.Column{{Width: 1}}, Rows: rows}
		return pages(t, &document.Document{Blocks: []document.Block{table}}, &sheet)
	}
	r := lay(row(1), row(20), row(1))
	lines := r.Pages[0].Lines
	for i, want := range map[int]float64{1: 20, 3: 40} { // the second row has two lines
		if got := (lines[i].Baseline - lines[0].Baseline) / mm; math.Abs(got-want) > 0.01 {
			t.Errorf("line %d stands %.2f mm below the first, want %v", i, got, want)
		}
	}
	if top := lines[0].Baseline/mm - sheet.Page.Top; top < 5 || top > 10 || r.Overfull.Count > 0 {
		t.Errorf("the first line stands at %.2f mm, overfull: %v", top, r.Overfull)
	}
	if lay(row(1), row(400)).Overfull.Count == 0 {
		t.Error("a row without room for its text says nothing")
	}
}

func TestTableHeaderIsRepeatedAsAnArtifact(t *testing.T) {
	cell := func(s string) document.Cell { return document.Cell{Blocks: []document.Block{paragraph("", s)}} }
	table := document.Table{Columns: []document.Column{{Width: 1}, {Width: 1}},
		Header: []document.Row{{Cells: []document.Cell{cell("Заголовок"), cell("Второй")}}}}
	for i := range 120 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{cell(fmt.Sprint(i)), cell("строка")}})
	}
	r := laid(t, table)
	if len(r.Pages) < 3 {
		t.Fatalf("%d pages", len(r.Pages))
	}
	for i, page := range r.Pages {
		first := page.Lines[0]
		if first.Text() != "Заголовок" {
			t.Errorf("page %d begins with %q", i+1, first.Text())
		}
		if isContent := first.Runs[0].Element != nil; isContent != (i == 0) {
			t.Errorf("page %d: the header is content: %v", i+1, isContent)
		}
	}
	if tables := len(r.Structure.Kids); tables != 1 {
		t.Errorf("the table is %d tables when read aloud", tables)
	}
}

// TestEveryNode lays out every kind of block and inline.
func TestEveryNode(t *testing.T) {
	r := laid(t,
		document.Heading{Level: 1, Style: "title", Inlines: text("Протокол")},
		document.Paragraph{Inlines: []document.Inline{document.Text{Value: "т "}, document.Strong{Inlines: text("п")},
			document.Emphasis{Inlines: text("к")}, document.Link{Target: "https://example.org/", Inlines: text("с")},
			document.Break{}, document.Checkbox{Checked: true}, document.Checkbox{}, document.Blank{Width: 20}}},
		document.List{Kind: document.Dash,
			Items: []document.Item{{Label: "—", Blocks: []document.Block{paragraph("", "п")}}}},
		document.Table{Columns: []document.Column{{Width: 1}}, Rows: []document.Row{{Cells: []document.Cell{{}}}}},
		document.Figure{Path: "a.png", Alt: "Герб", Width: 20, Height: 20},
		document.PageBreak{}, signed("А.Б. Вгд"))
	if len(r.Pages) != 2 || len(r.Pages[0].Pictures) != 1 {
		t.Errorf("%d pages, %d pictures", len(r.Pages), len(r.Pages[0].Pictures))
	}
	var roles []string
	for _, kid := range r.Structure.Kids {
		roles = append(roles, kid.Role)
	}
	if got := strings.Join(roles, " "); got != "H1 P L Table Figure P" {
		t.Errorf("structure %s", got)
	}
}

// BenchmarkPages: the time per page must not grow with the document.
func BenchmarkPages(b *testing.B) {
	for _, paragraphs := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(paragraphs), func(b *testing.B) {
			var blocks []document.Block
			for range paragraphs {
				blocks = append(blocks, paragraph("body", strings.Repeat(sentence, 4)))
			}
			doc, s, f := &document.Document{Blocks: append(blocks, signed("А.Б. Вгд"))}, shipped.Sheet(b,
				"gost-2025"), shipped.Family(b)
			pages := 0
			b.ReportAllocs()
			for b.Loop() {
				pages = len(Pages(resolve.Document(doc, s), f).Pages)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*pages), "ns/page")
		})
	}
}

// TestFallbackFaces: a character from a fallback font is a run of its own with
// the width of that font; the spaces around it keep the width of the family.
func TestFallbackFaces(t *testing.T) {
	family := shipped.Family(t)
	runs := laid(t, paragraph("line", "5 ₽ ₽ и ☒ да")).Pages[0].Lines[0].Runs
	var texts []string
	for i, r := range runs {
		texts = append(texts, r.Text)
		if i > 0 {
			if before := runs[i-1]; math.Abs(before.X+before.Width-r.X) > 1e-9 {
				t.Errorf("%q begins at %g, %q ends at %g", r.Text, r.X, before.Text, before.X+before.Width)
			}
		}
	}
	if got := strings.Join(texts, "|"); got != "5 |₽| |₽| и |☒| да" {
		t.Errorf("runs %s", got)
	}
	face := family.At(runs[1].Face)
	ruble, _ := face.Glyph('₽')
	if want := runs[1].Size * float64(face.Advance(ruble)) / float64(face.Em); face.Name != "DejaVuSerif" ||
		math.Abs(runs[1].Width-want) > 1e-9 {
		t.Errorf("₽ by %s is %g wide, want %g", face.Name, runs[1].Width, want)
	}
	if runs[5].Kind != CrossedBox {
		t.Errorf("☒ has the kind %d", runs[5].Kind)
	}
	signed := laid(t, document.Signature{Position: text("Председатель ☐"), Name: "А"})
	if got := lines(signed)[0]; len(got) != 1 || got[0] != "Председатель ☐ А" {
		t.Errorf("signed %q", got)
	}
}

// TestFigure: a picture is centred, has the requested height, and is on the page
// of its caption.
func TestFigure(t *testing.T) {
	s := shipped.Sheet(t, "gost-2025")
	figure := document.Figure{Path: "a.png", Alt: "Схема", Width: 100, Height: 60, Caption: text("Рисунок 1")}
	for before := range 30 {
		var blocks []document.Block
		for range before {
			blocks = append(blocks, paragraph("line", "строка"))
		}
		r := laid(t, append(blocks, figure, paragraph("line", "после"))...)
		for i, page := range r.Pages {
			for _, p := range page.Pictures {
				middle := (s.Page.Left + s.Page.TextWidth()/2) * mm
				if math.Abs(p.X+p.Width/2-middle) > 1e-6 || math.Abs(p.Height-60*mm) > 1e-6 ||
					p.Element.Role != "Figure" || p.Element.Alt != "Схема" {
					t.Errorf("picture %+v", p)
				}
				if bottom := (s.Page.Height - s.Page.Bottom) * mm; p.Y < s.Page.Top*mm || p.Y+p.Height > bottom {
					t.Errorf("after %d lines the picture stands from %g to %g", before, p.Y, p.Y+p.Height)
				}
				captioned := false
				for _, l := range page.Lines {
					if len(l.Runs) > 0 && l.Runs[0].Element != nil && l.Runs[0].Element.Role == "Caption" {
						captioned = l.Baseline > p.Y+p.Height
					}
				}
				if !captioned {
					t.Errorf("after %d lines page %d has the picture without its caption", before, i+1)
				}
			}
		}
	}
}
