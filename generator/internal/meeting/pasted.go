package meeting

import (
	"fmt"
	"html"
	"reflect"
	"regexp"
	"strings"
	"unicode"

	"protokol/generator/internal/typography"
)

// markup finds what may be a tag or an entity of HTML, which other programs leave in texts that are copied from them.
// An address in angle brackets, «<login>» and «a <b и c> d» are none.
var markup = regexp.MustCompile(`(?i)</?(?:p|br|hr|b|i|u|s|em|strong|span|div|font|a|img|ul|ol|li|table|tbody|thead|` +
	`tr|td|th|h[1-6]|sub|sup|strike|center|pre|blockquote|o:p)(?:\s+[a-z:-]+\s*=[^<>]*)?\s*/?>|` +
	`&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});`)

// remains returns the first remains of HTML in a text, or "".
func remains(text string) string {
	for _, found := range markup.FindAllString(text, -1) {
		plain := html.UnescapeString(found)
		if found[0] == '<' || plain != found && !strings.HasSuffix(plain, ";") { // «Procter&Gamble;» is no entity
			return found
		}
	}
	return ""
}

// pasted warns of remains of HTML in a text, and of straight quotes that would stay among «» on paper. Names and
// positions have their own checks of HTML.
func (c *checker) pasted(key, text string) {
	if !strings.ContainsAny(text, `<&"`) {
		return
	}
	if !c.meeting.AsTyped && typography.StrayQuote(text) {
		c.warn(key, "не ясно, какая кавычка закрывает какую: на бумаге они останутся прямыми",
			"проверьте, все ли закрыты, или наберите «ёлочки»")
	}
	if checkedAsName.MatchString(key) {
		return
	}
	if found := remains(text); found != "" {
		c.warn(key, fmt.Sprintf("в тексте остатки HTML: «%s»", found),
			"уберите их и сверьте текст с тем, откуда он взят")
	}
}

// texts checks every text of the meeting and of its papers for what none may have.
func (c *checker) texts() {
	find := func(key string, v reflect.Value) {
		if v.Kind() == reflect.String {
			c.misplaced(key, v.String())
			c.pasted(key, v.String())
		}
	}
	c.meeting.EachValue(find)
	for _, kind := range c.meeting.PaperKinds() {
		c.meeting.EachPaperValue(kind, find)
	}
}

var checkedAsName = regexp.MustCompile(`\]\.(?:name|position)$`)

// typedNumber finds a number or a bullet that is typed at the start of a text, spacedDate what only begins like it:
// «12. 03. 2026». A single letter is that of a class, «8.А класс», unless it is a preposition.
var (
	typedNumber = regexp.MustCompile(`^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)]\s|\t)|` +
		`\d{1,2}(?:\.\d{1,2}){0,3}[.)](?:\p{Lu}\p{L}|О\s)|[•·▪●○◦*–—-]\s)`)
	spacedDate = regexp.MustCompile(`^\s*\d{1,2}\.\s*\d{1,2}\.\s*\d{4}`)
)

// numbered warns of a number that is typed before a text which the paper numbers itself.
func (c *checker) numbered(key, text, hint string) {
	if spacedDate.MatchString(text) {
		return
	}
	typed := strings.TrimRightFunc(typedNumber.FindString(text), func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsSpace(r)
	})
	if typed = strings.TrimSpace(typed); typed != "" {
		c.warn(key, fmt.Sprintf("перед текстом набрано «%s», а номер ставит программа: выйдет два", typed), hint)
	}
}
