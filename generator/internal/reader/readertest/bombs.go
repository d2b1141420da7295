package readertest

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// rewritten are the bombs that are not updates of the paper.
var rewritten = map[string]func([]byte) ([]byte, error){
	"object stream":          func(paper []byte) ([]byte, error) { return xrefStream(paper, zeros(gigabyte), "") },
	"cross-references":       func(paper []byte) ([]byte, error) { return xrefStream(paper, "", zeros(gigabyte)) },
	"references in a circle": func(paper []byte) ([]byte, error) { return xrefCycle(paper), nil },
	"a part":                 func(paper []byte) ([]byte, error) { return paper[:len(paper)*2/3], nil },
	"updates":                manyUpdates,
}

// BombNames returns the names of all bombs.
func BombNames() []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(bombs)), maps.Keys(rewritten))
	slices.Sort(names)
	return names
}

// Bomb returns a hostile copy of one of our own papers. It is small as a file,
// but endless or a gigabyte in size for a naive reader.
func Bomb(paper []byte, name string) ([]byte, error) {
	if rewrite, ok := rewritten[name]; ok {
		return rewrite(paper)
	}
	inject, known := bombs[name]
	if !known {
		return nil, fmt.Errorf("no bomb is named %q", name)
	}
	file, err := cos.Read(paper)
	if err != nil {
		return nil, err
	}
	p := injector{file, file.Update()}
	inject(p)
	if err := file.Err(); err != nil {
		return nil, err
	}
	return p.Bytes(), nil
}

// manyUpdates appends thousands of updates that change nothing.
func manyUpdates(paper []byte) ([]byte, error) {
	file, err := cos.Read(paper)
	if err != nil {
		return nil, err
	}
	b, last := bytes.NewBuffer(bytes.Clone(paper)), lastXref(paper)
	for range 20_000 {
		at := b.Len()
		fmt.Fprintf(b, "xref\n0 0\ntrailer\n<</Size %d/Root %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
			file.Update().Reserve().Number, cos.Format(file.Trailer["Root"]), last, at)
		last = at
	}
	return b.Bytes(), nil
}

// xrefCycle appends a cross-reference section whose predecessor is itself.
func xrefCycle(paper []byte) []byte {
	b := bytes.NewBuffer(bytes.Clone(paper))
	fmt.Fprintf(b, "xref\n0 0\ntrailer\n<</Size 1 /Root 1 0 R /Prev %[1]d>>\nstartxref\n%[1]d\n%%%%EOF\n", len(paper))
	return b.Bytes()
}

// xrefStream appends a cross-reference stream and an object stream with the
// root of the page tree. The deflated content of either can be given; if it is
// empty, valid content is used.
func xrefStream(paper []byte, objects, rows string) ([]byte, error) {
	file, err := cos.Read(paper)
	if err != nil {
		return nil, err
	}
	pages := file.Root()["Pages"].(cos.Ref).Number
	free := file.Update().Reserve().Number
	b := bytes.NewBuffer(bytes.Clone(paper))
	at := b.Len()
	if objects == "" {
		objects = string(deflate(fmt.Sprintf("%d 0 ", pages) + cos.Format(file.Object(pages))))
	}
	body := flateStream(objects)
	body.Dict["Type"], body.Dict["N"], body.Dict["First"] = cos.Name("ObjStm"), 1, len(fmt.Sprintf("%d 0 ", pages))
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", free, cos.Format(body))
	start := b.Len()
	if rows == "" {
		compressed := []byte{2, 0, 0, byte(free >> 8), byte(free), 0, 0}
		offset := []byte{1, byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at), 0, 0}
		rows = string(deflate(string(compressed) + string(offset)))
	}
	table := flateStream(rows)
	maps.Copy(table.Dict, cos.Dict{"Type": cos.Name("XRef"), "W": cos.Array{1, 4, 2},
		"Index": cos.Array{pages, 1, free, 1}, "Size": free + 2,
		"Root": file.Trailer["Root"], "Prev": lastXref(paper)})
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", free+1, cos.Format(table), start)
	return b.Bytes(), nil
}

