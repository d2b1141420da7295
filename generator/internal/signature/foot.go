package signature

import (
	"errors"

	"protokol/generator/internal/cos"
)

// foot is the area at the lower edge of a displayed page. Marks without a field
// are placed there in rows, from the edge upwards.
type foot struct {
	left, bottom, right, top float64 // of the displayed part of the page, in its own coordinates, pt
	turn                     int     // quarter turns clockwise by which the page is displayed
	marks                    int     // existing marks
}

// footOf measures a page: it may be rotated, and a cropped one does not begin at
// zero (ISO 32000-1, 7.7.3.3 and 14.11.2).
func footOf(f *cos.File, page cos.Ref) *foot {
	e := &foot{right: 595, top: 842} // a page without a size is taken for A4
	if r, ok := corners(f, inherited(f, page, "MediaBox")); ok {
		e.left, e.bottom, e.right, e.top = r[0], r[1], r[2], r[3]
	}
	if r, ok := corners(f, inherited(f, page, "CropBox")); ok {
		e.left, e.bottom, e.right, e.top = max(e.left, r[0]), max(e.bottom, r[1]), min(e.right, r[2]), min(e.top, r[3])
	}
	degrees := f.Int(inherited(f, page, "Rotate"))
	e.turn = (degrees/90%4 + 4) % 4
	return e
}

// inherited returns an entry of a page or of the nearest node above that has it
// (ISO 32000-1, 7.7.3.4).
func inherited(f *cos.File, page cos.Ref, key cos.Name) cos.Object {
	d := f.Dict(page)
	for range maxLevels {
		if value := f.Get(d[key]); value != nil {
			return value
		}
		d = f.Dict(d["Parent"])
	}
	return nil
}

// corners returns the lower left and the upper right corner of a rectangle. ok is false if the rectangle is empty.
func corners(f *cos.File, rect cos.Object) (r [4]float64, ok bool) {
	list := f.Array(rect)
	if len(list) != 4 {
		return r, false
	}
	for i := range r {
		r[i] = f.Number(list[i])
	}
	r = [4]float64{min(r[0], r[2]), min(r[1], r[3]), max(r[0], r[2]), max(r[1], r[3])}
	return r, r[0] < r[2] && r[1] < r[3]
}

// next returns a place for one more mark. It fails when the page is full.
func (e *foot) next() (cos.Array, error) {
	const margin, edge, gap, least = 85, 12, 10, 20 // the margin is for binding
	wide, high := e.right-e.left, e.top-e.bottom
	if e.turn%2 == 1 {
		wide, high = high, wide
	}
	width, height, start := 215.0, 42.0, float64(margin)
	if wide < margin+width+edge { // a small sheet
		start = edge
		width = min(width, wide-2*edge)
	}
	columns := max(1, int((wide-start-edge+gap)/(width+gap)))
	x := start + float64(e.marks%columns)*(width+gap)
	y := edge + float64(e.marks/columns)*(height+gap)
	if width < least || y+height+edge > high {
		return nil, errors.New("на последней странице нет места для отметки")
	}
	e.marks++
	switch e.turn {
	case 1:
		return cos.Array{e.right - y - height, e.bottom + x, e.right - y, e.bottom + x + width}, nil
	case 2:
		return cos.Array{e.right - x - width, e.top - y - height, e.right - x, e.top - y}, nil
	case 3:
		return cos.Array{e.left + y, e.top - x - width, e.left + y + height, e.top - x}, nil
	}
	return cos.Array{e.left + x, e.bottom + y, e.left + x + width, e.bottom + y + height}, nil
}
