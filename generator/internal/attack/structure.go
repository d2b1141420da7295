package attack

import (
	"slices"

	"protokol/generator/internal/cos"
)

// OnNamespaces returns attacks on papers of PDF 2.0 that nobody signed: they change the meaning of structure types
// (ISO 32000-2, 14.7.4.2), and so the text that is read aloud.
func OnNamespaces() []Attack {
	attack := func(name string, edit func(*Editor)) Attack {
		return Attack{Name: "plain namespace " + name, Says: "структура документа не та", Edit: edit}
	}
	space := func(e *Editor) cos.Ref { return e.Array(e.Dict(e.structure())["Namespaces"])[0].(cos.Ref) }
	silent := cos.Dict{"P": cos.Name("Artifact")}
	other := cos.Dict{"Type": cos.Name("Namespace"), "NS": cos.String("http://example.org/ns"), "RoleMapNS": silent}
	return []Attack{
		attack("of another name", func(e *Editor) {
			e.change(space(e), cos.Dict{"NS": cos.String("http://iso.org/pdf/ssn")})
		}),
		attack("with a role map", func(e *Editor) { e.change(space(e), cos.Dict{"RoleMapNS": silent}) }),
		attack("with roles in itself", func(e *Editor) {
			e.change(space(e), cos.Dict{"RoleMapNS": cos.Dict{"P": cos.Array{cos.Name("Artifact"), space(e)}}})
		}),
		attack("with a schema", func(e *Editor) { e.change(space(e), cos.Dict{"Schema": cos.String("x.xsd")}) }),
		attack("added", func(e *Editor) {
			e.change(e.structure(), cos.Dict{"Namespaces": cos.Array{space(e), e.Add(other)}})
		}),
		attack("no longer listed", func(e *Editor) { e.change(e.structure(), cos.Dict{"Namespaces": nil}) }),
		attack("of an element not listed", func(e *Editor) { e.change(e.paragraph(), cos.Dict{"NS": e.Add(other)}) }),
		attack("of an element in place", func(e *Editor) { e.change(e.paragraph(), cos.Dict{"NS": other}) }),
		attack("of an element removed", func(e *Editor) { e.change(e.paragraph(), cos.Dict{"NS": nil}) }),
		attack("bypassed by roles", func(e *Editor) { e.change(e.structure(), cos.Dict{"RoleMap": silent}) }),
		attack("around words in a field", func(e *Editor) { e.sayInField() }),
	}
}

func (e *Editor) structure() cos.Ref { return e.Root()["StructTreeRoot"].(cos.Ref) }

// paragraph returns the first paragraph of the structure.
func (e *Editor) paragraph() cos.Ref {
	for _, number := range slices.Sorted(slices.Values(e.Numbers())) {
		if d := e.Dict(e.Object(number)); d["S"] == cos.Name("P") && d["K"] != nil {
			return cos.Ref{Number: number}
		}
	}
	panic("no paragraph")
}

// sayInField adds an element that looks like a form field and has additional words.
func (e *Editor) sayInField() {
	top := e.Dict(e.structure())["K"].(cos.Ref)
	element := cos.Dict{"Type": cos.Name("StructElem"), "S": cos.Name("Form"), "P": top, "NS": e.Dict(top)["NS"],
		"ActualText": cos.String("x"), "K": cos.Array{}}
	e.change(top, cos.Dict{"K": append(slices.Clone(e.Array(e.Dict(top)["K"])), e.Add(element))})
}

// aloud changes what programs read aloud for an element, but not its words.
func aloud() []Attack {
	element := func(name string, kind cos.Name, entries cos.Dict) Attack {
		return Attack{Name: "plain aloud " + name, Edit: func(e *Editor) {
			for _, number := range e.Numbers() {
				if d := e.Dict(e.Object(number)); d["S"] == kind && d["K"] != nil && d["P"] != nil {
					e.change(cos.Ref{Number: number}, entries)
					return
				}
			}
			panic("no " + string(kind))
		}}
	}
	return []Attack{
		element("field", "Form", cos.Dict{"Alt": cos.String("no")}),
		element("phonemes", "P", cos.Dict{"Phoneme": cos.String("no"), "PhoneticAlphabet": cos.Name("ipa")}),
		element("summary", "P", cos.Dict{"A": cos.Dict{"O": cos.Name("Table"), "Summary": cos.String("no")}}),
		element("language of a field", "Form", cos.Dict{"Lang": cos.String("en")}),
		element("revision", "P", cos.Dict{"AF": cos.Array{cos.Dict{"Type": cos.Name("Filespec"),
			"F": cos.String("x")}}}),
		{Name: "plain aloud lexicon", Edit: func(e *Editor) {
			e.change(e.Root()["StructTreeRoot"].(cos.Ref), cos.Dict{"PronunciationLexicon": cos.Array{
				cos.Dict{"Type": cos.Name("Filespec"), "F": cos.String("x")}}})
		}},
		{Name: "plain aloud classes", Edit: func(e *Editor) {
			e.change(e.Root()["StructTreeRoot"].(cos.Ref),
				cos.Dict{"ClassMap": cos.Dict{"x": cos.Dict{"O": cos.Name("Layout")}}})
		}},
	}
}
