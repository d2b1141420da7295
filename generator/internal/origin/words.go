package origin

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsMethod is the number of the method of Words.
const wordsMethod = "1-"

// Words is a running digest of the words of a paper in their order. It ignores what
// programs change when they save or show a paper: spaces, line breaks, invisible
// characters, which kind of hyphen it is, Latin ligatures, letters that are written
// from right to left, whose order readers turn. Anyone can compute it, so that it shows an
// edit and not a forgery.
type Words struct {
	hash hash.Hash
	buf  []byte // not hashed yet
}

// wordsBuffer is the number of bytes that are hashed at once.
const wordsBuffer = 4 << 10

// NewWords returns a digest of nothing yet.
func NewWords() *Words { return &Words{sha256.New(), make([]byte, 0, wordsBuffer+wordsBuffer/4)} }

// Add adds a piece of text.
func (w *Words) Add(text string) {
	start := 0 // of what is not added yet
	for i, r := range text {
		if r > ' ' && r < 0x7F || r >= 'А' && r <= 'я' { // most of a paper
			continue
		}
		if other, differs := canonical(r); differs {
			w.buf = append(append(w.buf, text[start:i]...), other...)
			start = i + utf8.RuneLen(r)
		}
	}
	if w.buf = append(w.buf, text[start:]...); len(w.buf) >= wordsBuffer {
		w.hash.Write(w.buf)
		w.buf = w.buf[:0]
	}
}

// canonical returns what counts in place of a character, if it is not the character
// itself: nothing for a space, an invisible character, and one of a script from right
// to left (Unicode, blocks U+0590–U+08FF and U+FB1D–U+FDFF).
func canonical(r rune) (other string, differs bool) {
	switch {
	case r == '\u2010' || r == '\u2011':
		return "-", true
	case r >= 'ﬀ' && r <= 'ﬆ':
		return ligatures[r-'ﬀ'], true
	case r == ' ', r >= 0x0590 && r <= 0x08FF, r >= 0xFB1D && r <= 0xFDFF, r == utf8.RuneError:
		return "", r != utf8.RuneError
	}
	return "", unicode.IsSpace(r) || unicode.Is(unicode.C, r)
}

// ligatures are the letters of U+FB00 to U+FB06; PDF readers return these.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// Sum returns the digest. Nothing can be added afterwards.
func (w *Words) Sum() string {
	w.hash.Write(w.buf)
	return wordsMethod + hex.EncodeToString(w.hash.Sum(nil)[:digestSize])
}

// KnowsWords reports whether the digest of the words of a paper was made by the
// method of this program.
func (p Proof) KnowsWords() bool { return strings.HasPrefix(p.Words, wordsMethod) }

// KnowsSource reports the same of the digest of its source.
func (p Proof) KnowsSource() bool { return strings.HasPrefix(p.Source, sourceMethod) }
