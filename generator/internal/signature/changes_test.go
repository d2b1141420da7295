package signature

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"protokol/generator/internal/cos"
)

// emptyField is a signature field as honest programs add it.
func emptyField(f *cos.File) cos.Dict {
	return cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Widget"), "FT": cos.Name("Sig"),
		"T": cos.TextString("new"), "Rect": cos.Array{0, 0, 0, 0}, "F": 132, "P": pageRef(f)}
}

// addField lists a field in the form and, when shown, on the first page.
func addField(f *cos.File, u *cos.Update, d cos.Dict, shown, listed bool) {
	ref := u.Add(d)
	if shown {
		u.Put(pageRef(f), page(f).With(cos.Dict{"Annots": append(slices.Clone(f.Array(page(f)["Annots"])), ref)}))
	}
	if listed {
		form := f.Dict(f.Root()["AcroForm"])
		list := append(slices.Clone(f.Array(form["Fields"])), ref)
		u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"Fields": list}))
	}
}

// TestAdditions: what may be added after a signature, and what may not.
func TestAdditions(t *testing.T) {
	with := func(changes cos.Dict) func(f *cos.File, u *cos.Update) {
		return func(f *cos.File, u *cos.Update) { addField(f, u, emptyField(f).With(changes), true, true) }
	}
	stream := func(content string) *cos.Stream {
		return &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject")}, Data: []byte(content)}
	}
	const field, note = "добавлено: поле подписи «new»", "добавлено: пометка или поле"
	first, _ := both(t)
	for name, test := range map[string]struct {
		change func(f *cos.File, u *cos.Update)
		want   string // part of the changes; "" for none
	}{
		"empty field": {with(nil), ""},
		"empty field with an empty appearance": {func(f *cos.File, u *cos.Update) {
			with(cos.Dict{"AP": cos.Dict{"N": u.Add(stream("q Q"))}})(f, u)
		}, ""},
		"field that paints": {func(f *cos.File, u *cos.Update) {
			with(cos.Dict{"AP": cos.Dict{"N": u.Add(stream("0 0 9 9 re f"))}})(f, u)
		}, field},
		"hairline": {with(cos.Dict{"Rect": cos.Array{50, 400, 500, 400.98}}),
			field + ": его отметка на листе не на месте"},
		"field without width": {with(cos.Dict{"Rect": cos.Array{50, 400, 50, 800}}), field},
		"area in strings": {with(cos.Dict{"Rect": cos.Array{cos.String("0"), cos.String("0"), cos.String("500"),
			cos.String("800")}}), field},
		"script":         {with(cos.Dict{"AA": cos.Dict{"E": cos.Dict{"S": cos.Name("JavaScript")}}}), field},
		"action":         {with(cos.Dict{"A": cos.Dict{"S": cos.Name("Launch")}}), field},
		"quadrilaterals": {with(cos.Dict{"QuadPoints": cos.Array{0, 0, 9, 9}}), field},
		"ink":            {with(cos.Dict{"Subtype": cos.Name("Ink"), "InkList": cos.Array{}}), field},
		"no signature":   {with(cos.Dict{"FT": cos.Name("Tx")}), note},
		"on the page alone": {func(f *cos.File, u *cos.Update) {
			addField(f, u, emptyField(f), true, false)
		}, field},
		"stream as a field": {func(f *cos.File, u *cos.Update) {
			ref := u.Add(&cos.Stream{Dict: emptyField(f), Data: []byte("x")})
			form := f.Dict(f.Root()["AcroForm"])
			list := append(slices.Clone(f.Array(form["Fields"])), ref)
			u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"Fields": list}))
		}, note},
		"field twice": {func(f *cos.File, u *cos.Update) {
			form := f.Dict(f.Root()["AcroForm"])
			list := append(slices.Clone(f.Array(form["Fields"])), fields(f)[0].ref)
			u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"Fields": list}))
		}, "во второй раз"},
		"validation data": {func(f *cos.File, u *cos.Update) {
			store := cos.Dict{"Type": cos.Name("DSS"), "Certs": cos.Array{u.Add(stream("certificate"))}}
			u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"DSS": u.Add(store)}))
		}, ""},
		"validation data where a rule names the catalog": {func(f *cos.File, u *cos.Update) {
			store := cos.Dict{"Type": cos.Name("DSS"), "Certs": cos.Array{u.Add(stream("certificate"))}}
			rule := u.Add(cos.Dict{"TransformMethod": cos.Name("FieldMDP"), "Data": f.Trailer["Root"]})
			with(cos.Dict{"Lock": rule})(f, u)
			u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"DSS": u.Add(store)}))
		}, ""},
		"validation data with more": {func(f *cos.File, u *cos.Update) {
			u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"DSS": cos.Dict{"Kids": cos.Array{}}}))
		}, "каталог документа"},
		"other default resources": {func(f *cos.File, u *cos.Update) {
			form := f.Dict(f.Root()["AcroForm"])
			if form["DR"] == nil {
				u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"NeedAppearances": true}))
				return
			}
			u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"DR": cos.Dict{}}))
		}, "изменено: форма"},
		"date of the file": {func(f *cos.File, u *cos.Update) {
			info := f.Dict(f.Trailer["Info"]).With(cos.Dict{"ModDate": cos.String("D:20300101000000Z")})
			u.Put(f.Trailer["Info"].(cos.Ref), info)
		}, ""},
	} {
		f, err := cos.Read(first)
		if err != nil {
			t.Fatal(err)
		}
		u := f.Update()
		test.change(f, u)
		s := report(t, u.Bytes()).Signatures[0]
		if got := strings.Join(s.Changes, "; "); !strings.Contains(got, test.want) || (got == "") != (test.want == "") {
			t.Errorf("%s: changes %q, want %q", name, got, test.want)
		}
	}
}

