package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/document"
	"protokol/generator/style"
)

// numbered lists the kinds of lists that Word numbers, in the order of their
// abstract definitions.
var numbered = []document.ListKind{document.Decimal, document.Letter, document.Dash}

// numbering collects the lists of a document (ECMA-376, 17.9): one abstract
// definition per kind, more where numbers follow a fixed text, one instance per
// list, and another where an explicit number changes the count.
type numbering struct {
	definitions []definition
	instances   []instance
}

// definition is an abstract definition. From some level on its numbers follow a
// fixed text: «3.1.» of the third question, «2а1.» of a point with an explicit
// number.
type definition struct {
	kind   document.ListKind
	prefix string
	from   int
}

type instance struct{ definition, level, start int }

// uncounted marks a label that no numbering produces.
const uncounted = -1

func newNumbering() numbering {
	var n numbering
	for _, kind := range numbered {
		n.definitions = append(n.definitions, definition{kind: kind})
	}
	return n
}

// define returns a definition, adding it if it is new.
func (n *numbering) define(d definition) int {
	if i := slices.Index(n.definitions, d); i >= 0 {
		return i
	}
	n.definitions = append(n.definitions, d)
	return len(n.definitions) - 1
}

// add adds an instance whose level starts at a number, and returns the number of
// the instance.
func (n *numbering) add(definition, level, start int) int {
	n.instances = append(n.instances, instance{definition, level, start})
	return len(n.instances)
}

// counter computes what Word prints before the items of a list.
type counter struct {
	kind       document.ListKind
	definition int
	level      int
	parent     string // text before the last number of a label
	number     int    // instance; 0 before the first item
	next       int
}

// begin starts the counter of a list in an item with a label, produced by a
// definition or uncounted. A top-level list may have a fixed text.
func (n *numbering) begin(list document.List, level int, parent string, above int) counter {
	c := counter{kind: list.Kind, level: level, parent: parent, definition: above}
	switch {
	case list.Kind == document.Plain:
	case list.Kind != document.Decimal:
		c.definition = n.define(definition{kind: list.Kind})
	case level == 0:
		c.parent = fixedText(list)
		c.definition = n.define(definition{kind: list.Kind, prefix: c.parent})
	case above == uncounted || n.definitions[above].kind != document.Decimal:
		c.definition = n.define(definition{kind: list.Kind, prefix: parent, from: level})
	}
	return c
}

// fixedText returns what precedes the last number of the first label: "3." of
// «3.1.», "" of «1.».
func fixedText(list document.List) string {
	if len(list.Items) == 0 || strings.Trim(list.Items[0].Label, "0123456789.") != "" {
		return ""
	}
	label := strings.TrimSuffix(list.Items[0].Label, ".")
	return label[:strings.LastIndexByte(label, '.')+1]
}

// item returns the numbering instance for an item. When no numbering produces
// its label, the label must be written literally.
func (n *numbering) item(c *counter, label string) (number int, literal bool) {
	if c.number > 0 && label == document.Label(c.kind, c.next, c.parent) {
		c.next++
		return c.number, false
	}
	start := 1
	if label != document.Label(c.kind, 1, c.parent) {
		count, ok := document.CountFrom(label, c.parent)
		if !ok || c.kind != document.Decimal || label != document.Label(c.kind, count, c.parent) {
			return 0, true
		}
		start = count
	}
	c.number, c.next = n.add(c.definition, c.level, start), start+1
	return c.number, false
}

// part writes numbering.xml.
func (n *numbering) part(sheet *style.Sheet) []byte {
	m := newMarkup()
	m.WriteString(xmlHead)
	m.open("w:numbering", "xmlns:w", nsWord)
	for i, d := range n.definitions {
		m.open("w:abstractNum", "w:abstractNumId", strconv.Itoa(i))
		m.value("w:multiLevelType", "multilevel")
		for level, list := range sheet.Lists[string(d.kind)] {
			m.level(d, level, list)
		}
		m.close("w:abstractNum")
	}
	for i, instance := range n.instances {
		m.open("w:num", "w:numId", strconv.Itoa(i+1))
		m.value("w:abstractNumId", strconv.Itoa(instance.definition))
		m.open("w:lvlOverride", "w:ilvl", strconv.Itoa(instance.level))
		m.value("w:startOverride", strconv.Itoa(instance.start))
		m.close("w:lvlOverride")
		m.close("w:num")
	}
	m.close("w:numbering")
	return m.Bytes()
}

// level writes one level of an abstract definition.
func (m markup) level(d definition, level int, list style.List) {
	format, text := "decimal", ""
	switch d.kind {
	case document.Decimal:
		var b strings.Builder
		b.WriteString(d.prefix)
		for i := min(d.from, level); i <= level; i++ {
			fmt.Fprintf(&b, "%%%d.", i+1)
		}
		text = b.String()
	case document.Letter:
		format, text = "russianLower", fmt.Sprintf("%%%d)", level+1)
	case document.Dash:
		format, text = "bullet", document.Label(d.kind, 1, "")
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
	m.indent(list.Text, 0, list.Label-list.Text)
	m.close("w:pPr")
	m.close("w:lvl")
}
