package attack

import (
	"fmt"
	"slices"

	"protokol/generator/internal/cos"
)

// singleEntries are attacks that each change a single entry of a signed paper that other attacks do not touch: of
// the catalog, pages, fields, the structure, fonts, files inside.
func singleEntries() []Attack {
	return slices.Concat(catalogEntries(), pageEntries(), markEntries(), placeEntries(), newFields(), spokenEntries(),
		fontEntries(), storeEntries(), propertyEntries())
}

// objectOf returns the first object, by its number, whose dictionary or stream has an entry.
func (e *Editor) objectOf(key cos.Name, value cos.Object) cos.Ref {
	for _, number := range e.Numbers() {
		d, _ := e.Object(number).(cos.Dict)
		if s, ok := e.Object(number).(*cos.Stream); ok {
			d = s.Dict
		}
		if have, ok := d[key]; ok && (value == nil || have == value) {
			return cos.Ref{Number: number}
		}
	}
	panic("no object with " + string(key))
}

func catalogEntries() []Attack {
	const catalog = "изменено: каталог документа"
	set := func(key cos.Name, value cos.Object) Attack {
		return Attack{Name: "catalog " + string(key), Says: catalog,
			Edit: func(e *Editor) { e.changeRoot(cos.Dict{key: value}) }}
	}
	perms := func(right cos.Name) Attack {
		return Attack{Name: "catalog Perms " + string(right), Says: catalog, Edit: func(e *Editor) {
			_, value := e.signed()
			e.changeRoot(cos.Dict{"Perms": cos.Dict{right: value}})
		}}
	}
	return []Attack{
		set("PageLabels", cos.Dict{"Nums": cos.Array{0, cos.Dict{"S": cos.Name("D"), "St": 100}}}),
		set("Lang", cos.String("en-US")), set("PageMode", cos.Name("FullScreen")),
		set("PageLayout", cos.Name("TwoColumnRight")), set("MarkInfo", cos.Dict{"Marked": false, "Suspects": true}),
		set("ViewerPreferences", cos.Dict{"Direction": cos.Name("R2L"), "ViewArea": cos.Name("ArtBox")}),
		set("URI", cos.Dict{"Base": cos.String("http://example.org/")}), set("Legal", cos.Dict{"JavaScriptActions": 0}),
		set("PieceInfo", cos.Dict{"X": cos.Dict{"Private": 1}}), set("AF", cos.Array{}), set("OutputIntents", nil),
		set("Dests", cos.Dict{"a": cos.Array{0, cos.Name("Fit")}}), set("StructTreeRoot", nil),
		set("Type", cos.Name("Page")), set("Version", cos.Name("2.7")),
		set("DSS", cos.Dict{"Certs": cos.Array{script()}}),
		set("DSS", cos.Dict{"VRI": cos.Dict{"A": cos.Dict{"TS": script()}}}),
		set("DSS", cos.Dict{"OCSPs": cos.Dict{}}),
		{Name: "catalog without DSS", Prepare: AddValidationData, Says: "удалено: данные для проверки через годы (DSS)",
			Edit: func(e *Editor) { e.changeRoot(cos.Dict{"DSS": nil}) }},
		{Name: "signatures that the form says are not there", Says: "изменено: форма", Edit: func(e *Editor) {
			e.changeForm(cos.Dict{"SigFlags": 0})
		}},
		set("Names", nil), perms("DocMDP"), perms("UR3"),
		{Name: "catalog Outlines", Says: changed, Edit: func(e *Editor) {
			list := e.Add(cos.Dict{"Type": cos.Name("Outlines"), "Count": 1})
			item := e.Add(cos.Dict{"Title": cos.TextString("Отменено"), "Parent": list, "A": script()})
			e.change(list, cos.Dict{"First": item, "Last": item})
			e.changeRoot(cos.Dict{"Outlines": list})
		}},
		{Name: "catalog in the form", Says: lost, Edit: func(e *Editor) {
			e.changeForm(cos.Dict{"Fields": e.Trailer["Root"]})
		}},
	}
}

