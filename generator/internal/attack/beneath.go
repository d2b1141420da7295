package attack

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// Beneath returns attacks on papers that nobody signed, which change objects beneath the pages: fields for
// signatures, links, files inside, metadata, and the writing of numbers and strings. PDFium draws the pages as
// before.
func Beneath() []Attack {
	return slices.Concat(signaturePlaces(), filesInside(), metadata(), tokens(), trees())
}

// place returns the first signature field with an area that is free.
func (e *Editor) place() cos.Ref {
	for _, ref := range e.allFields() {
		if d := e.Dict(ref); d["FT"] == cos.Name("Sig") && d["V"] == nil {
			return ref
		}
	}
	panic("no free signature field")
}

// signaturePlaces make a place for a signature look signed, or say so.
func signaturePlaces() []Attack {
	field := func(name string, entries func(e *Editor) cos.Dict) Attack {
		return Attack{Name: "place " + name, Edit: func(e *Editor) { e.change(e.place(), entries(e)) }}
	}
	fixed := func(entries cos.Dict) func(*Editor) cos.Dict { return func(*Editor) cos.Dict { return entries } }
	drawnBy := func(content string) func(*Editor) cos.Dict {
		return func(e *Editor) cos.Dict {
			s := appearance(200, 40)
			s.Data = []byte(content)
			return cos.Dict{"AP": cos.Dict{"N": e.Add(s)}}
		}
	}
	return []Attack{
		field("with a ground", fixed(cos.Dict{"MK": cos.Dict{"BG": cos.Array{0, 0, 0},
			"CA": cos.TextString("ПОДПИСАНО")}})),
		field("with a label", fixed(cos.Dict{"TU": cos.TextString("Подписано электронной подписью")})),
		field("with words", fixed(cos.Dict{"Contents": cos.TextString("Подписано")})),
		field("hidden", fixed(cos.Dict{"F": 2})),
		field("read only", fixed(cos.Dict{"Ff": 1})),
		field("that locks all", fixed(cos.Dict{"Lock": cos.Dict{"Type": cos.Name("SigFieldLock"),
			"Action": cos.Name("All")}})),
		field("with a seed", fixed(cos.Dict{"SV": cos.Dict{"Type": cos.Name("SV"), "Ff": 2, "SubFilter": cos.Array{
			cos.Name("adbe.x509.rsa_sha1")}}})),
		field("with a border", fixed(cos.Dict{"BS": cos.Dict{"W": 500}, "Border": cos.Array{0, 0, 500}})),
		field("painted in one word", drawnBy("0 g 0 0 200 40 re\x00f")),
		field("painted before a remark", drawnBy("0 g 0 0 200 40 re f%\n")),
		field("painted before a name", drawnBy("0 g 0 0 200 40 re f/x BMC EMC")),
		field("painted when pressed", func(e *Editor) cos.Dict {
			return cos.Dict{"AP": cos.Dict{"D": e.Add(appearance(200, 40)), "R": e.Add(appearance(200, 40))}}
		}),
		field("of states", func(e *Editor) cos.Dict {
			return cos.Dict{"AS": cos.Name("X"), "AP": cos.Dict{"N": cos.Dict{"X": e.Add(appearance(200, 40))}}}
		}),
		field("with a default value", fixed(cos.Dict{"DV": cos.TextString("Подписано")})),
		field("moved", fixed(cos.Dict{"Rect": cos.Array{60, 700, 260, 740}})),
		field("exchanged", func(e *Editor) cos.Dict {
			names := e.allFields()
			e.change(names[1], cos.Dict{"T": e.Dict(names[0])["T"]})
			return cos.Dict{"T": e.Dict(names[1])["T"]}
		}),
		field("of another page", func(e *Editor) cos.Dict {
			pages, _ := e.Pages()
			last := pages[len(pages)-1]
			e.change(last, cos.Dict{"Annots": cos.Array{}})
			e.changePage(cos.Dict{"Annots": e.Dict(last)["Annots"]})
			return cos.Dict{"P": pages[0]}
		}),
		field("of another name", fixed(cos.Dict{"TM": cos.TextString("Подписано"), "T": cos.TextString("chair2")})),
	}
}

