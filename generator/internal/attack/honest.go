package attack

import "protokol/generator/internal/cos"

// Fill returns a change that fills in a field with ASCII, as form programs do.
func Fill(name, value string) func(*Editor) { return Show(name, value, value) }

// Show returns a change that fills in a field so that it shows something else.
func Show(name, value, shown string) func(*Editor) { return showIn("F", name, value, shown) }

// showIn is Show with the name of the font in the resources of the appearance.
func showIn(font cos.Name, name, value, shown string) func(*Editor) {
	return func(e *Editor) {
		for _, ref := range e.allFields() {
			if e.fullName(ref) == name {
				text := cos.Format(cos.String(shown))
				appearance := &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
					"BBox": cos.Array{0, 0, 200, 20}, "Resources": cos.Dict{"Font": cos.Dict{font: cos.Dict{
						"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica")}}}},
					Data: []byte("/Tx BMC BT /" + string(font) + " 10 Tf 2 5 Td " + text + " Tj ET EMC")}
				e.change(ref, cos.Dict{"V": cos.String(value), "AP": cos.Dict{"N": e.Add(appearance)}})
			}
		}
	}
}

// PrepareAnswer returns a change that adds an empty field with some entries.
func PrepareAnswer(more cos.Dict) func(*Editor) {
	return func(e *Editor) {
		e.addField(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("answer"), "F": 4,
			"Rect": cos.Array{60, 700, 260, 720}}.With(more))
	}
}

// FillInFont returns a change that fills in a field in a font that only its appearance has, as
// pdf-lib does, and names the font and size for drawing it anew.
func FillInFont(name, value, drawn, anew string) func(*Editor) {
	return func(e *Editor) {
		showIn(cos.Name(drawn), name, value, value)(e)
		e.change(e.field(name), cos.Dict{"DA": cos.String("0 0 0 rg " + anew + " Tf")})
	}
}

// DrawAnew sets NeedAppearances, as programs do that fill in values without appearances.
func DrawAnew(e *Editor) { e.changeForm(cos.Dict{"NeedAppearances": true}) }

// WriteBorders writes the usual style of a border into fields without one, as PyMuPDF does
// when it fills them in.
func WriteBorders(e *Editor) {
	for _, ref := range e.allFields() {
		if e.Dict(ref)["FT"] == cos.Name("Tx") {
			e.change(ref, cos.Dict{"BS": cos.Dict{"S": cos.Name("S"), "W": 1}})
		}
	}
}

// allFields returns the fields at the ends of the hierarchy.
func (e *Editor) allFields() (list []cos.Ref) {
	todo := e.fields()
	for len(todo) > 0 {
		ref := todo[0]
		todo = todo[1:]
		kids := e.Array(e.Dict(ref)["Kids"])
		for _, kid := range kids {
			todo = append(todo, kid.(cos.Ref))
		}
		if kids == nil {
			list = append(list, ref)
		}
	}
	return list
}

func (e *Editor) fullName(o cos.Object) string {
	d := e.Dict(o)
	if d["Parent"] == nil {
		return e.Text(d["T"])
	}
	return e.fullName(d["Parent"]) + "." + e.Text(d["T"])
}

// AddValidationData adds certificates for long-term validation.
func AddValidationData(e *Editor) {
	e.changeRoot(cos.Dict{"DSS": e.Add(cos.Dict{"Type": cos.Name("DSS"), "Certs": cos.Array{e.Add(painting())}})})
}

// AddEmptyField adds one more empty signature field, which shows nothing.
func AddEmptyField(e *Editor) { e.addField(emptyField("new")) }

// ReferInMetadata writes the address of a namespace as pyHanko does when it rewrites the metadata (ISO 16684-1,
// 7.9.2.2).
func ReferInMetadata(e *Editor) {
	const uri = "http://www.aiim.org/pdfua/ns/id/"
	e.changeMetadata("<pdfaSchema:namespaceURI>"+uri+"</pdfaSchema:namespaceURI>",
		`<pdfaSchema:namespaceURI rdf:resource="`+uri+`"/>`)
}

// Reencode writes the names of files inside in another encoding, as pyHanko does when it
// signs (ISO 32000-1, 7.9.2.2).
func Reencode(e *Editor) {
	names := e.Dict(e.Root()["Names"])
	var list cos.Array
	for _, o := range e.Array(e.Dict(names["EmbeddedFiles"])["Names"]) {
		if text, ok := o.(cos.String); ok {
			o = cos.String(cos.Text(text)) // ASCII
		}
		list = append(list, o)
	}
	e.changeRoot(cos.Dict{"Names": names.With(cos.Dict{"EmbeddedFiles": cos.Dict{"Names": list}})})
}

// SetProducer returns a change that names another program in the properties of a file.
func SetProducer(name string) func(*Editor) {
	return func(e *Editor) { e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Producer": cos.TextString(name)}) }
}

// SetProducerInMetadata returns a change that names another program in the metadata of a file.
func SetProducerInMetadata(name string) func(*Editor) {
	return func(e *Editor) {
		e.changeMetadata("<pdf:Producer>", "<pdf:Producer>"+name+"</pdf:Producer><pdf:Producer>")
	}
}
