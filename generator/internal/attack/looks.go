package attack

import (
	"strings"

	"protokol/generator/internal/cos"
)

// OnLooks returns attacks on a form that its author certified for filling in: the letters of an answer are those of its
// value, but people see others, or fewer.
func OnLooks() (list []Attack) {
	const bent, unseen, shown = "повёрнутыми, сдвинутыми или наложенными", "невидимыми буквами", "на листе видно"
	const otherwise = "прячет или подменяет"
	drawn := func(name, says, value, content string, more cos.Dict) {
		list = append(list, lookOf(name, says, value, content, more))
	}
	text := func(name, says, value, content string) {
		drawn(name, says, value, "BT /F 10 Tf 0 g "+content+" ET", nil)
	}
	for name, matrix := range map[string]string{"upside down": "-1 0 0 -1 90 12", "mirrored": "-1 0 0 1 90 5",
		"on its side": "0 1 -1 0 20 5", "slanted": "1 0 50 1 2 5", "stretched": "9 0 0 1 2 5"} {
		text(name, bent, "66", matrix+" Tm (66) Tj")
	}
	text("by negative width", bent, "69", "-100 Tz 60 5 Td (69) Tj")
	text("in another order", bent, "91", "20 5 Td (9) Tj -10 0 Td (1) Tj")
	text("with one letter over another", bent, "38", "2 5 Td (3) Tj 0 0 Td (8) Tj")
	text("with letters pulled back", bent, "18", "2 5 Td [(1) 700 (8)] TJ")
	text("with letters without width", bent, "38", "-5.56 Tc 2 5 Td (38) Tj")
	text("partly above", bent, "900", "2 5 Td (9) Tj 13 Ts (00) Tj")
	text("behind a wide space", bent, "9 00", "500 Tw 2 5 Td (9 00) Tj")
	text("behind a wide space of its operator", bent, "9 00", "14 TL 2 19 Td 500 0 (9 00) \"")
	text("above its line", bent, "100", "2 5 Td (1) Tj 20 9 Td (00) Tj")
	text("in letters of two sizes", unseen, "900", "2 5 Td (9) Tj /F 2.1 Tf (00) Tj")
	text("read as other letters", otherwise, "100", "2 5 Td /Span <</ActualText (100)>> BDC (900) Tj EMC")
	text("in a layer", otherwise, "900", "2 5 Td (9) Tj /OC /x BDC (00) Tj EMC")
	text("in white ink", unseen, "900", "/DeviceCMYK cs 0 0 0 0 sc 2 5 Td (900) Tj")
	text("in a color space", "рисунком", "900", "/x cs 2 5 Td (900) Tj")
	drawn("turned with its surroundings", bent, "66", "q -1 0 0 -1 90 17 cm BT /F 10 Tf 2 5 Td (66) Tj ET Q", nil)
	drawn("clipped above", unseen, "900", "q 0 9 100 11 re W n BT /F 10 Tf 2 5 Td (900) Tj ET Q", nil)
	for name, entries := range map[string]cos.Dict{
		"of a layer":      {"OC": cos.Dict{"Type": cos.Name("OCMD")}},
		"in another file": {"Ref": cos.Dict{"F": cos.String("x.pdf"), "Page": 0}},
	} {
		drawn(name, otherwise, "100", plainAnswer, entries)
	}
	drawn("with half a matrix", unseen, "100", plainAnswer, cos.Dict{"Matrix": cos.Array{-1, 0, 0}})
	for name, signs := range map[string][2]string{"a power": {"102", `10\262`}, "a fraction": {"12", `\275`},
		"another currency": {"100 $", `100 \200`}, "the other side": {">5", "<5"}, "a range": {"1020", "10-20"},
		"a list": {"1 2", "1 / 2"}, "a sign": {"5", `\2615`}, "a minus": {"a5", "a-5"}, "a point": {"15", `1\2675`}} {
		text("as "+name, shown, signs[0], "2 5 Td ("+signs[1]+") Tj")
	}
	return append(list, lookOf("in a font of far codes", "показывает не те буквы", "100", plainAnswer, cos.Dict{
		"Resources": inFont(cos.Dict{"Encoding": cos.Dict{"Differences": cos.Array{305, cos.Name("nine")}}})}))
}

// plainAnswer draws 100.
const plainAnswer = "BT /F 10 Tf 0 g 2 5 Td (100) Tj ET"

// lookOf fills in a field with a value and the content of its appearance.
func lookOf(name, says, value, content string, more cos.Dict) Attack {
	return Attack{Name: "answer " + name, Says: says, Certify: 2, Prepare: PrepareSum, Edit: Look(value, content, more)}
}

// PrepareSum adds a field for text that shows 1.
func PrepareSum(e *Editor) {
	e.addField(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("sum"), "F": 4, "V": cos.String("1"),
		"Rect": cos.Array{60, 700, 160, 720}, "AP": cos.Dict{"N": e.Add(answer("1"))}})
}

// Look returns a change that fills in that field with a value and the content of an appearance, whose stream has more
// entries.
func Look(value, content string, more cos.Dict) func(*Editor) {
	return func(e *Editor) {
		s := answer("")
		resources := inFont(cos.Dict{"Encoding": cos.Name("WinAnsiEncoding")})
		s.Dict = s.Dict.With(cos.Dict{"Resources": resources}).With(more)
		s.Data = []byte(strings.Join([]string{"/Tx BMC", content, "EMC"}, " "))
		e.change(e.field("sum"), cos.Dict{"V": cos.String(value), "AP": cos.Dict{"N": e.Add(s)}})
	}
}

// inFont returns resources with Helvetica that has more entries.
func inFont(entries cos.Dict) cos.Dict {
	return cos.Dict{"Font": cos.Dict{"F": helvetica.With(entries)}}
}
