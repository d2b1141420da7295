package attack

import (
	"slices"

	"protokol/generator/internal/cos"
)

// fonts write what fonts say of their letters so that programs understand it in different ways: some take integers
// where others take any number, and some follow references inside of arrays.
func fonts() []Attack {
	change := func(name string, has cos.Name, edit func(e *Editor, font cos.Dict) cos.Dict) Attack {
		return Attack{Name: "plain font " + name, Says: "шрифты или рисунки записаны не так", Edit: func(e *Editor) {
			for _, number := range e.Numbers() {
				d, isDict := e.Object(number).(cos.Dict)
				if isDict && d["Type"] == cos.Name("Font") && d[has] != nil {
					e.change(cos.Ref{Number: number}, edit(e, d))
				}
			}
		}}
	}
	first := func(font cos.Dict, by cos.Object) cos.Dict {
		list, _ := font["W"].(cos.Array)
		return cos.Dict{"W": append(cos.Array{by}, list[1:]...)}
	}
	return []Attack{
		change("widths from a real code", "W", func(e *Editor, font cos.Dict) cos.Dict {
			return first(font, cos.Raw(cos.Format(e.Array(font["W"])[0])+".0"))
		}),
		change("widths from a code elsewhere", "W", func(e *Editor, font cos.Dict) cos.Dict {
			return first(font, e.Add(e.Array(font["W"])[0]))
		}),
		change("widths elsewhere", "W", func(e *Editor, font cos.Dict) cos.Dict {
			list := append(cos.Array{}, e.Array(e.Array(font["W"])[1])...)
			list[0] = e.Add(list[0])
			return cos.Dict{"W": append(cos.Array{e.Array(font["W"])[0], list}, e.Array(font["W"])[2:]...)}
		}),
		change("real default width", "DW", func(*Editor, cos.Dict) cos.Dict {
			return cos.Dict{"DW": cos.Raw("1000.0")}
		}),
		change("real number in its registry", "CIDSystemInfo", func(e *Editor, font cos.Dict) cos.Dict {
			info := e.Dict(font["CIDSystemInfo"])
			return cos.Dict{"CIDSystemInfo": info.With(cos.Dict{"Supplement": cos.Raw("0.")})}
		}),
	}
}

// fieldFonts are fonts of readers that show the value of a field in other signs, or over one another.
func fieldFonts(drawn func(what string, font cos.Dict) Attack) []Attack {
	encoded := func(what string, encoding cos.Object) Attack {
		a := drawn(what, cos.Dict{"Encoding": encoding})
		a.Says = "не те буквы"
		return a
	}
	differences := func(list ...cos.Object) cos.Dict {
		return cos.Dict{"Type": cos.Name("Encoding"), "Differences": cos.Array(list)}
	}
	return []Attack{
		encoded("of a sign under a real code", differences(cos.Raw("49.0"), cos.Name("nine"))),
		encoded("of a comma for a point", differences(int('.'), cos.Name("comma"))),
		encoded("of signs of a font for experts", cos.Name("MacExpertEncoding")),
		drawn("of letters over one another", cos.Dict{"FirstChar": 32, "LastChar": 126,
			"Widths": slices.Repeat(cos.Array{0}, 95)}),
	}
}
