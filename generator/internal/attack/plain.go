package attack

import (
	"bytes"
	"slices"

	"protokol/generator/internal/cos"
)

// OnPlain returns attacks on papers that nobody signed, which a comparison with a reprint must find: they change
// what some viewers show, read aloud or do, and nothing in the rendering of others. The paper must have a form and
// a page tree.
func OnPlain() []Attack {
	return slices.Concat(beside(), writings(), fonts(), forms(), groups(), measures(), aloud())
}

// beside are changes outside the pages.
func beside() []Attack {
	root := func(name, says string, entries cos.Dict) Attack {
		return Attack{Name: "plain " + name, Says: says, Edit: func(e *Editor) { e.changeRoot(entries) }}
	}
	spread := cos.Dict{"Nums": cos.Array{0, cos.Dict{"S": cos.Name("r"), "St": 7}}}
	file := func(e *Editor, name string) cos.Ref {
		data := e.Add(&cos.Stream{Dict: cos.Dict{"Type": cos.Name("EmbeddedFile")}, Data: []byte("x = 1\n")})
		return e.Add(cos.Dict{"Type": cos.Name("Filespec"), "F": cos.String(name), "UF": cos.String(name),
			"EF": cos.Dict{"F": data}})
	}
	return []Attack{
		root("language", "язык", cos.Dict{"Lang": cos.String("en")}),
		root("page labels", "номера листов", cos.Dict{"PageLabels": spread}),
		root("full screen", "показ во весь экран", cos.Dict{"PageMode": cos.Name("FullScreen")}),
		root("view area", "настройки показа и печати",
			cos.Dict{"ViewerPreferences": cos.Dict{"ViewArea": cos.Name("ArtBox")}}),
		root("reading from right to left", "указано чтение справа налево",
			cos.Dict{"ViewerPreferences": cos.Dict{"DisplayDocTitle": true, "Direction": cos.Name("R2L")}}),
		root("base of links", "начало адресов ссылок",
			cos.Dict{"URI": cos.Dict{"Base": cos.String("http://example.org/")}}),
		root("usage rights", "права на изменения", cos.Dict{"Perms": cos.Dict{"UR3": cos.Dict{"P": true}}}),
		root("bookmarks", "закладки", cos.Dict{"Outlines": cos.Dict{"First": cos.Dict{"Title": cos.String("x")}}}),
		root("unknown key", "SpiderInfo", cos.Dict{"SpiderInfo": cos.Dict{"V": 1}}),
		{Name: "plain title", Says: "название", Edit: func(e *Editor) {
			e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Title": cos.TextString("Приказ № 99")})
		}},
		{Name: "plain program that is a sentence", Says: "программа — Утверждено директором", Edit: func(e *Editor) {
			e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Producer": cos.TextString("Утверждено директором")})
		}},
		{Name: "plain date that is a sentence", Says: "изменён — Утверждено", Edit: func(e *Editor) {
			e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"ModDate": cos.TextString("Утверждено")})
		}},
		{Name: "plain program in the metadata", Says: "программа — Утверждено", Edit: func(e *Editor) {
			e.changeMetadata("<pdf:Producer>protokol", "<pdf:Producer>Утверждено: protokol")
		}},
		{Name: "plain title in the metadata", Says: "XMP", Edit: func(e *Editor) {
			ref := e.Root()["Metadata"].(cos.Ref)
			s := e.Get(ref).(*cos.Stream)
			data := bytes.Replace(s.Data, []byte("</rdf:li>"), []byte(" № 99</rdf:li>"), 1)
			e.Put(ref, &cos.Stream{Dict: s.Dict.With(nil), Data: data})
		}},
		{Name: "plain file of the same name", Says: "под именем meeting.toml", Edit: func(e *Editor) {
			e.changeRoot(cos.Dict{"AF": cos.Array{file(e, "meeting.toml")}})
		}},
		{Name: "plain files in other entries", Says: "под именем", Edit: func(e *Editor) {
			for _, o := range e.Array(e.Root()["AF"]) {
				data := e.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("x = 1\n")})
				e.change(o.(cos.Ref), cos.Dict{"EF": e.Dict(e.Dict(o)["EF"]).With(cos.Dict{"DOS": data})})
			}
		}},
		{Name: "plain file added", Says: "вложен лишний файл: a.txt", Edit: func(e *Editor) {
			names := e.Dict(e.Dict(e.Root()["Names"])["EmbeddedFiles"])
			list := append(cos.Array{cos.String("a.txt"), file(e, "a.txt")}, e.Array(names["Names"])...)
			e.changeRoot(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": cos.Dict{"Names": list}}})
		}},
	}
}

