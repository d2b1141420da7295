package readertest

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"strings"

	"protokol/generator/cos"
)

// Bombs are copies of one of our own papers with something in them that is
// small in the file and made to be endless, or to need a gigabyte, in the hands
// of whoever reads it.
func Bombs(paper []byte) (map[string][]byte, error) {
	made := map[string][]byte{}
	for name, plant := range bombs {
		file, err := cos.Read(paper)
		if err != nil {
			return nil, err
		}
		p := planter{file, file.Update()}
		plant(p)
		if err := file.Err(); err != nil {
			return nil, err
		}
		made[name], _ = p.Bytes()
	}
	made["object stream"] = xrefStream(paper, zeros(gigabyte), "")
	made["cross-references"] = xrefStream(paper, "", zeros(gigabyte))
	made["references in a circle"] = circular(paper)
	made["a part"] = paper[:len(paper)*2/3]
	return made, nil
}

// circular appends a cross-reference section that names itself as the one
// before it.
func circular(paper []byte) []byte {
	b := bytes.NewBuffer(bytes.Clone(paper))
	fmt.Fprintf(b, "xref\n0 0\ntrailer\n<</Size 1 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", len(paper), len(paper))
	return b.Bytes()
}

// xrefStream appends a cross-reference stream by which the root of the pages is
// in an object stream. What is not given, deflated, is as it should be.
func xrefStream(paper []byte, objects, rows string) []byte {
	file, err := cos.Read(paper)
	if err != nil {
		return nil
	}
	pages := file.Root()["Pages"].(cos.Ref).Number
	free := file.Update().Next()
	b := bytes.NewBuffer(bytes.Clone(paper))
	at := b.Len()
	if objects == "" {
		objects = string(packed(fmt.Sprintf("%d 0 ", pages) + cos.Format(file.Object(pages))))
	}
	body := flate(objects)
	body.Dict["Type"], body.Dict["N"], body.Dict["First"] = cos.Name("ObjStm"), 1, len(fmt.Sprintf("%d 0 ", pages))
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", free, cos.Format(body))
	start := b.Len()
	if rows == "" {
		rows = string(packed(string([]byte{2, 0, 0, byte(free >> 8), byte(free), 0, 0, 1, byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at), 0, 0})))
	}
	table := flate(rows)
	for key, value := range (cos.Dict{"Type": cos.Name("XRef"), "W": cos.Array{1, 4, 2}, "Index": cos.Array{pages, 1, free, 1},
		"Size": free + 2, "Root": file.Trailer["Root"], "Prev": previous(paper)}) {
		table.Dict[key] = value
	}
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", free+1, cos.Format(table), start)
	return b.Bytes()
}

// previous is where the last cross-reference section of a file begins.
func previous(file []byte) int {
	at := 0
	fmt.Sscan(string(file[bytes.LastIndex(file, []byte("startxref"))+len("startxref"):]), &at)
	return at
}

func packed(text string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.Bytes()
}

// planter puts a bomb into a paper by way of an update.
type planter struct {
	file *cos.File
	*cos.Update
}

const gigabyte = 1 << 30

