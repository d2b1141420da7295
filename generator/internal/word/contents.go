package word

import (
	"slices"
	"strings"
)

// warnContents reports a table of contents (ECMA-376-1, 17.16.5.68): only Word computes
// its words and the numbers of pages.
func (c *compiler) warnContents(p *element, m instruction, from, to int) {
	if m.kind == "TOC" {
		c.warn(c.fieldPlace(p, from, to), "оглавление программа не обновляет: слова и номера страниц в нём – из бланка",
			"обновите его в готовой бумаге в Word: щёлкните по нему и нажмите F9")
	}
}

// isContentsEntry reports whether a paragraph is a line of a table of contents, which
// repeats a heading.
func (e *element) isContentsEntry() (is bool) {
	if e == nil {
		return false
	}
	e.each(func(kid *element) bool {
		is = is || kid.name == "hyperlink" && strings.Contains(kid.attr("anchor"), "_Toc")
		return !is
	})
	return is
}

// headingsOnly leaves out the slips of a table of contents that its headings have, too:
// Word regenerates it.
func headingsOnly(list []Slip) []Slip {
	if len(list) < 2 {
		return list
	}
	inText := map[string]bool{}
	for _, s := range list {
		inText[s.Message] = inText[s.Message] || !s.place.p.isContentsEntry()
	}
	return slices.DeleteFunc(list, func(s Slip) bool { return inText[s.Message] && s.place.p.isContentsEntry() })
}
