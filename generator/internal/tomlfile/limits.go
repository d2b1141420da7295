package tomlfile

import (
	"bytes"
	"unicode/utf8"
)

// Limits of a file. The parsers recurse into brackets and dotted keys without a
// limit, and a stack overflow in Go ends the process.
const (
	// MaxSize is the largest file read, in bytes.
	MaxSize = 1 << 20

	maxDepth  = 100     // brackets in brackets, and parts of a dotted key
	maxKey    = 1000    // bytes of a dotted path
	maxPlaces = 200_000 // keys and elements of lists
)

// WithinLimits reports whether a file may be given to a parser: whether it is text
// of a size and a nesting that no parser chokes on.
func WithinLimits(src []byte) bool {
	return len(src) <= MaxSize && utf8.Valid(src) && bytes.IndexByte(src, 0) < 0 && depth(src) <= maxDepth
}

// depth returns the nesting depth of brackets outside strings and comments, or the
// number of parts of the longest dotted key, whichever is greater.
func depth(src []byte) (deepest int) {
	level, dots := 0, 0
	for i := 0; i < len(src); {
		switch src[i] {
		case '"', '\'':
			i = afterString(src, i)
			continue
		case '#':
			end := bytes.IndexByte(src[i:], '\n')
			if end < 0 {
				return deepest
			}
			i += end
			continue
		case '[', '{':
			level++
			dots = 0
		case ']', '}':
			level = max(0, level-1)
			dots = 0
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		deepest = max(deepest, level, dots)
		i++
	}
	return deepest
}

// afterString returns the offset after the string that begins at i. An unterminated
// string ends with its line, where the parsers stop, too.
func afterString(src []byte, i int) int {
	first, quote := src[i], src[i:i+1]
	if i+2 < len(src) && src[i+1] == first && src[i+2] == first {
		quote = src[i : i+3]
	}
	for i += len(quote); i < len(src); i++ {
		switch c := src[i]; {
		case c == '\\' && first == '"':
			i++
		case c == first && bytes.HasPrefix(src[i:], quote):
			return i + len(quote)
		case c == '\n' && len(quote) == 1:
			return i
		}
	}
	return len(src)
}
