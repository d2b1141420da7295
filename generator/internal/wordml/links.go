package wordml

import (
	"strings"

	"protokol/generator/internal/flow"
)

// places are the bookmarks of a document, for links inside it.
type places struct {
	known   map[string]bool // all of the body; nil until a link asks
	pending []string        // bookmarks that the next paragraph begins
}

// bookmark notes a place that links may lead to (ECMA-376-1, 17.13.6.2).
func (l *lowering) bookmark(n *node) {
	if name := n.attr("name"); name != "" && name != "_GoBack" {
		l.places.pending = append(l.places.pending, name)
	}
}

// hyperlink lowers a link: to an address, or to a bookmark.
func (p *paragraph) hyperlink(n *node) {
	outer, anchor := p.link, n.attr("anchor")
	if n.attr("docLocation") != "" && anchor == "" {
		p.approximate("ссылка на место в другом файле (docLocation) ведёт к его началу")
	}
	switch link, ok := p.part.links[n.attr("r:id")]; {
	case ok && link.IsExternal() && anchor != "":
		p.link = p.linkTo(link.Target+"#"+anchor, "")
	case ok && link.IsExternal():
		p.link = p.linkTo(link.Target, "")
	case anchor != "":
		p.link = p.linkTo("", anchor)
	}
	p.inlines(n.kids)
	p.link = outer
}

// linkTo returns a link to an address or to a bookmark, inside the open link. A link without a target, or to a file
// of another computer, is text.
func (p *paragraph) linkTo(address, place string) *flow.Link {
	p.peculiar++ // the bookmark may be missing
	p.spend(costOfLink + len(address))
	switch {
	case address != "" && safe(address):
		return &flow.Link{Target: address, Inside: p.link}
	case address == "" && p.hasPlace(place):
		return &flow.Link{Place: place, Inside: p.link}
	}
	p.approximate("ссылка, по которой нельзя перейти, печатается текстом")
	return p.link
}

// hasPlace reports whether the body has a bookmark.
func (l *lowering) hasPlace(name string) bool {
	if l.places.known == nil {
		l.places.known = map[string]bool{}
		l.places.collect(l.bodyNode)
	}
	return l.places.known[name]
}

func (p *places) collect(n *node) {
	for _, k := range n.kids {
		if k.name == "bookmarkStart" {
			p.known[k.attr("name")] = true
		}
		p.collect(k)
	}
}

// longestAddress is the maximum length of an address that Word follows. Every line
// of a link repeats it: much longer ones would make a large PDF of a small paper.
const longestAddress = 2083

// safe reports whether a link may be followed from an archived file.
func safe(target string) bool {
	if len(target) > longestAddress {
		return false
	}
	scheme, _, ok := strings.Cut(target, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel", "ftp":
		return ok
	}
	return false
}

// fieldLink returns the address and the bookmark in the code of a field HYPERLINK
// (ECMA-376-1, 17.16.5.25).
func fieldLink(code string) (address, place string) {
	before, after, inside := strings.Cut(code, `\l`)
	if inside {
		place = quoted("x " + strings.TrimSpace(after))
	}
	address = quoted(before)
	if address != "" && place != "" {
		address += "#" + place
	}
	return address, place
}
