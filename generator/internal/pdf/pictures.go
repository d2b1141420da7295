package pdf

import (
	"fmt"
	"strconv"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/picture"
)

// imageSet is the pictures of a paper without duplicates.
type imageSet struct {
	pictures []*picture.Picture
	indexes  map[string]int // in pictures, by path
}

// newImageSet returns the pictures on the pages.
func newImageSet(pages []layout.Page, pictures map[string]*picture.Picture) (imageSet, error) {
	set := imageSet{indexes: map[string]int{}}
	for _, page := range pages {
		for _, p := range page.Pictures {
			if _, ok := set.indexes[p.Path]; ok {
				continue
			}
			found, ok := pictures[p.Path]
			if !ok {
				return set, fmt.Errorf("pdf: no picture %q", p.Path)
			}
			set.indexes[p.Path] = len(set.pictures)
			set.pictures = append(set.pictures, found)
		}
	}
	return set, nil
}

// picture draws a picture: the unit square scaled to its rectangle (ISO
// 32000-1, 8.9.5), of which the rest is clipped when some of it is cut away (8.5.4).
func (c *canvas) picture(p layout.Picture) {
	c.enter(p.Element)
	b := append(c.buf, "q "...)
	if p.Crop != (flow.Crop{}) {
		for _, v := range [4]float64{p.X, c.height - p.Y - p.Height, p.Width, p.Height} {
			b = append(cos.AppendNumber(b, v), ' ')
		}
		b = append(b, "re W n "...)
	}
	x, y, width, height := p.Whole()
	b = append(cos.AppendNumber(b, width), " 0 0 "...)
	b = append(cos.AppendNumber(b, height), ' ')
	b = append(cos.AppendNumber(b, x), ' ')
	b = append(cos.AppendNumber(b, c.height-y-height), " cm /Im"...)
	b = strconv.AppendInt(b, int64(c.images.indexes[p.Path]), 10)
	c.buf = append(b, " Do Q\n"...)
	c.close()
}

// write adds the pictures and returns the XObject resources.
func (set imageSet) write(w *cos.Writer) cos.Entries {
	named := cos.Entries{}
	for i, p := range set.pictures {
		image := &cos.Stream{Entries: imageEntries(p), Data: p.Data}
		named = append(named, cos.Name("Im"+strconv.Itoa(i)), w.Add(image))
	}
	return named
}

// imageEntries returns the entries for the encoding of a picture (ISO 32000-1,
// 8.9.5).
func imageEntries(p *picture.Picture) cos.Entries {
	var space cos.Object = cos.Name("DeviceRGB")
	samples := 3
	switch {
	case p.Palette != nil: // ISO 32000-1, 8.6.6.3
		space = cos.Array{cos.Name("Indexed"), space, len(p.Palette)/3 - 1, cos.String(p.Palette)}
		samples = 1
	case p.Grey:
		space, samples = cos.Name("DeviceGray"), 1
	}
	d := cos.Entries{
		"Type", cos.Name("XObject"), "Subtype", cos.Name("Image"), "Width", p.Width, "Height", p.Height,
		"ColorSpace", space, "BitsPerComponent", p.Bits,
	}
	if p.Format != picture.PNG {
		return append(d, "Filter", cos.Name("DCTDecode"))
	}
	return append(d, "Filter", cos.Name("FlateDecode"), "DecodeParms", cos.Entries{
		"Predictor", 15, "Colors", samples, "BitsPerComponent", p.Bits, "Columns", p.Width,
	})
}
