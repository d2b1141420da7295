package verify

import (
	"math"

	"protokol/generator/internal/cos"
)

// sameMeasures reports whether the boxes and the rotation of a page equal those of the reprint. Viewers differ in
// which box they show and print (ISO 32000-2, 14.11.2), and in how they treat numbers out of range.
func sameMeasures(theirs, ours *cos.File, now, issued cos.Ref) bool {
	is, ok1 := measuresOf(theirs, now)
	was, ok2 := measuresOf(ours, issued)
	for box := range is.boxes {
		for i := range is.boxes[box] {
			const rounding = 1 // point
			ok1 = ok1 && math.Abs(is.boxes[box][i]-was.boxes[box][i]) <= rounding
		}
	}
	return ok1 && ok2 && is.turn == was.turn
}

type measures struct {
	boxes [5][4]float64
	turn  int // quarters
}

// measuresOf returns false if an entry has a wrong type or is out of range.
func measuresOf(f *cos.File, ref cos.Ref) (m measures, ok bool) {
	page := f.Dict(ref)
	page = page.With(inherited(f, page))
	ok = true
	for i, key := range []cos.Name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
		switch box, isArray := f.Get(page[key]).(cos.Array); {
		case isArray && len(box) == 4:
			for side := range box {
				n, isNumber := number(f.Get(box[side]))
				const most = 14400 // 5 m, of common readers
				ok = ok && isNumber && math.Abs(n) <= most
				m.boxes[i][side] = n
			}
		case f.Get(page[key]) != nil || i == 0:
			return m, false
		default: // the default is the crop box, and its default is the media box
			m.boxes[i] = m.boxes[min(i-1, 1)]
		}
	}
	turn, isInt := f.Get(page["Rotate"]).(int)
	if f.Get(page["Rotate"]) != nil && (!isInt || turn%90 != 0 || turn < -360 || turn > 360) {
		return m, false
	}
	m.turn = (turn/90%4 + 4) % 4
	return m, ok
}

func number(o cos.Object) (float64, bool) {
	switch n := o.(type) {
	case int:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}
