package printing

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/golden"
	"protokol/generator/internal/hyphen"
	"protokol/generator/internal/layout"
)

// spaces counts full lines by the width of their spaces.
type spaces struct {
	press  *Press
	full   int
	broken int // lines that end inside a word

	// Lines with spaces over twice and over four times the natural width, and
	// those among them whose next word might be divided.
	double, quadruple, doubleLegal, quadrupleLegal int

	gaping []string // lines over four times
}

// add counts the justified lines of a paper.
func (s *spaces) add(name string, paper *Paper) {
	for _, page := range paper.Layout.Pages {
		for i, line := range page.Lines {
			ratio, free := s.stretch(line)
			if ratio == 0 {
				continue
			}
			s.full++
			if line.Divided {
				s.broken++
			}
			var next layout.Line
			if i+1 < len(page.Lines) {
				next = page.Lines[i+1]
			}
			legal := s.divisible(line, next, free)
			if ratio > 2 {
				s.double++
				s.doubleLegal += choose(legal)
			}
			if ratio > 4 {
				s.quadruple++
				s.quadrupleLegal += choose(legal)
				s.gaping = append(s.gaping, fmt.Sprintf("  %.1f  %s: %s", ratio, name, line.Text()))
			}
		}
	}
}

func choose(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// stretch returns the width of the spaces of a justified line relative to their
// natural width, and the width added by justification, both 0 for other lines.
func (s *spaces) stretch(line layout.Line) (ratio, free float64) {
	for _, run := range line.Runs {
		if run.Gap <= 0 || run.Mark != layout.Letters {
			continue
		}
		face := s.press.family.At(run.Face)
		space, _ := face.Glyph(' ')
		ratio = max(ratio, 1+run.Gap/(float64(face.Advance(space))*run.Size/float64(face.Em)))
		free += run.Gap * float64(strings.Count(run.Text, " ")+strings.Count(run.Text, "\u00a0"))
	}
	return ratio, free
}

// divisible reports whether the beginning of the next line is an ordinary word
// with a division that fits on a line, and not the last word of its paragraph.
func (s *spaces) divisible(line, next layout.Line, free float64) bool {
	if line.Divided || len(next.Runs) == 0 || line.Runs[len(line.Runs)-1].Element != next.Runs[0].Element {
		return false
	}
	list := strings.Fields(next.Text())
	if len(list) < 2 && next.Runs[0].Gap == 0 {
		return false
	}
	run := next.Runs[0]
	face := s.press.family.At(run.Face)
	word := strings.TrimRight(list[0], ",;:.!?)»")
	places := hyphen.Append(nil, word)
	if len(places) == 0 {
		return false
	}
	width := 0
	for _, r := range " " + word[:places[0]] + "-" {
		g, _ := face.Glyph(r)
		width += face.Advance(g)
	}
	return float64(width)*run.Size/float64(face.Em) <= free
}

func (s *spaces) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(1, s.full)) }
	return fmt.Sprintf("%d full lines, divided %d (%.1f %%)\n"+
		"spaces over 2 ×: %d (%.1f %%), %d with a legal division (%.1f %%)\n"+
		"spaces over 4 ×: %d (%.1f %%), %d with a legal division:\n",
		s.full, s.broken, share(s.broken), s.double, share(s.double), s.doubleLegal, share(s.doubleLegal),
		s.quadruple, share(s.quadruple), s.quadrupleLegal)
}

// TestEvenSpaces measures the spaces of all examples and kinds of papers in each
// style sheet, except papers as_typed, whose words are not divided. The golden
// file lists the lines with spaces over four times the natural width.
func TestEvenSpaces(t *testing.T) {
	var report strings.Builder
	for _, sheet := range styles {
		s := &spaces{press: newPress(t, sheet)}
		for _, file := range examples(t) {
			if m, _ := read(t, s.press, file); m.AsTyped {
				continue
			}
			all := papers(t, s.press, file)
			for _, kind := range slices.Sorted(maps.Keys(all)) {
				s.add(filepath.Base(filepath.Dir(file))+" "+kind, all[kind])
			}
		}
		fmt.Fprintf(&report, "%s: %s%s\n\n", sheet, s, strings.Join(s.gaping, "\n"))
		if !s.press.Sheet.Hyphenate {
			continue
		}
		if s.broken == 0 || s.quadrupleLegal > 0 || s.doubleLegal*100 > s.full*15 {
			t.Errorf("%s: %s", sheet, s)
		}
	}
	golden.Compare(t, "testdata/spaces.txt", []byte(report.String()))
}
