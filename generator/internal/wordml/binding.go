package wordml

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// coreStore is the store of the properties of a document: title, author and others.
const coreStore = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"

// boundName names a content control that Word fills from a store when it opens the file.
const boundName = "элемент управления связан с данными, в которых другой текст: Word покажет его вместо напечатанного"

// converted are the kinds of content controls whose text is another than in the store.
var converted = map[string]bool{"date": true, "dropDownList": true, "comboBox": true, "picture": true, "richText": true,
	"group": true, "docPartObj": true, "docPartList": true, "w14:checkbox": true, "w15:repeatingSection": true}

// bound notes a content control whose text is not that of the data it is bound to (ECMA-376-1, 17.5.2.6).
func (l *lowering) bound(sdt *node) {
	props := sdt.kid("sdtPr")
	binding := props.kid("dataBinding")
	if binding == nil || props.kid("showingPlcHdr") != nil {
		return
	}
	for _, k := range props.kids {
		if converted[k.name] {
			return
		}
	}
	data := at(l.store(binding.attr("storeItemID")), binding.attr("xpath"))
	if data == nil || len(data.kids) > 0 || strings.HasPrefix(data.text, "<") {
		return
	}
	content := sdt.kid("sdtContent").orEmpty()
	if content.holds(unjudged) {
		return
	}
	var shown strings.Builder
	content.write(&shown)
	if boundLetters(data.text) != boundLetters(shown.String()) {
		l.approximate(boundName)
	}
}

// boundCells notes such controls around the cells of a row.
func (l *lowering) boundCells(row *node) {
	for _, n := range row.children() {
		switch n.name {
		case "sdt":
			l.bound(n)
			l.boundCells(n.kid("sdtContent"))
		case "customXml":
			l.boundCells(n)
		}
	}
}

// unjudged are the elements of a content control whose text in the store is not known.
var unjudged = map[string]bool{"sym": true, "pgNum": true, "drawing": true, "pict": true, "object": true, "ruby": true,
	"mc:AlternateContent": true, "moveFrom": true}

// escaped is a character of a property that XML may not keep (ECMA-376-1, 22.4.2.4).
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// boundLetters returns a text as it is compared with another: without spaces, breaks and invisible characters, and with
// one hyphen for all kinds.
func boundLetters(text string) string {
	text = escaped.ReplaceAllStringFunc(text, func(code string) string {
		c, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(rune(c))
	})
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\u2010' || c == '\u2011' || c == '\u001e': // the last as Word keeps a no-break hyphen
			return '-'
		case unicode.IsSpace(c) || unicode.IsControl(c) || unicode.Is(unicode.Cf, c):
			return -1
		}
		return c
	}, text)
}

// write writes the text of runs.
func (n *node) write(b *strings.Builder) {
	for _, k := range n.children() {
		switch k.name {
		case "t":
			b.WriteString(k.text)
		case "noBreakHyphen":
			b.WriteByte('-')
		}
		k.write(b)
	}
}

// store returns a parent of the root of a store, or nil.
func (l *lowering) store(id string) *node {
	if strings.EqualFold(id, coreStore) {
		links, _ := l.pack.links("")
		return l.data((&part{links: links}).named("core-properties"))
	}
	for _, link := range l.main.links {
		if link.Kind() != "customXml" || link.IsExternal() {
			continue
		}
		name := link.Part(l.main.name)
		links, _ := l.pack.links(name)
		props := l.data((&part{name: name, links: links}).named("customXmlProps"))
		if props != nil && strings.EqualFold(props.kids[0].attr("?:itemID"), id) {
			return l.data(name)
		}
	}
	return nil
}

// data reads a part that is not shown, and returns a parent of its root, or nil.
func (l *lowering) data(name string) *node {
	if name == "" {
		return nil
	}
	read, err := l.pack.text(name, l.replaced, l.left)
	if err != nil || read.root.name == "" {
		return nil
	}
	return &node{kids: []*node{read.root}}
}

// at returns the element at a path such as "/ns0:root[1]/ns0:name[1]", by local names, or nil,
// also for other kinds of paths.
func at(root *node, path string) *node {
	steps := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for _, step := range steps {
		name, index, _ := strings.Cut(step, "[")
		if i := strings.LastIndexByte(name, ':'); i >= 0 {
			name = name[i+1:]
		}
		number := 1
		if index != "" {
			number = whole(strings.TrimSuffix(index, "]")) // 0 for a condition
		}
		root = root.numbered(name, number)
	}
	return root
}

// numbered returns the child with a local name and a number among those of this name, or nil.
func (n *node) numbered(name string, number int) *node {
	for _, k := range n.children() {
		if k.name == name || strings.HasSuffix(k.name, ":"+name) {
			if number--; number == 0 {
				return k
			}
		}
	}
	return nil
}
