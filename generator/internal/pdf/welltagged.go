package pdf

import (
	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
)

// namespace is the namespace of the structure types of a file: that of PDF 2.0
// (ISO 32000-2, 14.8.6), or the zero value in earlier versions, which have none.
type namespace cos.Ref

// addNamespace adds the namespace of a profile.
func addNamespace(w *cos.Writer, p Profile) namespace {
	if !p.isPDF2() {
		return namespace{}
	}
	return namespace(w.Add(cos.Entries{"Type", cos.Name("Namespace"), "NS", cos.String("http://iso.org/pdf2/ssn")}))
}

// appendTo says that the type of a structure element is in the namespace. All types
// of a paper are defined there, so that it needs no role map.
func (n namespace) appendTo(element cos.Entries) cos.Entries {
	if n == (namespace{}) {
		return element
	}
	return append(element, "NS", cos.Ref(n))
}

// appendToRoot lists the namespace in the root of a structure tree.
func (n namespace) appendToRoot(root cos.Entries) cos.Entries {
	if n == (namespace{}) {
		return root
	}
	return append(root, "Namespaces", cos.Array{cos.Ref(n)})
}

// wellTag changes what PDF 2.0 does not allow below an element (ISO/TS 32005; WTPDF
// 1.0, 8.2.5): a Div without blocks, such as a column of text, is a paragraph,
// because a Div passes its content to its parent; the caption of a picture is a part
// of the Figure.
func (s *structure) wellTag(e *layout.Element) {
	var before *node
	for _, k := range e.Kids {
		n := s.nodes[k]
		switch {
		case n.role == "Div" && !hasBlocks(k):
			n.role = "P"
		case n.role == "Caption" && before != nil && before.role == "Figure":
			n.parent = before
		}
		before = n
		s.wellTag(k)
	}
}

// hasBlocks reports whether an element has others than links and form fields.
func hasBlocks(e *layout.Element) bool {
	for _, k := range e.Kids {
		if k.Role != "Link" && k.Role != "Form" {
			return true
		}
	}
	return false
}
