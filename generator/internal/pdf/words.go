package pdf

import (
	"protokol/generator/internal/layout"
	"protokol/generator/internal/origin"
)

// wordsOf returns the digest of the words of a paper, in the order in which the
// pages show them: page numbers and repeated headers included, what is filled in
// fields not.
func wordsOf(paper *layout.Result) string {
	words := origin.NewWords()
	for _, page := range paper.Pages {
		for _, line := range page.Lines {
			for _, run := range line.Runs {
				if run.Kind != layout.WritingLine && run.Kind != layout.FormField {
					words.Add(run.Text)
				}
			}
		}
	}
	return words.Sum()
}
