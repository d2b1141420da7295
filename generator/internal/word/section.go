package word

import (
	"slices"

	"protokol/generator/internal/fields"
)

// A content control that repeats (MS-DOCX, 2.5.4.5, w15:repeatingSection) has items
// that are controls themselves. The first is the sample, which repeats over the list in
// the tag, or else over the list that its names need.

func isSection(e *element) bool {
	return e.name == "sdt" && e.kid("sdtPr", "repeatingSection") != nil && len(sectionItems(e)) > 0 &&
		e.within("p") == nil
}

func sectionItems(sdt *element) (items []*element) {
	content := sdt.kid("sdtContent")
	if content == nil {
		return nil
	}
	for _, e := range content.kids {
		if e.name == "sdt" && e.kid("sdtPr", "repeatingSectionItem") != nil && e.kid("sdtContent") != nil {
			items = append(items, e)
		}
	}
	return items
}

// section compiles a control that repeats.
func (c *compiler) section(sdt *element) {
	c.identify(sdt)
	items := sectionItems(sdt)
	lists := c.sectionLists(sdt)
	if len(lists) == 0 {
		c.container(sdt)
		return
	}
	c.unbind(sdt.kid("sdtPr"))
	depth := len(c.lists)
	region := c.push(lists)
	c.identify(items[0])
	c.container(items[0])
	c.lists, c.regions = c.lists[:depth], c.regions[:len(c.regions)-1]
	c.edits = append(c.edits, edit{op: op{kind: repeat, from: items[0].start, to: items[0].end, lists: lists,
		region: region}, bodyFrom: items[0].start, bodyTo: items[0].end})
	for _, more := range items[1:] {
		c.remove(more.start, more.end)
	}
}

// sectionLists returns the lists that a control repeats over.
func (c *compiler) sectionLists(sdt *element) []fields.Path {
	if tag := sdt.kid("sdtPr", "tag"); tag != nil {
		t := token{words: clean(tag.attr("val"))}
		if list := tokens(t.words); len(list) == 1 {
			t = list[0]
		} else {
			t.classify()
		}
		if p := fields.FindList(t.words, c.lists); p != nil {
			return c.unbound(append(slices.Clone(p), p[len(p)-1].Of.First()))
		}
	}
	lists, _, _ := c.needed(sectionItems(sdt)[0])
	return lists
}
