package pdf

import (
	"math"
	"slices"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/origin"
)

// wordsOf returns the digest of the words of a paper, in the order in which readers find them on the pages: page
// numbers and repeated headers included, what is filled in fields not.
func wordsOf(paper *layout.Result) string {
	words := origin.NewWords()
	for _, page := range paper.Pages {
		for _, line := range inReadingOrder(page.Lines) {
			for _, run := range line.Runs {
				if run.Kind != layout.WritingLine && run.Kind != layout.FormField {
					words.Add(run.Text)
				}
			}
		}
	}
	return words.Sum()
}

// inReadingOrder returns lines as PDFium reads them: one that is drawn after another at the same height, but to the
// left of it, comes first. In rows of merged cells there are such lines.
func inReadingOrder(lines []layout.Line) []layout.Line {
	for i := 1; i < len(lines); i++ {
		if isLeftOf(&lines[i], &lines[i-1]) {
			lines = slices.Clone(lines)
			for ; i < len(lines); i++ {
				for j := i; j > 0 && isLeftOf(&lines[j], &lines[j-1]); j-- {
					lines[j], lines[j-1] = lines[j-1], lines[j]
				}
			}
		}
	}
	return lines
}

// sameHeight is the difference of baselines, in points, that PDFium takes for none: at least half of the width of a
// letter.
const sameHeight = 1

// isLeftOf reports whether a line stands to the left of another at the same height.
func isLeftOf(line, other *layout.Line) bool {
	if len(line.Runs) == 0 || len(other.Runs) == 0 || line.Turn != flow.NoTurn || other.Turn != flow.NoTurn {
		return false
	}
	last := &line.Runs[len(line.Runs)-1]
	return math.Abs(line.Baseline-other.Baseline) <= sameHeight && last.X+last.Width <= other.Runs[0].X
}
