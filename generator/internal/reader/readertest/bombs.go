package readertest

import (
	"bytes"
	"fmt"
	"strings"

	"protokol/generator/internal/cos"
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
		made[name] = p.Bytes()
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
	free := file.Update().Reserve().Number
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