// filesInside change the entries of the source in the lists of files.
func filesInside() []Attack {
	spec := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "file " + name, Edit: func(e *Editor) {
			for _, o := range e.Array(e.Root()["AF"]) {
				e.change(o.(cos.Ref), entries)
			}
		}}
	}
	names := func(e *Editor) cos.Dict { return e.Dict(e.Dict(e.Root()["Names"])["EmbeddedFiles"]) }
	return []Attack{
		spec("of two names", cos.Dict{"F": cos.String("invoice.exe")}),
		spec("of a DOS name", cos.Dict{"DOS": cos.String("INVOICE.EXE")}),
		spec("of another description", cos.Dict{"Desc": cos.TextString("Утверждённый приказ")}),
		spec("of another relationship", cos.Dict{"AFRelationship": cos.Name("Alternative")}),
		spec("of a volatile place", cos.Dict{"V": true, "FS": cos.Name("URL")}),
		spec("with a thumbnail", cos.Dict{"Thumb": cos.Dict{"Width": 1}}),
		spec("of a collection", cos.Dict{"CI": cos.Dict{"x": cos.TextString("Приказ")}}),
		{Name: "file listed under another name", Edit: func(e *Editor) {
			list := append(cos.Array{}, e.Array(names(e)["Names"])...)
			for i := 0; i < len(list); i += 2 {
				list[i] = cos.String(fmt.Sprint("Приказ ", i, ".exe"))
			}
			e.changeRoot(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": cos.Dict{"Names": list}}})
		}},
		{Name: "file of another type", Edit: func(e *Editor) {
			for _, o := range e.Array(e.Root()["AF"]) {
				ref, ok := e.Dict(e.Dict(o)["EF"])["F"].(cos.Ref)
				if s, isStream := e.Get(ref).(*cos.Stream); ok && isStream {
					e.Put(ref, &cos.Stream{Dict: s.Dict.With(cos.Dict{"Subtype": cos.Name("application/x-msdownload")}),
						Data: s.Data})
				}
			}
		}},
	}
}

// metadata change descriptions of the file in ways that only some programs read.
func metadata() []Attack {
	info := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "info " + name, Edit: func(e *Editor) { e.change(e.Trailer["Info"].(cos.Ref), entries) }}
	}
	xmp := func(name string, change func(string) string, filter cos.Object) Attack {
		return Attack{Name: "xmp " + name, Edit: func(e *Editor) {
			ref := e.Root()["Metadata"].(cos.Ref)
			s := e.Get(ref).(*cos.Stream)
			data, _ := e.Decoded(s)
			d := cos.Dict{"Type": cos.Name("Metadata"), "Subtype": cos.Name("XML")}
			if filter != nil {
				d["Filter"] = filter
			}
			e.Put(ref, &cos.Stream{Dict: d, Data: []byte(change(string(data)))})
		}}
	}
	title := func(s string) string { return strings.Replace(s, "</rdf:li>", " № 99</rdf:li>", 1) }
	return []Attack{
		info("dated before", cos.Dict{"CreationDate": cos.String("D:20100101000000Z")}),
		info("of another program", cos.Dict{"Creator": cos.TextString("КриптоПро CSP, проверено")}),
		info("with a key", cos.Dict{"Approved": cos.TextString("Утверждено")}),
		xmp("in wide letters", func(s string) string {
			s = strings.Replace(title(s), `encoding="UTF-8"`, `encoding="UTF-16"`, 1)
			return string(cos.TextString(s))
		}, nil),
		xmp("in hexadecimal", func(s string) string { return fmt.Sprintf("%x>", title(s)) },
			cos.Name("ASCIIHexDecode")),
		xmp("damaged in front", func(s string) string {
			return strings.Replace(title(s), "<rdf:Description", "<rdf:Description x=&y;", 1)
		}, nil),
		xmp("with rights", func(s string) string {
			return strings.Replace(s, "</rdf:Description>", `<dc:rights xmlns:dc="http://purl.org/dc/elements/1.1/">`+
				`<rdf:Alt><rdf:li xml:lang="x-default">Утверждено</rdf:li></rdf:Alt></dc:rights></rdf:Description>`, 1)
		}, nil),
		xmp("dated before", func(s string) string {
			return strings.Replace(s, "</rdf:Description>", `<xmp:CreateDate xmlns:xmp="http://ns.adobe.com/xap/1.0/">`+
				`2010-01-01T00:00:00Z</xmp:CreateDate></rdf:Description>`, 1)
		}, nil),
	}
}

