package table

import (
	"html"
	"regexp"
	"strings"
)

// tableError matches the errors of formulas that were saved as texts.
var tableError = regexp.MustCompile(`^#(?:ССЫЛКА!|ИМЯ\?|ЗНАЧ!|ДЕЛ/0!|Н/Д|ЧИСЛО!|ПУСТО!|` +
	`REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!)$`)

func isTableError(text string) bool {
	return strings.HasPrefix(text, "#") && tableError.MatchString(text)
}

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