func pageEntries() []Attack {
	set := func(key cos.Name, value func(*Editor) cos.Object) Attack {
		return Attack{Name: "page " + string(key), Says: "изменено: страница 1",
			Edit: func(e *Editor) { e.changePage(cos.Dict{key: value(e)}) }}
	}
	is := func(o cos.Object) func(*Editor) cos.Object { return func(*Editor) cos.Object { return o } }
	tree := func(name string, kids func(*Editor, cos.Array) cos.Array) Attack {
		return Attack{Name: "page tree " + name, Says: ambiguous, Edit: func(e *Editor) {
			root := e.Root()["Pages"].(cos.Ref)
			list := kids(e, e.Array(e.Dict(root)["Kids"]))
			e.change(root, cos.Dict{"Kids": list, "Count": len(list)})
		}}
	}
	return []Attack{
		set("Rotate", is(90)), set("Trans", is(cos.Dict{"S": cos.Name("Dissolve"), "D": 60})), set("Dur", is(0.1)),
		set("TrimBox", is(cos.Array{0, 0, 10, 10})), set("ArtBox", is(cos.Array{0, 0, 10, 10})),
		set("Group", is(cos.Dict{"S": cos.Name("Transparency"), "CS": cos.Name("DeviceGray"), "I": true})),
		set("VP", is(cos.Array{cos.Dict{"BBox": cos.Array{0, 0, 500, 800}, "Name": cos.TextString("Отменено")}})),
		set("Thumb", func(e *Editor) cos.Object { return e.Add(painting()) }), set("StructParents", is(1)),
		set("B", is(cos.Array{})), set("PresSteps", is(cos.Dict{"NA": script()})),
		{Name: "page Parent", Says: ambiguous, Edit: func(e *Editor) {
			e.changePage(cos.Dict{"Parent": e.Add(cos.Dict{"Type": cos.Name("Pages"), "Kids": cos.Array{e.page()},
				"Count": 1, "Rotate": 180})})
		}},
		set("Contents", func(e *Editor) cos.Object {
			return cos.Array{e.Dict(e.page())["Contents"], e.Add(painting())}
		}),
		tree("turned around", func(_ *Editor, kids cos.Array) cos.Array {
			list := slices.Clone(kids)
			slices.Reverse(list)
			return append(list, kids[0])
		}),
		tree("with a page twice", func(_ *Editor, kids cos.Array) cos.Array { return append(kids[:1:1], kids...) }),
		tree("of trees", func(e *Editor, kids cos.Array) cos.Array {
			return cos.Array{e.Add(cos.Dict{"Type": cos.Name("Pages"), "Kids": kids, "Count": len(kids), "Rotate": 90})}
		}),
	}
}

