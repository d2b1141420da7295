package word_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestNumbering: the list inside a block restarts in each repetition, the list
// of the repeated paragraphs goes on.
func TestNumbering(t *testing.T) {
	numbered := func(id, s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr><w:r><w:t>` + s +
			`</w:t></w:r></w:p>`
	}
	body := p("{для каждого вопроса}") + numbered("1", "{вопрос}") + p("{для каждого решения}") + numbered("2",
		"{решение}") +
		p("{конец}") + p("{конец}")
	tpl := open(t, body, map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("r1", "numbering", "numbering.xml")),
		"word/numbering.xml": `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">` +
			`<w:start w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
			`<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>`})
	paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{}))
	if paper == nil {
		t.Fatal(tpl.Problems(slips))
	}
	var ids []string
	for _, m := range regexp.MustCompile(`numId w:val="(\d+)"`).FindAllStringSubmatch(written(t, paper,
		"word/document.xml"), -1) {
		ids = append(ids, m[1])
	}
	if got := strings.Join(ids, " "); got != "1 3 3 1 4 4" {
		t.Errorf("lists %s", got)
	}
	if got := written(t, paper, "word/numbering.xml"); !strings.Contains(got,
		`<w:num w:numId="3"><w:abstractNumId w:val="0"/>`+
			`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>`) {
		t.Errorf("numbering: %s", got)
	}
}

// TestNumberedStyles: a list that the style of a paragraph has restarts like one of its
// own; the order of properties is kept.
func TestNumberedStyles(t *testing.T) {
	styled := func(style, s string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/><w:keepNext/><w:jc/></w:pPr><w:r><w:t>` + s +
			`</w:t></w:r></w:p>`
	}
	body := p("{для каждого вопроса}") + styled("q", "{вопрос}") + p("{для каждого решения}") +
		styled("d", "{решение}") + p("{конец}") + p("{конец}") + styled("none", "х")
	paper, _, _ := open(t, body, map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("r1", "numbering", "numbering.xml")+
			relation("r2", "styles", "styles.xml")),
		"word/numbering.xml": `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/>` +
			`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="base"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/styles.xml": `<w:styles xmlns:w="x"><w:style w:styleId="base"><w:pPr><w:numPr>` +
			`<w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="d"><w:basedOn w:val="base"/></w:style><w:style w:styleId="none">` +
			`<w:basedOn w:val="base"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style></w:styles>`,
	}).Fill(frame(t, source, compose.Request{}))
	got := written(t, paper, "word/document.xml")
	var lists []string
	number := regexp.MustCompile(`<w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="(\d+)"/></w:numPr><w:jc/>`)
	for _, m := range number.FindAllStringSubmatch(got, -1) {
		lists = append(lists, m[1])
	}
	if strings.Join(lists, " ") != "3 3 4 4" || strings.Count(got, "numPr") != 8 {
		t.Errorf("lists %s: %s", lists, got)
	}
}
