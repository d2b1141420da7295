package compose

import (
	"regexp"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/russian"
)

// typeset corrects the typography of a paper. All its dashes between words become
// en dashes if it has one, as most templates print, and em dashes otherwise.
func typeset(blocks []document.Block) {
	correct := correction(russian.Typeset)
	if usesEnDash(blocks) {
		correct = func(text string) string {
			text = russian.Typeset(text)
			if strings.Contains(text, "—") {
				text = emDash.ReplaceAllString(text, "$1–$2")
			}
			return text
		}
	}
	correct.blocks(blocks)
	separateNumber(blocks)
}

// Dashes between words. Those of ranges and compounds have no space before them.
var (
	enDash = regexp.MustCompile(`(?:^|[ \x{A0}])–(?:$|[ \x{A0}])`)
	emDash = regexp.MustCompile(`(^|[ \x{A0}])—($|[ \x{A0}])`)
)

// usesEnDash reports whether a paper has an en dash between words.
func usesEnDash(blocks []document.Block) bool {
	found := false
	document.Texts(&document.Document{Blocks: blocks}, func(text string, _ document.Source) {
		found = found || strings.Contains(text, "–") && enDash.MatchString(text)
	})
	return found
}
