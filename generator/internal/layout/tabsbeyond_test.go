package layout

import (
	"math"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestTabsBeyond: stops beyond the right edge, and text after a tab that does not fit:
// the values are those of ONLYOFFICE and LibreOffice, which agree.
func TestTabsBeyond(t *testing.T) {
	left := func(at float64) flow.Tab { return flow.Tab{At: at} }
	wide := strings.Repeat("0", 8)
	right := func(at float64) flow.Tab { return flow.Tab{At: at, Align: flow.TabRight} }
	center := flow.Tab{At: 95, Align: flow.TabCenter}
	for name, c := range map[string]struct {
		text   string
		stops  []flow.Tab
		beyond float64
		label  bool
		want   string  // lines
		at     float64 // left edge of the last text
	}{
		"in Word 2013 the tab wraps":        {"0\t00", []flow.Tab{left(101)}, 0, false, "0||00", 0},
		"it fills a line that it begins":    {"\t00", []flow.Tab{left(101)}, 0, false, "|00", 0},
		"before, text may be in the margin": {"0\t00", []flow.Tab{left(101)}, 20, false, "0 00", 101},
		"but not beyond it":                 {"0\t00", []flow.Tab{left(121)}, 20, false, "0||00", 0},
		"a tab wraps with its word":         {"0\t\t00", []flow.Tab{left(30), left(95)}, 0, false, "0|00", 30},
		"alone on its line, it stays":       {"0\t00", []flow.Tab{left(95)}, 0, false, "0||00", 0},
		"as the one after a number does":    {"0\t00", []flow.Tab{left(95)}, 0, true, "0|00", 0},
		"centred text ends at the edge":     {"0\t0000", []flow.Tab{center}, 0, false, "0 0000", 80},
		"a right stop is at the edge":       {"0\t00", []flow.Tab{right(130)}, 0, false, "0 00", 90},
		"before Word 2013 it may be":        {"0\t00", []flow.Tab{right(115)}, 20, false, "0 00", 105},
		"its text ends there": {"0000000\t" + wide + " " + wide, []flow.Tab{right(115)}, 20, false,
			"0000000 " + wide + "|" + wide, 0},
	} {
		p := wordText("")
		p.Runs, p.Tabs, p.Beyond = nil, c.stops, c.beyond
		for i, part := range strings.Split(c.text, "\t") {
			if i > 0 {
				p.Runs = append(p.Runs, flow.Run{Kind: flow.TabStop, Font: p.Font, Label: c.label})
			}
			p.Runs = append(p.Runs, flow.Run{Text: part, Font: p.Font, Label: c.label && i == 0})
		}
		var lines []string
		var last Run
		for _, line := range Pages(wordPaper(100, 500, p), shipped.Family(t)).Pages[0].Lines {
			lines = append(lines, strings.TrimSpace(line.Text()))
			if n := len(line.Runs); n > 0 {
				last = line.Runs[n-1]
			}
		}
		if got := strings.Join(lines, "|"); got != c.want || math.Abs(last.X-50-c.at) > 0.1 {
			t.Errorf("%s: %q, the last text at %.1f", name, got, last.X-50)
		}
	}
}
