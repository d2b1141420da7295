package pdf

import (
	"fmt"
	"strings"

	"protokol/generator/internal/layout"
)

// bookmark is a heading in the list beside the pages (ISO 32000-1, 12.3.3)
// with the headings under it.
type bookmark struct {
	element *layout.Element
	title   string
	level   int // from 1; 0 is the root
	page    int
	top     float64 // from the foot of the sheet, pt
	under   []*bookmark
}

// bookmarks is the headings of a paper below a root. One heading alone needs
// no list: the answer is nil.
func bookmarks(paper *layout.Result) *bookmark {
	height, count := paper.Size.Height, 0
	open := []*bookmark{{}} // the root and the headings that the next may stand under
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
				b := &bookmark{element: run.Element, title: run.Text, level: level, page: i, top: height - line.Baseline + run.Size}
				above := open[len(open)-1]
				above.under = append(above.under, b)
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

// headingLevel is 1 of an H1, 0 of what is no heading.
func headingLevel(e *layout.Element) int {
	if e == nil || len(e.Role) != 2 || e.Role[0] != 'H' {
		return 0
	}
	return int(e.Role[1] - '0')
}

// writeOutline adds the list and returns the number of its root.
func writeOutline(f *file, root *bookmark, pages []int) int {
	number := f.take()
	f.put(number, "<</Type /Outlines"+root.family(f, number, pages)+">>")
	return number
}

// family writes the bookmarks under one, all of them open, and returns the
// entries that lead to them.
func (b *bookmark) family(f *file, number int, pages []int) string {
	if len(b.under) == 0 {
		return ""
	}
	first := len(f.offsets) + 1
	for range b.under {
		f.take()
	}
	last := len(f.offsets)
	for i, u := range b.under {
		u.write(f, first+i, first, last, number, pages)
	}
	return fmt.Sprintf(" /First %d 0 R /Last %d 0 R /Count %d", first, last, b.descendants())
}

func (b *bookmark) write(f *file, object, first, last, parent int, pages []int) {
	var s strings.Builder
	title := strings.Join(strings.Fields(b.title), " ")
	fmt.Fprintf(&s, "<</Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ null %s null]", text(title), parent, pages[b.page], number(b.top))
	if object > first {
		fmt.Fprintf(&s, " /Prev %d 0 R", object-1)
	}
	if object < last {
		fmt.Fprintf(&s, " /Next %d 0 R", object+1)
	}
	s.WriteString(b.family(f, object, pages) + ">>")
	f.put(object, s.String())
}

func (b *bookmark) descendants() int {
	count := len(b.under)
	for _, u := range b.under {
		count += u.descendants()
	}
	return count
}
