package font

import "fmt"

// Family is a list of faces: four of a family by weight and slant, followed by
// pairs of fallback faces, regular and bold, for characters that the faces
// before them lack. It is read-only and safe for concurrent use.
type Family struct{ faces []*Face }

// familyFaces is the number of faces that are not fallback faces.
const familyFaces = 4

// ParseFamily parses the four faces of a family.
func ParseFamily(regular, bold, italic, boldItalic []byte) (*Family, error) {
	var family Family
	return family.with(regular, bold, italic, boldItalic)
}

// WithFallback returns a copy of the family with another pair of fallback
// faces.
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

// Index returns the index of the family's face of a weight and slant.
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

// IsFallback reports whether a face is a fallback face.
func IsFallback(index int) bool { return index >= familyFaces }

// Len returns the number of faces.
func (f *Family) Len() int { return len(f.faces) }

// At returns the face at an index.
func (f *Family) At(index int) *Face { return f.faces[index] }

// Face returns the family's face of a weight and slant.
func (f *Family) Face(bold, italic bool) *Face { return f.faces[Index(bold, italic)] }

// Find returns the index of the first face with a glyph for r: the face at
// index, then fallback faces of the same weight, then other fallback faces. If
// there is none, it returns index and false.
func (f *Family) Find(r rune, index int) (int, bool) {
	r = Substitute(r)
	if _, ok := f.faces[index].Glyph(r); ok {
		return index, true
	}
	for _, weight := range []int{index & 1, index&1 ^ 1} {
		for i := familyFaces + weight; i < len(f.faces); i += 2 {
			if _, ok := f.faces[i].Glyph(r); ok {
				return i, true
			}
		}
	}
	return index, false
}

// Covers reports whether a character can be drawn in every weight and slant.
func (f *Family) Covers(r rune) bool {
	for i := range familyFaces {
		if _, ok := f.Find(r, i); !ok {
			return false
		}
	}
	return true
}
