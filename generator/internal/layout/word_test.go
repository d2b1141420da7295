package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// wordPaper returns a paper from Word with one section of the given text area.
func wordPaper(width, height float64, blocks ...flow.Block) *flow.Paper {
	page := flow.Page{Width: width + 100, Height: height + 100, Left: 50, Right: 50, Top: 50, Bottom: 50}
	section := &flow.Section{Page: page, HeadAt: 20, FootAt: 20}
	return &flow.Paper{Word: true, Page: page, Blocks: append([]flow.Block{section}, blocks...)}
}

// wordText is a paragraph from Word of 10 pt type.
func wordText(text string) *flow.Paragraph {
	font := flow.Font{Size: 10}
	return &flow.Paragraph{Role: flow.P, Font: font, Pitch: flow.Multiple, Spacing: 1, TabStep: 36,
		Runs: []flow.Run{{Text: text, Font: font}}}
}

// wordLines returns the texts of the lines of every page.
func wordLines(t *testing.T, paper *flow.Paper) (pages [][]string) {
	t.Helper()
	for _, page := range Pages(paper, shipped.Family(t)).Pages {
		var lines []string
		for _, line := range page.Lines {
			lines = append(lines, strings.TrimSpace(line.Text()))
		}
		pages = append(pages, lines)
	}
	return pages
}

