package attack

import (
	"fmt"
	"slices"

	"protokol/generator/internal/cos"
)

// shadows are prepared by the author of a paper, who hides content in it that a later update makes visible.
func shadows() []Attack {
	return []Attack{hideByAnnotation(), hideByContent(), replaceFont(), replaceFormValue(), replaceByTable(),
		arrayOfTwoRoles(), dictionaryOfTwoRoles(), optionalContent(), danglingObject(), reorderAnnotations(),
		fontOfForm()}
}

// hideByAnnotation covers words by an annotation that an update removes.
func hideByAnnotation() Attack {
	var cover cos.Ref
	return Attack{Name: "shadow hide by an annotation", Says: changed,
		Prepare: func(e *Editor) {
			e.paint()
			cover = e.annotate(cos.Dict{"Subtype": cos.Name("Stamp"), "Rect": cos.Array{60, 300, 510, 550}, "F": 4,
				"AP": cos.Dict{"N": e.Add(white(450, 250))}})
		},
		Edit: func(e *Editor) { e.Put(cover, nil) },
	}
}

func white(width, height float64) *cos.Stream {
	s := appearance(width, height)
	s.Data = append([]byte("1 1 1 rg "), s.Data[len("0 0 0 rg "):]...)
	return s
}

// hideByContent covers words by an object of the page that an update removes.
func hideByContent() Attack {
	var cover cos.Ref
	return Attack{Name: "shadow hide by content", Says: changed,
		Prepare: func(e *Editor) {
			e.paint()
			cover = e.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("q 1 1 1 rg 60 300 450 250 re f Q\n")})
			list := e.Get(e.page()).(cos.Dict)["Contents"].(cos.Array)
			e.changePage(cos.Dict{"Contents": append(list[:len(list):len(list)], cover)})
		},
		Edit: func(e *Editor) { e.Put(cover, &cos.Stream{Dict: cos.Dict{}, Data: []byte(" ")}) },
	}
}

// replaceFont replaces a font that only the text of the attacker uses.
func replaceFont() Attack {
	var font cos.Ref
	helvetica := func(differences cos.Array) cos.Dict {
		return cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica"),
			"Encoding": cos.Dict{"Type": cos.Name("Encoding"), "Differences": differences}}
	}
	return Attack{Name: "shadow replace a font", Says: "(шрифт)",
		Prepare: func(e *Editor) {
			font = e.Add(helvetica(cos.Array{49, cos.Name("one")}))
			resources := cos.Dict{"Font": cos.Dict{"Shadow": font}}
			form := e.Add(&cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
				"BBox": cos.Array{0, 0, 500, 100}, "Resources": resources},
				Data: []byte("BT /Shadow 90 Tf 10 10 Td (111) Tj ET")})
			own := e.Dict(e.Dict(e.page())["Resources"])
			e.changePage(cos.Dict{"Resources": own.With(cos.Dict{"XObject": e.Dict(own["XObject"]).With(
				cos.Dict{"Shadow": form})}),
				"Contents": cos.Array{e.Dict(e.page())["Contents"],
					e.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("/Shadow Do")})}})
		},
		Edit: func(e *Editor) { e.Put(font, helvetica(cos.Array{49, cos.Name("nine")})) },
	}
}

// replaceFormValue changes the appearance of a field, but not its value.
func replaceFormValue() Attack {
	var normal cos.Ref
	return Attack{Name: "shadow replace the look of a field", Says: changed,
		Prepare: func(e *Editor) {
			normal = e.Add(white(450, 250))
			e.addField(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("sum"), "V": cos.String("100"), "F": 4,
				"Rect": cos.Array{60, 300, 510, 550}, "AP": cos.Dict{"N": normal}})
		},
		Edit: func(e *Editor) { e.Put(normal, appearance(450, 250)) },
	}
}

// replaceByTable makes a second page visible that no table listed (hide and replace).
func replaceByTable() Attack {
	const hidden = "%hidden\n"
	return Attack{Name: "shadow hide and replace", Says: ambiguous,
		Prepare: func(e *Editor) {
			page := e.Dict(e.page()).With(cos.Dict{"Contents": e.Add(painting())})
			text := fmt.Sprintf("%d 0 obj\n%s\nendobj\n", e.page().Number, cos.Format(page))
			piece := e.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte(hidden + text)})
			e.changeRoot(cos.Dict{"PieceInfo": cos.Dict{"X": piece}})
		},
		Bytes: func(b []byte) []byte {
			s := begin(b)
			pages, _ := s.file.Pages()
			at := lastIndex(b, hidden) + len(hidden)
			s.rows = append(s.rows, row{pages[0].Number, at, 0, 1})
			return s.table(s.trailer(""))
		},
	}
}

