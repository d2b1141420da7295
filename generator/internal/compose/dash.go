package compose

import (
	"regexp"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/russian"
)

// typeset corrects the typography of a paper. A hyphen between words becomes the
// dash that the paper has elsewhere: an en dash, as templates print it, or else an
// em dash.
func typeset(blocks []document.Block) {
	correct := correction(russian.Typeset)
	if usesEnDash(blocks) {
		correct = func(text string) string {
			if strings.Contains(text, " -") || strings.Contains(text, "\u00A0-") {
				text = hyphens.ReplaceAllString(text, "$1–$2")
			}
			return russian.Typeset(text)
		}
	}
	correct.blocks(blocks)
}

// Dashes between words, and the hyphens that people type for them.
var (
	hyphens = regexp.MustCompile(`(\S[ \x{A0}]+)--?([ \x{A0}]+)`)
	enDash  = regexp.MustCompile(`(?:^|[ \x{A0}])–(?:$|[ \x{A0}])`)
	emDash  = regexp.MustCompile(`(?:^|[ \x{A0}])—(?:$|[ \x{A0}])`)
)

// usesEnDash reports whether en dashes are the only ones between words.
func usesEnDash(blocks []document.Block) bool {
	en, em := false, false
	document.Texts(&document.Document{Blocks: blocks}, func(text string, _ document.Source) {
		en = en || strings.ContainsRune(text, '–') && enDash.MatchString(text)
		em = em || strings.ContainsRune(text, '—') && emDash.MatchString(text)
	})
	return en && !em
}
