package trace

import "strings"

// arena allocates many short strings in a few blocks of memory.
type arena struct{ piece strings.Builder }

// pieceSize is the usual size of a block: about that of the marked texts of a
// letter.
const pieceSize = 4 << 10

// room ensures that n bytes fit in the block and returns their offset.
func (a *arena) room(n int) (start int) {
	if a.piece.Cap()-a.piece.Len() < n {
		a.piece = strings.Builder{} // the strings refer to the old one
		a.piece.Grow(max(n, pieceSize))
	}
	return a.piece.Len()
}

// from returns the string that starts at an offset of the block.
func (a *arena) from(start int) string { return a.piece.String()[start:] }
