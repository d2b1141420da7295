package tagged

import (
	"bytes"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"protokol/generator/internal/pdftest"
)

// Read reads the structure of a PDF: the tree with pdfcpu, its text with
// PDFium.
func Read(t testing.TB, file []byte) *Element {
	t.Helper()
	parsed, err := api.ReadContext(bytes.NewReader(file), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatalf("pdfcpu: %v", err)
	}
	r := reader{t: t, file: parsed, text: pdftest.MarkedText(t, file), pages: map[int]int{}}
	catalog := r.dict(*parsed.Root)
	r.number(catalog["Pages"])
	root := &Element{}
	r.kids(root, r.dict(catalog["StructTreeRoot"])["K"], -1)
	return root
}

type reader struct {
	t     testing.TB
	file  *model.Context
	text  []map[int]string // by page and marked-content identifier
	pages map[int]int      // object number → page
}

// number numbers the pages of a page tree.
func (r reader) number(node types.Object) {
	ref, _ := node.(types.IndirectRef)
	d := r.dict(ref)
	if *d.Type() == "Page" {
		r.pages[ref.ObjectNumber.Value()] = len(r.pages)
		return
	}
	for _, kid := range r.array(d["Kids"]) {
		r.number(kid)
	}
}

// kids reads the content of an element. It is on the given page unless it
// refers to another one (ISO 32000-1, table 323).
func (r reader) kids(e *Element, o types.Object, page int) {
	for _, kid := range r.array(o) {
		if id, ok := kid.(types.Integer); ok {
			e.Text += r.text[page][id.Value()]
			continue
		}
		d, on := r.dict(kid), page
		if ref, ok := d["Pg"].(types.IndirectRef); ok {
			on = r.pages[ref.ObjectNumber.Value()]
		}
		switch d.Type() {
		case nil:
			r.element(e, d, on)
		default:
			switch *d.Type() {
			case "MCR":
				e.Text += r.text[on][*d.IntEntry("MCID")]
			case "StructElem":
				r.element(e, d, on)
			}
		}
	}
}

func (r reader) element(parent *Element, d types.Dict, page int) {
	e := &Element{Role: *d.NameEntry("S"), Attributes: r.attributes(d["A"])}
	r.kids(e, d["K"], page)
	parent.Kids = append(parent.Kids, e)
	parent.Text += e.Text
}

func (r reader) attributes(o types.Object) (list []string) {
	for _, set := range r.array(o) {
		for key, value := range r.dict(set) {
			if key != "O" {
				list = append(list, "/"+key+" "+value.PDFString())
			}
		}
	}
	slices.Sort(list)
	return list
}

// array returns an array, or one with o as its only element.
func (r reader) array(o types.Object) types.Array {
	direct, err := r.file.Dereference(o)
	if err != nil {
		r.t.Fatalf("pdfcpu: %v", err)
	}
	switch list := direct.(type) {
	case nil:
		return nil
	case types.Array:
		return list
	}
	return types.Array{o}
}

func (r reader) dict(o types.Object) types.Dict {
	d, err := r.file.DereferenceDict(o)
	if err != nil {
		r.t.Fatalf("pdfcpu: %v", err)
	}
	return d
}
