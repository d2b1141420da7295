package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
)

// fields returns the places of electronic signatures, page by page.
func fields(r *Result) (list []Run, baselines []float64) {
	for _, page := range r.Pages {
		for _, line := range page.Lines {
			for _, run := range line.Runs {
				if run.Kind == FormField {
					list, baselines = append(list, run), append(baselines, line.Baseline)
				}
			}
		}
	}
	return list, baselines
}

// TestSignatureFieldIsClear: the place of an electronic signature does not
// overlap text, however long the position is.
func TestSignatureFieldIsClear(t *testing.T) {
	for _, position := range []string{"", "Председатель", strings.Repeat("заместитель председателя ", 12),
		strings.Repeat("щ", 80)} {
		sign := func(n int) document.Block {
			return document.Signature{Position: text(position), Name: "В.С.\u00a0Длиннофамильный-Чуранов",
				Field: fmt.Sprint("f", n)}
		}
		r := laid(t, paragraph("body", strings.Repeat(sentence, 3)), sign(1), sign(2))
		list, baselines := fields(r)
		if len(list) != 2 || list[0].Element.Field.Name != "f1" || list[1].Element.Field.Name != "f2" {
			t.Fatalf("%q: fields %v", position, list)
		}
		for i, field := range list {
			bottom := baselines[i] - field.Element.Field.Rise
			if field.Width < fieldNarrow || field.Size < 20 {
				t.Errorf("%q: a field of %.0f × %.0f pt", position, field.Width, field.Size)
			}
			for _, line := range r.Pages[0].Lines {
				if line.Baseline <= bottom-field.Size || line.Baseline > bottom {
					continue
				}
				for _, run := range line.Runs {
					if run.Kind == Letters && run.X < field.X+field.Width && run.X+run.Width > field.X {
						t.Errorf("%q: field %d covers %q", position, i+1, run.Text)
					}
				}
			}
		}
	}
}

// TestNoFieldWithoutName: a signature without a field name has no field.
func TestNoFieldWithoutName(t *testing.T) {
	if list, _ := fields(laid(t, signed("А"))); len(list) > 0 {
		t.Errorf("fields %v", list)
	}
}

// TestMarksStayWithSignature: the mark of the executor, or of a certified copy,
// is on the page of its signature.
func TestMarksStayWithSignature(t *testing.T) {
	for body := 25; body < 60; body++ {
		var blocks []document.Block
		for range body {
			blocks = append(blocks, paragraph("body", "Слово."))
		}
		blocks = append(blocks, signed("А"), signed("Б"), paragraph("original", "Подлинник"),
			paragraph("copy-mark", "Верно"), signed("В"),
			paragraph("prepared", "Исполнитель"))
		pages := lines(laid(t, blocks...))
		last := strings.Join(pages[len(pages)-1], "\n")
		for _, want := range []string{"Слово.", " А", " Б", "Верно", " В", "Исполнитель"} {
			if !strings.Contains(last, want) {
				t.Errorf("%d lines before: the last page lacks %q:\n%s", body, want, last)
			}
		}
	}
}

// TestLetterEndsWithText: three lines of text are on the page of the signature of
// a letter, beside the mark of attachments and the closing words.
func TestLetterEndsWithText(t *testing.T) {
	moved := 0
	for filler := 15; filler < 60; filler++ {
		var blocks []document.Block
		for range filler {
			blocks = append(blocks, paragraph("letter", "Строка"))
		}
		item := func(title string) document.Item {
			return document.Item{Blocks: []document.Block{paragraph("attachment-item", title)}}
		}
		blocks = append(blocks, paragraph("attachment", "Приложение:"),
			document.List{Kind: document.Decimal, Items: []document.Item{item("Отчёт"), item("Справка")}},
			paragraph("closing", "С уважением,"), signed("В.С. Чуранов"))
		pages := lines(laid(t, blocks...))
		count := 0
		for _, line := range pages[len(pages)-1] {
			if line == "Строка" {
				count++
			}
		}
		if count < 3 {
			t.Errorf("after %d lines the last page holds %q", filler, pages[len(pages)-1])
		}
		if len(pages) > 1 {
			moved++
		}
	}
	if moved == 0 {
		t.Error("no letter has two pages")
	}
}

// TestRowsWithSignature: three rows of a table are on the page of the signature, not one
// with many cells.
func TestRowsWithSignature(t *testing.T) {
	cells := slices.Repeat([]document.Cell{{Blocks: []document.Block{document.Paragraph{Inlines: text("ячейка")}}}}, 4)
	table := document.Table{Columns: slices.Repeat([]document.Column{{Width: 1}}, 4),
		Rows: slices.Repeat([]document.Row{{Cells: cells}}, 6)}
	for filler := range 40 {
		var blocks []document.Block
		for range filler {
			blocks = append(blocks, paragraph("fact", "Строка"))
		}
		found := lines(laid(t, append(blocks, table, signed("В.С. Чуранов"))...))
		rows := 0
		for _, line := range found[len(found)-1] {
			if line == "ячейка" {
				rows++
			}
		}
		if rows < 3*len(cells) {
			t.Errorf("after %d lines there are %d cells above the signature", filler, rows)
		}
	}
}