// lastXref returns the offset of the last cross-reference section.
func lastXref(file []byte) int {
	at := 0
	fmt.Sscan(string(file[bytes.LastIndex(file, []byte("startxref"))+len("startxref"):]), &at)
	return at
}

const gigabyte = 1 << 30

var bombs = map[string]func(injector){
	"attachment":       func(p injector) { p.addAttachment(flateStream(zeros(gigabyte))) },
	"attachment twice": func(p injector) { p.addAttachment(flateTwice(zeros(gigabyte))) },
	"content":          func(p injector) { p.repeatContent("0 0 1 1 re f\n   ", gigabyte) },
	"content twice":    func(p injector) { p.setContents(flateTwice(repeatDeflated("0 0 1 1 re f\n   ", gigabyte))) },
	"content of words": func(p injector) { p.repeatContent("BT /F0 9 Tf (a)' ET \n           ", gigabyte/8) },
	"content saves":    func(p injector) { p.repeatContent("q               ", gigabyte/8) },
	"content brackets": func(p injector) { p.repeatContent("[[[[[[[[[[[[[[[[", gigabyte/8) },
	"content streams":  manyContentStreams,
	"chain of filters": filterChain,
	"run lengths":      func(p injector) { p.setContents(stream(strings.Repeat("\x81 ", 1<<20), "RunLengthDecode")) },
	"LZW": func(p injector) {
		p.setContents(stream(lzwEncode(bytes.Repeat([]byte("0 0 1 1 re f "), 8<<20)), "LZWDecode"))
	},
	"font":            func(p injector) { p.addFont(flateStream(zeros(gigabyte))) },
	"font of forms":   nestedType3,
	"words of a font": toUnicode,
	"forms of forms":  nestedForms,
	"tiles":           tinyTiles,
	"a large picture": func(p injector) {
		p.image(imageXObject(30_000, 30_000, repeatDeflated(zeroBlock, 30_000*30_000), "FlateDecode"))
	},
	"a picture twice": func(p injector) {
		data := string(deflate(repeatDeflated(zeroBlock, 30_000*30_000)))
		p.image(imageXObject(30_000, 30_000, data, "FlateDecode", "FlateDecode"))
	},
	"a large JPEG":  func(p injector) { p.image(imageXObject(65_500, 65_500, jpeg, "DCTDecode")) },
	"a large JBIG2": func(p injector) { p.image(imageXObject(65_500, 65_500, jbig2, "JBIG2Decode")) },
	"a large fax": func(p injector) {
		p.image(imageXObject(65_500, 65_500, strings.Repeat("\xff", 1<<20), "CCITTFaxDecode"))
	},
	"100000 pages":      manyPages,
	"deep pages":        deepPages,
	"pages in a circle": func(p injector) { p.updateCatalog(cos.Dict{"Pages": p.cycle("Kids", "Pages")}) },
	"names in a circle": func(p injector) {
		p.updateCatalog(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": p.cycle("Kids", "")}})
	},
	"nested objects": nestedObjects,
	"nested brackets": func(p injector) {
		p.updateCatalog(cos.Dict{"X": cos.Raw(strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000))})
	},
	"annotations": manyAnnotations,
	"a form in a circle": func(p injector) {
		p.updateCatalog(cos.Dict{"AcroForm": cos.Dict{"Fields": cos.Array{p.cycle("Kids", "")}}})
	},
	"an answer":        hugeFieldValue,
	"a form of fields": fieldTree,
	"fields and pages": fieldsAndPages,
	"a long source":    func(p injector) { p.addAttachment(deflateStream(longSource)) },
	"a source of tables": func(p injector) {
		p.addAttachment(deflateStream(strings.Repeat("[[agenda]]\ntitle = \"О плане.\"\n", 20_000)))
	},
	"a deep source": func(p injector) { p.addAttachment(deflateStream("a = " + strings.Repeat("[", 1_000_000))) },
}
