package wordml

// node is an element. Names of WordprocessingML are local («p»); those of other
// namespaces have the usual prefix («wp:extent»), whatever the file uses.
type node struct {
	name  string
	attrs []attribute
	kids  []*node
	text  string // of an element without elements

	// Bytes of the part: where the text begins, and the element from its start tag to its end tag.
	at, start, end int32

	kept bool // it is in a reference; see Similar
}

type attribute struct{ name, value string }

// attr returns the value of an attribute, or "".
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for i := range n.attrs {
		if n.attrs[i].name == name {
			return n.attrs[i].value
		}
	}
	return ""
}

// has reports whether an element has an attribute.
func (n *node) has(name string) bool {
	if n == nil {
		return false
	}
	for i := range n.attrs {
		if n.attrs[i].name == name {
			return true
		}
	}
	return false
}

// kid returns the first child at a path of names, or nil.
func (n *node) kid(path ...string) *node {
	for _, name := range path {
		if n == nil {
			return nil
		}
		var found *node
		for _, k := range n.kids {
			if k.name == name {
				found = k
				break
			}
		}
		n = found
	}
	return n
}

// count returns the number of elements in an element, itself included.
func (n *node) count() int {
	count := 1
	for _, k := range n.kids {
		count += k.count()
	}
	return count
}

// find returns the first descendant with a name, or nil.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if found := k.find(name); found != nil {
			return found
		}
	}
	return nil
}
