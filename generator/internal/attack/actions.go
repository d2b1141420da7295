package attack

import "protokol/generator/internal/cos"

// script is a harmless action that viewers run.
func script() cos.Dict {
	return cos.Dict{"S": cos.Name("JavaScript"), "JS": cos.String("app.alert(1)")}
}

// actions make viewers act on their own, or show something other than the pages.
func actions() []Attack {
	launch := cos.Dict{"S": cos.Name("Launch"), "F": cos.String("calc.exe")}
	root := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "action " + name, Says: changed, Edit: func(e *Editor) { e.changeRoot(entries) }}
	}
	field := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "action " + name, Says: "добавлено", Edit: func(e *Editor) {
			e.addField(emptyField("z").With(entries))
		}}
	}
	form := func(name string, entries cos.Dict) Attack {
		return Attack{Name: "action " + name, Says: changed, Edit: func(e *Editor) { e.changeForm(entries) }}
	}
	return []Attack{
		root("OpenAction", cos.Dict{"OpenAction": script()}),
		root("of the document", cos.Dict{"AA": cos.Dict{"WC": script()}}),
		root("by name", cos.Dict{"Names": cos.Dict{"JavaScript": cos.Dict{
			"Names": cos.Array{cos.String("x"), script()}}}}),
		root("portfolio", cos.Dict{"Collection": cos.Dict{"View": cos.Name("D")}}),
		root("layers", cos.Dict{"OCProperties": cos.Dict{
			"OCGs": cos.Array{}, "D": cos.Dict{"BaseState": cos.Name("OFF")}}}),
		root("Requirements", cos.Dict{"Requirements": cos.Array{cos.Dict{"S": cos.Name("EnableJavaScripts")}}}),
		{Name: "action of the page", Says: changed, Edit: func(e *Editor) {
			e.changePage(cos.Dict{"AA": cos.Dict{"O": script()}})
		}},
		field("script of a signature field", cos.Dict{"AA": cos.Dict{"PO": script(), "PV": launch}}),
		field("launch from a signature field", cos.Dict{"A": launch}),
		form("calculation order", cos.Dict{"CO": cos.Array{}}),
		form("NeedAppearances", cos.Dict{"NeedAppearances": true}),
		form("default resources", cos.Dict{"DR": cos.Dict{"Font": cos.Dict{"Helv": cos.Dict{}}}, "Q": 2}),
		{Name: "action XFA", Says: changed, Edit: func(e *Editor) {
			const xfa = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>`
			e.changeForm(cos.Dict{"XFA": e.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte(xfa)})})
			e.changeRoot(cos.Dict{"NeedsRendering": true})
		}},
		{Name: "action link", Says: "добавлено", Edit: func(e *Editor) {
			e.annotate(cos.Dict{"Subtype": cos.Name("Link"), "Rect": cos.Array{0, 0, 595, 842},
				"Border": cos.Array{0, 0, 0},
				"A":      cos.Dict{"S": cos.Name("URI"), "URI": cos.String("https://example.org/")}})
		}},
		{Name: "action media", Says: "добавлено", Edit: func(e *Editor) {
			e.annotate(cos.Dict{"Subtype": cos.Name("RichMedia"), "Rect": cos.Array{0, 0, 595, 842}})
		}},
	}
}