// markEntries hide or move the mark of a signature.
func markEntries() []Attack {
	set := func(name string, entries func(*Editor) cos.Dict) Attack {
		return Attack{Name: "mark " + name, Says: "изменено: подпись в поле «chair»", Edit: func(e *Editor) {
			ref, _ := e.signed()
			e.change(ref, entries(e))
		}}
	}
	is := func(d cos.Dict) func(*Editor) cos.Dict { return func(*Editor) cos.Dict { return d } }
	layer := func(e *Editor) cos.Ref {
		return e.Add(cos.Dict{"Type": cos.Name("OCG"), "Name": cos.String("x"), "Usage": cos.Dict{
			"View": cos.Dict{"ViewState": cos.Name("OFF")}}})
	}
	return []Attack{
		set("hidden", is(cos.Dict{"F": 2})), set("not viewed", is(cos.Dict{"F": 32 | 4})),
		set("not printed", is(cos.Dict{"F": 128})), set("turned", is(cos.Dict{"MK": cos.Dict{"R": 180}})),
		set("resized", is(cos.Dict{"Rect": cos.Array{10, 10, 12, 12}})), set("without a look", is(cos.Dict{"AP": nil})),
		set("in a layer", func(e *Editor) cos.Dict { return cos.Dict{"OC": layer(e)} }),
		set("of states", func(e *Editor) cos.Dict {
			return cos.Dict{"AS": cos.Name("X"), "AP": cos.Dict{"N": cos.Dict{"X": e.Add(appearance(200, 40))}}}
		}),
		set("with another when pressed", func(e *Editor) cos.Dict {
			ref, _ := e.signed()
			return cos.Dict{"AP": e.Dict(e.Dict(ref)["AP"]).With(cos.Dict{"R": e.Add(appearance(200, 40))})}
		}),
		set("transparent", is(cos.Dict{"CA": 0, "ca": 0})),
		set("of another time", is(cos.Dict{"M": cos.String("D:2020")})),
		set("that locks", is(cos.Dict{"Lock": cos.Dict{"Action": cos.Name("All")}})),
		{Name: "mark whose look is in a layer", Says: "изменено: вид подписи", Edit: func(e *Editor) {
			ref, _ := e.signed()
			appearance := e.Dict(e.Dict(ref)["AP"])["N"].(cos.Ref)
			s := e.Get(appearance).(*cos.Stream)
			e.Put(appearance, &cos.Stream{Dict: s.Dict.With(cos.Dict{"OC": layer(e)}), Data: s.Data})
		}},
		{Name: "mark on two pages", Says: changed, Edit: func(e *Editor) {
			ref, _ := e.signed()
			pages, _ := e.Pages()
			last := pages[len(pages)-1]
			if list := e.Array(e.Dict(last)["Annots"]); slices.Contains(list, cos.Object(ref)) {
				last = pages[0]
			}
			e.change(last, cos.Dict{"Annots": append(slices.Clone(e.Array(e.Dict(last)["Annots"])), ref)})
		}},
		{Name: "mark taken off its page", Says: "удалено", Edit: func(e *Editor) {
			ref, _ := e.signed()
			pages, _ := e.Pages()
			for _, page := range pages {
				list := slices.DeleteFunc(slices.Clone(e.Array(e.Dict(page)["Annots"])), func(o cos.Object) bool {
					return o == cos.Object(ref)
				})
				e.change(page, cos.Dict{"Annots": list})
			}
		}},
	}
}

// placeEntries change fields for further signatures.
func placeEntries() []Attack {
	set := func(name string, d cos.Dict) Attack {
		return Attack{Name: "free place " + name, Says: "изменено: поле подписи «secretary»",
			Edit: func(e *Editor) { e.change(e.place(), d) }}
	}
	return []Attack{
		set("moved", cos.Dict{"Rect": cos.Array{60, 300, 510, 550}}), set("of text", cos.Dict{"FT": cos.Name("Tx"),
			"V": cos.TextString("Подписано")}),
		set("that locks", cos.Dict{"Lock": cos.Dict{"Action": cos.Name("All")}}),
		set("with a script", cos.Dict{"AA": cos.Dict{"E": script()}}), set("renamed", cos.Dict{"T": cos.String("x")}),
		set("signed by a word", cos.Dict{"V": cos.TextString("Подписано")}),
		set("hidden after signing", cos.Dict{"F": 2}),
		set("with a tooltip", cos.Dict{"TU": cos.TextString("Отменено")}),
		{Name: "free place signed by nothing", Says: notWhole, Edit: func(e *Editor) {
			e.change(e.place(), cos.Dict{"V": cos.Dict{"Type": cos.Name("Sig")}})
		}},
	}
}

