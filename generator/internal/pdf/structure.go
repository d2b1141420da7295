package pdf

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
)

// structure is the logical structure of a paper (ISO 32000-1, 14.7): the marked
// content of each element.
type structure struct {
	root        *layout.Element
	nodes       map[*layout.Element]*node
	notes       cos.Array // IDs of footnotes, each with its element (ISO 14289-1, 7.9)
	fields      cos.Array // the same of form fields
	pages       [][]*node // by page and MCID: the parent tree
	annotations []*annotation

	bookmarks *bookmark // may be nil
	places    map[string]*bookmark
	linked    bool // links lead to places
	form      form
	profile   Profile
	space     namespace

	// Of the element that is being written; the memory serves all of them.
	entries cos.Entries
	kids    cos.Array
}

// node is an element with its content, in reading order.
type node struct {
	*layout.Element
	parent *node
	ref    cos.Ref
	self   cos.Object // ref, made an object once for all that refer to it
	kids   []kid
	inline bool // is already among the kids of its parent
	placed bool // its places have been found
	role   string
}

// kid is marked content, another node, or an annotation.
type kid struct {
	page, mcid int
	node       *node
	annotation *annotation
}

// annotation is the rectangle of a link or a form field on a page. A link
// broken between lines has several.
type annotation struct {
	node *node
	page int
	rect [4]float64
	ref  cos.Ref
}

func newStructure(root *layout.Element, p Profile) *structure {
	s := &structure{root: root, nodes: map[*layout.Element]*node{}, profile: p}
	s.add(root, nil)
	if p.isPDF2() {
		s.wellTag(root)
	}
	return s
}

func (s *structure) add(e *layout.Element, parent *node) {
	n := &node{Element: e, parent: parent, role: e.Role}
	s.nodes[e] = n
	s.form.hasText = s.form.hasText || e.Field != nil && e.Field.Kind.Worded()
	s.linked = s.linked || e.Place != ""
	for _, k := range e.Kids {
		s.add(k, n)
	}
}

// content assigns the next marked content of a page to an element and returns
// its MCID.
func (s *structure) content(e *layout.Element, page int) (mcid int) {
	for len(s.pages) <= page {
		s.pages = append(s.pages, nil)
	}
	n := s.nodes[e]
	mcid = len(s.pages[page])
	s.pages[page] = append(s.pages[page], n)
	n.kids = append(n.kids, kid{page: page, mcid: mcid})
	if n.Role == "Link" || n.Role == "Figure" && n.parent.Role == "P" {
		n.join()
	}
	return mcid
}

// join adds an inline element to the content of its parent, in reading order.
func (n *node) join() {
	if !n.inline {
		n.inline = true
		n.parent.kids = append(n.parent.kids, kid{node: n})
	}
}

// link adds the rectangle of a link.
func (s *structure) link(e *layout.Element, page int, rect [4]float64) {
	n := s.nodes[e]
	a := &annotation{node: n, page: page, rect: rect}
	s.annotations = append(s.annotations, a)
	n.kids = append(n.kids, kid{page: page, annotation: a})
}

// field adds the rectangle of a form field, in reading order.
func (s *structure) field(e *layout.Element, page int, rect [4]float64) {
	s.nodes[e].join()
	s.link(e, page, rect)
}

// order adds block elements after the inline kids of their parent.
func (s *structure) order(e *layout.Element) {
	for _, k := range e.Kids {
		if block := s.nodes[k]; !block.inline {
			block.parent.kids = append(block.parent.kids, kid{node: block})
		}
		s.order(k)
	}
}

// write adds the structure tree, the parent tree and the annotations, and
// returns the StructTreeRoot.
func (s *structure) write(w *cos.Writer, pages []cos.Ref) (root cos.Ref, err error) {
	s.order(s.root)
	root = w.Reserve()
	s.space = addNamespace(w, s.profile)
	s.reserve(w, s.root)
	for i, a := range s.annotations {
		if err := s.writeAnnotation(w, a, len(pages)+i, pages); err != nil {
			return root, err
		}
	}
	s.writeElement(w, s.root, root, references(pages))
	d := cos.Entries{"Type", cos.Name("StructTreeRoot")}
	if ids := slices.Concat(s.fields, s.notes); len(ids) > 0 { // sorted (ISO 32000-1, 7.9.6)
		// Before K: EU DSS judges a change by the keys that first lead it to the object,
		// and takes a signature that it reaches by K for an undefined change.
		d = append(d, "IDTree", cos.Entries{"Names", ids})
	}
	d = append(d, "K", s.nodes[s.root].ref, "ParentTree", w.Add(s.parentTree(len(pages))),
		"ParentTreeNextKey", len(pages)+len(s.annotations))
	w.Put(root, s.space.appendToRoot(d))
	return root, nil
}

// reserve reserves object numbers for an element and its descendants.
func (s *structure) reserve(w *cos.Writer, e *layout.Element) {
	n := s.nodes[e]
	n.ref = w.Reserve()
	n.self = n.ref
	for _, k := range e.Kids {
		s.reserve(w, k)
	}
}

