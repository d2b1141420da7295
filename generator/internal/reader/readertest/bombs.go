package readertest

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// BombNames are the names of all bombs.
func BombNames() []string {
	return slices.Sorted(maps.Keys(bombs))
}

// Bomb is a copy of one of our own papers with something in it that is small
// in the file and made to be endless, or to need a gigabyte, in the hands of
// whoever reads it.
func Bomb(paper []byte, name string) ([]byte, error) {
	spoil, known := bombs[name]
	if !known {
		return nil, fmt.Errorf("no bomb is named %q", name)
	}
	return spoil(paper)
}

// planted makes a bomb of what plant changes by an update.
func planted(plant func(planter)) func([]byte) ([]byte, error) {
	return func(paper []byte) ([]byte, error) {
		file, err := cos.Read(paper)
		if err != nil {
			return nil, err
		}
		p := planter{file, file.Update()}
		plant(p)
		if err := file.Err(); err != nil {
			return nil, err
		}
		made, _ := p.Bytes()
		return made, nil
	}
}

// circular appends a cross-reference section that names itself as the one
// before it.
func circular(paper []byte) ([]byte, error) {
	b := bytes.NewBuffer(bytes.Clone(paper))
	fmt.Fprintf(b, "xref\n0 0\ntrailer\n<</Size 1 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", len(paper), len(paper))
	return b.Bytes(), nil
}

// xrefStream appends a cross-reference stream by which the root of the pages is
// in an object stream. What is not given, deflated, is as it should be.
func xrefStream(paper []byte, objects, rows string) ([]byte, error) {
	file, err := cos.Read(paper)
	if err != nil {
		return nil, err
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
	return b.Bytes(), nil
}

// previous is where the last cross-reference section of a file begins.
func previous(file []byte) int {
	at := 0
	fmt.Sscan(string(file[bytes.LastIndex(file, []byte("startxref"))+len("startxref"):]), &at)
	return at
}

const gigabyte = 1 << 30

// bombs make a bomb of a paper, by name.
var bombs = map[string]func(paper []byte) ([]byte, error){
	"object stream":          func(paper []byte) ([]byte, error) { return xrefStream(paper, zeros(gigabyte), "") },
	"cross-references":       func(paper []byte) ([]byte, error) { return xrefStream(paper, "", zeros(gigabyte)) },
	"references in a circle": circular,
	"a part":                 func(paper []byte) ([]byte, error) { return paper[:len(paper)*2/3], nil },

	"attachment":          planted(func(p planter) { p.attach(flate(zeros(gigabyte))) }),
	"attachment twice":    planted(func(p planter) { p.attach(twice(zeros(gigabyte))) }),
	"content":             planted(func(p planter) { p.contents(flate(deflated("0 0 1 1 re f\n   ", gigabyte))) }),
	"content twice":       planted(func(p planter) { p.contents(twice(deflated("0 0 1 1 re f\n   ", gigabyte))) }),
	"content of words":    planted(func(p planter) { p.contents(flate(deflated("BT /F0 9 Tf (a)' ET \n           ", gigabyte/8))) }),
	"content saves":       planted(func(p planter) { p.contents(flate(deflated("q               ", gigabyte/8))) }),
	"content in brackets": planted(func(p planter) { p.contents(flate(deflated("[[[[[[[[[[[[[[[[", gigabyte/8))) }),
	"content of parts":    planted(manyParts),
	"chain of filters":    planted(chain),
	"run lengths":         planted(func(p planter) { p.contents(filtered(strings.Repeat("\x81 ", 1<<20), "RunLengthDecode")) }),
	"LZW": planted(func(p planter) {
		p.contents(filtered(packLZW(bytes.Repeat([]byte("0 0 1 1 re f "), 8<<20)), "LZWDecode"))
	}),
	"font":            planted(func(p planter) { p.font(flate(zeros(gigabyte))) }),
	"font of forms":   planted(type3),
	"words of a font": planted(toUnicode),
	"forms of forms":  planted(forms),
	"tiles":           planted(tiles),
	"a large picture": planted(func(p planter) { p.picture(picture(30_000, 30_000, deflated(zero, 30_000*30_000), "FlateDecode")) }),
	"a picture twice": planted(func(p planter) {
		p.picture(picture(30_000, 30_000, string(twice(deflated(zero, 30_000*30_000)).Data), "FlateDecode", "FlateDecode"))
	}),
	"a large JPEG":      planted(func(p planter) { p.picture(picture(65_500, 65_500, jpeg, "DCTDecode")) }),
	"a large JBIG2":     planted(func(p planter) { p.picture(picture(65_500, 65_500, jbig2, "JBIG2Decode")) }),
	"a large fax":       planted(func(p planter) { p.picture(picture(65_500, 65_500, strings.Repeat("\xff", 1<<20), "CCITTFaxDecode")) }),
	"100000 pages":      planted(manyPages),
	"deep pages":        planted(deepPages),
	"pages in a circle": planted(func(p planter) { p.catalog(cos.Dict{"Pages": p.circle("Kids", "Pages")}) }),
	"names in a circle": planted(func(p planter) { p.catalog(cos.Dict{"Names": cos.Dict{"EmbeddedFiles": p.circle("Kids", "")}}) }),
	"nested objects":    planted(nested),
	"nested brackets": planted(func(p planter) {
		p.catalog(cos.Dict{"X": cos.Raw(strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000))})
	}),
	"annotations":        planted(annotations),
	"a form in a circle": planted(func(p planter) { p.catalog(cos.Dict{"AcroForm": cos.Dict{"Fields": cos.Array{p.circle("Kids", "")}}}) }),
	"an answer":          planted(answer),
	"a form of fields":   planted(fieldTree),
	"fields and pages":   planted(fieldsAndPages),
	"a long source":      planted(func(p planter) { p.attach(packedStream(longSource)) }),
	"a source of tables": planted(func(p planter) {
		p.attach(packedStream(strings.Repeat("[[agenda]]\ntitle = \"О плане.\"\n", 20_000)))
	}),
	"a deep source": planted(func(p planter) { p.attach(packedStream("a = " + strings.Repeat("[", 1_000_000))) }),
}
