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
				_, baseline := line.OnPage(run.X, line.Baseline)
				top := page.Size.Height - baseline + run.Size
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

// outlineWriter writes the outline of a file.
type outlineWriter struct {
	w       *cos.Writer
	pages   []cos.Ref
	element func(*bookmark) cos.Ref // structure element in PDF 2.0, else nil
}

// write adds the outline and returns its root.
func (o outlineWriter) write(root *bookmark) cos.Ref {
	ref := o.w.Reserve()
	o.w.Put(ref, append(cos.Entries{"Type", cos.Name("Outlines")}, o.writeKids(root, ref)...))
	return ref
}

// writeKids adds the children of b, expanded, and returns the entries that
// refer to them.
func (o outlineWriter) writeKids(b *bookmark, self cos.Ref) cos.Entries {
	if len(b.kids) == 0 {
		return nil
	}
	items := make([]cos.Ref, len(b.kids))
	for i := range items {
		items[i] = o.w.Reserve()
	}
	for i, kid := range b.kids {
		title := strings.Join(strings.Fields(kid.title), " ")
		item := append(cos.Entries{"Title", cos.TextString(title), "Parent", self}, o.target(kid)...)
		if i > 0 {
			item = append(item, "Prev", items[i-1])
		}
		if i < len(items)-1 {
			item = append(item, "Next", items[i+1])
		}
		o.w.Put(items[i], append(item, o.writeKids(kid, items[i])...))
	}
	return cos.Entries{"First", items[0], "Last", items[len(items)-1], "Count", b.descendants()}
}

// target returns the entries with the destination of a bookmark. In PDF/UA-2 it
// must be a structure element (ISO 14289-2, 8.8); only an action has room for a
// page, too, for readers that do not know such destinations (ISO 32000-2, 12.6.4.2).
func (o outlineWriter) target(b *bookmark) cos.Entries {
	page := b.destination(o.pages[b.page])
	if o.element == nil {
		return cos.Entries{"Dest", page}
	}
	return cos.Entries{"A", cos.Entries{"S", cos.Name("GoTo"), "D", page, "SD", b.destination(o.element(b))}}
}

// destination returns the destination of a bookmark on a page or at a structure
// element (ISO 32000-2, 12.3.2.2 and 12.3.2.3).
func (b *bookmark) destination(at cos.Ref) cos.Array {
	if b.whole {
		return cos.Array{at, cos.Name("Fit")}
	}
	return cos.Array{at, cos.Name("XYZ"), nil, rounded(b.top), nil}
}

func (b *bookmark) descendants() int {
	count := len(b.kids)
	for _, kid := range b.kids {
		count += kid.descendants()
	}
	return count
}
