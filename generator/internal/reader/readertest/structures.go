package readertest

import (
	"encoding/ascii85"
	"fmt"
	"strings"

	"protokol/generator/internal/cos"
)

func filterChain(p injector) {
	runs := []byte(strings.Repeat("\x81 ", 2<<20))
	text := make([]byte, ascii85.MaxEncodedLen(len(runs)))
	text = text[:ascii85.Encode(text, runs)]
	s := stream(string(deflate(string(text)+"~>")), "FlateDecode", "ASCII85Decode", "RunLengthDecode")
	for range 60 {
		s.Dict["Filter"] = append(s.Dict["Filter"].(cos.Array), cos.Name("ASCIIHexDecode"))
	}
	p.setContents(s)
}

func manyContentStreams(p injector) {
	part := p.Add(flateStream(repeatDeflated("0 0 1 1 re f\n   ", 64<<20)))
	list := cos.Array{}
	for range 1000 {
		list = append(list, part)
	}
	p.update(p.firstPage(), cos.Dict{"Contents": list})
}

// toUnicode injects a font whose ToUnicode CMap maps all codes, again and
// again.
func toUnicode(p injector) {
	const bfrange = "1 beginbfrange\n<0000> <ffff> <0000>\nendbfrange\n              "
	cmap := p.Add(flateStream(repeatDeflated(bfrange, 256<<20)))
	font := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica"),
		"ToUnicode": cmap}
	p.setPage(cos.Dict{"Font": cos.Dict{"F": p.Add(font)}}, "BT /F 9 Tf 50 50 Td (a) Tj ET")
}

// nestedType3 injects a Type 3 font whose glyph is drawn with glyphs of another
// Type 3 font, and so on.
func nestedType3(p injector) {
	var inner cos.Object
	for range 12 {
		letter := p.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("1 0 d0 BT /F 1 Tf (aaaaaaaaaa) Tj ET")})
		resources := cos.Dict{}
		if inner != nil {
			resources["Font"] = cos.Dict{"F": inner}
		}
		inner = p.Add(cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type3"),
			"FontBBox": cos.Array{0, 0, 1, 1}, "FontMatrix": cos.Array{1, 0, 0, 1, 0, 0},
			"CharProcs": cos.Dict{"a": letter}, "Encoding": cos.Dict{"Differences": cos.Array{97, cos.Name("a")}},
			"FirstChar": 97, "LastChar": 97, "Widths": cos.Array{1}, "Resources": resources})
	}
	p.setPage(cos.Dict{"Font": cos.Dict{"F": inner}}, "BT /F 9 Tf 50 50 Td (aaaaaaaaaa) Tj ET")
}

// nestedForms injects a form XObject that draws another one twice, and so on: 2
// to the power of 60 times.
func nestedForms(p injector) {
	form := func(resources cos.Dict, content string) cos.Ref {
		return p.Add(&cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
			"BBox": cos.Array{0, 0, 9, 9}, "Resources": resources}, Data: []byte(content)})
	}
	last := form(cos.Dict{}, "0 0 9 9 re f")
	for range 60 {
		last = form(cos.Dict{"XObject": cos.Dict{"X": last}}, "/X Do /X Do")
	}
	p.setPage(cos.Dict{"XObject": cos.Dict{"X": last}}, "/X Do")
}

func tinyTiles(p injector) {
	tile := p.Add(&cos.Stream{Data: []byte("0 0 99 99 re f"), Dict: cos.Dict{"Type": cos.Name("Pattern"),
		"PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": cos.Array{0, 0, 100, 100},
		"XStep": cos.Raw("0.001"), "YStep": cos.Raw("0.001"), "Resources": cos.Dict{}}})
	p.setPage(cos.Dict{"Pattern": cos.Dict{"P": tile}}, "/Pattern cs /P scn 0 0 595 842 re f")
}

func manyPages(p injector) {
	pages := p.file.Root()["Pages"].(cos.Ref)
	kids := cos.Array{}
	for range 100_000 {
		kids = append(kids, p.Add(cos.Dict{"Type": cos.Name("Page"), "Parent": pages}))
	}
	p.update(pages, cos.Dict{"Kids": kids, "Count": len(kids), "MediaBox": cos.Array{0, 0, 595, 842}})
}

