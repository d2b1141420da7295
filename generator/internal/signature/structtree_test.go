package signature

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/pdf"
)

// addElement describes a field that shows nothing in the structure, as programs do
// that sign tagged files.
func addElement(f *cos.File, u *cos.Update, changes cos.Dict) {
	tree := f.Root()["StructTreeRoot"].(cos.Ref)
	root := f.Dict(tree)
	top := root["K"].(cos.Ref)
	key := f.Int(root["ParentTreeNextKey"])
	field := u.Add(emptyField(f).With(cos.Dict{"StructParent": key}))
	element := u.Add(cos.Dict{"Type": cos.Name("StructElem"), "S": cos.Name("Form"), "P": top, "Pg": pageRef(f),
		"K": cos.Dict{"Type": cos.Name("OBJR"), "Obj": field, "Pg": pageRef(f)}}.With(changes))
	u.Put(top, f.Dict(top).With(cos.Dict{"K": append(slices.Clone(f.Array(f.Dict(top)["K"])), element)}))
	parents := root["ParentTree"].(cos.Ref)
	index := f.Dict(parents)
	if kids := f.Array(index["Kids"]); kids != nil {
		leaf := u.Add(cos.Dict{"Nums": cos.Array{key, element}, "Limits": cos.Array{key, key}})
		index = index.With(cos.Dict{"Kids": append(slices.Clone(kids), leaf)})
	} else {
		index = index.With(cos.Dict{"Nums": append(slices.Clone(f.Array(index["Nums"])), key, element)})
	}
	u.Put(parents, index)
	u.Put(tree, root.With(cos.Dict{"ParentTreeNextKey": key + 1}))
	u.Put(pageRef(f), page(f).With(cos.Dict{"Annots": append(slices.Clone(f.Array(page(f)["Annots"])), field)}))
	form := f.Dict(f.Root()["AcroForm"])
	list := append(slices.Clone(f.Array(form["Fields"])), field)
	u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"Fields": list}))
}

// TestElementOfField: the element of a new field may be in a namespace of the signed
// file, and in no other.
func TestElementOfField(t *testing.T) {
	const changed = "структура документа"
	spaces := func(f *cos.File) cos.Array { return f.Array(f.Dict(f.Root()["StructTreeRoot"])["Namespaces"]) }
	other := cos.Dict{"Type": cos.Name("Namespace"), "NS": cos.String("http://example.org/ns")}
	for _, test := range []struct {
		name    string
		profile pdf.Profile
		space   func(f *cos.File, u *cos.Update) cos.Object
		want    string // part of the changes; "" for none
	}{
		{"1.7", pdf.A3a, func(*cos.File, *cos.Update) cos.Object { return nil }, ""},
		{"1.7 with a namespace", pdf.A3a, func(_ *cos.File, u *cos.Update) cos.Object { return u.Add(other) }, changed},
		{"2.0 without namespace", pdf.A4f, func(*cos.File, *cos.Update) cos.Object { return nil }, ""},
		{"2.0", pdf.A4f, func(f *cos.File, _ *cos.Update) cos.Object { return spaces(f)[0] }, ""},
		{"2.0 of another", pdf.A4f, func(_ *cos.File, u *cos.Update) cos.Object { return u.Add(other) }, changed},
		{"2.0 in place", pdf.A4f, func(*cos.File, *cos.Update) cos.Object { return other }, changed},
		{"2.0 with other roles", pdf.A4f, func(f *cos.File, u *cos.Update) cos.Object {
			space := spaces(f)[0].(cos.Ref)
			u.Put(space, f.Dict(space).With(cos.Dict{"RoleMapNS": cos.Dict{"P": cos.Name("Artifact")}}))
			return space
		}, "изменено"},
	} {
		chair, _ := people(t)
		f, err := cos.Read(signed(t, paperOf(t, test.profile), chair, "chair"))
		if err != nil {
			t.Fatal(err)
		}
		u := f.Update()
		changes := cos.Dict{}
		if space := test.space(f, u); space != nil {
			changes["NS"] = space
		}
		addElement(f, u, changes)
		s := report(t, u.Bytes()).Signatures[0]
		if got := strings.Join(s.Changes, "; "); !strings.Contains(got, test.want) || (got == "") != (test.want == "") {
			t.Errorf("%s: changes %q, want %q", test.name, got, test.want)
		}
	}
}

// TestMarkSize: a mark has the size of the empty appearance of its field, which may be
// rounded otherwise than its area and which EU DSS compares when a second signature follows.
func TestMarkSize(t *testing.T) {
	f, err := cos.Read(paper(t))
	if err != nil {
		t.Fatal(err)
	}
	appearance := func(height float64) cos.Object {
		return cos.Dict{"N": &cos.Stream{Dict: cos.Dict{"BBox": cos.Array{0, 0, 147, height}}}}
	}
	for _, test := range []struct {
		appearance cos.Object
		height     float64
	}{
		{appearance(34.066), 34.066}, {appearance(30), 34.0625}, {nil, 34.0625},
	} {
		area := cos.Array{300, 100, 447, 134.0625} // exact in binary
		if width, height := markSize(f, cos.Dict{"Rect": area, "AP": test.appearance}); width != 147 ||
			height != test.height {
			t.Errorf("%v: %v × %v, want 147 × %v", test.appearance, width, height, test.height)
		}
	}
}
