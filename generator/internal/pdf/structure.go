package pdf

import (
	"fmt"
	"strings"

	"protokol/generator/internal/layout"
)

// structure is the logical structure of a paper while its pages are drawn
// (ISO 32000-1, 14.7): which marked content belongs to which element.
type structure struct {
	root  *layout.Element
	nodes map[*layout.Element]*node
	pages [][]*node // by page and MCID: the parent tree
	notes []*annotation

	bookmarks *bookmark // nil without
	form      form
}

// node is an element with what was drawn for it, in reading order.
type node struct {
	*layout.Element
	parent *node
	object int
	kids   []kid
	joined bool // stands among the kids of its parent
}

// kid is marked content, another node, or an annotation.
type kid struct {
	page, id int
	node     *node
	note     *annotation
}

// annotation is the rectangle of a link or a form field on a page. A link
// broken between lines has several.
type annotation struct {
	node   *node
	page   int
	rect   [4]float64
	object int
}

func newStructure(root *layout.Element) *structure {
	s := &structure{root: root, nodes: map[*layout.Element]*node{}}
	s.enroll(root, nil)
	return s
}

func (s *structure) enroll(e *layout.Element, parent *node) {
	n := &node{Element: e, parent: parent}
	s.nodes[e] = n
	s.form.worded = s.form.worded || e.Field != nil && e.Field.Kind.Worded()
	for _, k := range e.Kids {
		s.enroll(k, n)
	}
}

// mark gives the next marked content of a page to an element.
func (s *structure) mark(e *layout.Element, page int) (id int) {
	for len(s.pages) <= page {
		s.pages = append(s.pages, nil)
	}
	n := s.nodes[e]
	id = len(s.pages[page])
	s.pages[page] = append(s.pages[page], n)
	n.kids = append(n.kids, kid{page: page, id: id})
	if n.Role == "Link" {
		n.join()
	}
	return id
}

// join puts an element that stands inside a line among the content of its
// parent, where it is read.
func (n *node) join() {
	if !n.joined {
		n.joined = true
		n.parent.kids = append(n.parent.kids, kid{node: n})
	}
}

// link notes where a link can be clicked.
func (s *structure) link(e *layout.Element, page int, rect [4]float64) {
	n := s.nodes[e]
	note := &annotation{node: n, page: page, rect: rect}
	s.notes = append(s.notes, note)
	n.kids = append(n.kids, kid{page: page, note: note})
}

// field notes where a form field is filled in. It is read where it stands.
func (s *structure) field(e *layout.Element, page int, rect [4]float64) {
	s.nodes[e].join()
	s.link(e, page, rect)
}

// order puts the kids that nothing joined (blocks) behind those of the line.
func (s *structure) order(e *layout.Element) {
	n := s.nodes[e]
	for _, k := range e.Kids {
		if inner := s.nodes[k]; !inner.joined {
			n.kids = append(n.kids, kid{node: inner})
		}
		s.order(k)
	}
}

// write adds the structure tree, the parent tree and the annotations and
// returns the number of the StructTreeRoot. Pages holds their object
// numbers.
func (s *structure) write(f *file, pages []int) (root int, err error) {
	s.order(s.root)
	root = f.take()
	s.number(f, s.root)
	for i, note := range s.notes {
		common := fmt.Sprintf("/Type /Annot /Rect %s /F 4 /StructParent %d /P %d 0 R", numbers(note.rect[:]...), len(pages)+i, pages[note.page])
		if note.node.Field != nil {
			if note.object, err = s.form.write(f, note, common); err != nil {
				return 0, err
			}
			continue
		}
		note.object = f.add(fmt.Sprintf("<<%s /Subtype /Link /Border [0 0 0] /A <</S /URI /URI (%s)>> /Contents %s>>",
			common, escape(ascii(note.node.Target)), text(note.node.Target)))
	}
	s.element(f, s.root, root, pages)
	parents := f.add(s.parentTree(pages))
	f.put(root, fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		s.nodes[s.root].object, parents, len(pages)+len(s.notes)))
	return root, nil
}

