package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/document"
	"protokol/generator/style"
)

// numbered are the kinds of lists that Word numbers, in the order of their
// abstract definitions.
var numbered = []document.ListKind{document.Decimal, document.Letter, document.Dash}

// numbering collects the lists of a document (ECMA-376, 17.9): one abstract
// definition a kind, one instance for every list, and another wherever a
// number set by hand makes the count go on from elsewhere.
type numbering struct{ instances []instance }

type instance struct {
	kind  document.ListKind
	level int
	start int
}

// add begins an instance whose level counts from start and returns its number.
func (n *numbering) add(kind document.ListKind, level, start int) int {
	n.instances = append(n.instances, instance{kind, level, start})
	return len(n.instances)
}

// counter follows what Word would print before the items of one list.
type counter struct {
	kind   document.ListKind
	number int // the instance; 0 before the first item
	next   int
}

// item decides how an item gets its label: by the instance returned, or, when
// no numbering prints such a label, literally.
func (n *numbering) item(c *counter, level int, label, parent string) (number int, literal bool) {
	if c.number > 0 && label == document.Label(c.kind, c.next, parent) {
		c.next++
		return c.number, false
	}
	start := 1
	if label != document.Label(c.kind, 1, parent) {
		count, ok := document.CountFrom(label, parent)
		if !ok || c.kind != document.Decimal || label != document.Label(c.kind, count, parent) {
			return 0, true
		}
		start = count
	}
	c.number, c.next = n.add(c.kind, level, start), start+1
	return c.number, false
}

// part writes numbering.xml.
func (n *numbering) part(sheet *style.Sheet) string {
	var m markup
	m.WriteString(xmlHead)
	m.open("w:numbering", "xmlns:w", nsWord)
	for i, kind := range numbered {
		m.open("w:abstractNum", "w:abstractNumId", strconv.Itoa(i))
		m.value("w:multiLevelType", "multilevel")
		for level, look := range sheet.Lists[string(kind)] {
			m.level(kind, level, look)
		}
		m.close("w:abstractNum")
	}
	for i, instance := range n.instances {
		m.open("w:num", "w:numId", strconv.Itoa(i+1))
		m.value("w:abstractNumId", strconv.Itoa(slices.Index(numbered, instance.kind)))
		m.open("w:lvlOverride", "w:ilvl", strconv.Itoa(instance.level))
		m.value("w:startOverride", strconv.Itoa(instance.start))
		m.close("w:lvlOverride")
		m.close("w:num")
	}
	m.close("w:numbering")
	return m.String()
}

// level writes one level of an abstract definition.
func (m *markup) level(kind document.ListKind, level int, look style.List) {
	format, text := "decimal", ""
	switch kind {
	case document.Decimal:
		var b strings.Builder
		for i := range level + 1 {
			fmt.Fprintf(&b, "%%%d.", i+1)
		}
		text = b.String()
	case document.Letter:
		format, text = "russianLower", fmt.Sprintf("%%%d)", level+1)
	case document.Dash:
		format, text = "bullet", document.Label(kind, 1, "")
	default:
		panic("docx: a list without numbers is not numbered")
	}
	m.open("w:lvl", "w:ilvl", strconv.Itoa(level))
	m.value("w:start", "1")
	m.value("w:numFmt", format)
	m.value("w:suff", "tab")
	m.value("w:lvlText", text)
	m.value("w:lvlJc", "left")
	m.open("w:pPr")
	m.indent(look.Text, 0, look.Label-look.Text)
	m.close("w:pPr")
	m.close("w:lvl")
}
