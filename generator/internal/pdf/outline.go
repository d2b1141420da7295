package pdf

import (
	"strings"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
)

// bookmark is a heading in the document outline (ISO 32000-1, 12.3.3) with its
// subheadings.
type bookmark struct {
	element *layout.Element
	title   string
	level   int // from 1; 0 is the root
	page    int
	top     float64 // from the lower edge of the page, pt
	whole   bool    // show the whole page; top is ignored
	kids    []*bookmark
}

// bookmarks returns the headings of a paper below a root, or nil when there is
// only one.
func bookmarks(paper *layout.Result) *bookmark {
	count := 0
	open := []*bookmark{{}} // the root and the possible parents of the next heading
	for i, page := range paper.Pages {
		for _, line := range page.Lines {
			for _, run := range line.Runs {
				level, last := headingLevel(run.Element), open[len(open)-1]
				switch {
				case level == 0:
					continue
				case last.element == run.Element:
					last.title += " " + run.Text
					continue
				}
				for open[len(open)-1].level >= level {
					open = open[:len(open)-1]
				}
				top := page.Size.Height - line.Baseline + run.Size
				b := &bookmark{element: run.Element, title: run.Text, level: level, page: i, top: top}
				above := open[len(open)-1]
				above.kids = append(above.kids, b)
				open = append(open, b)
				count++
			}
		}
	}
	if count < 2 {
		return nil
	}
	return open[0]
}

// headingLevel returns 1 for an H1 and so on, and 0 for other elements.
func headingLevel(e *layout.Element) int {
	if e == nil || len(e.Role) != 2 || e.Role[0] != 'H' {
		return 0
	}
	return int(e.Role[1] - '0')
}

// writeOutline adds the outline and returns its root.
func writeOutline(w *cos.Writer, root *bookmark, pages []cos.Ref) cos.Ref {
	ref := w.Reserve()
	w.Put(ref, append(cos.Entries{"Type", cos.Name("Outlines")}, root.writeKids(w, ref, pages)...))
	return ref
}

// writeKids adds the children of b, expanded, and returns the entries that
// refer to them.
func (b *bookmark) writeKids(w *cos.Writer, self cos.Ref, pages []cos.Ref) cos.Entries {
	if len(b.kids) == 0 {
		return nil
	}
	items := make([]cos.Ref, len(b.kids))
	for i := range items {
		items[i] = w.Reserve()
	}
	for i, kid := range b.kids {
		title := strings.Join(strings.Fields(kid.title), " ")
		item := cos.Entries{"Title", cos.TextString(title), "Parent", self, "Dest", kid.destination(pages)}
		if i > 0 {
			item = append(item, "Prev", items[i-1])
		}
		if i < len(items)-1 {
			item = append(item, "Next", items[i+1])
		}
		w.Put(items[i], append(item, kid.writeKids(w, items[i], pages)...))
	}
	return cos.Entries{"First", items[0], "Last", items[len(items)-1], "Count", b.descendants()}
}

// destination returns the destination of a bookmark (ISO 32000-1, 12.3.2.2).
func (b *bookmark) destination(pages []cos.Ref) cos.Array {
	if b.whole {
		return cos.Array{pages[b.page], cos.Name("Fit")}
	}
	return cos.Array{pages[b.page], cos.Name("XYZ"), nil, rounded(b.top), nil}
}

func (b *bookmark) descendants() int {
	count := len(b.kids)
	for _, kid := range b.kids {
		count += kid.descendants()
	}
	return count
}
