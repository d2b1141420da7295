package web_test

import (
	"encoding/json"
	"fmt"
	"html"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdftest"
)

// sheet is a paper as PDF and as a page for browsers.
type sheet struct {
	stem  string // path without extension
	pages int
}

// makeSheets makes the papers of the examples in a folder.
func makeSheets(t *testing.T, folder string) (sheets []sheet) {
	t.Helper()
	g, err := generator.New(generator.Config{})
	if err != nil {
		t.Fatal(err)
	}
	head := "<!doctype html><meta charset=utf-8><style>* { margin: 0 } svg { display: block }"
	for _, face := range g.Faces() {
		write(t, filepath.Join(folder, face.Name+".ttf"), face.Data)
		head += fmt.Sprintf("@font-face { font-family: %q; font-weight: %s; font-style: %s; src: url(%s.ttf) }",
			face.Family, map[bool]string{true: "bold", false: "normal"}[face.Bold],
			map[bool]string{true: "italic", false: "normal"}[face.Italic], face.Name)
	}
	for _, example := range []string{"2017-11-20", "2026-03-12", "2026-04-16", "2026-05-20"} {
		m, problems := g.Read(os.DirFS("../../examples/"+example), "meeting.toml")
		if problems.Failed() {
			t.Fatal(problems)
		}
		for _, kind := range m.Kinds() {
			r := generator.Request{Kind: kind.Name}
			if !m.Supports(r) {
				continue
			}
			paper, problems, err := g.Make(t.Context(), m, r)
			if err != nil || paper == nil {
				t.Fatal(problems, err)
			}
			stem := filepath.Join(folder, example+"-"+kind.Name)
			sheets = append(sheets, sheet{stem, paper.Pages()})
			drawn, err := paper.Draw(t.Context(), generator.Drawing{})
			if err != nil {
				t.Fatal(err)
			}
			page := head + "</style>"
			for _, p := range drawn {
				page += string(p.SVG)
			}
			write(t, stem+".html", []byte(page))
			var pdf strings.Builder
			if err := paper.Write(&pdf, "pdf"); err != nil {
				t.Fatal(err)
			}
			write(t, stem+".pdf", []byte(pdf.String()))
		}
	}
	return sheets
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestSheetsEqualPDFs: browsers set every word where Poppler finds it in the PDF, to a
// tenth of a point; the pictures of the pages differ by little.
func TestSheetsEqualPDFs(t *testing.T) {
	outside.Program(t, "browsers")
	outside.Program(t, "pdftotext")
	folder := t.TempDir()
	sheets := makeSheets(t, folder)
	for _, browser := range []string{"chromium", "firefox"} {
		t.Run(browser, func(t *testing.T) {
			runScenario(t, browser, "words.cjs", folder)
			count, worst := 0, 0.0
			for _, s := range sheets {
				n, w := compareWords(t, s.stem)
				count, worst = count+n, max(worst, w)
			}
			t.Logf("%d words, the worst is %.3f pt away", count, worst)
			if worst > 0.1 {
				t.Errorf("a word is %.3f pt away", worst)
			}
			if browser == "chromium" {
				comparePictures(t, sheets)
			}
		})
	}
}

// word is a word on a page.
type word struct {
	page        int
	text        string
	left, right float64
	top, bottom float64
}

var boxed = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>`)

// pdfWords returns the words that Poppler finds in a PDF.
func pdfWords(t *testing.T, name string) (words []word) {
	t.Helper()
	for n, page := range strings.Split(outside.Run(t, "pdftotext", "-bbox", name, "-"), "<page ")[1:] {
		for _, m := range boxed.FindAllStringSubmatch(page, -1) {
			var v [5]float64
			for i := 1; i <= 4; i++ {
				v[i], _ = strconv.ParseFloat(m[i], 64)
			}
			text := strings.ReplaceAll(html.UnescapeString(m[5]), "\u00ad", "-")
			words = append(words, word{n, text, v[1], v[3], v[2], v[4]})
		}
	}
	return words
}

// compareWords returns the number of words and the greatest distance.
func compareWords(t *testing.T, stem string) (count int, worst float64) {
	t.Helper()
	data, err := os.ReadFile(stem + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var drawn [][5]any
	if err := json.Unmarshal(data, &drawn); err != nil {
		t.Fatal(err)
	}
	printed := pdfWords(t, stem+".pdf")
	if len(printed) != len(drawn) {
		t.Errorf("%s: %d words are drawn, %d printed", stem, len(drawn), len(printed))
	}
	for _, d := range drawn {
		nearest := math.Inf(1)
		for _, p := range printed {
			if float64(p.page) == d[0] && p.text == d[1] && p.top < d[4].(float64) && d[4].(float64) < p.bottom {
				nearest = min(nearest, max(math.Abs(p.left-d[2].(float64)), math.Abs(p.right-d[3].(float64))))
			}
		}
		if nearest > 0.5 {
			t.Errorf("%s: %v is not there in the PDF", stem, d)
			continue
		}
		worst = max(worst, nearest)
	}
	return len(drawn), worst
}

// comparePictures compares the pages of Chromium with those of PDFium, its engine for
// PDFs: edges are smoothed in other ways, but nothing may be missing or elsewhere.
func comparePictures(t *testing.T, sheets []sheet) {
	t.Helper()
	worst, sum, pages := 0.0, 0.0, 0
	for _, s := range sheets {
		pdf, err := os.ReadFile(s.stem + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		for n := range s.pages {
			file, err := os.Open(fmt.Sprintf("%s-%d.png", s.stem, n+1))
			if err != nil {
				t.Fatal(err)
			}
			drawn, err := png.Decode(file)
			file.Close()
			if err != nil {
				t.Fatal(err)
			}
			page, white := gray(drawn)
			printed, _ := gray(pdftest.Draw(t, pdf, n, 96))
			share := difference(printed, page)
			if difference(white, page) == 0 {
				t.Errorf("%s, page %d is empty", s.stem, n+1)
			}
			worst, sum, pages = max(worst, share), sum+share, pages+1
			if share > 0.004 {
				t.Errorf("%s, page %d: %.2f %% of the pixels differ", s.stem, n+1, 100*share)
			}
		}
	}
	t.Logf("%d pages: %.3f %% of the pixels differ, at most %.3f %%", pages, 100*sum/float64(pages), 100*worst)
}

// difference returns the share of pixels that are dark in one picture and have nothing
// dark beside them in the other.
func difference(a, b *image.Gray) float64 {
	box := a.Rect.Intersect(b.Rect)
	count := 0
	for y := box.Min.Y + 1; y < box.Max.Y-1; y++ {
		for x := box.Min.X + 1; x < box.Max.X-1; x++ {
			if isAlone(a, b, x, y) || isAlone(b, a, x, y) {
				count++
			}
		}
	}
	return float64(count) / float64(box.Dx()*box.Dy())
}

func isAlone(a, b *image.Gray, x, y int) bool {
	if a.GrayAt(x, y).Y > 128 {
		return false
	}
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if b.GrayAt(x+dx, y+dy).Y < 192 {
				return false
			}
		}
	}
	return true
}

// gray returns a picture without its colours, and a white one of the same size.
func gray(img image.Image) (drawn, white *image.Gray) {
	drawn, white = image.NewGray(img.Bounds()), image.NewGray(img.Bounds())
	draw.Draw(drawn, drawn.Rect, img, drawn.Rect.Min, draw.Src)
	draw.Draw(white, white.Rect, image.White, image.Point{}, draw.Src)
	return drawn, white
}
