package attack

import (
	"bytes"
	"fmt"
	"slices"

	"protokol/generator/internal/cos"
)

// cornerMetadata are attacks on signed papers by what ISO 32000-2, 14.3 leaves open: namespaces and identifiers of
// XMP, properties that are no text.
func cornerMetadata() []Attack {
	return []Attack{
		{Name: "corner XMP namespace", Says: "свойства файла", Edit: func(e *Editor) {
			e.changeMetadata("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/9.9/")
		}},
		{Name: "corner XMP of another producer", Says: "свойства файла", Edit: func(e *Editor) {
			e.changeMetadata("</rdf:RDF>", `<rdf:Description xmlns:x="urn:x"><x:Producer>отменено</x:Producer>`+
				`</rdf:Description></rdf:RDF>`)
		}},
		{Name: "corner XMP with entities", Says: "свойства файла", Edit: func(e *Editor) {
			e.changeMetadata("<x:xmpmeta", `<!DOCTYPE x [<!ATTLIST rdf:li x:y CDATA "отменено">]><x:xmpmeta`)
		}},
		{Name: "corner XMP of an odd identifier", Says: "свойства файла", Edit: func(e *Editor) {
			e.changeMetadata("</rdf:RDF>", `<rdf:Description xmlns:m="http://ns.adobe.com/xap/1.0/mm/"><m:InstanceID>`+
				`отменено</m:InstanceID></rdf:Description></rdf:RDF>`)
		}},
		{Name: "corner XMP in another file", Says: "свойства файла", Edit: func(e *Editor) {
			ref := e.Root()["Metadata"].(cos.Ref)
			s := e.Get(ref).(*cos.Stream)
			e.Put(ref, &cos.Stream{Dict: s.Dict.With(cos.Dict{"F": cos.String("x.xml")}), Data: s.Data})
		}},
		{Name: "corner program in an array", Says: "свойства файла", Edit: func(e *Editor) {
			e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Producer": cos.Array{cos.TextString("Отменено")}})
		}},
	}
}

// cornerObjects are attacks on signed papers by corner cases of ISO 32000-2: types that
// exempt, lengths in other objects.
func cornerObjects() []Attack {
	return []Attack{
		{Name: "corner mark of a time stamp", Certify: 1, Says: "запрещает", Edit: func(e *Editor) {
			value := e.Add(cos.Dict{"Type": cos.Name("DocTimeStamp"), "Filter": cos.Name("Adobe.PPKLite"),
				"SubFilter": cos.Name("ETSI.RFC3161"), "ByteRange": cos.Array{0, 1, 2, 3}, "Contents": cos.String("x")})
			e.change(e.place(), cos.Dict{"V": value, "AP": cos.Dict{"N": e.Add(appearance(200, 40))}})
		}},
		{Name: "corner type of extensions that acts", Says: "каталог документа", Edit: func(e *Editor) {
			action := cos.Dict{"S": cos.Name("JavaScript"), "JS": cos.String("x")}
			e.changeRoot(cos.Dict{"Extensions": cos.Dict{"Type": action}})
		}},
		{Name: "corner extensions that act", Says: "каталог документа", Edit: func(e *Editor) {
			action := cos.Dict{"S": cos.Name("JavaScript"), "JS": cos.String("x")}
			e.changeRoot(cos.Dict{"Extensions": cos.Dict{"X": action}})
		}},
		{Name: "corner length of a stream", Says: "изменено", Prepare: func(e *Editor) {
			length := e.Add(4)
			e.prependContent(e.Add(cos.Raw(fmt.Sprintf("<</Length %s>>\nstream\n%sendstream",
				cos.Format(length), "q Q "))))
		}, Edit: func(e *Editor) {
			list := e.Array(e.Dict(e.page())["Contents"])
			length := e.Get(list[0]).(*cos.Stream).Dict["Length"].(cos.Ref)
			e.Put(length, 3)
		}},
		{Name: "corner second widget of a signed field", Says: "изменено", Edit: func(e *Editor) {
			ref, _ := e.signed()
			kid := e.annotate(cos.Dict{"Subtype": cos.Name("Widget"), "Parent": ref, "F": 4,
				"Rect": cos.Array{60, 300, 510, 550}, "AP": cos.Dict{"N": e.Add(appearance(450, 250))}})
			e.change(ref, cos.Dict{"Kids": cos.Array{kid}})
		}},
		{Name: "corner look of another object", Says: "изменено", Edit: func(e *Editor) {
			contents := e.Dict(e.page())["Contents"]
			ref, ok := contents.(cos.Ref)
			if list := e.Array(contents); list != nil {
				ref, ok = list[0].(cos.Ref)
			}
			if ok {
				s := e.Get(ref).(*cos.Stream)
				e.Put(ref, &cos.Stream{Dict: cos.Dict{"FFilter": cos.Name("FlateDecode"), "F": cos.String("x.pdf")},
					Data: s.Data})
			}
		}},
	}
}

