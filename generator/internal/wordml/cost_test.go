package wordml

import (
	"bytes"
	"image"
	colours "image/color"
	"image/png"
	"strings"
	"testing"

	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml/wordmltest"
)

// TestCostly: whatever a paper consists of, one that would take much time and memory is
// refused, with the place up to which it was read.
func TestCostly(t *testing.T) {
	const few, many = 10, 1_000
	p := func(content string) string { return "<w:p>" + content + "</w:p>" }
	r := func(content string) string { return "<w:r>" + content + "</w:r>" }
	for name, unit := range map[string]string{
		"paragraphs":   p(""),
		"borders":      p(`<w:pPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr>`),
		"sections":     p("<w:pPr><w:sectPr/></w:pPr>"),
		"page breaks":  p("<w:pPr><w:pageBreakBefore/></w:pPr>"),
		"breaks":       p(r(`<w:br w:type="page"/>`)),
		"rows":         "<w:tbl><w:tr><w:tc>" + p("") + "</w:tc></w:tr></w:tbl>" + p(""),
		"runs":         p(r("<w:t>а</w:t>") + r("<w:rPr><w:b/></w:rPr><w:t>б</w:t>")),
		"tabs":         p(r("<w:tab/>")),
		"soft hyphens": p(r("<w:t>а\u00adа</w:t>")),
		"links": `<w:bookmarkStart w:name="a"/>` +
			p(`<w:hyperlink w:anchor="a">`+r("<w:t>а</w:t>")+"</w:hyperlink>"),
	} {
		for _, count := range []int{few, many} {
			d, err := Open(wordmltest.Body(t, strings.Repeat(unit, count)))
			if err != nil {
				t.Fatal(name, err)
			}
			d.size = -(freeCost - many*costOfParagraph/2) / costOfByte
			_, err = d.Lower(Options{Faces: oneFace{}})
			refused := err != nil && strings.Contains(err.Error(), "до места «абзац ")
			if refused != (count == many) {
				t.Errorf("%d %s: %v", count, name, err)
			}
		}
	}
}

// TestCosts: each kind of content has a cost of its own.
func TestCosts(t *testing.T) {
	cost := func(body string) int {
		d, err := Open(wordmltest.Body(t, body))
		if err != nil {
			t.Fatal(err)
		}
		least, most := 0, 10_000
		for least < most-1 {
			middle := (least + most) / 2
			d.size = (middle - freeCost) / costOfByte
			if _, err := d.Lower(Options{Faces: oneFace{}}); err != nil {
				least = middle
			} else {
				most = middle
			}
		}
		return most
	}
	plain := cost("<w:p/>")
	for name, c := range map[string]struct {
		body string
		cost int
	}{
		"paragraph": {"<w:p/><w:p/>", costOfParagraph},
		"run":       {"<w:p><w:r><w:t>а</w:t></w:r></w:p>", costOfRun + 2},
		"tab":       {"<w:p><w:r><w:tab/></w:r></w:p>", costOfRun + costOfTab},
		"formats": {"<w:p><w:r><w:t>а</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>а</w:t></w:r></w:p>",
			2*costOfRun + costOfChange + 4},
		"one format":  {"<w:p><w:r><w:t>а</w:t></w:r><w:r><w:t>а</w:t></w:r></w:p>", 2*costOfRun + 4},
		"soft hyphen": {"<w:p><w:r><w:softHyphen/></w:r></w:p>", costOfRun + 2 + costOfHyphen},
		"table":       {"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", costOfRow + costOfCell},
		"page":        {"<w:p/><w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>", costOfParagraph + costOfPage},
		"large letters": {`<w:p><w:r><w:rPr><w:sz w:val="960"/></w:rPr><w:t>аааа</w:t></w:r></w:p>`,
			costOfRun + 8 + 2953},
		"section": {"<w:p><w:pPr><w:sectPr/></w:pPr></w:p>", costOfSection},
	} {
		if got := cost(c.body) - plain; got < c.cost-costOfByte || got > c.cost+costOfByte {
			t.Errorf("%s costs %d, want %d", name, got, c.cost)
		}
	}
	letter := cost("<w:p/><w:p><w:r><w:t>1</w:t></w:r></w:p>") - plain
	if 70_000*letter > freeCost || 100_000*letter < freeCost { // 1,000 pages, and 5 s of the processor for 140,000
		t.Errorf("a paragraph of a letter costs %d", letter)
	}
	const one, other = "<w:p><w:r><w:t>1</w:t></w:r>", "<w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r>"
	changed := cost(one+other+"</w:p>") - cost(one+"</w:p>")
	if 250_000*changed > freeCost || 300_000*changed < freeCost { // 800,000 take 650 MB
		t.Errorf("a change of the format costs %d", changed)
	}
	item := letter + costOfLabel
	if 25_000*item > freeCost || 40_000*item < freeCost { // 2 s, and 7 s for 60,000
		t.Errorf("an item of a list costs more than %d", item)
	}
	cell := "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
	row := cost("<w:tbl><w:tr>"+strings.Repeat(cell, 10)+"</w:tr></w:tbl>") - plain
	if 4_500*row > freeCost || 6_000*row < freeCost { // 75 pages, and 10 s of the processor for twice as many
		t.Errorf("a row of ten cells costs %d", row)
	}
}

// TestManyPoints: pictures that small files become are refused when they are too large
// together, however small each is.
func TestManyPoints(t *testing.T) {
	body, parts := "", map[string]string{}
	for i := range 5 {
		img := image.NewPaletted(image.Rect(0, 0, 4_000, 4_000), colours.Palette{colours.Black, colours.White})
		img.Pix[i] = 1
		var b bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		name := "image" + string(rune('1'+i))
		parts[name+".png"] = b.String()
		body += `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData>` +
			`<pic:pic><pic:blipFill><a:blip r:embed="` + name + `"/></pic:blipFill></pic:pic>` +
			`</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
	}
	d, err := Open(wordmltest.File(t, body, parts))
	if err != nil {
		t.Fatal(err)
	}
	defer func(free int) { freePoints = free }(freePoints)
	freePoints = 50_000_000
	p := d.lowered(t)
	if !p.Report.Lost() || len(p.Pictures) != 4 {
		t.Errorf("%d pictures are printed, the others reported: %v", len(p.Pictures), p.Report.Lost())
	}
}

// TestCostOfConvertedPictures: points that are converted cost more than those that are copied.
func TestCostOfConvertedPictures(t *testing.T) {
	for name, c := range map[string]struct {
		img  image.Image
		cost int
	}{
		"opaque":      {image.NewGray(image.Rect(0, 0, 20, 10)), 200},
		"transparent": {image.NewNRGBA(image.Rect(0, 0, 20, 10)), 200 * costOfRecoding},
	} {
		var b bytes.Buffer
		if err := png.Encode(&b, c.img); err != nil {
			t.Fatal(err)
		}
		made, err := picture.Read(b.Bytes())
		if err != nil || pointsOf(made) != c.cost {
			t.Errorf("%s: %v, costs %d, want %d", name, err, pointsOf(made), c.cost)
		}
	}
}
