package meeting

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// tableMark is the paragraph of a text that is replaced by the table.
const tableMark = "{таблица}"

// TablePlace returns the index of the first paragraph that marks the place of the
// table, or -1.
func TablePlace(paragraphs []string) int {
	return slices.IndexFunc(paragraphs, func(text string) bool { return strings.TrimSpace(text) == tableMark })
}

// tablePlaces checks the paragraphs that mark the place of the table: there is one, at a place where a table is
// allowed.
func (c *checker) tablePlaces(key string, p *Paper) {
	found := false
	for _, list := range []struct {
		name  string
		texts []string
		free  bool
	}{{"preamble", p.Preamble, false}, {"findings", p.Findings, true}, {"text", p.Text, true}} {
		for i, text := range list.texts {
			if strings.TrimSpace(text) != tableMark {
				continue
			}
			at := fmt.Sprintf("%s.%s[%d]", key, list.name, i)
			switch {
			case !list.free:
				c.wrong(at, tableMark+" здесь не встанет", "перенесите этот абзац в findings или в text")
			case p.Table == nil:
				c.wrong(at, "нечего печатать вместо "+tableMark, "добавьте раздел ["+key+".table]")
			case found:
				c.wrong(at, "таблица у бумаги одна, а место для неё названо второй раз",
					"вторую таблицу запишите пункту: [["+key+".decisions]] с разделом table — или приложению")
			}
			found = true
		}
	}
}

// misplaced finds a paragraph that marks the place of a table where a paper would print the
// mark. The paragraphs of letters and papers themselves are checked with their table.
func (c *checker) misplaced(key, text string) {
	if strings.TrimSpace(text) == tableMark && !checkedApart.MatchString(key) {
		c.wrong(key, tableMark+" здесь не встанет",
			"таблица вопроса стоит после обсуждения, таблица пункта — под ним: запишите её разделом table")
	}
}

var checkedApart = regexp.MustCompile(`^(?:letter|invitation|notice|papers\.[^.]+)\.(?:preamble|findings|text)\[`)
