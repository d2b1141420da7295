package word

import "strings"

// marker is a paragraph, a table row or a cell that contains only the token of a block.
type marker struct {
	token
	e     *element
	p     *element // the paragraph of the token
	stays bool     // the paragraph ends a section, and so must not vanish
}

// before and after return where a block begins or ends at a marker.
func (m marker) before() int {
	if m.stays {
		return m.e.end
	}
	return m.e.start
}

func (m marker) after() int {
	if m.stays {
		return m.e.start
	}
	return m.e.end
}

// marker returns the marker that an element is.
func (c *compiler) marker(e *element) (marker, bool) {
	p := e
	if e.name != "p" {
		p = c.onlyParagraph(e)
	}
	if p == nil || c.flats[p] == nil {
		return marker{}, false
	}
	f := c.flats[p]
	if len(f.tokens) != 1 {
		return marker{}, false
	}
	t := f.tokens[0]
	switch t.verb {
	case forEach, ifSo, orElse, endOf:
	default:
		return marker{}, false
	}
	alone := strings.TrimSpace(f.text[:t.from]+f.text[t.to:]) == ""
	endsSection := p.kid("pPr", "sectPr") != nil
	if !alone || holdsMore(e) || endsSection && e.name != "p" {
		return marker{}, false
	}
	return marker{t, e, p, endsSection}, true
}

// cellMarkers reports whether cells of a row are markers: each block that they
// begin ends in the row.
func (c *compiler) cellMarkers(tr *element) bool {
	depth, found := 0, false
	for _, e := range tr.kids {
		if e.name != "tc" {
			continue
		}
		m, ok := c.marker(e)
		switch {
		case !ok:
		case m.verb == endOf:
			if depth--; depth < 0 {
				return false
			}
		case m.verb != orElse:
			depth, found = depth+1, true
		}
	}
	return found && depth == 0
}

// onlyParagraph returns the only paragraph with words of a table row or a cell.
func (c *compiler) onlyParagraph(row *element) (only *element) {
	several := false
	row.each(func(e *element) bool {
		if f := c.flats[e]; f != nil && strings.TrimSpace(f.text) != "" {
			several = several || only != nil
			only = e
		}
		return true
	})
	if several {
		return nil
	}
	return only
}

// isWrapper reports whether an element is a content control around something else, such
// as those in which Google Docs keeps suggestions: it has no name.
func (c *compiler) isWrapper(e *element) bool {
	_, named := c.controlName(e)
	return e.name == "sdt" && !named && !isSection(e)
}

// holdsMore reports whether a marker contains something that must not vanish with it: a picture, a field.
func holdsMore(marker *element) bool {
	more := false
	marker.each(func(e *element) bool {
		switch e.name {
		case "drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference", "endnoteReference":
			more = true
		}
		return !more
	})
	return more
}