// cornerBytes are attacks by bytes that readers interpret differently: tables, headers and trailers of updates (ISO
// 32000-2, 7.5).
func cornerBytes() []Attack {
	return []Attack{
		{Name: "corner table with lines to spare", Says: ambiguous, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.add("<<>>")
			b = s.stream(s.trailer(""))
			return bytes.Replace(b, fmt.Appendf(nil, " %d 1 ] ", s.next-1), []byte(" ] "), 1)
		}},
		{Name: "corner trailer behind a remark", Says: ambiguous, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.data = append(s.data, "%% Original object ID: 4 0 trailer <</Root 4 0 R>>\n"...)
			return s.table(s.trailer(""))
		}},
		{Name: "corner header between updates", Says: ambiguous, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.data = append(s.data, "%PDF-1.7\n"...)
			return s.table(s.trailer(""))
		}},
		{Name: "corner object 0", Says: ambiguous, Bytes: func(b []byte) []byte {
			s := begin(b)
			s.object(0, "<</Type /Catalog>>")
			return s.table(s.trailer(""))
		}},
		{Name: "corner table with parameters of no filter", Bytes: func(b []byte) []byte {
			s := begin(b)
			s.rows = append(s.rows, s.forge())
			b = s.stream(s.trailer(""))
			return bytes.Replace(b, []byte("/Type /XRef /W [1 4 1] "),
				[]byte("/Type /XRef /W [1 4 1]/DecodeParms<</Predictor 12/Columns 6>> "), 1)
		}},
	}
}

// Forged returns appearances of unsigned fields which say that somebody signed. They are
// put into a paper before others sign it.
func Forged() []Attack {
	mark := func(name string, entries func(*Editor) cos.Dict) Attack {
		return Attack{Name: "forged mark " + name, Edit: func(e *Editor) {
			e.addField(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("boss"), "F": 4,
				"Rect": cos.Array{300, 60, 500, 100}}.With(entries(e)))
		}}
	}
	drawnBy := func(s *cos.Stream) func(*Editor) cos.Dict {
		return func(e *Editor) cos.Dict { return cos.Dict{"AP": cos.Dict{"N": e.Add(s)}} }
	}
	unpacked := appearance(200, 40)
	unpacked.Data = slices.Concat([]byte("\x01"), bytes.Repeat([]byte(" "), 3), unpacked.Data)
	unpacked.Dict["DecodeParms"] = cos.Dict{"Predictor": 12, "Columns": len(unpacked.Data) - 1}
	return []Attack{
		mark("with parameters of no filter", drawnBy(unpacked)),
		mark("of states", func(e *Editor) cos.Dict {
			return cos.Dict{"AS": cos.Name("On"), "AP": cos.Dict{"N": cos.Dict{"On": e.Add(appearance(200, 40))}}}
		}),
		mark("upside down", func(e *Editor) cos.Dict {
			return cos.Dict{"Rect": cos.Array{500, 100, 300, 60}, "AP": cos.Dict{"N": e.Add(appearance(200, 40))}}
		}),
		{Name: "forged mark of an heir", Edit: func(e *Editor) {
			top := e.Add(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("boss")})
			middle := e.Add(cos.Dict{"Parent": top, "T": cos.String("a")})
			kid := e.annotate(cos.Dict{"Subtype": cos.Name("Widget"), "Parent": middle, "F": 4,
				"Rect": cos.Array{300, 60, 500, 100}, "AP": cos.Dict{"N": e.Add(appearance(200, 40))}})
			e.change(middle, cos.Dict{"Kids": cos.Array{kid}})
			e.change(top, cos.Dict{"Kids": cos.Array{middle}})
			e.list(top)
		}},
		{Name: "forged mark without a field", Edit: func(e *Editor) {
			e.annotate(cos.Dict{"Subtype": cos.Name("Widget"), "F": 4, "FT": cos.Name("Sig"),
				"Rect": cos.Array{300, 60, 500, 100}, "AP": cos.Dict{"N": e.Add(appearance(200, 40))}})
		}},
	}
}

// LockAll returns a change that lets the signature in a field forbid all later changes
// (ISO 32000-2, table 236).
func LockAll(name string) func(*Editor) {
	return func(e *Editor) {
		e.change(e.field(name), cos.Dict{"Lock": cos.Dict{"Type": cos.Name("SigFieldLock"), "P": 1,
			"Action": cos.Name("Include"), "Fields": cos.Array{}}})
	}
}

