package verify

import (
	"fmt"
	"strings"

	"protokol/generator/internal/cos"
)

// parents lists the elements to which the parent tree maps the content and the links of each page: programs that
// start from a page find them there (ISO 32000-2, 14.7.5.4).
func (w *structureWalk) parents(root cos.Dict) (list []string) {
	tree := map[int]cos.Object{}
	w.numbers(root["ParentTree"], tree, map[cos.Ref]bool{}, 0)
	pages, _ := w.file.Pages()
	left := maxParents
	for i, ref := range pages {
		page := w.file.Dict(ref)
		var text strings.Builder
		fmt.Fprint(&text, "parents ", i)
		if key, ok := w.file.Get(page["StructParents"]).(int); ok {
			elements := w.file.Array(tree[key])
			if left -= len(elements); left < 0 {
				return nil
			}
			for _, element := range elements {
				text.WriteString(w.place(element))
			}
		}
		for _, o := range w.file.Array(page["Annots"]) {
			note := w.file.Dict(o)
			if key, ok := w.file.Get(note["StructParent"]).(int); ok && w.file.Name(note["Subtype"]) == "Link" {
				text.WriteString(" link" + w.place(tree[key]))
			}
		}
		list = append(list, text.String())
	}
	return list
}

// maxParents is more than the entries for pages in the parent trees of documents: the
// pages of a hostile one may share an array.
const maxParents = 1 << 20

// place returns the position of an element in the reading order.
func (w *structureWalk) place(element cos.Object) string {
	ref, _ := element.(cos.Ref)
	if at, ok := w.places[ref]; ok {
		return fmt.Sprint(" ", at)
	}
	return " none"
}

// numbers reads a number tree (ISO 32000-2, 7.9.7).
func (w *structureWalk) numbers(node cos.Object, found map[int]cos.Object, seen map[cos.Ref]bool, level int) {
	ref, isRef := node.(cos.Ref)
	if level > maxLevels || isRef && seen[ref] {
		return
	}
	seen[ref] = isRef
	d := w.file.Dict(node)
	list := w.file.Array(d["Nums"])
	for i := 0; i+1 < len(list); i += 2 {
		found[w.file.Int(list[i])] = list[i+1]
	}
	for _, kid := range w.file.Array(d["Kids"]) {
		w.numbers(kid, found, seen, level+1)
	}
}