// newFields add fields that are nearly free signature fields without an area.
func newFields() []Attack {
	add := func(name, says string, d func(*Editor) cos.Dict) Attack {
		return Attack{Name: "new field " + name, Says: says,
			Edit: func(e *Editor) { e.addField(emptyField("new").With(d(e))) }}
	}
	is := func(d cos.Dict) func(*Editor) cos.Dict { return func(*Editor) cos.Dict { return d } }
	const field = "добавлено: поле подписи «new»"
	return []Attack{
		add("of a strip", field, is(cos.Dict{"Rect": cos.Array{0, 0, 0.001, 800}})),
		add("of strings", field, is(cos.Dict{"Rect": cos.Array{cos.String("0"), 0, 0, 0}})),
		add("of three numbers", field, is(cos.Dict{"Rect": cos.Array{0, 0, 0}})),
		add("with a script", field, is(cos.Dict{"A": script()})),
		add("with a border", field, is(cos.Dict{"BS": cos.Dict{"W": 500}})),
		add("in a layer", field, is(cos.Dict{"OC": cos.Dict{"Type": cos.Name("OCG"), "Name": cos.String("x")}})),
		add("that paints", field, func(e *Editor) cos.Dict {
			return cos.Dict{"AP": cos.Dict{"N": e.Add(appearance(500, 500))}}
		}),
		add("with a parent", field, func(e *Editor) cos.Dict {
			return cos.Dict{"Parent": e.Add(cos.Dict{"T": cos.String("up")})}
		}),
		add("of a signed name", "два поля подписи с одним именем", is(cos.Dict{"T": cos.String("chair")})),
		add("signed by a word", "стоит не подпись", is(cos.Dict{"V": cos.TextString("Подписано")})),
		add("that is read aloud", field, is(cos.Dict{"TU": cos.TextString("Утверждено")})),
		add("with a popup", field, func(e *Editor) cos.Dict {
			return cos.Dict{"Popup": e.Add(cos.Dict{"Subtype": cos.Name("Popup"), "Rect": cos.Array{0, 0, 500, 500}})}
		}),
		{Name: "new field listed by the form alone", Says: field, Edit: func(e *Editor) {
			e.list(e.Add(emptyField("new").With(cos.Dict{"Subtype": cos.Name("Widget")})))
		}},
		{Name: "new field that the store holds, too", Says: field, Edit: func(e *Editor) {
			ref := e.addField(emptyField("new"))
			e.changeRoot(cos.Dict{"DSS": cos.Dict{"Certs": cos.Array{ref}}})
		}},
	}
}

// spokenEntries change the text that is read aloud or extracted.
func spokenEntries() []Attack {
	const structure = "изменено: структура документа"
	set := func(name string, at func(*Editor) cos.Ref, d cos.Dict) Attack {
		return Attack{Name: "spoken " + name, Says: structure, Edit: func(e *Editor) { e.change(at(e), d) }}
	}
	root := func(e *Editor) cos.Ref { return e.Root()["StructTreeRoot"].(cos.Ref) }
	word := func(e *Editor) cos.Ref { return e.objectOf("S", cos.Name("P")) }
	return []Attack{
		set("otherwise", word, cos.Dict{"ActualText": cos.TextString("900")}),
		set("as a picture", word, cos.Dict{"Alt": cos.TextString("900")}),
		set("at length", word, cos.Dict{"E": cos.TextString("900")}),
		set("as nothing", word, cos.Dict{"K": cos.Array{}}),
		set("as a note", word, cos.Dict{"S": cos.Name("Artifact")}),
		set("in English", word, cos.Dict{"Lang": cos.String("en")}),
		set("by other roles", root, cos.Dict{"RoleMap": cos.Dict{"P": cos.Name("Artifact")}}),
		set("by other IDs", root, cos.Dict{"IDTree": cos.Dict{"Names": cos.Array{}}}),
		set("by classes", root, cos.Dict{"ClassMap": cos.Dict{"x": cos.Dict{"O": cos.Name("Layout")}}}),
		set("from nowhere", root, cos.Dict{"K": nil}), set("by no parents", root, cos.Dict{"ParentTree": cos.Dict{}}),
		{Name: "spoken by other codes", Says: "изменено: объект", Edit: func(e *Editor) {
			unicode := e.Dict(e.objectOf("ToUnicode", nil))["ToUnicode"].(cos.Ref)
			e.Put(unicode, &cos.Stream{Dict: cos.Dict{}, Data: []byte("1 beginbfrange <0000> <FF> <0041> endbfrange")})
		}},
	}
}

func fontEntries() []Attack {
	set := func(name string, key cos.Name, d cos.Dict) Attack {
		return Attack{Name: "font " + name, Says: "изменено: объект",
			Edit: func(e *Editor) { e.change(e.objectOf(key, nil), d) }}
	}
	return []Attack{
		set("of other widths", "DW", cos.Dict{"W": cos.Array{0, 9999, 0}}),
		set("of other glyphs", "DW", cos.Dict{"CIDToGIDMap": nil, "DW": 0}),
		set("of another encoding", "DescendantFonts", cos.Dict{"Encoding": cos.Name("Identity-V")}),
		set("of another description", "FontFile2", cos.Dict{"FontFile2": nil, "Flags": 4}),
		set("of the catalog", "FontFile2", cos.Dict{"X": cos.Ref{Number: 1}}),
	}
}

