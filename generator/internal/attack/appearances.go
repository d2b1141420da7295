package attack

import (
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// OnField returns attacks on a field of text: its value is 100.50, and people see
// something else on the page.
func OnField(name string) []Attack {
	helvetica := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica")}
	nine := cos.Dict{"Encoding": cos.Dict{"Type": cos.Name("Encoding"), "Differences": cos.Array{int('1'),
		cos.Name("nine")}}}
	const shows = "BT /F 10 Tf 2 5 Td (100.50) Tj ET"
	drawn := func(what, content string, font cos.Dict, others cos.Dict) Attack {
		return Attack{Name: "field " + what, Edit: func(e *Editor) {
			for key, value := range font {
				if s, ok := value.(*cos.Stream); ok {
					font[key] = e.Add(s)
				}
			}
			form := &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
				"BBox": cos.Array{0, 0, 200, 20}, "Resources": cos.Dict{"Font": cos.Dict{"F": font}}},
				Data: []byte("/Tx BMC q " + content + " Q EMC")}
			e.change(e.field(name), cos.Dict{"V": cos.String("100.50"), "AP": cos.Dict{"N": e.Add(form)}}.With(others))
		}}
	}
	inForm := func(what string, entries cos.Dict) Attack {
		a := drawn(what, shows, helvetica, cos.Dict{"DA": cos.String("/Odd 10 Tf 0 g")})
		edit := a.Edit
		a.Edit = func(e *Editor) {
			edit(e)
			e.changeForm(entries)
		}
		return a
	}
	text := &cos.Stream{Dict: cos.Dict{}, Data: []byte("/CIDInit /ProcSet findresource begin 12 dict begin begincmap " +
		"/CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange " +
		"1 beginbfchar <31> <0031> endbfchar endcmap end end")}
	list := fieldFonts(func(what string, font cos.Dict) Attack { return drawn(what, shows, helvetica.With(font), nil) })
	return append(append(onFieldEntries(name), list...), []Attack{
		drawn("of other signs", shows, helvetica.With(nine).With(cos.Dict{"ToUnicode": text}), nil),
		drawn("of another font", shows, helvetica.With(cos.Dict{"BaseFont": cos.Name("Wingdings-Regular")}), nil),
		drawn("of drawn digits", "BT /F 10 Tf 2 500 Td (100.50) Tj ET 2 w 5 2 m 5 18 l 12 18 l 12 2 l S", helvetica,
			nil),
		drawn("beside its box", "BT /F 10 Tf 900 5 Td (100.50) Tj ET 2 w 5 2 m 5 18 l S", helvetica, nil),
		drawn("clipped", "0 0 4 4 re W n "+shows, helvetica, nil),
		drawn("covered", shows+" 1 g 0 0 14 20 re f", helvetica, nil),
		drawn("tiny", "BT /F 0.1 Tf 2 5 Td (100.50) Tj ET", helvetica, nil),
		drawn("scaled", "q 0.01 0 0 0.01 0 0 cm "+shows+" Q", helvetica, nil),
		drawn("squeezed", "BT /F 10 Tf 0 Tz 2 5 Td (100.50) Tj ET", helvetica, nil),
		drawn("without a point", "BT /F 10 Tf 2 5 Td (10050) Tj ET", helvetica, nil),
		drawn("negative", "BT /F 10 Tf 2 5 Td (-100.50) Tj ET", helvetica, nil),
		inForm("with a font of the form", cos.Dict{"NeedAppearances": true,
			"DR": cos.Dict{"Font": cos.Dict{"Odd": helvetica.With(nine)}}}),
		drawn("with a ground", shows, helvetica, cos.Dict{"MK": cos.Dict{"BG": cos.Array{0}}}),
	}...)
}

// onFieldEntries returns attacks on the font, the size and the states with which a field of text is drawn.
func onFieldEntries(name string) []Attack {
	return []Attack{
		{Name: "field in signs of a font that the form lacks", Says: "показывает не те буквы", Edit: func(e *Editor) {
			e.change(e.field(name), cos.Dict{"V": cos.String("100.50"), "DA": cos.String("/ZaDb 10 Tf 0 g"), "AP": nil})
		}},
		{Name: "field in a font taken out of the form", Edit: func(e *Editor) {
			e.change(e.field(name), cos.Dict{"V": cos.String("100.50"), "AP": nil})
			e.changeForm(cos.Dict{"DR": cos.Dict{}})
		}},
		{Name: "field drawn anew in large letters", Says: "более крупными буквами", Edit: func(e *Editor) {
			Fill(name, "Moscow, Arbat 10 - 20 - 30 - 40 - 50 - 60 - 70")(e)
			DrawAnew(e)
			da, _, _ := strings.Cut(e.Text(e.Dict(e.field(name))["DA"]), " ")
			e.change(e.field(name), cos.Dict{"DA": cos.String(da + " 30 Tf 0 g")})
		}},
		{Name: "field of states", Edit: func(e *Editor) {
			Show(name, "100.50", "900")(e)
			d := e.Get(e.field(name)).(cos.Dict)
			normal := e.Dict(d["AP"])["N"]
			e.change(e.field(name), cos.Dict{"AP": cos.Dict{"N": cos.Dict{"Off": normal}}})
		}},
		{Name: "field of a chosen state", Edit: func(e *Editor) {
			Show(name, "100.50", "900")(e)
			d := e.Get(e.field(name)).(cos.Dict)
			normal := e.Dict(d["AP"])["N"]
			e.change(e.field(name), cos.Dict{"AS": cos.Name("X"), "AP": cos.Dict{"N": cos.Dict{"X": normal}}})
		}},
	}
}

// field returns a field for text by its full name.
func (e *Editor) field(name string) cos.Ref {
	list := e.allFields()
	return list[slices.IndexFunc(list, func(ref cos.Ref) bool { return e.fullName(ref) == name })]
}

// measures are dimensions of pages that viewers interpret differently: out of range, not integers, or not numbers
// at all.
func measures() (list []Attack) {
	for name, entries := range map[string]cos.Dict{
		"far":           {"MediaBox": cos.Array{cos.Raw("4294967296"), 0, 595.276, 841.89}},
		"large":         {"MediaBox": cos.Array{0, 0, cos.Raw("4294967891.276"), cos.Raw("4294968137.89")}},
		"turn":          {"Rotate": cos.Raw("4294967386")},
		"part of":       {"Rotate": cos.Raw("0.9")},
		"odd turn":      {"Rotate": 45},
		"crop":          {"CropBox": cos.Array{0, cos.Raw("4294967296"), 595.276, 841.89}},
		"crop of names": {"CropBox": cos.Array{cos.Name("a"), 0, 300, 300}},
		"crop of three": {"CropBox": cos.Array{0, 0, 300}},
		"trim":          {"TrimBox": cos.Array{0, 0, 100, 100}},
		"art":           {"ArtBox": cos.Array{0, 0, 100, 100}},
		"bleed":         {"BleedBox": cos.Array{100, 100, 300, 300}},
		"empty crop":    {"CropBox": cos.Array{0, 0, 0, 0}},
		"crop outside":  {"CropBox": cos.Array{1000, 1000, 1200, 1200}},
	} {
		list = append(list, Attack{Name: "plain measure " + name, Edit: func(e *Editor) { e.changePage(entries) }})
	}
	return list
}