// OnPlainCorners returns attacks on papers that nobody signed: entries that a comparison ignores because programs
// rewrite them.
func OnPlainCorners() []Attack {
	action := cos.Dict{"S": cos.Name("JavaScript"), "JS": cos.String("app.alert(1)"), "P": 0}
	root := func(name string, entries func(*Editor) cos.Dict) Attack {
		return Attack{Name: "corner " + name, Edit: func(e *Editor) { e.changeRoot(entries(e)) }}
	}
	page := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "corner page " + name, Edit: func(e *Editor) { e.changePage(entries) }}
	}
	list := []Attack{
		{Name: "corner action of a field", Edit: func(e *Editor) { e.change(e.inputs()[0], cos.Dict{"A": action}) }},
		{Name: "corner action of another type", Edit: func(e *Editor) {
			e.change(e.inputs()[0], cos.Dict{"A": cos.Dict{"Type": cos.Name("X"), "S": cos.Name("URI"),
				"URI": cos.String("http://example.org")}})
		}},
		root("script of the document", func(e *Editor) cos.Dict {
			names := e.Dict(e.Root()["Names"])
			return cos.Dict{"Names": names.With(cos.Dict{"JavaScript": cos.Dict{
				"Names": cos.Array{cos.String("x"), action}}})}
		}),
		root("threads", func(e *Editor) cos.Dict {
			return cos.Dict{"Threads": cos.Array{e.Add(cos.Dict{"F": cos.Dict{"R": cos.Array{0, 0, 9, 9}}})}}
		}),
		root("parts", func(e *Editor) cos.Dict { return cos.Dict{"DPartRoot": cos.Dict{"RecordLevel": 1}} }),
		root("legal", func(e *Editor) cos.Dict { return cos.Dict{"Legal": cos.Dict{"Attestation": cos.String("x")}} }),
		{Name: "corner XMP namespace", Says: "XMP", Edit: func(e *Editor) {
			e.changeMetadata("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/9.9/")
		}},
		{Name: "corner date of a file inside", Edit: func(e *Editor) {
			for _, o := range e.Array(e.Root()["AF"]) {
				ref := e.Dict(e.Dict(o)["EF"])["F"].(cos.Ref)
				s := e.Get(ref).(*cos.Stream)
				e.Put(ref, &cos.Stream{Dict: s.Dict.With(cos.Dict{"Params": cos.Dict{"Size": 99999999,
					"ModDate": cos.String("D:20010101000000Z")}}), Data: s.Data})
			}
		}},
		{Name: "corner content from elsewhere", Edit: func(e *Editor) {
			ref := e.Dict(e.page())["Contents"].(cos.Ref)
			s := e.Get(ref).(*cos.Stream)
			e.Put(ref, &cos.Stream{Dict: s.Dict.With(cos.Dict{"F": cos.String("other.pdf")}), Data: s.Data})
		}},
		page("list of notes that is none", cos.Dict{"Annots": cos.Dict{"Subtype": cos.Name("Square")}}),
		page("article", cos.Dict{"B": cos.Array{cos.Dict{"R": cos.Array{0, 0, 9, 9}}}}),
		page("thumbnail", cos.Dict{"Thumb": cos.Dict{"Width": 1}}),
		page("time", cos.Dict{"Dur": 1}),
		page("views", cos.Dict{"VP": cos.Array{cos.Dict{"BBox": cos.Array{0, 0, 9, 9}}}}),
		page("steps", cos.Dict{"PresSteps": cos.Dict{"Type": cos.Name("NavNode")}}),
	}
	return append(list, misread()...)
}

// misread change the mapping of page content to structure elements, which programs that start from a page find in
// the parent tree (ISO 32000-2, 14.7.5.4).
func misread() []Attack {
	numbers := func(name string, change func(e *Editor, list cos.Array) cos.Array) Attack {
		return Attack{Name: "corner parents " + name, Says: "структура", Edit: func(e *Editor) {
			tree := e.Dict(e.structure())["ParentTree"].(cos.Ref)
			nums := slices.Clone(e.Array(e.Dict(tree)["Nums"]))
			e.change(tree, cos.Dict{"Nums": change(e, nums)})
		}}
	}
	return []Attack{
		numbers("turned round", func(e *Editor, list cos.Array) cos.Array {
			elements := slices.Clone(e.Array(list[1]))
			slices.Reverse(elements)
			list[1] = elements
			return list
		}),
		numbers("emptied", func(e *Editor, list cos.Array) cos.Array { return cos.Array{} }),
		numbers("of another page", func(e *Editor, list cos.Array) cos.Array {
			list[1] = cos.Array{e.paragraph()}
			return list
		}),
		{Name: "corner parents of another number", Says: "структура", Edit: func(e *Editor) {
			e.changePage(cos.Dict{"StructParents": 77})
		}},
		{Name: "corner content of another stream", Says: "структура", Edit: func(e *Editor) {
			ref := e.paragraph()
			stream := e.Add(painting())
			e.change(ref, cos.Dict{"K": cos.Dict{"Type": cos.Name("MCR"), "Pg": e.page(), "Stm": stream, "MCID": 0}})
		}},
	}
}
