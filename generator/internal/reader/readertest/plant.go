package readertest

import (
	"encoding/ascii85"
	"fmt"
	"strings"

	"protokol/generator/internal/cos"
)

// planter puts a bomb into a paper by way of an update.
type planter struct {
	file *cos.File
	*cos.Update
}

func chain(p planter) {
	runs := []byte(strings.Repeat("\x81 ", 2<<20))
	text := make([]byte, ascii85.MaxEncodedLen(len(runs)))
	text = text[:ascii85.Encode(text, runs)]
	s := filtered(string(packed(string(text)+"~>")), "FlateDecode", "ASCII85Decode", "RunLengthDecode")
	for range 60 {
		s.Dict["Filter"] = append(s.Dict["Filter"].(cos.Array), cos.Name("ASCIIHexDecode"))
	}
	p.contents(s)
}

// page is the first page of the paper.
func (p planter) page() cos.Ref {
	node := p.file.Root()["Pages"]
	for {
		kids := p.file.Array(p.file.Dict(node)["Kids"])
		if kids == nil {
			return node.(cos.Ref)
		}
		node = kids[0]
	}
}

// change writes a dictionary anew with other entries.
func (p planter) change(ref cos.Ref, entries cos.Dict) {
	p.Put(ref, p.Get(ref).(cos.Dict).With(entries))
}

func (p planter) catalog(entries cos.Dict) { p.change(p.file.Trailer["Root"].(cos.Ref), entries) }

func (p planter) contents(s *cos.Stream) {
	p.change(p.page(), cos.Dict{"Contents": p.Add(s)})
}

func (p planter) draw(resources cos.Dict, content string) {
	p.change(p.page(), cos.Dict{"Resources": resources, "Contents": p.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte(content)})})
}

func (p planter) attach(s *cos.Stream) {
	file := p.Add(cos.Dict{"Type": cos.Name("Filespec"), "F": cos.String("a.toml"), "EF": cos.Dict{"F": p.Add(s)}})
	p.catalog(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": cos.Dict{"Names": cos.Array{cos.String("a.toml"), file}}}})
}

func (p planter) picture(s *cos.Stream) {
	p.draw(cos.Dict{"XObject": cos.Dict{"X": p.Add(s)}}, "500 0 0 500 50 50 cm /X Do")
}

func picture(width, height int, data string, filters ...cos.Name) *cos.Stream {
	s := filtered(data, filters...)
	s.Dict["Type"], s.Dict["Subtype"] = cos.Name("XObject"), cos.Name("Image")
	s.Dict["Width"], s.Dict["Height"], s.Dict["BitsPerComponent"], s.Dict["ColorSpace"] = width, height, 8, cos.Name("DeviceGray")
	if filters[0] == "JBIG2Decode" || filters[0] == "CCITTFaxDecode" {
		s.Dict["BitsPerComponent"] = 1
	}
	return s
}

// jpeg is the head of a baseline JPEG of 65 500 by 65 500 that ends there.
const jpeg = "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x0b\x08\xff\xdc\xff\xdc\x01\x01\x11\x00" +
	"\xff\xc4\x00\x15\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x7f\xff\xd9"

// jbig2 is a page of 65 500 by 65 500 with a generic region of that size.
const jbig2 = "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x00\x00\xff\xdc\x00\x00\xff\xdc\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"\x00\x00\x00\x01\x26\x00\x01\x00\x00\x00\x1c\x00\x00\xff\xdc\x00\x00\xff\xdc\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\xff\xfd\xff\x02\xfe\xfe\xfe\x00\x00"

func manyParts(p planter) {
	part := p.Add(flate(deflated("0 0 1 1 re f\n   ", 64<<20)))
	list := cos.Array{}
	for range 1000 {
		list = append(list, part)
	}
	p.change(p.page(), cos.Dict{"Contents": list})
}

func (p planter) font(file *cos.Stream) {
	descriptor := p.Add(cos.Dict{"Type": cos.Name("FontDescriptor"), "FontName": cos.Name("A"), "Flags": 4, "FontFile2": p.Add(file)})
	font := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("TrueType"), "BaseFont": cos.Name("A"), "FontDescriptor": descriptor}
	p.draw(cos.Dict{"Font": cos.Dict{"F": p.Add(font)}}, "BT /F 9 Tf 50 50 Td (a) Tj ET")
}

// toUnicode is a font that says of all its codes what they mean, a hundred
// thousand times.
func toUnicode(p planter) {
	words := p.Add(flate(deflated("1 beginbfrange\n<0000> <ffff> <0000>\nendbfrange\n              ", 256<<20)))
	font := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica"), "ToUnicode": words}
	p.draw(cos.Dict{"Font": cos.Dict{"F": p.Add(font)}}, "BT /F 9 Tf 50 50 Td (a) Tj ET")
}

// type3 is a font whose letter is drawn with letters of another, and so on.
func type3(p planter) {
	var inner cos.Object
	for range 12 {
		letter := p.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("1 0 d0 BT /F 1 Tf (aaaaaaaaaa) Tj ET")})
		resources := cos.Dict{}
		if inner != nil {
			resources["Font"] = cos.Dict{"F": inner}
		}
		inner = p.Add(cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type3"), "FontBBox": cos.Array{0, 0, 1, 1}, "FontMatrix": cos.Array{1, 0, 0, 1, 0, 0},
			"CharProcs": cos.Dict{"a": letter}, "Encoding": cos.Dict{"Differences": cos.Array{97, cos.Name("a")}}, "FirstChar": 97, "LastChar": 97,
			"Widths": cos.Array{1}, "Resources": resources})
	}
	p.draw(cos.Dict{"Font": cos.Dict{"F": inner}}, "BT /F 9 Tf 50 50 Td (aaaaaaaaaa) Tj ET")
}