// tokens write numbers, strings and names of a page in a form that programs read
// differently.
func tokens() []Attack {
	content := func(name, old, new string) Attack {
		return Attack{Name: "token " + name, Edit: func(e *Editor) {
			ref := e.Dict(e.page())["Contents"].(cos.Ref)
			data, err := e.Decoded(e.Get(ref).(*cos.Stream))
			if err != nil || !bytes.Contains(data, []byte(old)) {
				panic(name + " not in " + string(data[:min(len(data), 1500)]))
			}
			e.Put(ref, &cos.Stream{Dict: cos.Dict{}, Data: bytes.Replace(data, []byte(old), []byte(new), 1)})
		}}
	}
	cut := func(name, filter, behind string) Attack {
		return Attack{Name: "token " + name, Bytes: nil, Edit: func(e *Editor) {
			ref := e.Dict(e.page())["Contents"].(cos.Ref)
			data, _ := e.Decoded(e.Get(ref).(*cos.Stream))
			e.Put(ref, cos.Raw(fmt.Sprintf("<</Length %d%s>>\nstream\n%s%s\nendstream", len(data),
				filter, data, behind)))
		}}
	}
	return []Attack{
		content("with an exponent", " Tf", "e0 Tf"),
		cut("behind the length", "", "%\n0 g 60 300 450 250 re f"),
		cut("in a remark behind the length", "", "\n%x"),
	}
}

// trees change trees that refer to the content of pages.
func trees() []Attack {
	return []Attack{
		{Name: "tree field with a description", Edit: (*Editor).describe},
		{Name: "tree paragraph of another type", Edit: func(e *Editor) {
			e.change(e.paragraph(), cos.Dict{"Type": cos.Name("OBJR")})
		}},
		{Name: "tree element without a kind", Edit: func(e *Editor) {
			ref := e.paragraph()
			kids, ok := e.Dict(ref)["K"].(cos.Array)
			if !ok {
				kids = cos.Array{e.Dict(ref)["K"]}
			}
			e.change(ref, cos.Dict{"K": append(cos.Array{cos.Dict{"MCID": 1, "Pg": e.page()}}, kids...)})
		}},
		{Name: "corner bookmarks backwards", Edit: func(e *Editor) {
			ref := e.Root()["Outlines"].(cos.Ref)
			e.change(ref, cos.Dict{"Last": e.Add(cos.Dict{"Title": cos.TextString("Отменено"), "Parent": ref,
				"Dest": cos.Array{e.page(), cos.Name("Fit")}})})
		}},
		{Name: "tree paragraph in a field", Edit: func(e *Editor) {
			ref := e.paragraph()
			parent := e.Dict(ref)["P"].(cos.Ref)
			form := e.Add(cos.Dict{"Type": cos.Name("StructElem"), "S": cos.Name("Form"), "P": parent,
				"K": cos.Array{ref}})
			list, _ := e.Dict(parent)["K"].(cos.Array)
			changed := append(cos.Array{}, list...)
			for i, o := range changed {
				if o == ref {
					changed[i] = form
				}
			}
			e.change(ref, cos.Dict{"P": form})
			e.change(parent, cos.Dict{"K": changed})
		}},
	}
}

// describe adds an element of a field with a description that is read aloud (ISO 32000-2, 14.8.5.6).
func (e *Editor) describe() {
	tree := e.structure()
	kids, isList := e.Get(e.Dict(tree)["K"]).(cos.Array)
	if !isList {
		kids = cos.Array{e.Dict(tree)["K"]}
	}
	field := e.Add(cos.Dict{"Type": cos.Name("StructElem"), "S": cos.Name("Form"), "P": tree,
		"K": cos.Dict{"Type": cos.Name("OBJR"), "Obj": e.place()},
		"A": cos.Dict{"O": cos.Name("PrintField"), "Desc": cos.TextString("Подписано")}})
	e.change(tree, cos.Dict{"K": append(cos.Array{field}, kids...)})
}