var bombs = map[string]func(planter){
	"attachment":          func(p planter) { p.attach(flate(zeros(gigabyte))) },
	"attachment twice":    func(p planter) { p.attach(twice(zeros(gigabyte))) },
	"content":             func(p planter) { p.contents(flate(deflated("0 0 1 1 re f\n   ", gigabyte))) },
	"content twice":       func(p planter) { p.contents(twice(deflated("0 0 1 1 re f\n   ", gigabyte))) },
	"content of words":    func(p planter) { p.contents(flate(deflated("BT /F0 9 Tf (a)' ET \n           ", gigabyte/8))) },
	"content saves":       func(p planter) { p.contents(flate(deflated("q               ", gigabyte/8))) },
	"content in brackets": func(p planter) { p.contents(flate(deflated("[[[[[[[[[[[[[[[[", gigabyte/8))) },
	"content of parts":    manyParts,
	"chain of filters":    chain,
	"run lengths":         func(p planter) { p.contents(filtered(strings.Repeat("\x81 ", 1<<20), "RunLengthDecode")) },
	"LZW": func(p planter) {
		p.contents(filtered(packLZW(bytes.Repeat([]byte("0 0 1 1 re f "), 8<<20)), "LZWDecode"))
	},
	"font":            func(p planter) { p.font(flate(zeros(gigabyte))) },
	"font of forms":   type3,
	"words of a font": toUnicode,
	"forms of forms":  forms,
	"tiles":           tiles,
	"a large picture": func(p planter) { p.picture(picture(30_000, 30_000, deflated(zero, 30_000*30_000), "FlateDecode")) },
	"a picture twice": func(p planter) {
		p.picture(picture(30_000, 30_000, string(twice(deflated(zero, 30_000*30_000)).Data), "FlateDecode", "FlateDecode"))
	},
	"a large JPEG":      func(p planter) { p.picture(picture(65_500, 65_500, jpeg, "DCTDecode")) },
	"a large JBIG2":     func(p planter) { p.picture(picture(65_500, 65_500, jbig2, "JBIG2Decode")) },
	"a large fax":       func(p planter) { p.picture(picture(65_500, 65_500, strings.Repeat("\xff", 1<<20), "CCITTFaxDecode")) },
	"100000 pages":      manyPages,
	"deep pages":        deepPages,
	"pages in a circle": func(p planter) { p.catalog(cos.Dict{"Pages": p.circle("Kids", "Pages")}) },
	"names in a circle": func(p planter) { p.catalog(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": p.circle("Kids", "")}}) },
	"nested objects":    nested,
	"nested brackets": func(p planter) {
		p.catalog(cos.Dict{"X": cos.Raw(strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000))})
	},
	"annotations":        annotations,
	"a form in a circle": func(p planter) { p.catalog(cos.Dict{"AcroForm": cos.Dict{"Fields": cos.Array{p.circle("Kids", "")}}}) },
	"an answer":          answer,
	"a form of fields":   fieldTree,
	"fields and pages":   fieldsAndPages,
	"a long source":      func(p planter) { p.attach(packedStream(longSource)) },
	"a source of tables": func(p planter) {
		p.attach(packedStream(strings.Repeat("[[agenda]]\ntitle = \"О плане.\"\n", 20_000)))
	},
	"a deep source": func(p planter) { p.attach(packedStream("a = " + strings.Repeat("[", 1_000_000))) },
}

// zero is what most bombs are full of.
const zero = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

func zeros(size int) string { return deflated(zero, size) }

// deflated is size bytes of one unit over and over, deflated. A megabyte after
// another like it is always the same block.
func deflated(unit string, size int) string {
	const mega = 1 << 20
	text := bytes.Repeat([]byte(unit), mega/len(unit))
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(text)
	w.Flush()
	first := b.Len()
	w.Write(text)
	w.Flush()
	block := bytes.Clone(b.Bytes()[first:])
	b.Write(bytes.Repeat(block, max(0, size/mega-2)))
	w.Close()
	return b.String()
}

func filtered(data string, filters ...cos.Name) *cos.Stream {
	list := cos.Array{}
	for _, f := range filters {
		list = append(list, f)
	}
	return &cos.Stream{Dict: cos.Dict{"Filter": list}, Data: []byte(data)}
}

func flate(packed string) *cos.Stream { return filtered(packed, "FlateDecode") }

func packedStream(text string) *cos.Stream { return flate(string(packed(text))) }

// twice deflates what is deflated.
func twice(inner string) *cos.Stream {
	return filtered(string(packed(inner)), "FlateDecode", "FlateDecode")
}

func packLZW(text []byte) string {
	var b bytes.Buffer
	w := lzw.NewWriter(&b, lzw.MSB, 8)
	w.Write(text)
	w.Close()
	return b.String()
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
	d := cos.Dict{}
	for key, value := range p.Get(ref).(cos.Dict) {
		d[key] = value
	}
	for key, value := range entries {
		d[key] = value
	}
	p.Put(ref, d)
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
	first := p.Next()
	for i := range 10_000 {
		p.Add(cos.Dict{"Type": cos.Name("Pages"), "Count": 1, "Kids": cos.Array{cos.Ref{Number: first + i + 1}}})
	}
	p.Add(cos.Dict{"Type": cos.Name("Page"), "MediaBox": cos.Array{0, 0, 595, 842}})
	p.catalog(cos.Dict{"Pages": cos.Ref{Number: first}})
}

// circle is a node that is its own child, twice.
func (p planter) circle(key, kind cos.Name) cos.Ref {
	self := cos.Ref{Number: p.Next()}
	node := cos.Dict{key: cos.Array{self, self}, "Count": 1, "T": cos.String("a")}
	if kind != "" {
		node["Type"] = kind
	}
	return p.Add(node)
}

// nested is a chain of ten thousand objects, each inside the one before.
func nested(p planter) {
	first := p.Next()
	for i := range 10_000 {
		next := cos.Ref{Number: first + i + 1}
		p.Add(cos.Dict{"Kids": cos.Array{next}, "Names": next, "T": cos.String("a"), "Length": next, "X": next})
	}
	last := p.Add(cos.Dict{})
	head := cos.Ref{Number: first}
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
