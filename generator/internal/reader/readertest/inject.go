package readertest

import (
	"maps"

	"protokol/generator/internal/cos"
)

// injector adds objects to a paper in an incremental update.
type injector struct {
	file *cos.File
	*cos.Update
}

// firstPage returns the first page of the paper.
func (p injector) firstPage() cos.Ref {
	node := p.file.Root()["Pages"]
	for {
		kids := p.file.Array(p.file.Dict(node)["Kids"])
		if kids == nil {
			return node.(cos.Ref)
		}
		node = kids[0]
	}
}

// update replaces entries of a dictionary.
func (p injector) update(ref cos.Ref, entries cos.Dict) {
	p.Put(ref, p.Get(ref).(cos.Dict).With(entries))
}

func (p injector) updateCatalog(entries cos.Dict) {
	p.update(p.file.Trailer["Root"].(cos.Ref), entries)
}

func (p injector) setContents(s *cos.Stream) {
	p.update(p.firstPage(), cos.Dict{"Contents": p.Add(s)})
}

func (p injector) repeatContent(unit string, size int) {
	p.setContents(flateStream(repeatDeflated(unit, size)))
}

func (p injector) setPage(resources cos.Dict, content string) {
	contents := p.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte(content)})
	p.update(p.firstPage(), cos.Dict{"Resources": resources, "Contents": contents})
}

func (p injector) addAttachment(s *cos.Stream) {
	name := cos.String("a.toml")
	file := p.Add(cos.Dict{"Type": cos.Name("Filespec"), "F": name, "EF": cos.Dict{"F": p.Add(s)}})
	tree := cos.Dict{"Names": cos.Array{name, file}}
	p.updateCatalog(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": tree}})
}

func (p injector) image(s *cos.Stream) {
	p.setPage(cos.Dict{"XObject": cos.Dict{"X": p.Add(s)}}, "500 0 0 500 50 50 cm /X Do")
}

func imageXObject(width, height int, data string, filters ...cos.Name) *cos.Stream {
	s := stream(data, filters...)
	bits := 8
	if filters[0] == "JBIG2Decode" || filters[0] == "CCITTFaxDecode" {
		bits = 1
	}
	maps.Copy(s.Dict, cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Image"),
		"Width": width, "Height": height, "BitsPerComponent": bits, "ColorSpace": cos.Name("DeviceGray")})
	return s
}

// jpeg is a baseline JPEG of 65 500 by 65 500 pixels that ends after the scan
// header.
const jpeg = "\xff\xd8" + // SOI
	"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + // APP0
	"\xff\xc0\x00\x0b\x08\xff\xdc\xff\xdc\x01\x01\x11\x00" + // SOF0
	"\xff\xc4\x00\x15\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" + // DHT
	"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x7f" + // SOS
	"\xff\xd9" // EOI

// jbig2 is a page of 65 500 by 65 500 pixels with a generic region of that
// size.
const jbig2 = "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13" + // segment header: page information
	"\x00\x00\xff\xdc\x00\x00\xff\xdc\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"\x00\x00\x00\x01\x26\x00\x01\x00\x00\x00\x1c" + // segment header: immediate generic region
	"\x00\x00\xff\xdc\x00\x00\xff\xdc\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\xff\xfd\xff\x02\xfe\xfe\xfe\x00\x00"

func (p injector) addFont(file *cos.Stream) {
	descriptor := p.Add(cos.Dict{"Type": cos.Name("FontDescriptor"), "FontName": cos.Name("A"), "Flags": 4,
		"FontFile2": p.Add(file)})
	font := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("TrueType"), "BaseFont": cos.Name("A"),
		"FontDescriptor": descriptor}
	p.setPage(cos.Dict{"Font": cos.Dict{"F": p.Add(font)}}, "BT /F 9 Tf 50 50 Td (a) Tj ET")
}
