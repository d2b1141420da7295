package compare

import (
	"bytes"
	"image"

	"protokol/generator/internal/reader"
)

// dpi is the rendering resolution: a full stop in 12 pt is a pixel and a half.
const dpi = 96

// tolerance is the allowed difference of a colour channel: programs that rewrite a
// file round its numbers.
const tolerance = 16

// pictures compares the appearance of a page in some views. Marks of
// signatures on blank paper are only remarks, and so are fields with an
// unchanged value that look different, because programs redraw fields when they
// fill in a form. Explained means that changes are already reported.
func (r *Report) pictures(
	paper, reprint *reader.PDF, page int, views []reader.View, exempt []exemption, explained bool,
) error {
	for _, view := range views {
		ours, err := reprint.Picture(page, dpi, view)
		if err != nil {
			return err
		}
		theirs, err := paper.Picture(page, dpi, view)
		if err != nil {
			return err
		}
		var aside []image.Rectangle
		for i, mark := range exempt {
			area := pixels(mark.Annotation)
			switch {
			case !mark.Signature:
				aside = append(aside, area)
				if part := theirs.SubImage(area).(*image.RGBA); !mark.reported && !changed(part, ours, nil).Empty() {
					exempt[i].reported = true
					r.remark(page+1, "поле %s выглядит иначе, хотя значение прежнее: %s",
						said(mark.Field), said(mark.Value))
				}
			case clean(ours, area):
				aside = append(aside, area)
				if view == reader.Screen {
					r.remark(page+1, "на чистом месте поставлена отметка подписи, %s", place(mark.Annotation))
				}
			}
		}
		if area := changed(theirs, ours, aside); !area.Empty() && !explained {
			where := ""
			if view == reader.Print {
				where = " при печати"
			}
			r.differ(page+1, "слова те же, но лист выглядит%s иначе: %s", where, place(points(area)))
			return nil
		}
	}
	return nil
}

// stamps checks that stamps that both papers have are on blank paper: what they
// cover cannot be compared.
func (r *Report) stamps(reprint *reader.PDF, page int, list []reader.Annotation) error {
	if len(list) == 0 {
		return nil
	}
	bare, err := reprint.Picture(page, dpi, reader.Bare)
	if err != nil {
		return err
	}
	for _, stamp := range list {
		if !clean(bare, pixels(stamp)) {
			r.differ(page+1, "отметка стоит поверх напечатанного, %s", place(stamp))
		}
	}
	return nil
}

// changed returns the smallest rectangle around the pixels that differ outside
// the areas in aside.
func changed(a, b *image.RGBA, aside []image.Rectangle) (area image.Rectangle) {
	bounds := a.Rect.Intersect(b.Rect)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		i, j := a.PixOffset(bounds.Min.X, y), b.PixOffset(bounds.Min.X, y)
		if width := 4 * bounds.Dx(); bytes.Equal(a.Pix[i:i+width], b.Pix[j:j+width]) {
			continue // as most rows are
		}
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			i, j := a.PixOffset(x, y), b.PixOffset(x, y)
			if near(a.Pix[i:i+3], b.Pix[j:j+3]) || covered(image.Pt(x, y), aside) {
				continue
			}
			area = area.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	return area
}

func near(a, b []byte) bool {
	for i := range a {
		if d := int(a[i]) - int(b[i]); d > tolerance || d < -tolerance {
			return false
		}
	}
	return true
}

func covered(p image.Point, areas []image.Rectangle) bool {
	for _, area := range areas {
		if p.In(area) {
			return true
		}
	}
	return false
}

// clean reports whether nothing is printed in an area.
func clean(picture *image.RGBA, area image.Rectangle) bool {
	area = area.Intersect(picture.Rect)
	white := []byte{255, 255, 255}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if i := picture.PixOffset(x, y); !near(picture.Pix[i:i+3], white) {
				return false
			}
		}
	}
	return true
}

// pixels returns the area of an annotation, one pixel larger because edges are
// blurred.
func pixels(a reader.Annotation) image.Rectangle {
	const scale = dpi / 72.0
	return image.Rect(int(a.Left*scale)-1, int(a.Top*scale)-1, int(a.Right*scale)+2, int(a.Bottom*scale)+2)
}

func points(area image.Rectangle) (a reader.Annotation) {
	const scale = 72.0 / dpi
	a.Left, a.Right = float64(area.Min.X)*scale, float64(area.Max.X)*scale
	a.Top, a.Bottom = float64(area.Min.Y)*scale, float64(area.Max.Y)*scale
	return a
}
