package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"protokol/generator/internal/layout"
	"protokol/generator/internal/picture"
)

// gallery is the pictures of one paper, each once however often it is drawn.
type gallery struct {
	pictures []*picture.Picture
	numbers  map[string]int // by path, places in pictures
}

// hang finds the pictures that pages ask for.
func hang(pages []layout.Page, pictures map[string]*picture.Picture) (gallery, error) {
	g := gallery{numbers: map[string]int{}}
	for _, page := range pages {
		for _, p := range page.Pictures {
			if _, ok := g.numbers[p.Path]; ok {
				continue
			}
			found, ok := pictures[p.Path]
			if !ok {
				return g, fmt.Errorf("pdf: no picture %q", p.Path)
			}
			g.numbers[p.Path] = len(g.pictures)
			g.pictures = append(g.pictures, found)
		}
	}
	return g, nil
}

// picture draws a picture: the unit square, stretched to its place
// (ISO 32000-1, 8.9.5).
func (c *canvas) picture(p layout.Picture) {
	c.enter(p.Element)
	b := append(c.buf, "q "...)
	b = append(appendNumber(b, p.Width), " 0 0 "...)
	b = append(appendNumber(b, p.Height), ' ')
	b = append(appendNumber(b, p.X), ' ')
	b = append(appendNumber(b, c.height-p.Y-p.Height), " cm /Im"...)
	b = strconv.AppendInt(b, int64(c.pictures.numbers[p.Path]), 10)
	c.buf = append(b, " Do Q\n"...)
	c.close()
}

// write adds the pictures and returns their entries among the resources.
func (g gallery) write(f *file) string {
	var b strings.Builder
	for i, p := range g.pictures {
		number := f.take()
		f.putStream(number, imageEntries(p), p.Data)
		fmt.Fprintf(&b, " /Im%d %d 0 R", i, number)
	}
	return b.String()
}

// imageEntries says how the data of a picture is packed.
func imageEntries(p *picture.Picture) string {
	space, samples := "/DeviceRGB", 3
	switch {
	case p.Palette != nil: // ISO 32000-1, 8.6.6.3
		space, samples = fmt.Sprintf("[/Indexed /DeviceRGB %d <%X>]", len(p.Palette)/3-1, p.Palette), 1
	case p.Grey:
		space, samples = "/DeviceGray", 1
	}
	filter := "/DCTDecode"
	if p.Format == picture.PNG {
		filter = fmt.Sprintf("/FlateDecode /DecodeParms <</Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d>>", samples, p.Bits, p.Width)
	}
	return fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent %d /Filter %s",
		p.Width, p.Height, space, p.Bits, filter)
}
