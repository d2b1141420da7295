package attack

import (
	"slices"

	"protokol/generator/internal/cos"
)

// AddFonts adds to the default resources fonts that no field uses, as PDFBox does when it
// fills a form in.
func AddFonts(e *Editor) { e.addFont("Helv", helvetica); e.addFont("ZaDb", symbols) }

// Standard fonts.
var (
	helvetica = cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica")}
	symbols   = helvetica.With(cos.Dict{"BaseFont": cos.Name("ZapfDingbats")})
)

// addFont puts a font into the default resources.
func (e *Editor) addFont(name cos.Name, font cos.Dict) {
	form := e.Dict(e.Get(e.formRef()))
	resources := e.Dict(form["DR"])
	fonts := e.Dict(resources["Font"]).With(cos.Dict{name: e.Add(font)})
	e.changeForm(cos.Dict{"DR": resources.With(cos.Dict{"Font": fonts})})
}

// OmitBlack removes the black colour from the default appearances of fields, as iText does when it fills them in.
func OmitBlack(e *Editor) { e.appearAs("0 Tf") }

// appearAs gives fields the default appearance of their font and what follows.
func (e *Editor) appearAs(rest string) {
	for _, ref := range e.allFields() {
		if name, ok := e.fontOf(ref); ok {
			e.change(ref, cos.Dict{"DA": cos.String("/" + string(name) + " " + rest)})
		}
	}
}

// fontOf returns the name of the font of a text field of automatic size.
func (e *Editor) fontOf(ref cos.Ref) (cos.Name, bool) {
	form := e.Dict(e.Get(e.formRef()))
	for name := range e.Dict(e.Dict(form["DR"])["Font"]) {
		if e.Text(e.Dict(ref)["DA"]) == "/"+string(name)+" 0 Tf 0 g" {
			return name, true
		}
	}
	return "", false
}

// OmitInfo removes the properties of a file that its metadata repeat, as iText does.
func OmitInfo(e *Editor) {
	e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Title": nil, "Author": nil, "Producer": nil})
}

// OnFilled returns attacks on forms that their author certified for filling in: changes other than filling in.
func OnFilled() []Attack {
	const form, field, file = "изменено: форма", "изменено: поле", "изменено: свойства файла"
	list := slices.Concat(otherFonts(form), answers(), ticks(), []Attack{
		{Name: "default appearance of the form", Says: form, Edit: func(e *Editor) {
			e.changeForm(cos.Dict{"DA": cos.String("/Helv 0 Tf 1 g")})
		}},
		{Name: "appearances to be made anew", Says: form, Edit: DrawAnew},
		{Name: "white answers", Says: field, Edit: func(e *Editor) { e.appearAs("0 Tf 1 g") }},
		{Name: "tiny answers", Says: field, Edit: func(e *Editor) { e.appearAs("1 Tf 0 g") }},
		{Name: "answers off the line", Says: field, Edit: func(e *Editor) { e.appearAs("0 Tf 0 g 99 Ts") }},
		{Name: "title removed that the metadata do not repeat", Says: file, Edit: OmitInfo,
			Prepare: func(e *Editor) {
				e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Title": cos.TextString("Черновик")})
			}},
		{Name: "program that is a sentence", Says: file, Edit: func(e *Editor) {
			e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Producer": cos.TextString("Утверждено директором")})
		}},
		{Name: "date that is a sentence", Says: file, Edit: func(e *Editor) {
			e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"ModDate": cos.TextString("Утверждено")})
		}},
		{Name: "program in the metadata that is a sentence", Says: file, Edit: func(e *Editor) {
			e.changeMetadata("<pdf:Producer>protokol", "<pdf:Producer>Утверждено: protokol")
		}},
	})
	for i := range list {
		if list[i].Certify == 0 {
			list[i].Certify = 2
		}
	}
	return list
}