// TestStoreShared: objects that many entries of a document security store share are checked once.
func TestStoreShared(t *testing.T) {
	const entries = 1000
	for name, c := range map[string]struct {
		item cos.Object
		more cos.Dict // more entries; a reference stands for the array
		want bool
	}{
		"one array":               {item: &cos.Stream{}, want: true},
		"array of something else": {item: cos.Dict{}},
		"array as an entry":       {item: &cos.Stream{}, more: cos.Dict{"Z": cos.Ref{}}},
		"dictionary as an array":  {item: &cos.Stream{}, more: cos.Dict{"Z": cos.Dict{"CRL": cos.Dict{}}}},
	} {
		f, err := cos.Read(paper(t))
		if err != nil {
			t.Fatal(err)
		}
		u := f.Update()
		list := make(cos.Array, entries)
		item := u.Add(c.item)
		for i := range list {
			list[i] = item
		}
		shared := u.Add(cos.Dict{"Cert": u.Add(list)})
		related := cos.Dict{}
		for i := range entries {
			related[cos.Name("A"+strconv.Itoa(i))] = shared
		}
		for name, o := range c.more {
			if _, isRef := o.(cos.Ref); isRef {
				o = u.Get(shared).(cos.Dict)["Cert"]
			}
			related[name] = o
		}
		store := u.Add(cos.Dict{"VRI": u.Add(related)})
		u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"DSS": store}))
		is, err := cos.Read(u.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		compared := newComparison(f, is)
		for range 3 {
			if got := compared.hasValidationData(); got != c.want || compared.compared > 3*entries {
				t.Errorf("%s: %v after %d entries", name, got, compared.compared)
			}
		}
	}
}

// TestTwoRoles: an object that is two things at once is compared as both.
func TestTwoRoles(t *testing.T) {
	f, err := cos.Read(paper(t))
	if err != nil {
		t.Fatal(err)
	}
	u := f.Update()
	form := f.Dict(f.Root()["AcroForm"])
	list := u.Add(append(slices.Clone(f.Array(form["Fields"])), page(f)["Contents"]))
	u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"Fields": list}))
	u.Put(pageRef(f), page(f).With(cos.Dict{"Contents": list}))
	chair, _ := people(t)
	first := signed(t, u.Bytes(), chair, "chair")
	if f, err = cos.Read(first); err != nil {
		t.Fatal(err)
	}
	u = f.Update()
	added := emptyField(f)
	ref := u.Add(added)
	u.Put(list, append(slices.Clone(f.Array(list)), ref))
	u.Put(pageRef(f), page(f).With(cos.Dict{"Annots": append(slices.Clone(f.Array(page(f)["Annots"])), ref)}))
	if s := report(t, u.Bytes()).Signatures[0]; len(s.Changes) == 0 {
		t.Error("the page was changed through the form")
	}
}

// TestCertified: what the author forbids is a change although anybody else may
// do it.
func TestCertified(t *testing.T) {
	for level, want := range map[int]string{
		1: "добавлено: подпись в поле «secretary», хотя заверяющая подпись запрещает любые изменения", 2: "", 3: "",
	} {
		f, err := cos.Read(paper(t))
		if err != nil {
			t.Fatal(err)
		}
		u := f.Update()
		author := u.Add(cos.Dict{"Type": cos.Name("Sig"), "Reference": cos.Array{cos.Dict{
			"TransformMethod": cos.Name("DocMDP"), "TransformParams": cos.Dict{"P": level}}}})
		u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"Perms": cos.Dict{"DocMDP": author}}))
		certified := u.Bytes()
		if f, err = cos.Read(certified); err != nil {
			t.Fatal(err)
		}
		u = f.Update()
		signature := u.Add(cos.Dict{"Type": cos.Name("Sig"), "Contents": cos.String("x")})
		second := fields(f)[1]
		u.Put(second.ref, second.dict.With(cos.Dict{"V": signature}))
		is, err := cos.Read(u.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(newComparison(f, is).changes(), "; "); got != want {
			t.Errorf("level %d: %q, want %q", level, got, want)
		}
	}
}

// TestUnlisted: signatures that no field shows any more, and marks without a
// signature, are named.
func TestUnlisted(t *testing.T) {
	_, second := both(t)
	for want, change := range map[string]func(f *cos.File, u *cos.Update){
		"в файле есть подписи, которых форма не показывает: 2": func(f *cos.File, u *cos.Update) {
			form := f.Dict(f.Root()["AcroForm"])
			u.Put(f.Root()["AcroForm"].(cos.Ref), form.With(cos.Dict{"Fields": cos.Array{}}))
		},
		"в файле есть подписи, которых форма не показывает: 1": func(f *cos.File, u *cos.Update) {
			u.Put(fields(f)[1].ref, fields(f)[1].dict.With(cos.Dict{"V": nil}))
		},
		"страница 1: отметка подписи, за которой нет подписи": func(f *cos.File, u *cos.Update) {
			mark := fields(f)[1].dict.With(cos.Dict{"V": nil, "T": cos.String("x")})
			addField(f, u, mark, true, false)
		},
	} {
		f, err := cos.Read(second)
		if err != nil {
			t.Fatal(err)
		}
		u := f.Update()
		change(f, u)
		if r := report(t, u.Bytes()); !slices.Contains(r.Problems, want) {
			t.Errorf("%q, want %q", r.Problems, want)
		}
	}
	if r := report(t, second); len(r.Problems) > 0 {
		t.Errorf("an honest file: %q", r.Problems)
	}
}
