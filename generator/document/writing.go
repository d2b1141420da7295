package document

import "strings"

// HasWritingLine reports whether a text has a line to write on that is made of
// underscores. The lines of such a paragraph are not widened to the margin: people
// make the underscores as long as they want them.
func HasWritingLine(inlines []Inline) bool {
	const least = "___"
	for _, inline := range inlines {
		switch n := inline.(type) {
		case Text:
			if strings.Contains(n.Value, least) {
				return true
			}
		case Strong:
			if HasWritingLine(n.Inlines) {
				return true
			}
		case Emphasis:
			if HasWritingLine(n.Inlines) {
				return true
			}
		}
	}
	return false
}
