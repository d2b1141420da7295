package trace

import "strings"

// arena holds the many short strings of a paper in a few pieces of memory.
type arena struct{ piece strings.Builder }

// pieceSize is the usual size of a piece: the marked texts of a letter take about as
// much.
const pieceSize = 4 << 10

// room makes room for n bytes in the piece, and returns where they begin.
func (a *arena) room(n int) (start int) {
	if a.piece.Cap()-a.piece.Len() < n {
		a.piece = strings.Builder{} // strings hold the one before
		a.piece.Grow(max(n, pieceSize))
	}
	return a.piece.Len()
}

// from is the string that begins at a byte of the piece.
func (a *arena) from(start int) string { return a.piece.String()[start:] }
