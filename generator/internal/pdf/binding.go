package pdf

import (
	"errors"
	"fmt"
	"slices"

	"protokol/generator/internal/cos"
)

// boundPaper is a paper during the copy into a book.
type boundPaper struct {
	book  *Book
	file  *cos.File // its dictionaries are changed in place
	pages []cos.Ref
	node  cos.Ref // root of its page tree

	refs map[cos.Ref]cos.Ref // objects of the paper → of the book
	todo []cos.Ref           // objects with a number in the book that are not yet copied
}

// openPaper reads a paper. It returns an error for files that Write did not
// make.
func openPaper(paper []byte, b *Book) (*boundPaper, error) {
	f, err := cos.Read(paper)
	if err != nil {
		return nil, fmt.Errorf("pdf: not a paper: %w", err)
	}
	pages, nodes := f.Pages()
	if len(nodes) != 1 || len(pages) == 0 {
		return nil, errors.New("pdf: a paper with an unknown page tree")
	}
	if tree, ok := f.Get(nodes[0]).(cos.Dict); !ok || tree["Count"] != len(pages) {
		return nil, errors.New("pdf: a paper with an unknown page tree")
	}
	for i, page := range pages {
		if f.Dict(page)["StructParents"] != i {
			return nil, fmt.Errorf("pdf: page %d of a paper has no place in the structure", i+1)
		}
	}
	return &boundPaper{book: b, file: f, pages: pages, node: nodes[0], refs: map[cos.Ref]cos.Ref{}}, nil
}

func (p *boundPaper) mediaBox() cos.Object { return p.file.Dict(p.node)["MediaBox"] }

// bind adds the page tree of the paper to that of the book, makes its Document
// a Part of the book's, and copies everything they refer to.
func (p *boundPaper) bind() error {
	b, f := p.book, p.file
	for _, page := range p.pages {
		if resources, ok := f.Dict(page)["Resources"].(cos.Ref); ok {
			p.share(resources)
		}
	}
	b.kids = append(b.kids, p.ref(p.node))
	b.pages += len(p.pages)
	structTree, _ := f.Root()["StructTreeRoot"].(cos.Ref)
	root := f.Dict(structTree)
	top, _ := root["K"].(cos.Ref)
	document := f.Dict(top)
	if document["S"] != cos.Name("Document") {
		return errors.New("pdf: a paper without structure")
	}
	document["S"] = cos.Name("Part")
	p.refs[structTree] = b.document
	if space, ok := document["NS"].(cos.Ref); ok {
		p.refs[space] = cos.Ref(b.space)
	}
	b.parts = append(b.parts, p.ref(top))
	if err := p.copyAll(); err != nil {
		return err
	}
	return p.bindParentTree(root["ParentTree"])
}

// ref returns the number of an object in the book.
func (p *boundPaper) ref(old cos.Ref) cos.Ref {
	known, ok := p.refs[old]
	if !ok {
		known = p.book.w.Reserve()
		p.refs[old] = known
		p.todo = append(p.todo, old)
	}
	return known
}

// share copies an object with everything it refers to, unless the book already
// has it.
func (p *boundPaper) share(old cos.Ref) cos.Ref {
	if known, ok := p.refs[old]; ok {
		return known
	}
	p.refs[old] = cos.Ref{} // an object that refers to itself
	p.refs[old] = p.book.w.AddOnce(cos.Replace(p.file.Get(old), p.share))
	return p.refs[old]
}

// copyAll copies the objects that have a number in the book, and everything
// they refer to.
func (p *boundPaper) copyAll() error {
	for len(p.todo) > 0 {
		old := p.todo[0]
		p.todo = p.todo[1:]
		o := p.file.Get(old)
		if o == nil {
			return fmt.Errorf("pdf: no object %d in a paper", old.Number)
		}
		d, _ := o.(cos.Dict)
		if err := p.adapt(d); err != nil {
			return err
		}
		o = cos.Replace(o, p.ref)
		if old == p.node {
			d["Parent"] = p.book.pageTree
		}
		p.book.w.Put(p.refs[old], o)
	}
	return nil
}

// adapt removes references to form fields and shifts the keys of the parent
// tree after those of earlier papers.
func (p *boundPaper) adapt(d cos.Dict) error {
	var key cos.Name
	switch p.file.Name(d["Type"]) {
	case "StructElem":
		d["K"] = p.withoutFields(d["K"])
		return nil
	case "Page":
		if list, _ := p.withoutFields(d["Annots"]).(cos.Array); len(list) > 0 {
			d["Annots"] = list
		} else {
			delete(d, "Annots")
		}
		key = "StructParents"
	case "Annot":
		key = "StructParent"
	default:
		return nil
	}
	n, ok := d[key].(int)
	if !ok {
		return fmt.Errorf("pdf: no %s in a paper: %.60s", key, cos.Format(d))
	}
	d[key] = p.book.keys + n
	return nil
}

// withoutFields removes form fields from an array. A book is for the printer: it
// has no form, and fields outside a form are not allowed (ISO 32000-1, 12.7.2).
func (p *boundPaper) withoutFields(o cos.Object) cos.Object {
	if list, ok := o.(cos.Array); ok {
		return slices.DeleteFunc(list, p.isField)
	}
	return o
}

// isField reports whether an object is a form field or the structure element
// of one.
func (p *boundPaper) isField(o cos.Object) bool {
	d := p.file.Dict(o)
	return d["Subtype"] == cos.Name("Widget") || d["S"] == cos.Name("Form")
}

// bindParentTree adds the parent tree of the paper as a leaf of the book's (ISO
// 32000-1, 7.9.7), with new keys.
func (p *boundPaper) bindParentTree(tree cos.Object) error {
	b, nums := p.book, p.file.Array(p.file.Dict(tree)["Nums"])
	if len(nums) == 0 || len(nums)%2 != 0 {
		return errors.New("pdf: a paper with an unknown parent tree")
	}
	var bound cos.Array
	last := 0
	for i := 0; i < len(nums); i += 2 {
		if nums[i] != i/2 {
			return errors.New("pdf: a paper with an unknown parent tree")
		}
		if !p.isField(nums[i+1]) {
			last = b.keys + i/2
			bound = append(bound, last, cos.Replace(nums[i+1], p.ref))
		}
	}
	if len(p.todo) > 0 {
		return fmt.Errorf("pdf: object %d is in the parent tree only", p.todo[0].Number)
	}
	b.leaves = append(b.leaves, b.w.Add(cos.Dict{"Limits": cos.Array{b.keys, last}, "Nums": bound}))
	b.keys += len(nums) / 2
	return p.file.Err()
}
