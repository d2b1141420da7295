package printing

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/tagged"
)

// labelSheets are commercial label sheets: number of labels, size, position of
// the first one and distances, mm.
var labelSheets = map[string]struct {
	columns, rows            int
	width, height, left, top float64
	nextColumn               float64
}{
	"label-70x37":  {3, 8, 70, 37, 0, 0.5, 70},
	"label-70x42":  {3, 7, 70, 42.3, 0, 0.45, 70},
	"label-105x37": {2, 8, 105, 37, 0, 0.5, 105},
	"label-105x42": {2, 7, 105, 42.3, 0, 0.45, 105},
	"label-63x38":  {3, 7, 63.5, 38.1, 7.2, 15.15, 66.04},
}

// addressed returns n labels, each in the first style that fits. The index of a
// label is 100000 plus its number.
func addressed(t testing.TB, press *Press, count int) (labels []*document.Document) {
	t.Helper()
	for i := range count {
		view := compose.Envelope{Addressee: "Наклейка", To: compose.Correspondent{
			Who:     []string{"ООО «" + strings.Repeat("Образец ", 1+i%7) + "»", "Соколову Андрею Андреевичу"},
			Address: strings.Repeat("г. Смоленск, ", 1+i%4) + "ул. Мира", Index: strconv.Itoa(100000 + i)}}
		var paper *Paper
		err := ErrOverfull
		for _, class := range press.Sheet.Labels.Styles {
			if !errors.Is(err, ErrOverfull) {
				break
			}
			doc, composed := press.Templates.Compose(t.Context(), "label", compose.Label{Envelope: view, Class: class})
			if composed != nil {
				t.Fatal(composed)
			}
			paper, err = press.Label(doc)
		}
		if err != nil {
			t.Fatalf("label %d: %v", i, err)
		}
		labels = append(labels, paper.Document)
	}
	return labels
}

// labelled is a paper of labels that fill the sheets.
func labelled(t testing.TB, style string, skip int) (press *Press, paper *Paper, count int) {
	t.Helper()
	press = newPress(t, style)
	count = 2*press.Sheet.LabelsPerPage() - skip
	paper, err := press.Labels("Наклейки", addressed(t, press, count), skip, Origin{})
	if err != nil {
		t.Fatal(err)
	}
	return press, paper, count
}

// box is the position of a word on a page, mm from the top left corner.
type box struct {
	page                     int
	left, top, right, bottom float64
	text                     string
}

// within checks that words are on their labels: at least 3 mm from the edges of
// the label, 4 mm from those of the sheet, the index on the label of its number.
func within(t *testing.T, style string, skip int, words []box) {
	t.Helper()
	s, indexes := labelSheets[style], 0
	for _, w := range words {
		column := min(s.columns-1, int((w.left-s.left)/s.nextColumn))
		row := min(s.rows-1, int((w.top-s.top)/s.height))
		left, top := s.left+float64(column)*s.nextColumn, s.top+float64(row)*s.height
		if w.left < left+3 || w.right > left+s.width-3 || w.top < top+2.8 || w.bottom > top+s.height-2.8 {
			t.Errorf("%s: %q at %.1f–%.1f × %.1f–%.1f mm leaves the label at %.1f, %.1f", style, w.text, w.left,
				w.right, w.top, w.bottom, left, top)
		}
		if w.left < 4 || w.top < 4 || w.right > 210-4 || w.bottom > 297-4 {
			t.Errorf("%s: %q is nearer to the edge than printers print", style, w.text)
		}
		if number, err := strconv.Atoi(w.text); err == nil && number >= 100000 {
			indexes++
			if place := (w.page*s.rows+row)*s.columns + column - skip; number-100000 != place {
				t.Errorf("%s: index %d stands on label %d", style, number, place)
			}
		}
	}
	if want := 2*s.columns*s.rows - skip; indexes != want {
		t.Errorf("%s: %d labels of %d", style, indexes, want)
	}
}

