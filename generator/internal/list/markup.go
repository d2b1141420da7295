package list

import (
	"html"
	"regexp"
	"strings"
)

// markup finds tags and entities that are left of a page.
var markup = regexp.MustCompile(`(?i)</?[a-z][^<>]*>|&(?:[a-z]+|#\d+);`)

// withoutMarkup decodes entities and removes tags, and reports whether there were
// any. A tag separates words.
func withoutMarkup(text string) (plain string, found bool) {
	if !strings.ContainsAny(text, "<&") || !markup.MatchString(text) {
		return text, false
	}
	text = html.UnescapeString(text)
	text = markup.ReplaceAllString(text, " ")
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\u00a0' }), " "), true
}