// fieldsAndPages injects many pages, and many signature fields that are on none
// of them.
func fieldsAndPages(p injector) {
	manyPages(p)
	fields := cos.Array{}
	for i := range 10_000 {
		fields = append(fields, p.Add(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String(fmt.Sprint(i)),
			"Subtype": cos.Name("Widget"), "Rect": cos.Array{0, 0, 9, 9}}))
	}
	p.updateCatalog(cos.Dict{"AcroForm": cos.Dict{"Fields": fields}})
}

// longSource is a meeting with thirty thousand decisions.
var longSource = `date = 2026-01-15
chair = "Первый И. И."
secretary = "Вторая М. П."
council = { name = "Совет", genitive = "Совета" }
people = [{ name = "Первый Иван Иванович" }, { name = "Вторая Мария Петровна" }]
[[agenda]]
title = "О плане."
decisions = [
` + strings.Repeat("\"Утвердить план.\",\n", 30_000) + "]\n"

func deepPages(p injector) {
	first := p.Reserve()
	node := first
	for range 10_000 {
		kid := p.Reserve()
		p.Put(node, cos.Dict{"Type": cos.Name("Pages"), "Count": 1, "Kids": cos.Array{kid}})
		node = kid
	}
	p.Put(node, cos.Dict{"Type": cos.Name("Page"), "MediaBox": cos.Array{0, 0, 595, 842}})
	p.updateCatalog(cos.Dict{"Pages": first})
}

// cycle adds a node that is its own child, twice.
func (p injector) cycle(key, kind cos.Name) cos.Ref {
	self := p.Reserve()
	node := cos.Dict{key: cos.Array{self, self}, "Count": 1, "T": cos.String("a")}
	if kind != "" {
		node["Type"] = kind
	}
	p.Put(self, node)
	return self
}

// nestedObjects injects a chain of ten thousand objects.
func nestedObjects(p injector) {
	head := p.Reserve()
	last := head
	for range 10_000 {
		next := p.Reserve()
		p.Put(last, cos.Dict{"Kids": cos.Array{next}, "Names": next, "T": cos.String("a"), "Length": next, "X": next})
		last = next
	}
	p.Put(last, cos.Dict{})
	p.updateCatalog(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": head}, "X": head, "Outlines": head,
		"AcroForm": cos.Dict{"Fields": cos.Array{head, last}}})
}

func manyAnnotations(p injector) {
	list := cos.Array{}
	note := p.Add(cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Square"), "Rect": cos.Array{0, 0, 9, 9}})
	for range 100_000 {
		list = append(list, note)
	}
	p.update(p.firstPage(), cos.Dict{"Annots": list})
}

// hugeFieldValue injects a form field with a value of a gigabyte.
func hugeFieldValue(p injector) {
	field := p.Add(cos.Dict{"FT": cos.Name("Tx"), "T": cos.String("a"), "Subtype": cos.Name("Widget"),
		"Rect": cos.Array{0, 0, 9, 9}, "V": p.Add(flateTwice(zeros(gigabyte)))})
	p.update(p.firstPage(), cos.Dict{"Annots": cos.Array{field}})
	p.updateCatalog(cos.Dict{"AcroForm": cos.Dict{"Fields": cos.Array{field}}})
}

// fieldTree injects a form in which every field has the same child ten times,
// fifteen levels deep.
func fieldTree(p injector) {
	kid := p.Add(cos.Dict{"FT": cos.Name("Sig"), "T": cos.String("a"), "Subtype": cos.Name("Widget"),
		"Rect": cos.Array{0, 0, 9, 9}})
	for level := range 15 {
		list := cos.Array{}
		for range 10 {
			list = append(list, kid)
		}
		kid = p.Add(cos.Dict{"T": cos.String(fmt.Sprint(level)), "Kids": list})
	}
	p.updateCatalog(cos.Dict{"AcroForm": cos.Dict{"Fields": cos.Array{kid}}})
}
