package meeting

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"
)

// tag finds a tag or an entity of HTML, which other programs leave in texts that are copied
// from them. An address in angle brackets and «a < b» are none.
var tag = regexp.MustCompile(`(?i)</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});`)

// pasted warns of remains of HTML in texts. Names and positions have their own checks.
func (c *checker) pasted() {
	find := func(key string, v reflect.Value) {
		if v.Kind() != reflect.String || !strings.ContainsAny(v.String(), "<&") || checkedAsName.MatchString(key) {
			return
		}
		if found := tag.FindString(v.String()); found != "" {
			c.warn(key, fmt.Sprintf("в тексте остатки HTML: «%s»", found),
				"уберите их и сверьте текст с тем, откуда он взят")
		}
	}
	c.meeting.EachValue(find)
	for _, kind := range c.meeting.PaperKinds() {
		c.meeting.EachPaperValue(kind, find)
	}
}

var checkedAsName = regexp.MustCompile(`\]\.(?:name|position)$`)

// typedNumber finds a number or a bullet that is typed at the start of a text.
var typedNumber = regexp.MustCompile(`^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)]\s|\t)|` +
	`\d{1,2}(?:\.\d{1,2}){0,3}[.)]\p{Lu}|[•·▪●○◦*–—-]\s)`)

// numbered warns of a number that is typed before a text which the paper numbers itself.
func (c *checker) numbered(key, text, hint string) {
	if typed := strings.TrimSpace(strings.TrimRightFunc(typedNumber.FindString(text), unicode.IsLetter)); typed != "" {
		c.warn(key, fmt.Sprintf("перед текстом набрано «%s», а номер ставит программа: выйдет два", typed), hint)
	}
}
