package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/resolve"
	"protokol/generator/internal/shipped"
)

// long is a text whose words are divided in every style sheet that allows it.
const long = "Информировать заинтересованные организации о формировании образовательных программ, предусматривающих " +
	"повышение квалификации преподавателей, и предоставить предложения по совершенствованию законодательства. "

// divided returns the lines that end inside a word, without other pages' lines.
func divided(r *Result) (list []string) {
	for _, page := range r.Pages {
		for _, l := range page.Lines {
			if l.Divided {
				list = append(list, l.Text())
			}
		}
	}
	return list
}

// pageText returns the letters of a page.
func pageText(page Page) string {
	var b strings.Builder
	for _, l := range page.Lines {
		b.WriteString(l.Text())
	}
	return strings.NewReplacer(" ", "", SoftHyphen, "").Replace(b.String())
}

// widest returns the greatest additional width of a space, pt.
func widest(r *Result) (gap float64) {
	for _, page := range r.Pages {
		for _, l := range page.Lines {
			for _, run := range l.Runs {
				gap = max(gap, run.Gap)
			}
		}
	}
	return gap
}

// TestDivision: words are divided where that makes the spaces more even; lines are
// as many and pages end at the same words, no three lines in a row are divided,
// nor is the last word of a page.
func TestDivision(t *testing.T) {
	on := *shipped.Sheet(t, "gost-2025")
	off := on
	off.Hyphenate = false
	for n := 1; n < 30; n++ {
		text := strings.Repeat(long, n+1) + strings.Repeat("и ", n%5) + "совершенствование."
		doc := &document.Document{Blocks: []document.Block{paragraph("body", text)}}
		with, without := pages(t, doc, &on), pages(t, doc, &off)
		if len(divided(without)) > 0 || len(divided(with)) == 0 {
			t.Fatalf("%d: divided %q, and %q without hyphenation", n, divided(with), divided(without))
		}
		if widest(with) > widest(without) {
			t.Errorf("%d: spaces wider by %.1f pt, without hyphenation by %.1f", n, widest(with), widest(without))
		}
		if len(with.Pages) != len(without.Pages) {
			t.Errorf("%d: other pages", n)
		}
		row := 0
		for i, page := range with.Pages {
			a, b := page.Lines, without.Pages[i].Lines
			if len(a) != len(b) || pageText(page) != pageText(without.Pages[i]) {
				t.Errorf("%d: page %d has %d lines, without hyphenation %d, or other words", n, i+1, len(a), len(b))
			}
			for j, l := range page.Lines {
				if row++; !l.Divided {
					row = 0
				}
				if row > maxHyphens {
					t.Errorf("%d: three divided lines: %q", n, l.Text())
				}
				last := j == len(page.Lines)-1 || page.Lines[j+1].Runs[0].Element == nil // the page number
				if l.Divided && last {
					t.Errorf("%d: a page ends with %q", n, l.Text())
				}
			}
		}
	}
}

// TestTitlesAreDivided: the words of a quoted title of a law, or of a quotation that is
// too long for a name, are divided, those of names inside are not.
func TestTitlesAreDivided(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	for quoted, want := range map[string]bool{
		"«Об преподавателях»":                  true,
		"«О них преподавателях»":               true,
		"«Союз преподавателей»":                false,
		"«О них „Союз преподавателей“»":        false,
		"«Союз они преподавателях»":            false,
		"«Как а и а и а и преподавателях а и»": true,
	} {
		var blocks []document.Block
		for n := range 60 {
			blocks = append(blocks, paragraph("body",
				strings.Repeat("и", n)+strings.Repeat(" а", 15)+" "+quoted+" и так"))
		}
		if list := divided(pages(t, &document.Document{Blocks: blocks}, sheet)); len(list) > 0 != want {
			t.Errorf("%s: %q", quoted, list)
		}
	}
}

// TestIndivisible: names, abbreviations, capitals, numbers, the last word, text
// that is not justified, headings and papers as typed are not divided.
func TestIndivisible(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	fill := func(word string) (blocks []document.Block) {
		for n := range 60 {
			blocks = append(blocks, paragraph("body",
				strings.Repeat("и", n)+strings.Repeat(" а", 25)+" "+word+" и так"))
		}
		return blocks
	}
	for _, word := range []string{
		"Преподавателева", "ПРЕПОДАВАТЕЛЬСКИЙ", "преподавательCкий", "преподаватель2026", "«Союз преподавателей»",
		"преподават. состав", "Северо-преподавательский", "преподаватель@сайт", "преподаватель/слушатель", "совет",
	} {
		if list := divided(pages(t, &document.Document{Blocks: fill(word)}, sheet)); len(list) > 0 {
			t.Errorf("%s: %q", word, list)
		}
	}
	for name, doc := range map[string]*document.Document{
		"left":     {Blocks: []document.Block{paragraph("fact", strings.Repeat(long, 3))}},
		"as typed": {Blocks: []document.Block{paragraph("body", strings.Repeat(long, 3))}, AsTyped: true},
		"heading": {Blocks: []document.Block{document.Heading{Level: 1, Style: "body",
			Inlines: text(strings.Repeat(long, 3))}}},
		"last word": {Blocks: []document.Block{paragraph("body",
			strings.Repeat("а ", 35)+strings.Repeat("преподаватель", 4))}},
	} {
		if list := divided(pages(t, doc, sheet)); len(list) > 0 {
			t.Errorf("%s: %q", name, list)
		}
	}
	if list := divided(pages(t, &document.Document{Blocks: fill("(«преподавательского»).")}, sheet)); len(list) == 0 {
		t.Error("no word in punctuation is divided")
	}
}

