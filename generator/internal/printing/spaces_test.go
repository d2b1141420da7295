package printing

import (
	"cmp"
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

	gaping []string       // lines over four times
	why    map[reason]int // why lines with spaces over twice are not divided
}

// reason is why a line with wide spaces does not end inside the next word.
type reason string

const (
	mayDivide reason = "legal"
	dividedAt reason = "they end inside a word as it is"
	lastWord  reason = "the next word is the last of its paragraph"
	noWord    reason = "a capital letter, a digit or an abbreviation"
	noRoom    reason = "no division, or none that fits"
)

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
			why := s.divisible(line, next, free)
			legal := why == mayDivide
			if ratio > 2 {
				s.why[why]++
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
		if run.Gap <= 0 || run.Kind != layout.Letters {
			continue
		}
		face := s.press.family.At(run.Face)
		space, _ := face.Glyph(' ')
		ratio = max(ratio, cmp.Or(run.Scale, 1)+run.Gap/(float64(face.Advance(space))*run.Size/float64(face.Em)))
		free += run.Gap * float64(strings.Count(run.Text, " ")+strings.Count(run.Text, "\u00a0"))
	}
	return ratio, free
}

// divisible returns why a line does not end inside the next word: mayDivide if that
// is an ordinary word with a division that fits, and not the last of its paragraph.
func (s *spaces) divisible(line, next layout.Line, free float64) reason {
	if line.Divided {
		return dividedAt
	}
	if len(next.Runs) == 0 || line.Runs[len(line.Runs)-1].Element != next.Runs[0].Element {
		return lastWord
	}
	list := strings.Fields(next.Text())
	if len(list) < 2 && next.Runs[0].Gap == 0 {
		return lastWord
	}
	run := next.Runs[0]
	face := s.press.family.At(run.Face)
	word := strings.TrimLeft(strings.TrimRight(list[0], ",;:.!?)»"), "(«")
	places := hyphen.Append(nil, word)
	if strings.ToLower(word) != word && len(places) == 0 || strings.ContainsAny(word, ".0123456789") {
		return noWord
	}
	if len(places) == 0 {
		return noRoom
	}
	width := 0
	for _, r := range " " + word[:places[0]] + "-" {
		g, _ := face.Glyph(r)
		width += face.Advance(g)
	}
	if float64(width)*run.Size/float64(face.Em) > free {
		return noRoom
	}
	return mayDivide
}

func (s *spaces) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(1, s.full)) }
	var why strings.Builder
	for _, r := range slices.Sorted(maps.Keys(s.why)) {
		fmt.Fprintf(&why, "  %d: %s\n", s.why[r], r)
	}
	return fmt.Sprintf("%d full lines, divided %d (%.1f %%)\n"+
		"spaces over 2 ×: %d (%.1f %%), %d with a legal division (%.1f %%)\n%s"+
		"spaces over 4 ×: %d (%.1f %%), %d with a legal division:\n",
		s.full, s.broken, share(s.broken), s.double, share(s.double), s.doubleLegal, share(s.doubleLegal), why.String(),
		s.quadruple, share(s.quadruple), s.quadrupleLegal)
}

// TestEvenSpaces measures the spaces of all examples and kinds of papers in each
// style sheet, except papers as_typed, whose words are not divided. The golden
// file lists the lines with spaces over four times the natural width.
//
// Few lines are wide although the next word may be divided: only where the end of a page
// depends on it. The others cannot be mended: Word fills lines greedily without
// shrinking spaces, so that a line ends before the first word that does not fit or
// inside it, and that word is the last of its paragraph, a name or a number, or has no
// division that fits. Ending lines earlier only moves the wide spaces to the line above:
// the optimum over all breaks has as many wide lines. Official papers consist of short
// paragraphs, whose lines are mostly of this kind. Wider letters mend some of them.
func TestEvenSpaces(t *testing.T) {
	var report strings.Builder
	for _, sheet := range styles {
		s := &spaces{press: newPress(t, sheet), why: map[reason]int{}}
		for _, file := range examples(t) {
			if m, _ := read(t, s.press, file); m.AsTyped {
				continue
			}
			_, all := papersIn(t, sheet, file)
			for _, kind := range slices.Sorted(maps.Keys(all)) {
				s.add(filepath.Base(filepath.Dir(file))+" "+kind, all[kind])
			}
		}
		fmt.Fprintf(&report, "%s: %s%s\n\n", sheet, s, strings.Join(s.gaping, "\n"))
		if !s.press.Sheet.Hyphenate {
			continue
		}
		if s.broken == 0 || s.quadruple > 0 || s.doubleLegal*100 > s.full*2 || s.double*100 > s.full*18 {
			t.Errorf("%s: %s", sheet, s)
		}
	}
	golden.Compare(t, "testdata/spaces.txt", []byte(report.String()))
}