// storeEntries use the document security store, whose objects may be replaced.
func storeEntries() []Attack {
	set := func(name string, d func(*Editor) cos.Object) Attack {
		return Attack{Name: "store " + name, Says: "изменено: каталог документа",
			Edit: func(e *Editor) { e.changeRoot(cos.Dict{"DSS": d(e)}) }}
	}
	keep := func(o func(*Editor) cos.Ref) func(*Editor) {
		return func(e *Editor) { e.changeRoot(cos.Dict{"DSS": e.Add(cos.Dict{"Certs": cos.Array{o(e)}})}) }
	}
	content := func(e *Editor) cos.Ref {
		if list := e.Array(e.Dict(e.page())["Contents"]); list != nil {
			return list[0].(cos.Ref)
		}
		return e.Dict(e.page())["Contents"].(cos.Ref)
	}
	return []Attack{
		set("that acts", func(*Editor) cos.Object { return script() }),
		set("that is a page", func(e *Editor) cos.Object { return e.page() }),
		set("with more", func(*Editor) cos.Object { return cos.Dict{"Certs": cos.Array{}, "X": 1} }),
		set("that is a list", func(*Editor) cos.Object { return cos.Array{} }),
		{Name: "store of page content", Says: "изменено: содержание страницы 1", Prepare: keep(content),
			Edit: func(e *Editor) { e.Put(content(e), painting()) }},
		{Name: "store that a page becomes", Says: changed, Prepare: keep((*Editor).page),
			Edit: func(e *Editor) { e.paint() }},
		{Name: "store whose part is shown afterwards", Says: changed,
			Prepare: keep(func(e *Editor) cos.Ref { return e.Add(painting()) }),
			Edit: func(e *Editor) {
				e.changePage(cos.Dict{"Contents": e.Array(e.Dict(e.Root()["DSS"])["Certs"])})
			}},
	}
}

// propertyEntries change the properties of the file, and the files inside.
func propertyEntries() []Attack {
	const file = "изменено: свойства файла"
	set := func(name string, key cos.Name, value cos.Object) Attack {
		return Attack{Name: "property " + name, Says: file,
			Edit: func(e *Editor) { e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{key: value}) }}
	}
	part := func(name string, key cos.Name, d cos.Dict) Attack {
		return Attack{Name: "inside " + name, Says: changed,
			Edit: func(e *Editor) { e.change(e.objectOf(key, nil), d) }}
	}
	return []Attack{
		set("Title", "Title", cos.TextString("Отменено")), set("Author", "Author", cos.TextString("Другой")),
		set("of one's own", "Status", cos.TextString("Отменено")), set("Trapped", "Trapped", cos.Name("True")),
		set("CreationDate", "CreationDate", cos.String("D:20200101")), set("ModDate", "ModDate", cos.String("void")),
		set("Producer", "Producer", cos.TextString("Документ отменён")),
		set("Producer turned around", "Producer", cos.TextString("PDF\u202eWriter")),
		part("renamed", "UF", cos.Dict{"UF": cos.TextString("другое.toml")}),
		part("described", "UF", cos.Dict{"Desc": cos.TextString("Отменено")}),
		part("of another relation", "UF", cos.Dict{"AFRelationship": cos.Name("Alternative")}),
		{Name: "inside swapped", Says: changed, Edit: func(e *Editor) {
			ref := e.objectOf("UF", nil)
			own := e.Add(&cos.Stream{Dict: cos.Dict{"Type": cos.Name("EmbeddedFile")}, Data: []byte("x")})
			e.change(ref, cos.Dict{"EF": cos.Dict{"F": own, "UF": own}})
		}},
		{Name: "properties of another object", Says: file, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.add("<</Title (x)>>")
			return s.table(fmt.Sprintf("/Size %d /Root %s /Info %d 0 R /Prev %d", s.next,
				cos.Format(s.file.Trailer["Root"]), s.next-1, startOf(b)))
		}},
	}
}