// TestGreedyWithOptionalHyphens: an editor that fills lines greedily and breaks
// words at the optional hyphens of the DOCX, as Word does, gets the same lines.
func TestGreedyWithOptionalHyphens(t *testing.T) {
	sheet, family := shipped.Sheet(t, "gost-2025"), shipped.Family(t)
	doc := &document.Document{Blocks: []document.Block{paragraph("body", strings.Repeat(long, 4))}}
	r := pages(t, doc, sheet)
	inlines := doc.Blocks[0].(document.Paragraph).Inlines
	places := r.Divisions()[&inlines[0]]
	if len(places) != len(divided(r)) || len(places) < 3 {
		t.Fatalf("divisions %v of %q", places, divided(r))
	}
	p := resolve.Document(doc, sheet).Blocks[0].(*flow.Paragraph)
	s := newSetter(&flow.Paper{Page: r.Size}, family, 0)
	defer s.release()
	var list []word
	at := 0 // of the text
	for _, w := range s.words(p.Runs, nil) {
		size := len(w.fragments[0].Text)
		if len(places) > 0 && places[0] < at+size {
			head, tail := w.divide(places[0] - at)
			list, places = append(list, head, tail), places[1:]
		} else {
			list = append(list, w)
		}
		at += size + len(w.spaces)
	}
	var got []string
	for _, l := range breakLines(list, frame{right: s.right, first: p.First}, p.Align) {
		got = append(got, strings.TrimSpace(l.Text()))
	}
	if want := lines(r)[0]; strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNoBreakSpacesStretch: in a justified line all spaces have the same width.
func TestNoBreakSpacesStretch(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2016")
	doc := &document.Document{Blocks: []document.Block{paragraph("body",
		strings.Repeat("Срок до 30\u00a0ноября 2017\u00a0г. для Островского\u00a0А.\u00a0В. и всех. ", 4))}}
	line := pages(t, doc, sheet).Pages[0].Lines[1]
	run := line.Runs[0]
	spaces := strings.Count(run.Text, " ") + strings.Count(run.Text, "\u00a0")
	face, units := shipped.Family(t).Face(false, false), 0
	for _, r := range run.Text {
		g, _ := face.Glyph(r)
		units += face.Advance(g)
	}
	natural := float64(units) * run.Size / float64(face.Em)
	right := (sheet.Page.Width - sheet.Page.Right) * mm
	if strings.Count(run.Text, "\u00a0") < 2 || math.Abs(run.X+natural+run.Gap*float64(spaces)-right) > 0.01 {
		t.Errorf("%q: %.2f + %d × %.2f from %.2f, the margin is at %.2f",
			run.Text, natural, spaces, run.Gap, run.X, right)
	}
}

// TestRangeDashes: lines that begin with a range have a place after its dash, others
// not.
func TestRangeDashes(t *testing.T) {
	sheet, ranges := shipped.Sheet(t, "gost-2025"), 0
	for n := range 9 {
		doc := &document.Document{Blocks: []document.Block{
			paragraph("fact", strings.Repeat("и ", n)+strings.Repeat("для 8–9 классов ", 12)),
			paragraph("fact", "8–9 классы")}}
		r := pages(t, doc, sheet)
		var want []int
		at := 0
		for i, line := range lines(r)[0] {
			if i > 0 && strings.HasPrefix(line, "8–9") && !strings.HasSuffix(line, "классы") {
				want = append(want, at+len("8–"))
			}
			at += len(line) + len(" ")
		}
		ranges += len(want)
		inlines := doc.Blocks[0].(document.Paragraph).Inlines
		got := r.Divisions()
		if !slices.Equal(want, got[&inlines[0]]) || len(got) > 1 {
			t.Errorf("%v, want %v in %q", got, want, lines(r))
		}
	}
	if ranges == 0 {
		t.Error("no line begins with a range")
	}
}

// TestFewDivisions: no more lines have spaces over twice the natural width than by earlier rules, which divide more
// words.
func TestFewDivisions(t *testing.T) {
	family := shipped.Family(t)
	space := family.At(0).Width(" ", 14)
	sheet, wide, words := shipped.Sheet(t, "gost-2025"), map[bool]int{}, map[bool]int{}
	for _, eager := range []bool{false, true} {
		for n := range 20 {
			text := strings.Repeat("и ", n) + strings.Repeat(long, 2)
			paper := resolve.Document(&document.Document{Blocks: []document.Block{paragraph("body", text)}}, sheet)
			paper.EagerDivisions = eager
			r := Pages(paper, family)
			words[eager] += len(divided(r))
			for _, line := range r.Pages[0].Lines {
				if line.Runs[0].Gap > space {
					wide[eager]++
				}
			}
		}
	}
	if words[false] >= words[true] || wide[false] > wide[true] {
		t.Errorf("divided words %v, lines with wide spaces %v, by earlier rules: true", words, wide)
	}
}
