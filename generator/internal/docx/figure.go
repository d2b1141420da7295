package docx

import (
	"fmt"
	"slices"
	"strconv"

	"protokol/generator/document"
)

// figure writes a picture in a paragraph and its caption in the next one
// (ECMA-376, 20.4). Equal pictures are stored once.
func (b *body) figure(f document.Figure) error {
	captioned := len(f.Caption) > 0
	breaks := b.newPage
	b.out.open("w:p")
	keeps := b.properties(paragraph{style: document.FigureStyle, picture: true, keepNext: captioned})
	if err := b.picture(f); err != nil {
		return err
	}
	b.ends(keeps, breaks)
	if captioned {
		b.paragraph(paragraph{style: document.CaptionStyle, inlines: f.Caption})
	}
	return nil
}

// picture writes a picture into a paragraph.
func (b *body) picture(f document.Figure) error {
	image, ok := b.options.Pictures[f.Path]
	if !ok {
		return fmt.Errorf("docx: no picture %q", f.Path)
	}
	if !slices.Contains(b.pictures, f.Path) {
		b.pictures = append(b.pictures, f.Path)
	}
	height := f.Height
	if height == 0 {
		height = f.Width * float64(image.Height) / float64(image.Width)
	}
	b.drawn++
	b.drawing(f, height)
	return nil
}

// drawing writes the picture. Lengths are English Metric Units.
func (b *body) drawing(f document.Figure, height float64) {
	const perMM = 36000
	id, cx, cy := strconv.Itoa(b.drawn), integer(f.Width*perMM), integer(height*perMM)
	m := b.out
	m.WriteString("<w:r><w:drawing>")
	m.open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	m.empty("wp:extent", "cx", cx, "cy", cy)
	m.empty("wp:docPr", "id", id, "name", "Рисунок "+id, "descr", f.Alt)
	m.open("a:graphic")
	m.open("a:graphicData", "uri", nsPicture)
	m.WriteString("<pic:pic><pic:nvPicPr>")
	m.empty("pic:cNvPr", "id", id, "name", "Рисунок "+id)
	m.WriteString("<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>")
	m.empty("a:blip", "r:embed", pictureRelation(slices.Index(b.pictures, f.Path)+1))
	m.WriteString("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>")
	m.empty("a:ext", "cx", cx, "cy", cy)
	m.WriteString(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>` +
		`</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}
