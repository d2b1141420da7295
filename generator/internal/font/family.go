package font

import "fmt"

// Family is the faces of a paper in one row: the four of a family by weight
// and slant, and behind them pairs of fallback faces, regular and bold, for
// the characters that all before them lack. It is read-only and safe to share.
type Family struct{ faces []*Face }

// own is how many faces of the row are the family's own.
const own = 4

// ParseFamily reads the four faces of a family.
func ParseFamily(regular, bold, italic, boldItalic []byte) (*Family, error) {
	var family Family
	return family.with(regular, bold, italic, boldItalic)
}

// WithFallback returns the family with two more faces at its end.
func (f *Family) WithFallback(regular, bold []byte) (*Family, error) {
	return f.with(regular, bold)
}

func (f *Family) with(files ...[]byte) (*Family, error) {
	row := append([]*Face(nil), f.faces...)
	for _, data := range files {
		face, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("face %d: %w", len(row), err)
		}
		row = append(row, face)
	}
	return &Family{row}, nil
}

// Index is the place of the family's own face of a weight and slant.
func Index(bold, italic bool) int {
	i := 0
	if bold {
		i |= 1
	}
	if italic {
		i |= 2
	}
	return i
}

// IsFallback reports whether a place is that of a fallback face.
func IsFallback(index int) bool { return index >= own }

// Len is the number of faces.
func (f *Family) Len() int { return len(f.faces) }

// At returns the face at a place.
func (f *Family) At(index int) *Face { return f.faces[index] }

// Face returns the family's own face of a weight and slant.
func (f *Family) Face(bold, italic bool) *Face { return f.faces[Index(bold, italic)] }

// Find is the place of the first face that has a character, looking from the
// face at index on: fallback faces of the same weight first, then of the
// other. When none has it, the answer is index itself and false.
func (f *Family) Find(r rune, index int) (int, bool) {
	r = Substitute(r)
	if _, ok := f.faces[index].Glyph(r); ok {
		return index, true
	}
	for _, weight := range []int{index & 1, index&1 ^ 1} {
		for i := own + weight; i < len(f.faces); i += 2 {
			if _, ok := f.faces[i].Glyph(r); ok {
				return i, true
			}
		}
	}
	return index, false
}

// Covers reports whether a character can be drawn in every weight and slant.
func (f *Family) Covers(r rune) bool {
	for i := range own {
		if _, ok := f.Find(r, i); !ok {
			return false
		}
	}
	return true
}
