package pdf

import (
	"unicode"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/font"
)

// acute is the stress mark of Russian words, a combining character: its glyph has no
// advance and is made for Latin capitals of average width.
const acute = '\u0301'

// accent places a stress mark over the letter before it, with the space above it that the face has in «á»: the foot
// of the mark is over the middle of the letter. The positions of marks in fonts (OpenType, GPOS) leave out Russian
// letters.
//
// The operators shift the mark horizontally (ISO 32000-1, 9.4.3, TJ) and vertically
// (9.3.7, Ts), and return to where they were. They continue and leave open a TJ.
func (e *embedded) accent(b []byte, letter rune, size float64) []byte {
	face := e.subset.Face
	dx, dy := stress(face, letter)
	shift := perMille(dx, face.Em)
	b = append(cos.AppendNumber(append(b, '>'), -shift), "] TJ "...)
	b = append(cos.AppendNumber(b, size*float64(dy)/float64(face.Em)), " Ts [<"...)
	b = appendHex(b, e.code(acute))
	b = append(cos.AppendNumber(append(b, '>'), shift), "] TJ 0 Ts [<"...)
	return b
}

// stress returns how far a stress mark is moved to the right and up, in font units.
func stress(face *font.Face, letter rune) (dx, dy int) {
	base, _ := face.Glyph(letter)
	mark, _ := face.Glyph(acute)
	over, ok1 := face.Bounds(base)
	under, ok2 := face.Bounds(mark)
	if !ok1 || !ok2 {
		return 0, 0
	}
	gap, foot := face.Em/12, (under.Right-under.Left)/8
	if unicode.IsUpper(letter) {
		gap = face.Em / 30 // little room under the line above; a mark not moved down is a word to Poppler
	}
	dx = (over.Left+over.Right)/2 - foot - (face.Advance(base) + under.Left)
	return dx, over.Top + gap - under.Bottom
}
