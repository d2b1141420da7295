package readertest

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"

	"protokol/generator/internal/cos"
)

func init() { maps.Copy(bombs, costly) }

// costly are bombs that are as long as they look: much to read or to draw, all of it different.
var costly = map[string]func(injector){
	"curves": func(p injector) { p.setPage(cos.Dict{}, curves(60_000)) },
	"dashes": func(p injector) {
		p.setPage(cos.Dict{}, "[.001 .001] 0 d "+strings.Repeat("0 0 m 600 800 l S ", 2000))
	},
	"other words":     otherWords,
	"soft masks":      softMasks,
	"patterns":        nestedPatterns,
	"many pictures":   manyPictures,
	"many fonts":      manyFonts,
	"bookmarks":       func(p injector) { p.updateCatalog(cos.Dict{"Outlines": p.chain(20_000)}) },
	"elements":        elements,
	"sheets of words": sheetsOfWords,
	"a large file":    func(p injector) { p.addAttachment(stream(strings.Repeat("a = 1\n", 4<<20))) },
}

// curves returns so many curves, each another.
func curves(n int) string {
	r := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "%d %d m ", r.IntN(600), r.IntN(800))
		for range 6 {
			fmt.Fprintf(&b, "%d ", r.IntN(800))
		}
		b.WriteString("c S\n")
	}
	return b.String()
}

// words returns so many words in a font of three letters, each at another place.
func words(n, seed int) string {
	r := rand.New(rand.NewPCG(1, uint64(seed)))
	var b strings.Builder
	b.WriteString("BT /F 5 Tf ")
	for range n {
		fmt.Fprintf(&b, "1 0 0 1 %d %d Tm (%d)Tj\n", r.IntN(590), r.IntN(840), r.IntN(100_000))
	}
	return b.String() + "ET"
}

var helvetica = cos.Dict{"Font": cos.Dict{"F": cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"),
	"BaseFont": cos.Name("Helvetica")}}}

func otherWords(p injector) { p.setPage(helvetica, words(60_000, 1)) }

// sheetsOfWords adds two hundred pages, each with other words.
func sheetsOfWords(p injector) {
	root := p.file.Root()["Pages"].(cos.Ref)
	var kids cos.Array
	for i := range 200 {
		kids = append(kids, p.Add(cos.Dict{"Type": cos.Name("Page"), "Parent": root, "Resources": helvetica,
			"MediaBox": cos.Array{0, 0, 595, 842}, "Contents": p.Add(stream(words(300, i)))}))
	}
	p.update(root, cos.Dict{"Kids": kids, "Count": len(kids)})
}

// form adds a form that is as large as a page.
func (p injector) form(content string, entries cos.Dict) cos.Ref {
	s := stream(content)
	maps.Copy(s.Dict, cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
		"BBox": cos.Array{0, 0, 595, 842}})
	maps.Copy(s.Dict, entries)
	return p.Add(s)
}

func softMasks(p injector) {
	group := p.form("0 0 600 850 re f", cos.Dict{"Group": cos.Dict{"S": cos.Name("Transparency"),
		"CS": cos.Name("DeviceGray")}})
	mask := cos.Dict{"SMask": cos.Dict{"S": cos.Name("Luminosity"), "G": group}}
	p.setPage(cos.Dict{"ExtGState": cos.Dict{"G": mask}}, "/G gs "+strings.Repeat("q 0 0 600 800 re f Q ", 3000))
}

func nestedPatterns(p injector) {
	inner, content := cos.Dict{}, "0 0 9 9 re f"
	for range 8 {
		s := stream(content)
		maps.Copy(s.Dict, cos.Dict{"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 9, "YStep": 9,
			"BBox": cos.Array{0, 0, 100, 100}, "Resources": inner})
		inner = cos.Dict{"Pattern": cos.Dict{"P": p.Add(s)}}
		content = "/Pattern cs /P scn 0 0 100 100 re f"
	}
	p.setPage(inner, "/Pattern cs /P scn 0 0 600 800 re f")
}

func manyPictures(p injector) {
	data := string(deflate(strings.Repeat("\x00\x7f\xff", 480_000)))
	picture := p.Add(imageXObject(1200, 1200, data, "FlateDecode"))
	var b strings.Builder
	for i := range 800 {
		fmt.Fprintf(&b, "q %d 0 0 %d 0 0 cm /X Do Q ", 600-i%50, 800-i%70)
	}
	p.setPage(cos.Dict{"XObject": cos.Dict{"X": picture}}, b.String())
}

func manyFonts(p injector) {
	fonts := cos.Dict{}
	var b bytes.Buffer
	for i := range 2000 {
		name := fmt.Sprint("F", i)
		fonts[cos.Name(name)] = p.Add(helvetica["Font"].(cos.Dict)["F"])
		fmt.Fprintf(&b, "BT /%s 9 Tf (%d) Tj ET\n", name, i)
	}
	p.setPage(cos.Dict{"Font": fonts}, b.String())
}

// chain adds so many bookmarks.
func (p injector) chain(n int) cos.Ref {
	root := p.Reserve()
	items := make([]cos.Ref, n)
	for i := range items {
		items[i] = p.Reserve()
	}
	for i, item := range items {
		entries := cos.Dict{"Title": cos.String(fmt.Sprint(i)), "Parent": root}
		if i > 0 {
			entries["Prev"] = items[i-1]
		}
		if i < n-1 {
			entries["Next"] = items[i+1]
		}
		p.Put(item, entries)
	}
	p.Put(root, cos.Dict{"Type": cos.Name("Outlines"), "First": items[0], "Last": items[n-1], "Count": n})
	return root
}

// elements adds a structure tree of many elements.
func elements(p injector) {
	root := p.Reserve()
	var kids cos.Array
	for range 40_000 {
		kids = append(kids, p.Add(cos.Dict{"Type": cos.Name("StructElem"), "S": cos.Name("P"), "P": root,
			"ActualText": cos.String("слово")}))
	}
	p.Put(root, cos.Dict{"Type": cos.Name("StructTreeRoot"), "K": kids})
	p.updateCatalog(cos.Dict{"StructTreeRoot": root})
}
