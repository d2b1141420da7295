package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// fitTable returns a table of one row with the given texts, in columns so wide.
func fitTable(fit flow.Fit, widths []float64, texts ...string) *flow.Table {
	t := &flow.Table{Frame: flow.Sides, Fit: fit, Edges: []float64{0}}
	row := flow.Row{}
	for i, text := range texts {
		t.Edges = append(t.Edges, t.Edges[i]+widths[i])
		row.Cells = append(row.Cells, flow.Cell{Blocks: []flow.Block{wordText(text)}})
	}
	t.Rows = []flow.Row{row}
	return t
}

// TestFit: columns that may give way are as wide as their widest word at least, at the
// expense of the others; without widths of their own, their content makes them
// (ECMA-376-1, 17.18.87).
func TestFit(t *testing.T) {
	const letter = 4.44 // Liberation Serif, 10 pt
	long, short := strings.Repeat("a", 10), "a"
	for name, c := range map[string]struct {
		table *flow.Table
		want  []float64 // edges
	}{
		"fixed":  {fitTable(flow.FitNot, []float64{20, 60}, long, short), []float64{0, 20, 80}},
		"enough": {fitTable(flow.FitWords, []float64{50, 60}, long, short), []float64{0, 50, 110}},
		"a word": {fitTable(flow.FitWords, []float64{20, 60}, long, short), []float64{0, 10 * letter,
			10*letter + 60}},
		"a word in a full table": {fitTable(flow.FitWords, []float64{20, 180}, long, short), []float64{0,
			10 * letter, 200}},
		"wider": {fitTable(flow.FitWords, []float64{20, 40}, long, long), []float64{0, 10 * letter,
			20 * letter}},
		"words in brackets": {fitTable(flow.FitWords, []float64{20, 60}, "{{ "+long+" }}", short), []float64{0,
			10 * letter, 10*letter + 60}},
		"no room": {fitTable(flow.FitWords, []float64{20, 40}, long+long+long, long+long+long), []float64{0, 100,
			200}},
		"by content": {fitTable(flow.FitContent, []float64{50, 50}, long, short), []float64{0, 10 * letter,
			11 * letter}},
		"content, too": {fitTable(flow.FitContent, []float64{9, 9}, strings.Repeat(long+" ", 9), short), []float64{0,
			200 - letter, 200}},
	} {
		checkFitted(t, name, c.table, c.want)
	}
}

// TestFitCenter: a centred table stays centred when its columns become wider.
func TestFitCenter(t *testing.T) {
	table := fitTable(flow.FitWords, []float64{20}, strings.Repeat("a", 10))
	table.Align, table.Shift = flow.Center, 90
	line := Pages(wordPaper(200, 500, table), shipped.Family(t)).Pages[0].Lines[0]
	if got := line.Runs[0].X - 50; math.Abs(got-(100-22.2)) > 0.1 {
		t.Errorf("at %v", got)
	}
}

// TestFitWanted: a table is as wide as it asks for: its columns share what lacks by
// their widths, and give up what is too much by what their words leave; the words of a
// cell over several columns need the width of all of them.
func TestFitWanted(t *testing.T) {
	const letter = 4.44
	words := func(wanted float64, widths []float64, texts ...string) *flow.Table {
		table := fitTable(flow.FitWords, widths, texts...)
		table.Wanted = wanted
		return table
	}
	over := words(0, []float64{20, 20, 30}, strings.Repeat("a", 20), "", "a")
	over.Rows[0].Cells[0].Span = 2
	over.Rows[0].Cells = slices.Delete(over.Rows[0].Cells, 1, 2)
	page := words(0, []float64{100 + letter, 200 + letter}, "a", "a")
	page.Most = 180
	content := fitTable(flow.FitContent, []float64{50, 50}, "aaaa", "aa")
	content.Wanted = 120
	for name, c := range map[string]struct {
		table *flow.Table
		want  []float64
	}{
		"by content": {content, []float64{0, 80, 120}},
		"wider":      {words(120, []float64{50, 30}, "a", "a"), []float64{0, 75, 120}},
		"narrower": {words(80, []float64{40 + letter, 80 + letter}, "a", "a"), []float64{0,
			letter + 40*(80-2*letter)/120, 80}},
		"too narrow for its words": {words(40, []float64{50, 30}, "aaaaaaaaaa", "aaaaa"), []float64{0,
			10 * letter, 15 * letter}},
		"wider than the page":  {words(300, []float64{100, 100}, "a", "a"), []float64{0, 150, 300}},
		"wider than it may be": {page, []float64{0, letter + 100*(180-2*letter)/300, 180}},
		"a cell over two":      {over, []float64{0, 10 * letter, 20 * letter, 20*letter + 30}},
	} {
		checkFitted(t, name, c.table, c.want)
	}
}

