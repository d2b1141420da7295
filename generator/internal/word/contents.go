package word

import (
	"slices"
	"strings"
)

// checkField reports a field whose words are not those of the template: a table of contents (ECMA-376-1, 17.16.5.68),
// of which only Word computes the words and the numbers of pages, and fields that take them from other files and
// programs.
func (c *compiler) checkField(p *element, m instruction, from, to int) {
	const detach = "выделите его в Word и нажмите Ctrl+Shift+F9: останется то, что видно"
	switch m.kind {
	case "TOC":
		c.warn(c.fieldPlace(p, from, to), "оглавление программа не обновляет: слова и номера страниц в нём – из бланка",
			"обновите его в готовой бумаге в Word: щёлкните по нему и нажмите F9")
	case "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "RD", "DATABASE":
		c.warn(c.fieldPlace(p, from, to),
			"поле "+m.kind+" берёт содержание из другого файла: у адресата оно может измениться", detach)
	case "DDE", "DDEAUTO":
		if c.template.precedes(safeRules) {
			return // the paper exists and must be reproduced
		}
		c.wrong(c.fieldPlace(p, from, to), "поле "+m.kind+" запускает другую программу: в бумаге такого быть не должно",
			detach)
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