// writings change how pages are written, but not how most viewers draw them.
func writings() []Attack {
	content := func(name string, change func([]byte) []byte) Attack {
		return Attack{Name: "plain " + name, Edit: func(e *Editor) {
			ref := e.Dict(e.page())["Contents"].(cos.Ref)
			data, err := e.Decoded(e.Get(ref).(*cos.Stream))
			if err != nil {
				panic(err)
			}
			e.Put(ref, &cos.Stream{Dict: cos.Dict{}, Data: change(data)})
		}}
	}
	behind := func(text string) func([]byte) []byte {
		return func(b []byte) []byte { return append(b, text...) }
	}
	elements := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "plain structure " + name, Says: "структура документа не та", Edit: func(e *Editor) {
			for _, number := range e.Numbers() {
				if d := e.Dict(e.Object(number)); d["S"] == cos.Name("P") && d["K"] != nil {
					e.change(cos.Ref{Number: number}, entries)
					return
				}
			}
		}}
	}
	font := func(name string, key cos.Name) Attack {
		return Attack{Name: "plain font " + name, Says: "шрифты или рисунки записаны не так", Edit: func(e *Editor) {
			for _, number := range e.Numbers() {
				if ref, ok := e.Dict(e.Object(number))[key].(cos.Ref); ok {
					data, _ := e.Decoded(e.Get(ref).(*cos.Stream))
					entries := cos.Dict{}
					if length := e.Get(ref).(*cos.Stream).Dict["Length1"]; length != nil {
						entries["Length1"] = length
					}
					e.Put(ref, &cos.Stream{Dict: entries, Data: append(data, "\n% hidden"...)})
				}
			}
		}}
	}
	return []Attack{
		content("odd number", func(b []byte) []byte { return bytes.Replace(b, []byte(" Td"), []byte("-5 Td"), 1) }),
		content("faint area", behind("\nq 0.95 g 100 400 300 300 re f Q\n")),
		content("dot", behind("\nq 0 g 300 400 0.3 0.3 re f Q\n")),
		content("off the page", behind("\nq 0 g 1000 400 300 300 re f Q\n")),
		content("text to copy", func(b []byte) []byte {
			return bytes.Replace(b, []byte("<</MCID 1>>"), []byte("<</MCID 1 /ActualText (x)>>"), 1)
		}),
		content("layer in a line", behind("\n/OC <</Type /OCG>> BDC EMC\n")),
		elements("text", cos.Dict{"ActualText": cos.String("x")}), elements("kind", cos.Dict{"S": cos.Name("H1")}),
		elements("emptied", cos.Dict{"K": cos.Array{}}),
		{Name: "plain structure of other roles", Says: "структура", Edit: func(e *Editor) {
			e.change(e.Root()["StructTreeRoot"].(cos.Ref), cos.Dict{"RoleMap": cos.Dict{"P": cos.Name("Artifact")}})
		}},
		font("program", "FontFile2"), font("text", "ToUnicode"),
	}
}

// forms change fields, which people fill in and programs read.
func forms() []Attack {
	field := func(name, says string, entries cos.Dict) Attack {
		return Attack{Name: "plain field " + name, Says: says, Edit: func(e *Editor) {
			e.change(e.inputs()[0], entries)
		}}
	}
	appearance := func(name, says, content string) Attack {
		return Attack{Name: "plain look of " + name, Says: says, Edit: func(e *Editor) {
			for _, ref := range e.inputs() {
				if normal, ok := e.Dict(e.Dict(ref)["AP"])["N"].(cos.Ref); ok {
					s := e.Get(normal).(*cos.Stream)
					data, _ := e.Decoded(s)
					without := cos.Dict{"Filter": nil}
					e.Put(normal, &cos.Stream{Dict: s.Dict.With(without), Data: append([]byte(content), data...)})
				}
			}
		}}
	}
	const otherwise = "устроено иначе"
	return []Attack{
		{Name: "plain fields emptied", Says: "в форме документа нет поля", Edit: func(e *Editor) {
			e.changeForm(cos.Dict{"Fields": cos.Array{}})
		}},
		{Name: "plain form removed", Says: "в форме документа нет поля", Edit: func(e *Editor) {
			e.changeRoot(cos.Dict{"AcroForm": nil})
		}},
		{Name: "plain field of no page", Says: "которого нет в исходном файле", Edit: func(e *Editor) {
			e.list(e.Add(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("x"), "V": cos.String("900")}))
		}},
		field("renamed", "в форме документа нет поля", cos.Dict{"T": cos.String("x")}),
		field("with another label", "", cos.Dict{"TU": cos.String("x")}),
		field("shortened", otherwise, cos.Dict{"MaxLen": 1}),
		field("with rich text", otherwise, cos.Dict{"RV": cos.String("<p>900</p>")}),
		field("with a default", otherwise, cos.Dict{"DV": cos.String("900")}),
		field("in white", otherwise, cos.Dict{"DA": cos.String("/F 10 Tf 1 g")}),
		field("not printed", otherwise, cos.Dict{"F": 0}),
		field("aligned otherwise", otherwise, cos.Dict{"Q": 2}),
		field("exported under another name", otherwise, cos.Dict{"TM": cos.String("x")}),
		field("in a layer", otherwise, cos.Dict{"OC": cos.Dict{"Type": cos.Name("OCMD"), "P": cos.Name("AllOff")}}),
		field("blended with its page", otherwise, cos.Dict{"BM": cos.Name("Difference")}),
		field("without ink", otherwise, cos.Dict{"CA": 0}),
		field("in another language", otherwise, cos.Dict{"Lang": cos.String("en")}),
		field("of another parent", otherwise, cos.Dict{"Parent": nothing}),
		field("without a parent", otherwise, cos.Dict{"Parent": nil}),
		field("of a parent of its own", otherwise, cos.Dict{"Parent": cos.Dict{"T": cos.String("x")}}),
		{Name: "plain fields aligned otherwise", Says: otherwise, Edit: func(e *Editor) {
			e.changeForm(cos.Dict{"Q": 1})
		}},
		appearance("curves", "нарисовано рисунком", "q 0 0 m 5 5 9 9 9 0 c f Q\n"),
		appearance("invisible letters", "нарисовано невидимыми буквами", "3 Tr\n"),
	}
}

// inputs returns the fields for text.
func (e *Editor) inputs() (list []cos.Ref) {
	for _, ref := range e.allFields() {
		if e.Dict(ref)["FT"] == cos.Name("Tx") {
			list = append(list, ref)
		}
	}
	return list
}