// TestLabelPositions checks the positions of labels on every built-in sheet.
func TestLabelPositions(t *testing.T) {
	const mm = flow.PointsPerMM
	for style, s := range labelSheets {
		press, paper, _ := labelled(t, style, 5)
		if n := press.Sheet.LabelsPerPage(); n != s.columns*s.rows || len(paper.Layout.Pages) != 2 {
			t.Errorf("%s: %d a sheet, %d sheets", style, n, len(paper.Layout.Pages))
		}
		next := press.Sheet.Page.TextWidth() / float64(s.columns)
		for what, off := range map[string]float64{
			"column": next - s.nextColumn, "row": press.Sheet.TableStyle("labels").RowHeight - s.height,
			"left": press.Sheet.Page.Left + (next-s.width)/2 - s.left, "top": press.Sheet.Page.Top - s.top,
		} {
			if math.Abs(off) > 0.06 {
				t.Errorf("%s: %s is off by %.2f mm", style, what, off)
			}
		}
		var words []box
		for i, page := range paper.Layout.Pages {
			for _, line := range page.Lines {
				for _, r := range line.Runs {
					words = append(words, box{i, r.X / mm, (line.Baseline - 0.7*r.Size) / mm, (r.X + r.Width) / mm,
						(line.Baseline + 0.22*r.Size) / mm, r.Text})
				}
			}
		}
		within(t, style, 5, words)
	}
}

var wordBox = regexp.MustCompile(`<page |xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>`)

// boxes returns the positions of words in a PDF, found by poppler.
func boxes(t *testing.T, file string) (words []box) {
	t.Helper()
	out := outside.Run(t, outside.Program(t, "pdftotext"), "-bbox", file, "-")
	page := -1
	for _, m := range wordBox.FindAllStringSubmatch(out, -1) {
		if m[5] == "" {
			page++
			continue
		}
		var at [4]float64
		for i := range at {
			at[i], _ = strconv.ParseFloat(m[i+1], 64)
			at[i] /= flow.PointsPerMM
		}
		words = append(words, box{page, at[0], at[1], at[2], at[3], m[5]})
	}
	return words
}

// TestLabelsOutside: poppler finds the words of the PDF on their labels, and
// those of the DOCX as LibreOffice prints it. Validators accept both; a screen
// reader reads label after label. Sheets differ in measures only, so that a quick run
// shows the validators and the screen reader, which are slow, one of five.
func TestLabelsOutside(t *testing.T) {
	office, validator := outside.Program(t, "soffice"), outside.Program(t, "ooxml-validator")
	dir, printed := t.TempDir(), t.TempDir()
	var pdfs, docxs []string
	for i, style := range slices.Sorted(maps.Keys(labelSheets)) {
		press, paper, _ := labelled(t, style, 1)
		base := filepath.Join(dir, style)
		for _, format := range Formats {
			if err := os.WriteFile(base+"."+format, write(t, press, paper, format), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		docxs = append(docxs, base+".docx")
		within(t, style, 1, boxes(t, base+".pdf"))
		if !effort.Takes(i, 5, 5) {
			continue
		}
		pdfs = append(pdfs, base+".pdf")
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		root := tagged.Poppler(t, write(t, press, paper, "pdf"))
		if want := squeeze(document.PlainText(paper.Document)); squeeze(root.Text) != want {
			t.Errorf("%s is not read aloud label by label", style)
		}
		tagged.Check(t, root)
		if out := outside.Run(t, validator, base+".docx"); !strings.Contains(out, `"ok": true`) {
			t.Errorf("%s: %s", style, out)
		}
	}
	outside.VeraPDF(t, []string{"3a", "ua1"}, pdfs...)
	outside.Run(t, office, append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to",
		"pdf", "--outdir", printed}, docxs...)...)
	for style := range labelSheets {
		within(t, style, 1, boxes(t, filepath.Join(printed, style+".pdf")))
	}
}

// TestLabelOverfull: text that does not fit is an error; nothing is cut.
func TestLabelOverfull(t *testing.T) {
	press := newPress(t, "label-70x37")
	for lines, fits := range map[int]bool{1: true, 4: true, 7: true, 8: false, 30: false} {
		doc := &document.Document{Kind: "label", Blocks: []document.Block{document.Paragraph{Style: "label",
			Inlines: []document.Inline{document.Text{Value: strings.TrimSpace(strings.Repeat(fmt.Sprintf("%030d ",
				lines), lines))}}}}}
		if _, err := press.Label(doc); fits != (err == nil) || err != nil && !errors.Is(err, ErrOverfull) {
			t.Errorf("%d lines: %v", lines, err)
		}
		if _, err := press.Labels("Наклейки", []*document.Document{doc}, 0, Origin{}); fits != (err == nil) {
			t.Errorf("%d lines on a sheet: %v", lines, err)
		}
	}
}
