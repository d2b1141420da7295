package word

import (
	"encoding/xml"
	"slices"

	"protokol/generator/internal/fields"
)

// identifier is an attribute whose value must be unique in a document.
type identifier struct {
	what  string // para, drawing, bookmark, bookmark name, permission, control, shape, shape number
	value string
	use   numbering // of a list
}

// identify makes instructions for values that must differ between repetitions.
func (c *compiler) identify(e *element) {
	if e.name == "numId" && e.parent.name == "numPr" && e.parent.parent.name == "pPr" {
		c.numbered = append(c.numbered, numbering{at: e, list: e.attr("val"), level: levelOf(e),
			regions: slices.Clone(c.regions)})
	}
	if e.name == "pStyle" {
		c.styledNumber(e)
	}
	c.describe(e)
	switch e.name {
	case "bookmarkStart":
		c.startBookmark(e)
	case "bookmarkEnd":
		c.endBookmark(e)
	case "hyperlink":
		c.anchor(e)
	}
	c.link(e)
	if noteParts[e.name] != "" {
		c.noteReference(e)
	}
	if _, regions := c.scopeOf(e); len(regions) == 0 {
		return
	}
	switch e.name {
	case "p", "tr":
		c.unique(e, "paraId", "para")
		c.unique(e, "textId", "para")
	case "docPr", "cNvPr":
		c.unique(e, "id", "drawing")
	case "bookmarkStart":
		c.unique(e, "id", "bookmark")
		if from, to, ok := e.valueSpan(c.src, "name"); ok {
			c.replace(from, to, op{kind: identity, region: c.bookmarks[e.attr("name")].region,
				id: &identifier{what: "bookmark name", value: string(c.src[from:to])}})
		}
	case "bookmarkEnd":
		c.unique(e, "id", "bookmark end")
	case "permStart":
		c.unique(e, "id", "permission")
	case "permEnd":
		c.unique(e, "id", "permission end")
	case "sdtPr":
		if id := e.kid("id"); id != nil {
			c.unique(id, "val", "control")
		}
	case "shape", "rect", "line", "oval", "roundrect", "polyline", "group": // of VML
		c.unique(e, "id", "shape")
		c.unique(e, "spid", "shape number")
	case "shapetype":
		c.edits = append(c.edits, edit{op: op{kind: once, from: e.start, to: e.end}})
	case "commentRangeStart", "commentRangeEnd", "commentReference":
		c.edits = append(c.edits, edit{op: op{kind: once, from: e.start, to: e.end}})
	}
}

func (c *compiler) unique(e *element, attr, what string) {
	from, to, ok := e.valueSpan(c.src, attr)
	if !ok {
		return
	}
	c.edits = append(c.edits, edit{op: op{kind: identity, from: from, to: to,
		id: &identifier{what: what, value: string(c.src[from:to])}}})
}

// scope is the range of a repetition inside a paragraph.
type scope struct {
	from, to int
	lists    []fields.Path
	regions  []int
}

// scopeOf returns the lists that are repeated around an element, and the numbers of
// their repetitions.
func (c *compiler) scopeOf(e *element) ([]fields.Path, []int) {
	for _, s := range c.scopes {
		if s.from <= e.start && e.end <= s.to {
			return s.lists, s.regions
		}
	}
	return c.lists, c.regions
}

// numbering is a paragraph of a numbered list.
type numbering struct {
	at      *element // its numId, or the property before it
	list    string   // numId
	level   string
	regions []int      // the repetitions it is in, the outermost first
	indent  []xml.Attr // of its style, which its list must not change
}

func levelOf(numID *element) string {
	if level := numID.parent.kid("ilvl"); level != nil {
		return level.attr("val")
	}
	return "0"
}

// restart makes lists inside a repetition restart in each: those whose items are repeated by a block inside it, and
// those with several items in it. A list with a single, repeated item continues.
func (c *compiler) restart() {
	uses := map[string][]numbering{}
	for _, n := range c.numbered {
		uses[n.list] = append(uses[n.list], n)
	}
	for _, n := range c.numbered {
		region := restartIn(n, uses[n.list])
		if region == 0 {
			continue
		}
		c.startAnew(n, region)
	}
}

// restartIn returns the repetition in each of which a list restarts, or 0.
func restartIn(n numbering, all []numbering) int {
	for depth := len(n.regions) - 1; depth >= 0; depth-- {
		region, direct, exclusive := n.regions[depth], 0, true
		for _, other := range all {
			exclusive = exclusive && slices.Contains(other.regions, region)
			if last := len(other.regions) - 1; last >= 0 && other.regions[last] == region {
				direct++
			}
		}
		switch {
		case !exclusive:
			return 0
		case direct != 1:
			return region
		}
	}
	return 0
}
