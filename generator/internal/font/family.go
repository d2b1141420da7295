package font

import "fmt"

// Family is a list of faces: four of a family by weight and slant, followed by
// pairs of fallback faces, regular and bold, for characters that the faces
// before them lack, and by four of each further family. It is read-only and safe
// for concurrent use.
type Family struct {
	faces []*Face
	own   int // number of the faces before those of further families
}

// familyFaces is the number of faces that are not fallback faces.
const familyFaces = 4

// ParseFamily parses the four faces of a family by Index and the pairs of fallback faces.
func ParseFamily(files [][]byte) (*Family, error) {
	var row []*Face
	for _, data := range files {
		face, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("face %d: %w", len(row), err)
		}
		row = append(row, face)
	}
	return &Family{row, len(row)}, nil
}

// WithFamilies returns a copy with further families, each of four faces by Index.
func (f *Family) WithFamilies(list ...[familyFaces]*Face) *Family {
	row := append([]*Face(nil), f.faces...)
	for _, family := range list {
		row = append(row, family[:]...)
	}
	return &Family{row, f.own}
}

// IndexOf returns the index of the face of a weight and slant in a family: 0 is
// the first one.
func (f *Family) IndexOf(family int, bold, italic bool) int {
	if at := f.own + familyFaces*(family-1); family > 0 && at+familyFaces <= len(f.faces) {
		return at + Index(bold, italic)
	}
	return Index(bold, italic)
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
func (f *Family) IsFallback(index int) bool { return index >= familyFaces && index < f.own }

// Len returns the number of faces.
func (f *Family) Len() int { return len(f.faces) }

// At returns the face at an index.
func (f *Family) At(index int) *Face { return f.faces[index] }

// Face returns the family's face of a weight and slant.
func (f *Family) Face(bold, italic bool) *Face { return f.faces[Index(bold, italic)] }

// Find returns the index of the first face with a glyph for r: the face at
// index, the same one of the first family, then fallback faces of the same weight, then other fallback faces. If
// there is none, it returns index and false.
func (f *Family) Find(r rune, index int) (int, bool) {
	r = Substitute(r)
	if _, ok := f.faces[index].Glyph(r); ok {
		return index, true
	}
	style := index
	if index >= f.own {
		style = (index - f.own) % familyFaces
		if _, ok := f.faces[style].Glyph(r); ok {
			return style, true
		}
	}
	for _, weight := range []int{style & 1, style&1 ^ 1} {
		for i := familyFaces + weight; i < f.own; i += 2 {
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