// checkFitted checks the edges of the columns of a table on a page 200 pt wide.
func checkFitted(t *testing.T, name string, table *flow.Table, want []float64) {
	t.Helper()
	s := newSetter(wordPaper(200, 500), shipped.Family(t), 0)
	defer s.release()
	s.right = 200
	got := s.fitted(table)
	for i := range want {
		if math.Abs(got[i]-want[i]) > 0.3 {
			t.Errorf("%s: %v, want %v", name, got, want)
			return
		}
	}
}

// TestKeep: columns of cells that are not wrapped are as wide as their longest paragraph, or as the cells ask for
// (ECMA-376-1, 17.4.30).
func TestKeep(t *testing.T) {
	for least, want := range map[float64]float64{0: 17, 40: 40, math.Inf(1): 88} {
		one := extents{least: 17, most: 88}
		if one.keep(least); one.least != 17 || one.kept != want || one.most != 88 {
			t.Errorf("%v: %v", least, one)
		}
	}
}

// TestKeepWithin: cells that are not wrapped take no room that the words of all columns need.
func TestKeepWithin(t *testing.T) {
	const letter = 4.44
	word, words := strings.Repeat("a", 10), strings.Repeat("a", 10)+" "+strings.Repeat("a", 19)
	table := func(fit flow.Fit, wanted, least float64, texts ...string) *flow.Table {
		made := fitTable(fit, []float64{120, 30, 30}, texts...)
		made.Rows[0].Cells[0].Least, made.Wanted = least, wanted
		return made
	}
	over := table(flow.FitWords, 0, 190, "a", "", word)
	over.Rows[0].Cells[0].Span = 2
	over.Rows[0].Cells = slices.Delete(over.Rows[0].Cells, 1, 2)
	for name, c := range map[string]struct {
		table *flow.Table
		want  []float64
	}{
		"as it asks for": {table(flow.FitWords, 0, 150, "a", "a", "a"), []float64{0, 150, 175, 200}},
		"beside words": {table(flow.FitWords, 0, 150, "a", word, word), []float64{0,
			200 - 20*letter, 200 - 10*letter, 200}},
		"no breaks": {table(flow.FitWords, 0, math.Inf(1), words, word, word), []float64{0,
			200 - 20*letter, 200 - 10*letter, 200}},
		"of a wanted width": {table(flow.FitContent, 180, math.Inf(1), words, word, word), []float64{0, 180 - 20*letter,
			180 - 10*letter, 180}},
		"words alone are too wide": {table(flow.FitWords, 0, 400, word+word, word+word, word+word), []float64{0,
			200. / 3, 400. / 3, 200}},
		"over two": {over, []float64{0, 0.8 * (200 - 10*letter), 200 - 10*letter, 200}},
	} {
		checkFitted(t, name, c.table, c.want)
	}
}

// TestLoose: columns left to their content share what the others leave of the table, or are as wide as it needs.
func TestLoose(t *testing.T) {
	const letter = 4.44
	long, words := strings.Repeat("a", 10), strings.Repeat("aaaaa ", 12)
	table := func(wanted float64, loose []bool, texts ...string) *flow.Table {
		made := fitTable(flow.FitWords, []float64{50, 60, 30}, texts...)
		made.Wanted, made.Loose = wanted, loose
		return made
	}
	for name, c := range map[string]struct {
		table *flow.Table
		want  []float64
	}{
		"as wide as it needs": {table(0, []bool{false, true, false}, "a", long, "a"), []float64{0, 50,
			50 + 10*letter, 80 + 10*letter}},
		"up to the page": {table(0, []bool{false, true, false}, "a", words, "a"), []float64{0, 50, 170, 200}},
		"beside a word": {table(0, []bool{false, true, false}, strings.Repeat("a", 20), words, "a"), []float64{0,
			20 * letter, 170, 200}},
		"of a wanted width": {table(180, []bool{true, true, false}, long, long, "a"), []float64{0, 75, 150, 180}},
		"no room": {table(0, []bool{false, true, false}, long, strings.Repeat("a", 40), "a"), []float64{0, 39.2, 196.1,
			200}},
		"none": {table(0, nil, "a", long, "a"), []float64{0, 50, 110, 140}},
	} {
		checkFitted(t, name, c.table, c.want)
	}
}