// answers are attacks by answers: to fields that a parent of theirs locks, and those that people see otherwise than
// programs read them.
func answers() []Attack {
	const shown, locked = "на листе видно «900», а в данных поля «100»", "хотя подпись это запрещает"
	prepare := func(e *Editor) {
		sum := e.addField(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("sum"), "F": 4, "V": cos.String("1"),
			"Rect": cos.Array{60, 700, 160, 720}, "AP": cos.Dict{"N": e.Add(answer("1"))}})
		group := e.Add(cos.Dict{"T": cos.String("group"), "Kids": cos.Array{sum}})
		e.change(sum, cos.Dict{"Parent": group})
		form := e.Dict(e.Get(e.formRef()))
		fields := slices.DeleteFunc(slices.Clone(e.Array(form["Fields"])), func(o cos.Object) bool { return o == sum })
		e.changeForm(cos.Dict{"Fields": append(fields, group)})
	}
	fill := func(appearance string, more cos.Dict) func(e *Editor) {
		return func(e *Editor) {
			e.change(e.field("group.sum"), cos.Dict{"V": cos.String("100"),
				"AP": cos.Dict{"N": e.Add(answer(appearance))}}.With(more))
		}
	}
	return []Attack{
		{Name: "answer drawn otherwise", Prepare: prepare, Says: shown, Edit: fill("900", nil)},
		{Name: "answer in a font of other letters", Prepare: prepare, Says: "шрифтом, который показывает не те буквы",
			Edit: func(e *Editor) {
				drawn := answer("900")
				drawn.Dict["Resources"] = cos.Dict{"Font": cos.Dict{"F": helvetica.With(cos.Dict{
					"ToUnicode": e.Add(readAs100)})}}
				e.change(e.field("group.sum"), cos.Dict{"V": cos.String("100"), "AP": cos.Dict{"N": e.Add(drawn)}})
			}},
		{Name: "answer beneath the pointer", Prepare: prepare, Says: "изменено: поле «group.sum»",
			Edit: func(e *Editor) {
				e.change(e.field("group.sum"), cos.Dict{"V": cos.String("100"),
					"AP": cos.Dict{"N": e.Add(answer("100")), "R": e.Add(answer("900"))}})
			}},
		{Name: "signature named as an answer", Prepare: prepare, Says: "которое зовут как другое поле",
			Edit: func(e *Editor) { e.addField(emptyField("group.sum")) }},
		{Name: "answer in other signs", Prepare: prepare, Says: "на листе видно «100 %», а в данных поля «100»",
			Edit: fill("100 %", nil)},
		{Name: "answer in rich text", Prepare: prepare, Says: "изменено: поле «group.sum»",
			Edit: fill("100", cos.Dict{"RV": cos.String("<p>900</p>")})},
		{Name: "answer to a field beneath a locked one", Says: locked, Edit: fill("100", nil),
			Prepare: func(e *Editor) {
				prepare(e)
				e.change(e.place(), cos.Dict{"Lock": cos.Dict{"Action": cos.Name("Include"),
					"Fields": cos.Array{cos.String("group")}}})
			}},
	}
}

// readAs100 lets programs read the digit 9 as 1.
var readAs100 = &cos.Stream{Data: []byte("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def " +
	"1 begincodespacerange<00><FF>endcodespacerange 2 beginbfchar<39><0031><30><0030>endbfchar endcmap end end")}

// PrepareTick adds a check box that is off.
func PrepareTick(e *Editor) {
	states := func() cos.Dict {
		return cos.Dict{"N": cos.Dict{"Yes": e.Add(answer("X")), "Off": e.Add(answer(""))}}
	}
	e.addField(cos.Dict{"FT": cos.Name("Btn"), "T": cos.String("agree"), "F": 4, "V": cos.Name("Off"),
		"AS": cos.Name("Off"), "Rect": cos.Array{60, 700, 160, 720}, "AP": states()})
}

// Tick ticks the check box.
func Tick(e *Editor) {
	e.change(e.field("agree"), cos.Dict{"V": cos.Name("Yes"), "AS": cos.Name("Yes")})
}

