package layout

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
	"protokol/generator/style"
)

// TestPageNumberText checks page numbers with words in the bottom margin, on the
// first page too.
func TestPageNumberText(t *testing.T) {
	sheet := *shipped.Sheet(t, "gost-2025")
	sheet.PageNumber = style.PageNumber{Show: true, First: true, Text: "Страница {номер} из {всего}", FromBottom: 10,
		Align: style.Right, Size: 10}
	doc := &document.Document{Blocks: []document.Block{paragraph("body", "Первая"), document.PageBreak{},
		paragraph("body", "Вторая")}}
	r := pages(t, doc, &sheet)
	for i, want := range []string{"Страница 1 из 2", "Страница 2 из 2"} {
		lines := r.Pages[i].Lines
		line := lines[len(lines)-1]
		end := line.Runs[len(line.Runs)-1]
		switch right := r.Size.Width - r.Size.Right; {
		case strings.TrimSpace(line.Text()) != want:
			t.Errorf("page %d: %q", i+1, line.Text())
		case line.Baseline > r.Size.Height-10*mm || line.Baseline < r.Size.Height-10*mm-12:
			t.Errorf("page %d: baseline at %.1f of %.1f", i+1, line.Baseline, r.Size.Height)
		case end.X+end.Width < right-1 || end.X+end.Width > right+1:
			t.Errorf("page %d: ends at %.1f, the margin is at %.1f", i+1, end.X+end.Width, right)
		}
	}
}
