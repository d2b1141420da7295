package layout

import (
	"math"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestUnderlinedSpaces: spaces of a run with an underline are underlined, wherever they are among words of other runs,
// but at the end of a line. By rules before 16 they were as the word before them.
func TestUnderlinedSpaces(t *testing.T) {
	under := &flow.Effects{Underline: flow.Single}
	const space = 2.5 // pt
	for _, c := range []struct {
		texts   []string // plain and underlined ones in turn
		align   flow.Align
		want    []float64 // lengths of lines
		earlier []float64
	}{
		{[]string{"a", "   ", "b"}, flow.Left, []float64{3 * space}, nil},
		{[]string{"a ", "   ", " b"}, flow.Left, []float64{3 * space}, nil},
		{[]string{"a ", "   ", " b"}, flow.Justify, []float64{3 * space}, nil},
		{[]string{"", "   ", "b"}, flow.Left, []float64{3 * space}, nil},
		{[]string{"a ", "   "}, flow.Left, nil, nil},
		{[]string{"a ", " 5  ", "b"}, flow.Left, []float64{5 + 3*space}, []float64{5 + 2*space}},
		{[]string{"a ", "5", "  b"}, flow.Left, []float64{5}, []float64{5 + 2*space}},
		{[]string{"a\u00a0", "\u00a0\u00a0", "b"}, flow.Left, []float64{2 * space}, []float64{2 * space}},
	} {
		for _, earlier := range []bool{false, true} {
			p := wordText("")
			p.Align, p.Runs = c.align, nil
			for i, text := range c.texts {
				r := flow.Run{Text: text, Font: p.Font}
				if i%2 == 1 {
					r.Effects = under
				}
				if text != "" {
					p.Runs = append(p.Runs, r)
				}
			}
			paper, want := wordPaper(200, 300, p), c.want
			if paper.PlainSpaces = earlier; earlier {
				want = c.earlier
			}
			rules := Pages(paper, shipped.Family(t)).Pages[0].Rules
			same := len(rules) == len(want)
			for i := range rules {
				same = same && math.Abs(rules[i].X2-rules[i].X1-want[i]) < 0.1
			}
			if !same {
				t.Errorf("%q, earlier %v: %+v, want %v", c.texts, earlier, rules, want)
			}
		}
	}
}

// TestTrailingSpaces: underlined spaces at the end of a line neither begin the next one nor move the line.
func TestTrailingSpaces(t *testing.T) {
	for _, align := range []flow.Align{flow.Left, flow.Right, flow.Justify} {
		var ends [2]float64
		for i, effects := range []*flow.Effects{nil, {Underline: flow.Single}} {
			p := wordText("aaaa aaaa aaaa aaaa ")
			p.Align, p.Tight = align, true
			p.Runs = append(p.Runs, flow.Run{Text: "      ", Font: p.Font, Effects: effects},
				flow.Run{Text: "aaaa aaaa", Font: p.Font})
			lines := Pages(wordPaper(85, 300, p), shipped.Family(t)).Pages[0].Lines
			last := lines[0].Runs[len(lines[0].Runs)-1]
			if ends[i] = last.X + last.Width; len(lines) != 2 || lines[1].Text() != "aaaa aaaa" {
				t.Fatalf("%v: %+v", align, lines)
			}
		}
		if math.Abs(ends[0]-ends[1]) > 0.1 {
			t.Errorf("%v: the line ends at %v", align, ends)
		}
	}
}