// ticks are attacks by a check box that shows something else than programs read.
func ticks() []Attack {
	const field, split = "изменено: поле «agree»", "отметка стоит только на листе или только в данных поля"
	button := func(name, says string, edit func(e *Editor, states cos.Dict)) Attack {
		return Attack{Name: name, Says: says, Prepare: PrepareTick, Edit: func(e *Editor) {
			edit(e, e.Dict(e.Dict(e.Dict(e.field("agree"))["AP"])["N"]))
		}}
	}
	return []Attack{
		button("appearances of a check box exchanged", field, func(e *Editor, states cos.Dict) {
			Tick(e)
			e.change(e.field("agree"), cos.Dict{"AP": cos.Dict{"N": cos.Dict{"Yes": states["Off"],
				"Off": states["Yes"]}}})
		}),
		button("tick drawn as none", field, func(e *Editor, states cos.Dict) {
			Tick(e)
			e.Put(states["Yes"].(cos.Ref), answer(""))
		}),
		button("tick on the page alone", split, func(e *Editor, _ cos.Dict) {
			e.change(e.field("agree"), cos.Dict{"AS": cos.Name("Yes")})
		}),
		button("tick in the value alone", split, func(e *Editor, _ cos.Dict) {
			e.change(e.field("agree"), cos.Dict{"V": cos.Name("Yes")})
		}),
		button("tick without an appearance", split, func(e *Editor, _ cos.Dict) {
			e.change(e.field("agree"), cos.Dict{"V": cos.Name("On"), "AS": cos.Name("On")})
		}),
	}
}

// answer returns the appearance of a text field of 100 × 20 points.
func answer(text string) *cos.Stream {
	return &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
		"BBox":      cos.Array{0, 0, 100, 20},
		"Resources": cos.Dict{"Font": cos.Dict{"F": helvetica}}},
		Data: []byte("/Tx BMC BT /F 10 Tf 0 g 2 5 Td (" + text + ") Tj ET EMC")}
}

// otherFonts are changes of the fonts of fields.
func otherFonts(says string) []Attack {
	other := func(name string, level int, edit func(e *Editor, name cos.Name, fonts cos.Dict)) Attack {
		return Attack{Name: name, Says: says, Certify: level, Edit: func(e *Editor) {
			form := e.Dict(e.Get(e.formRef()))
			fonts := e.Dict(e.Dict(form["DR"])["Font"])
			for name := range fonts {
				edit(e, name, fonts)
			}
		}}
	}
	list := []Attack{
		other("font of fields replaced", 0, func(e *Editor, name cos.Name, _ cos.Dict) { e.addFont(name, symbols) }),
		other("font of fields removed", 0, func(e *Editor, name cos.Name, _ cos.Dict) {
			e.changeForm(cos.Dict{"DR": cos.Dict{"Font": cos.Dict{"Helv": e.Add(helvetica)}}})
		}),
		other("resources of other kinds added", 0, func(e *Editor, _ cos.Name, fonts cos.Dict) {
			e.changeForm(cos.Dict{"DR": cos.Dict{"Font": fonts, "XObject": cos.Dict{"X": e.Add(appearance(9, 9))}}})
		}),
		other("fonts added to a paper that allows no changes", 1, func(e *Editor, _ cos.Name, _ cos.Dict) {
			AddFonts(e)
		}),
		other("font that a field names and the form lacked", 0, func(e *Editor, _ cos.Name, _ cos.Dict) {
			AddFonts(e)
		}),
		other("codes of a font of fields", 0, func(e *Editor, name cos.Name, fonts cos.Dict) {
			e.change(fonts[name].(cos.Ref), cos.Dict{"Encoding": cos.Name("MacRomanEncoding")})
		}),
	}
	list[4].Prepare = func(e *Editor) {
		for _, ref := range e.allFields() {
			if _, ok := e.fontOf(ref); ok {
				e.change(ref, cos.Dict{"DA": cos.String("/Helv 0 Tf 0 g")})
				return
			}
		}
	}
	list[5].Says = "изменено: объект"
	return list
}