// forms is a page that draws a form that draws two, and so on: 2 to the 60th.
func forms(p planter) {
	form := func(resources cos.Dict, content string) cos.Ref {
		return p.Add(&cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"), "BBox": cos.Array{0, 0, 9, 9}, "Resources": resources}, Data: []byte(content)})
	}
	last := form(cos.Dict{}, "0 0 9 9 re f")
	for range 60 {
		last = form(cos.Dict{"XObject": cos.Dict{"X": last}}, "/X Do /X Do")
	}
	p.draw(cos.Dict{"XObject": cos.Dict{"X": last}}, "/X Do")
}

func tiles(p planter) {
	tile := p.Add(&cos.Stream{Dict: cos.Dict{"Type": cos.Name("Pattern"), "PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": cos.Array{0, 0, 100, 100},
		"XStep": cos.Raw("0.001"), "YStep": cos.Raw("0.001"), "Resources": cos.Dict{}}, Data: []byte("0 0 99 99 re f")})
	p.draw(cos.Dict{"Pattern": cos.Dict{"P": tile}}, "/Pattern cs /P scn 0 0 595 842 re f")
}

func manyPages(p planter) {
	pages := p.file.Root()["Pages"].(cos.Ref)
	kids := cos.Array{}
	for range 100_000 {
		kids = append(kids, p.Add(cos.Dict{"Type": cos.Name("Page"), "Parent": pages}))
	}
	p.change(pages, cos.Dict{"Kids": kids, "Count": len(kids), "MediaBox": cos.Array{0, 0, 595, 842}})
}

// fieldsAndPages are many pages, and many places of signatures that stand on
// none of them.
func fieldsAndPages(p planter) {
	manyPages(p)
	fields := cos.Array{}
	for i := range 10_000 {
		fields = append(fields, p.Add(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String(fmt.Sprint(i)), "Subtype": cos.Name("Widget"), "Rect": cos.Array{0, 0, 9, 9}}))
	}
	p.catalog(cos.Dict{"AcroForm": cos.Dict{"Fields": fields}})
}

// longSource is a meeting of two people and thirty thousand decisions.
var longSource = `date = 2026-01-15
chair = "Первый И. И."
secretary = "Вторая М. П."
council = { name = "Совет", genitive = "Совета" }
people = [{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }]
[[agenda]]
title = "О плане."
decisions = [
` + strings.Repeat("\"Утвердить план.\",\n", 30_000) + "]\n"

func deepPages(p planter) {
	first := p.Reserve()
	node := first
	for range 10_000 {
		kid := p.Reserve()
		p.Put(node, cos.Dict{"Type": cos.Name("Pages"), "Count": 1, "Kids": cos.Array{kid}})
		node = kid
	}
	p.Put(node, cos.Dict{"Type": cos.Name("Page"), "MediaBox": cos.Array{0, 0, 595, 842}})
	p.catalog(cos.Dict{"Pages": first})
}

// circle is a node that is its own child, twice.
func (p planter) circle(key, kind cos.Name) cos.Ref {
	self := p.Reserve()
	node := cos.Dict{key: cos.Array{self, self}, "Count": 1, "T": cos.String("a")}
	if kind != "" {
		node["Type"] = kind
	}
	p.Put(self, node)
	return self
}

// nested is a chain of ten thousand objects, each inside the one before.
func nested(p planter) {
	head := p.Reserve()
	last := head
	for range 10_000 {
		next := p.Reserve()
		p.Put(last, cos.Dict{"Kids": cos.Array{next}, "Names": next, "T": cos.String("a"), "Length": next, "X": next})
		last = next
	}
	p.Put(last, cos.Dict{})
	p.catalog(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": head}, "X": head, "Outlines": head, "AcroForm": cos.Dict{"Fields": cos.Array{head, last}}})
}

func annotations(p planter) {
	list := cos.Array{}
	note := p.Add(cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Square"), "Rect": cos.Array{0, 0, 9, 9}})
	for range 100_000 {
		list = append(list, note)
	}
	p.change(p.page(), cos.Dict{"Annots": list})
}

// answer is a form with a field that holds a gigabyte.
func answer(p planter) {
	field := p.Add(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("a"), "Subtype": cos.Name("Widget"), "Rect": cos.Array{0, 0, 9, 9}, "V": p.Add(twice(zeros(gigabyte)))})
	p.change(p.page(), cos.Dict{"Annots": cos.Array{field}})
	p.catalog(cos.Dict{"AcroForm": cos.Dict{"Fields": cos.Array{field}}})
}

// fieldTree is a form whose every field has the same ten kids, ten levels deep.
func fieldTree(p planter) {
	kid := p.Add(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("a"), "Subtype": cos.Name("Widget"), "Rect": cos.Array{0, 0, 9, 9}})
	for level := range 15 {
		list := cos.Array{}
		for range 10 {
			list = append(list, kid)
		}
		kid = p.Add(cos.Dict{"T": cos.String(fmt.Sprint(level)), "Kids": list})
	}
	p.catalog(cos.Dict{"AcroForm": cos.Dict{"Fields": cos.Array{kid}}})
}