// arrayOfTwoRoles makes one array the list of fields and the content of a page.
func arrayOfTwoRoles() Attack {
	var list cos.Ref
	return Attack{Name: "shadow array of two roles", Says: changed,
		Prepare: func(e *Editor) {
			var fields cos.Array
			for _, ref := range e.fields() {
				fields = append(fields, ref)
			}
			list = e.Add(append(fields, e.Dict(e.page())["Contents"]))
			e.changeForm(cos.Dict{"Fields": list})
			e.changePage(cos.Dict{"Contents": list})
		},
		Edit: func(e *Editor) {
			field := &cos.Stream{Dict: emptyField("x"), Data: []byte(black)}
			e.Put(list, append(e.Array(list)[:len(e.Array(list)):len(e.Array(list))], e.Add(field)))
		},
	}
}

// dictionaryOfTwoRoles makes one dictionary the information of the file and the
// resources of a page: its Producer may change.
func dictionaryOfTwoRoles() Attack {
	return Attack{Name: "shadow information as resources", Says: changed,
		Prepare: func(e *Editor) {
			info := e.Trailer["Info"].(cos.Ref)
			e.change(info, cos.Dict{"Producer": e.Add(white(450, 250))})
			own := e.Dict(e.Dict(e.page())["Resources"])
			e.changePage(cos.Dict{"Resources": own.With(cos.Dict{"XObject": info}),
				"Contents": cos.Array{e.Dict(e.page())["Contents"],
					e.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("q 1 0 0 1 60 300 cm /Producer Do Q")})}})
		},
		Edit: func(e *Editor) {
			e.change(e.Trailer["Info"].(cos.Ref), cos.Dict{"Producer": e.Add(appearance(450, 250))})
		},
	}
}

// optionalContent switches a layer on.
func optionalContent() Attack {
	var properties cos.Ref
	layers := func(group cos.Ref, state cos.Name) cos.Dict {
		return cos.Dict{"OCGs": cos.Array{group}, "D": cos.Dict{state: cos.Array{group}, "Order": cos.Array{group}}}
	}
	var group cos.Ref
	return Attack{Name: "shadow layer", Says: changed,
		Prepare: func(e *Editor) {
			group = e.Add(cos.Dict{"Type": cos.Name("OCG"), "Name": cos.String("x")})
			properties = e.Add(layers(group, "OFF"))
			e.changeRoot(cos.Dict{"OCProperties": properties})
			own := e.Dict(e.Dict(e.page())["Resources"])
			e.changePage(cos.Dict{"Resources": own.With(cos.Dict{"Properties": cos.Dict{"Shadow": group}}),
				"Contents": cos.Array{e.Dict(e.page())["Contents"],
					e.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("/OC /Shadow BDC " + black + " EMC")})}})
		},
		Edit: func(e *Editor) { e.Put(properties, layers(group, "ON")) },
	}
}

// danglingObject adds an object to which the signed paper refers.
func danglingObject() Attack {
	var ref cos.Ref
	return Attack{Name: "shadow object that was missing", Says: "на который ссылался подписанный документ",
		Prepare: func(e *Editor) {
			ref = e.Reserve()
			e.changePage(cos.Dict{"Contents": cos.Array{e.Dict(e.page())["Contents"], ref}})
		},
		Edit: func(e *Editor) { e.Put(ref, painting()) },
	}
}

// reorderAnnotations moves a covered annotation to the top.
func reorderAnnotations() Attack {
	return Attack{Name: "shadow reorder annotations", Says: "изменено",
		Prepare: func(e *Editor) {
			note := func(appearance *cos.Stream) {
				e.annotate(cos.Dict{"Subtype": cos.Name("Stamp"), "Rect": cos.Array{60, 300, 510, 550}, "F": 4,
					"AP": cos.Dict{"N": e.Add(appearance)}})
			}
			note(appearance(450, 250))
			note(white(450, 250))
		},
		Edit: func(e *Editor) {
			list := slices.Clone(e.Array(e.Dict(e.page())["Annots"]))
			slices.Reverse(list)
			e.changePage(cos.Dict{"Annots": list})
		},
	}
}

// fontOfForm adds the font to a form with which viewers redraw a field.
func fontOfForm() Attack {
	return Attack{Name: "shadow font of the form", Says: "изменено",
		Prepare: func(e *Editor) {
			e.changeForm(cos.Dict{"NeedAppearances": true, "DR": nil, "DA": nil})
			e.addField(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("sum"), "V": cos.String("111"), "F": 4,
				"Rect": cos.Array{60, 300, 510, 550}, "DA": cos.String("/Odd 100 Tf 0 g")})
		},
		Edit: func(e *Editor) {
			e.changeForm(cos.Dict{"DR": cos.Dict{"Font": cos.Dict{"Odd": cos.Dict{"Type": cos.Name("Font"),
				"Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica"),
				"Encoding": cos.Dict{"Differences": cos.Array{49, cos.Name("nine")}}}}}})
		},
	}
}

// PlaceOver puts an empty signature field, which shows nothing yet, over the title of a paper.
func PlaceOver(e *Editor) {
	e.addField(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("over"), "F": 4, "Rect": cos.Array{150, 740, 500, 800}})
}
