package word

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
)

// styles contains the properties of the styles of a template that filling needs.
type styles struct {
	prompt string                // id of the style of prompts, which Word calls by a fixed name
	lists  map[string]styledList // of paragraphs, by the id of their style
	bases  map[string]string     // ids of the styles that others are based on
	indent map[string][]xml.Attr // of paragraphs, by the id of their style
}

// styledList is the list of a style (ECMA-376-1, 17.9.18).
type styledList struct{ list, level string }

// readStyles reads the styles of a template. Broken ones are copied: Word repairs them.
func (t *Template) readStyles() styles {
	made := styles{prompt: "PlaceholderText", lists: map[string]styledList{}, bases: map[string]string{},
		indent: map[string][]xml.Attr{}}
	for _, r := range t.pack.relations {
		part := t.pack.find(r.Part(t.pack.main.name))
		if r.Kind() != "styles" || part == nil || part.read(maxText) != nil {
			continue
		}
		total := 0
		root, err := parse(part.data, &total)
		if err != nil {
			continue
		}
		root.each(func(e *element) bool {
			if e.name != "style" {
				return true
			}
			id, name := e.attr("styleId"), e.kid("name")
			if name != nil && strings.EqualFold(name.attr("val"), "Placeholder Text") {
				made.prompt = id
			}
			if base := e.kid("basedOn"); base != nil {
				made.bases[id] = base.attr("val")
			}
			if number := e.kid("pPr", "numPr", "numId"); number != nil {
				made.lists[id] = styledList{number.attr("val"), t.levelOfStyle(number, id)}
			}
			if indent := e.kid("pPr", "ind"); indent != nil {
				made.indent[id] = indent.attrs
			}
			return false
		})
	}
	return made
}

// maxBases limits the styles that one is based on, which may go round in a circle.
const maxBases = 20

// list returns the list of a style: its own, or that of the style that it is based on. The number 0 means no list.
func (s styles) list(style string) (list styledList, ok bool) {
	for range maxBases {
		if list, ok = s.lists[style]; ok {
			return list, list.list != "0"
		}
		style = s.bases[style]
	}
	return list, false
}

// levelOfStyle returns the level of a list that a style has: its own, or the one that is
// linked to the style.
func (t *Template) levelOfStyle(number *element, style string) string {
	if t.lists != nil && number.parent.kid("ilvl") == nil {
		if n := t.lists.nums[number.attr("val")]; n != nil && n.linked[style] != "" {
			return n.linked[style]
		}
	}
	return levelOf(number)
}

// beforeNumber are the properties of a paragraph that precede its numbering (ECMA-376-1, 17.3.1.26).
var beforeNumber = map[string]bool{"pStyle": true, "keepNext": true, "keepLines": true, "pageBreakBefore": true,
	"framePr": true, "widowControl": true}

// beforeIndent are those between its numbering and its indent.
var beforeIndent = map[string]bool{"suppressLineNumbers": true, "pBdr": true, "shd": true, "tabs": true,
	"suppressAutoHyphens": true, "kinsoku": true, "wordWrap": true, "overflowPunct": true, "topLinePunct": true,
	"autoSpaceDE": true, "autoSpaceDN": true, "bidi": true, "adjustRightInd": true, "snapToGrid": true,
	"spacing": true}

// styledNumber notes a paragraph that is numbered by its style.
func (c *compiler) styledNumber(style *element) {
	properties := style.parent
	list, numbered := c.template.styles.list(style.attr("val"))
	if !numbered || properties.name != "pPr" || properties.parent.name != "p" || properties.kid("numPr") != nil {
		return
	}
	at := style
	for _, e := range properties.kids {
		if beforeNumber[e.name] {
			at = e
		}
	}
	n := numbering{at: at, list: list.list, level: list.level, regions: slices.Clone(c.regions),
		indent: c.template.styles.listIndent(style.attr("val"), properties.kid("ind"))}
	c.numbered = append(c.numbered, n)
}

// indentOf names what an attribute of an indent sets, if another one sets it, too
// (ECMA-376-1, 17.3.1.12).
var indentOf = map[string]string{"start": "left", "end": "right", "hanging": "firstLine",
	"startChars": "leftChars", "endChars": "rightChars", "hangingChars": "firstLineChars"}

// listIndent returns the attributes by which a style, and those it is based on down to the one with the list,
// indent a paragraph differently from the level of the list, except for those that the paragraph itself sets. With
// a numbering in the paragraph, those of the level would take precedence.
func (s styles) listIndent(style string, own *element) []xml.Attr {
	var list []xml.Attr
	set := map[string]bool{}
	add := func(attributes []xml.Attr) (added []xml.Attr) {
		for _, a := range attributes {
			if !set[cmp.Or(indentOf[a.Name.Local], a.Name.Local)] && !strings.ContainsAny(a.Value, `"'<&`) {
				added = append(added, a)
			}
		}
		for _, a := range added {
			set[cmp.Or(indentOf[a.Name.Local], a.Name.Local)] = true
		}
		return added
	}
	if own != nil {
		add(own.attrs)
	}
	for range maxBases {
		list = append(list, add(s.indent[style])...)
		if _, ok := s.lists[style]; ok || s.bases[style] == "" {
			break
		}
		style = s.bases[style]
	}
	return list
}

// startAnew gives a numbered paragraph a list that restarts in each round of a repetition. A paragraph that is
// numbered by its style gets its own numbering.
func (c *compiler) startAnew(n numbering, region int) {
	made := op{kind: listID, region: region, id: &identifier{use: n}}
	if n.at.name == "numId" {
		if from, to, ok := n.at.valueSpan(c.src, "val"); ok {
			c.replace(from, to, made)
		}
		return
	}
	w := n.at.prefix(c.src)
	insertion := func(text string) op {
		return op{kind: insert, between: []byte(strings.ReplaceAll(text, "w:", w))}
	}
	c.replace(n.at.end, n.at.end, insertion(`<w:numPr><w:ilvl w:val="`+n.level+`"/><w:numId w:val="`))
	c.replace(n.at.end, n.at.end, made)
	c.replace(n.at.end, n.at.end, insertion(`"/></w:numPr>`))
	c.keepIndent(n, insertion)
}

// keepIndent writes what the style of a numbered paragraph says of its indent.
func (c *compiler) keepIndent(n numbering, insertion func(string) op) {
	if len(n.indent) == 0 {
		return
	}
	attributes := ""
	for _, a := range n.indent {
		attributes += ` w:` + a.Name.Local + `="` + a.Value + `"`
	}
	if own := n.at.parent.kid("ind"); own != nil {
		at := own.start + len("<"+own.prefix(c.src)+"ind")
		c.replace(at, at, insertion(attributes))
		return
	}
	at := n.at.end
	for _, e := range n.at.parent.kids {
		if beforeIndent[e.name] {
			at = e.end
		}
	}
	c.replace(at, at, insertion(`<w:ind`+attributes+`/>`))
}
