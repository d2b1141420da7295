package font

import "fmt"

// Family is the faces of one family by weight and slant. It is read-only and
// safe to share.
type Family struct{ faces [4]*Face }

// ParseFamily reads the four faces of a family.
func ParseFamily(regular, bold, italic, boldItalic []byte) (*Family, error) {
	var family Family
	for i, data := range [][]byte{regular, bold, italic, boldItalic} {
		face, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("face %d: %w", i, err)
		}
		family.faces[i] = face
	}
	return &family, nil
}

// Face returns the face of a weight and slant.
func (f *Family) Face(bold, italic bool) *Face {
	i := 0
	if bold {
		i |= 1
	}
	if italic {
		i |= 2
	}
	return f.faces[i]
}

// Covers reports whether every face of the family can draw a character.
func (f *Family) Covers(r rune) bool {
	for _, face := range f.faces {
		if _, ok := face.Glyph(Substitute(r)); !ok {
			return false
		}
	}
	return true
}