// writeAnnotation adds an annotation (ISO 32000-1, 12.5); key is its key in the
// parent tree.
func (s *structure) writeAnnotation(w *cos.Writer, a *annotation, key int, pages []cos.Ref) (err error) {
	const printed = 4
	d := cos.Entries{
		"Type", cos.Name("Annot"), "Rect", numbers(a.rect[:]...), "F", printed, "StructParent", key, "P", pages[a.page],
	}
	if a.node.Field != nil {
		a.ref, err = s.form.add(w, a, d)
		return err
	}
	if name := a.node.Place; name != "" {
		a.ref = w.Add(append(append(d, "Subtype", cos.Name("Link"), "Border", cos.Array{0, 0, 0},
			"Contents", cos.TextString("Переход по документу")), s.target(name, pages)...))
		return nil
	}
	target := a.node.Target
	action := cos.Entries{"S", cos.Name("URI"), "URI", cos.String(ascii(target))}
	a.ref = w.Add(append(d, "Subtype", cos.Name("Link"), "Border", cos.Array{0, 0, 0},
		"Contents", cos.TextString(target), "A", action))
	return nil
}

// writeElement adds a structure element (ISO 32000-1, 14.7.2) and its
// descendants.
func (s *structure) writeElement(w *cos.Writer, e *layout.Element, root cos.Object, pages cos.Array) {
	n, parent := s.nodes[e], root
	if n.parent != nil {
		parent = n.parent.self
	}
	d := s.space.appendTo(append(s.entries[:0], "Type", cos.Name("StructElem"), "S", cos.Name(n.role), "P", parent))
	page := n.firstPage()
	if page >= 0 {
		d = append(d, "Pg", pages[page])
	}
	kids := s.kids[:0]
	for _, k := range n.kids {
		kids = append(kids, k.object(page, pages))
	}
	if n.Field != nil && len(kids) == 1 {
		d = append(d, "K", kids[0]) // signature validators look for the field here, not in an array
	} else {
		d = append(d, "K", kids)
	}
	if n.role == "Note" {
		d = append(d, "ID", identify(&s.notes, "note", n.ref))
	} else if n.Field != nil {
		d = append(d, "ID", identify(&s.fields, "field", n.ref))
	}
	d = appendAttributes(d, e)
	w.Put(n.ref, d)
	s.entries, s.kids = d, kids
	for _, k := range e.Kids {
		s.writeElement(w, k, root, pages)
	}
}

// identify adds an element to a list of IDs and returns its own.
func identify(list *cos.Array, kind string, ref cos.Ref) cos.String {
	id := cos.String(fmt.Sprintf("%s-%06d", kind, len(*list)/2+1))
	*list = append(*list, id, ref)
	return id
}

// firstPage returns the page of an element's own content, or -1.
func (n *node) firstPage() int {
	for _, k := range n.kids {
		if k.node == nil {
			return k.page
		}
	}
	return -1
}

// object returns the object for a kid of an element whose Pg is the given page.
func (k kid) object(page int, pages cos.Array) cos.Object {
	switch {
	case k.node != nil:
		return k.node.self
	case k.annotation != nil:
		return cos.Entries{"Type", cos.Name("OBJR"), "Obj", k.annotation.ref, "Pg", pages[k.page]}
	case k.page == page:
		return k.mcid
	}
	return cos.Entries{"Type", cos.Name("MCR"), "MCID", k.mcid, "Pg", pages[k.page]}
}

// appendAttributes appends the attributes of an element: alternative text of a
// figure, scope of a header cell, numbering of a list (ISO 14289-1, 7).
func appendAttributes(d cos.Entries, e *layout.Element) cos.Entries {
	if e.Alt != "" {
		d = append(d, "Alt", cos.TextString(e.Alt))
	}
	if e.Numbering != "" {
		d = append(d, "A", cos.Entries{"O", cos.Name("List"), "ListNumbering", cos.Name(e.Numbering)})
	}
	if e.Scope == "" && e.Span <= 1 && e.Rows <= 1 {
		return d
	}
	table := cos.Entries{"O", cos.Name("Table")}
	if e.Scope != "" {
		table = append(table, "Scope", cos.Name(e.Scope))
	}
	if e.Span > 1 {
		table = append(table, "ColSpan", e.Span)
	}
	if e.Rows > 1 {
		table = append(table, "RowSpan", e.Rows)
	}
	return append(d, "A", table)
}

// parentTree returns the number tree from marked content and annotations to
// elements (ISO 32000-1, 14.7.4.4).
func (s *structure) parentTree(pages int) cos.Entries {
	nums := make(cos.Array, 0, 2*(pages+len(s.annotations)))
	for page := range pages {
		var owners cos.Array
		if page < len(s.pages) {
			for _, n := range s.pages[page] {
				owners = append(owners, n.self)
			}
		}
		nums = append(nums, page, owners)
	}
	for i, a := range s.annotations {
		nums = append(nums, pages+i, a.node.self)
	}
	return cos.Entries{"Nums", nums}
}

// annotationsOf returns the annotations of a page.
func (s *structure) annotationsOf(page int) (list cos.Array) {
	for _, a := range s.annotations {
		if a.page == page {
			list = append(list, a.ref)
		}
	}
	return list
}

// ascii returns an address in ASCII, as a URI action requires (ISO 32000-1,
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