// number reserves the objects of an element and all below it.
func (s *structure) number(f *file, e *layout.Element) {
	s.nodes[e].object = f.take()
	for _, k := range e.Kids {
		s.number(f, k)
	}
}

func (s *structure) element(f *file, e *layout.Element, parent int, pages []int) {
	n := s.nodes[e]
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %d 0 R%s", e.Role, parent, attributes(e))
	page := n.firstPage()
	if page >= 0 {
		fmt.Fprintf(&b, " /Pg %d 0 R", pages[page])
	}
	before, after := " /K [", "]>>"
	if n.Field != nil {
		before, after = " /K ", ">>" // programs that judge signatures look for the field here and not in an array
	}
	b.WriteString(before)
	for _, k := range n.kids {
		k.write(&b, page, pages)
	}
	b.WriteString(after)
	f.put(n.object, b.String())
	for _, k := range e.Kids {
		s.element(f, k, n.object, pages)
	}
}

// firstPage is the page of an element's own content, or -1.
func (n *node) firstPage() int {
	for _, k := range n.kids {
		if k.node == nil {
			return k.page
		}
	}
	return -1
}

func (k kid) write(b *strings.Builder, page int, pages []int) {
	switch {
	case k.node != nil:
		fmt.Fprintf(b, "%d 0 R ", k.node.object)
	case k.note != nil:
		fmt.Fprintf(b, "<</Type /OBJR /Obj %d 0 R /Pg %d 0 R>> ", k.note.object, pages[k.page])
	case k.page == page:
		fmt.Fprintf(b, "%d ", k.id)
	default:
		fmt.Fprintf(b, "<</Type /MCR /MCID %d /Pg %d 0 R>> ", k.id, pages[k.page])
	}
}

// attributes are those an element needs beside its role: alternative text of
// a figure, scope of a header cell, numbering of a list (ISO 14289-1, 7).
func attributes(e *layout.Element) string {
	var b strings.Builder
	if e.Alt != "" {
		b.WriteString(" /Alt " + text(e.Alt))
	}
	var entries string
	if e.Scope != "" {
		entries = " /Scope /" + e.Scope
	}
	if e.Span > 1 {
		entries += fmt.Sprintf(" /ColSpan %d", e.Span)
	}
	if entries != "" {
		fmt.Fprintf(&b, " /A <</O /Table%s>>", entries)
	}
	if e.Numbering != "" {
		fmt.Fprintf(&b, " /A <</O /List /ListNumbering /%s>>", e.Numbering)
	}
	return b.String()
}

// parentTree leads from marked content and annotations back to elements.
func (s *structure) parentTree(pages []int) string {
	var b strings.Builder
	b.WriteString("<</Nums [")
	for page := range pages {
		fmt.Fprintf(&b, "%d [", page)
		if page < len(s.pages) {
			for _, n := range s.pages[page] {
				fmt.Fprintf(&b, "%d 0 R ", n.object)
			}
		}
		b.WriteString("] ")
	}
	for i, note := range s.notes {
		fmt.Fprintf(&b, "%d %d 0 R ", len(pages)+i, note.node.object)
	}
	b.WriteString("]>>")
	return b.String()
}

// annotations is the Annots array of a page, or "".
func (s *structure) annotations(page int) string {
	var b strings.Builder
	for _, note := range s.notes {
		if note.page == page {
			fmt.Fprintf(&b, "%d 0 R ", note.object)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "/Annots [" + b.String() + "]"
}

// ascii is an address in seven bits, as a URI action wants it (ISO 32000-1,
// 12.6.4.7).
func ascii(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; c > ' ' && c < 0x7F {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// escape protects the delimiters of a literal string (ISO 32000-1, 7.3.4.2).
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(s)
}
