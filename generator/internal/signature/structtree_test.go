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

// TestMarkSize: a mark has the size and the filter of the empty appearance of its field, which
// EU DSS compares when a second signature follows.
func TestMarkSize(t *testing.T) {
	const empty, signed = 0, 1
	var looks [2][]string
	_, second := both(t)
	for i, data := range [][]byte{paper(t), second} {
		f, err := cos.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range fields(f) {
			look := f.Get(f.Dict(f.Dict(field.widget)["AP"])["N"]).(*cos.Stream)
			looks[i] = append(looks[i], cos.Format(look.Dict["BBox"])+cos.Format(look.Dict["Filter"]))
		}
	}
	if len(looks[signed]) != 2 || !slices.Equal(looks[empty], looks[signed]) {
		t.Errorf("%q, want %q", looks[signed], looks[empty])
	}
}