// TestWordBreaks: lines end after hyphens inside words, at soft hyphens, and not at
// hyphens that do not break; what is wider than a line is broken at any letter.
func TestWordBreaks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"бело-розовый", "бело-|розовый"},
		{"бело-\u2060розов", "бело-розов"},
		{"перево\u00adрачивать", "перево\u00ad|рачивать"},
		{"перево\u00adд", "перевод"},
		{"год 1941–1945", "год|1941–1945"},
		{"000000iiii ☐", "000000iiii|☐"}, // which is 9 pt wide, as in DejaVu Sans
		{"а И.О.______________", "а|И.О.______|________"},
		{"а.ру/дел\u00a0и\u00a0безделица", "а.ру/дел\u00a0и\u00a0б|езделица"},
		{"пять {{ шесть }} раз", "пять|{{ шесть }}|раз"},
		{"пятеро ( шесть )", "пятеро|( шесть )"},
		{"что десятый !", "что|десятый !"},
		{"семеро « шесть » раз", "семеро «|шесть » раз"},
	} {
		pages := wordLines(t, wordPaper(52, 500, wordText(c.text)))
		if got := strings.Join(pages[0], "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestBrackets: lines end at no spaces inside brackets, whichever runs these are in; by rules before 12, they did.
func TestBrackets(t *testing.T) {
	for _, c := range []struct {
		loose bool
		want  string
	}{
		{false, "пять|{{ шесть }}|раз"},
		{true, "пять {{|шесть }}|раз"},
	} {
		p := wordText("")
		p.Runs = nil
		for _, text := range []string{"пять {{", " ", "шесть", " }} раз"} {
			p.Runs = append(p.Runs, flow.Run{Text: text, Font: p.Font})
		}
		paper := wordPaper(52, 500, p)
		paper.LooseBrackets = c.loose
		if got := strings.Join(wordLines(t, paper)[0], "|"); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestTightLines: from Word 2013 on, spaces of justified lines shrink by up to a
// quarter to take one more word, less for a narrow word and not for a letter. That
// holds for numbered paragraphs, too.
func TestTightLines(t *testing.T) {
	const letter, space = 4.44, 2.5 // Liberation Serif, 10 pt
	for _, c := range []struct {
		letters int
		part    float64 // of their width that three spaces must lose
		tight   bool
		want    int // words
	}{
		{7, 0.2, false, 3}, {7, 0.2, true, 4}, {7, 0.24, true, 4}, {7, 0.26, true, 3},
		{2, 0.06, true, 4}, {2, 0.09, true, 3}, {1, 0.01, true, 3},
	} {
		word := strings.Repeat("a", c.letters)
		width := 4*letter*float64(c.letters) + 3*space*(1-c.part)
		p, q := wordText(strings.Repeat(word+" ", 8)), wordText("")
		q.Runs = append(q.Runs, flow.Run{Kind: flow.TabStop, Font: q.Font}, flow.Run{Text: p.Runs[0].Text,
			Font: q.Font})
		q.Tabs = []flow.Tab{{At: 30}}
		for _, one := range []*flow.Paragraph{p, q} {
			one.Align, one.Tight = flow.Justify, c.tight
			line := wordLines(t, wordPaper(width, 500, one))[0][0]
			if one == q {
				line = wordLines(t, wordPaper(width+30, 500, one))[0][0]
			}
			if got := len(strings.Fields(line)); got != c.want {
				t.Errorf("%+v: %d words in %q", c, got, line)
			}
		}
	}
}

// TestLinesBeforeBreaks: a justified line that ends with a line break is as wide as the others, unless the document
// says otherwise (ECMA-376-1, 17.15.3.12); the last line of a paragraph never is.
func TestLinesBeforeBreaks(t *testing.T) {
	for _, stretch := range []bool{true, false} {
		p, q := wordText("aa bb"), wordText("")
		q.Runs = []flow.Run{{Kind: flow.TabStop, Font: q.Font}, p.Runs[0]}
		for _, one := range []*flow.Paragraph{p, q} {
			one.Align, one.Stretch = flow.Justify, stretch
			one.Runs = append(one.Runs, flow.Run{Kind: flow.LineBreak}, flow.Run{Text: "cc dd", Font: one.Font})
			lines := Pages(wordPaper(300, 100, one), shipped.Family(t)).Pages[0].Lines
			for i, want := range []bool{stretch, false} {
				last := lines[i].Runs[len(lines[i].Runs)-1]
				if full := last.X+last.Width > 349; full != want {
					t.Errorf("stretch %v: line %d ends at %v", stretch, i, last.X+last.Width)
				}
			}
		}
	}
}

// TestTabs: text after a tab begins, ends, or is centred at its stop; leaders are
// not content.
func TestTabs(t *testing.T) {
	p := wordText("a")
	p.Tabs = []flow.Tab{{At: 100}, {At: 200, Align: flow.TabCenter}, {At: 300, Align: flow.TabRight, Leader: '.'}}
	for _, text := range []string{"b", "c", "d"} {
		p.Runs = append(p.Runs, flow.Run{Kind: flow.TabStop, Font: p.Font}, flow.Run{Text: text, Font: p.Font})
	}
	line := Pages(wordPaper(400, 500, p), shipped.Family(t)).Pages[0].Lines[0]
	at := map[string]Run{}
	for _, r := range line.Runs {
		at[strings.Trim(r.Text, " .")+strings.Repeat(".", strings.Count(r.Text, ".")/20)] = r
	}
	b, c, d := at["b"], at["c"], at["d"]
	if math.Abs(b.X-150) > 0.1 || math.Abs(c.X+2.22-250) > 0.1 || math.Abs(d.X+5-350) > 0.1 {
		t.Errorf("b at %v, c at %v, d at %v", b.X, c.X, d.X)
	}
	found := false
	for _, r := range line.Runs {
		found = found || r.Element == nil && strings.HasPrefix(r.Text, "....")
	}
	if !found {
		t.Errorf("no leader in %q", line.Text())
	}
}

// TestLinePitch: the height of a line is that of its highest run, a multiple of it,
// at least so high, or exactly so high (ECMA-376-1, 17.3.1.33).
func TestLinePitch(t *testing.T) {
	natural := 10 * (0.891 + 0.216 + 0.0425)
	for _, c := range []struct {
		pitch         flow.Pitch
		spacing, line float64
		want          float64
	}{
		{flow.Multiple, 1, 0, natural}, {flow.Multiple, 1.5, 0, 1.5 * natural}, {flow.AtLeast, 0, 8, natural},
		{flow.AtLeast, 0, 20, 20}, {flow.Exactly, 0, 8, 8}, {flow.Exactly, 0, 20, 20},
	} {
		p, q := wordText("a"), wordText("b")
		for _, one := range []*flow.Paragraph{p, q} {
			one.Pitch, one.Spacing, one.Line = c.pitch, c.spacing, c.line
		}
		lines := Pages(wordPaper(200, 500, p, q), shipped.Family(t)).Pages[0].Lines
		if got := lines[1].Baseline - lines[0].Baseline; math.Abs(got-c.want) > 0.05 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// TestSpaceBetween: the space between paragraphs is the larger of the two, and that
// above the first paragraph of a page is dropped.
func TestSpaceBetween(t *testing.T) {
	a, b, c := wordText("a"), wordText("b"), wordText("c")
	a.After, b.Before, c.Before = 20, 30, 40
	pages := Pages(wordPaper(200, 60, a, b, c), shipped.Family(t)).Pages
	lines := pages[0].Lines
	if got := lines[1].Baseline - lines[0].Baseline; math.Abs(got-11.5-30) > 0.1 {
		t.Errorf("between: %v", got)
	}
	if got := pages[1].Lines[0].Baseline - 50; got > 12 {
		t.Errorf("at the top of a page: %v", got)
	}
}

// TestRowsAcrossPages: a row is divided between pages unless it may not be.
func TestRowsAcrossPages(t *testing.T) {
	for _, whole := range []bool{false, true} {
		var blocks []flow.Block
		for range 4 {
			blocks = append(blocks, wordText("x"))
		}
		table := &flow.Table{Role: flow.TableOf, Edges: []float64{0, 100}, Frame: flow.Sides}
		for range 2 {
			table.Rows = append(table.Rows, flow.Row{Role: flow.TR, Whole: whole,
				Cells: []flow.Cell{{Role: flow.TD, Blocks: blocks}}})
		}
		pages := wordLines(t, wordPaper(200, 70, table))
		want := 6
		if whole {
			want = 4
		}
		if len(pages) != 2 || len(pages[0]) != want {
			t.Errorf("whole is %v: %v", whole, pages)
		}
	}
}

// TestMarginals: headers of first, even and other pages, with the numbers of pages;
// a high header moves the text down.
func TestMarginals(t *testing.T) {
	paper := wordPaper(200, 30, wordText("a"), flow.PageBreak{}, wordText("b"), flow.PageBreak{}, wordText("c"))
	section := paper.Blocks[0].(*flow.Section)
	section.TitlePg, section.EvenOdd = true, true
	number := wordText("")
	number.Runs = []flow.Run{{Kind: flow.PageOf, Font: number.Font}, {Text: " из ", Font: number.Font},
		{Kind: flow.PagesOf, Font: number.Font}}
	section.Heads = flow.Marginals{Default: []flow.Block{number}, First: []flow.Block{wordText("first")},
		Even: []flow.Block{wordText("even")}}
	pages := wordLines(t, paper)
	for i, want := range []string{"a first", "b even", "c 3 из 3"} {
		if got := strings.Join(pages[i], " "); got != want {
			t.Errorf("page %d: %q, want %q", i+1, got, want)
		}
	}
	section.HeadAt = 60
	result := Pages(paper, shipped.Family(t))
	if got := result.Pages[0].Lines[0].Baseline; got < 60+2*9 {
		t.Errorf("the text is at %v, on the header", got)
	}
	section.Heads, section.HeadAt = flow.Marginals{}, 900
	result = Pages(paper, shipped.Family(t))
	if len(result.Pages) == 0 || result.Pages[0].Lines[0].Baseline > section.Page.Top+12 {
		t.Errorf("without headers the text is not at the margin: %d pages", len(result.Pages))
	}
}

// TestCenteredPages: the text of a section is centred between the margins when it says
// so (ECMA-376-1, 17.6.22).
func TestCenteredPages(t *testing.T) {
	paper := wordPaper(200, 500, wordText("a"), wordText("b"))
	paper.Blocks[0].(*flow.Section).Down = flow.Center
	line := Pages(paper, shipped.Family(t)).Pages[0].Lines[1]
	if got := line.Baseline; math.Abs(got-300-9.3) > 1 {
		t.Errorf("the second line is at %v", got)
	}
}

// TestWidowsInCells: a row is divided after any line of its cells.
func TestWidowsInCells(t *testing.T) {
	table := &flow.Table{Edges: []float64{0, 30}, Frame: flow.Sides,
		Rows: []flow.Row{{Cells: []flow.Cell{{Blocks: []flow.Block{wordText("aaaa bbbb cccc dddd")}}}}}}
	pages := wordLines(t, wordPaper(200, 40, wordText("x"), wordText("y"), table))
	if len(pages) != 2 || len(pages[0]) != 3 {
		t.Errorf("%q", pages)
	}
}

// TestNotesByLine: a footnote is on the page of the line that refers to it.
func TestNotesByLine(t *testing.T) {
	p := wordText("aaaa")
	mark := flow.Run{Text: "1", Font: flow.Font{Size: 6}, Notes: 1}
	p.Runs = append(p.Runs, mark, flow.Run{Text: " bbbb cccc dddd", Font: p.Font})
	p.Notes = []flow.Block{wordText("note")}
	pages := wordLines(t, wordPaper(25, 42, p))
	if len(pages) != 2 || pages[0][len(pages[0])-1] != "note" {
		t.Errorf("%q", pages)
	}
}

// TestNotesContinue: a footnote begins on the page of its line as far as there is room, and
// continues on the next pages below a line as long as the text, also after all other text.
func TestNotesContinue(t *testing.T) {
	for _, c := range []struct {
		note, after int // lines of the footnote, paragraphs after that which refers to it
		want        []string
	}{
		{2, 0, []string{"text n n"}},
		{5, 0, []string{"text n n n", "n n"}},
		{5, 1, []string{"text n n n", "after n n"}},
		{9, 1, []string{"text n n n", "n n n n", "after n n"}},
		{9, 0, []string{"text n n n", "n n n n", "n n"}},
	} {
		p := wordText("text")
		p.Runs[0].Notes = 1
		note := wordText(strings.TrimSpace(strings.Repeat("n ", c.note)))
		note.Right, note.Loose = 192, true
		p.Notes = []flow.Block{note}
		blocks := []flow.Block{p}
		for range c.after {
			blocks = append(blocks, wordText("after"))
		}
		paper := wordPaper(200, 54, blocks...)
		var got []string
		for i, page := range wordLines(t, paper) {
			got = append(got, strings.Join(page, " "))
			made := Pages(paper, shipped.Family(t)).Pages[i]
			if rule := made.Rules[0]; (rule.X2-rule.X1 == 200) != (i > 0) {
				t.Errorf("%d lines: the line of page %d is %v pt long", c.note, i+1, rule.X2-rule.X1)
			}
			for _, l := range made.Lines {
				if l.Baseline > 104 {
					t.Errorf("%d lines: a line of page %d is in the margin", c.note, i+1)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d lines, %d paragraphs: %q, want %q", c.note, c.after, got, c.want)
		}
	}
}

// TestMemoryOfLongParagraphs: release keeps no more memory than it clears quickly.
func TestMemoryOfLongParagraphs(t *testing.T) {
	paper := wordPaper(400, 500, wordText(strings.Repeat("слово и дело ", 3*maxKept)))
	s := newSetter(paper, shipped.Family(t), 0)
	s.blocks(new(Element), paper.Blocks)
	used := cap(s.cutter.words)
	s.release()
	if kept := max(cap(s.cutter.words), cap(s.cutter.all), cap(s.divider.result)); used <= maxKept || kept > maxKept {
		t.Errorf("memory for %d words was used, for %d is kept", used, kept)
	}
}
