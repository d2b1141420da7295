package origin

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"
	"sync"
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

// pool keeps digests for reuse: every letter of a batch needs one.
var pool = sync.Pool{New: func() any { return &Words{sha256.New(), make([]byte, 0, wordsBuffer+wordsBuffer/4)} }}

// NewWords returns a digest of nothing yet.
func NewWords() *Words { return pool.Get().(*Words) }

// Add adds a piece of text.
func (w *Words) Add(text string) {
	start := 0 // of what is not added yet
	for i := 0; i < len(text); {
		if n := ordinary(text[i:]); n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if other, differs := canonical(r); differs {
			w.buf = append(append(w.buf, text[start:i]...), other...)
			start = i + size
		}
		i += size
	}
	if w.buf = append(w.buf, text[start:]...); len(w.buf) >= wordsBuffer {
		w.hash.Write(w.buf)
		w.buf = w.buf[:0]
	}
}

// ordinary returns the length in bytes of the character at the beginning of a text if
// it is printable ASCII or one of А–я, which most of a paper is, and 0 if not.
func ordinary(text string) int {
	switch b := text[0]; {
	case b > ' ' && b < 0x7F:
		return 1
	case len(text) > 1 && (b == 0xD0 && text[1] >= 0x90 || b == 0xD1 && text[1] < 0x90):
		return 2
	}
	return 0
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
	case r >= 'Ѐ' && r <= 'ԯ', r >= '–' && r <= '„', r == '«', r == '»', r == '№':
		return "", false // what is frequent
	case r == ' ', r >= 0x0590 && r <= 0x08FF, r >= 0xFB1D && r <= 0xFDFF, r == utf8.RuneError:
		return "", r != utf8.RuneError
	}
	return "", unicode.IsSpace(r) || unicode.Is(unicode.C, r)
}

// ligatures are the letters of U+FB00 to U+FB06; PDF readers return these.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// Sum returns the digest. The Words must not be used afterwards.
func (w *Words) Sum() string {
	w.hash.Write(w.buf)
	var sum [sha256.Size]byte
	w.hash.Sum(sum[:0])
	w.hash.Reset()
	w.buf = w.buf[:0]
	pool.Put(w)
	return wordsMethod + hex.EncodeToString(sum[:digestSize])
}

// KnowsWords reports whether the digest of the words of a paper was made by the
// method of this program.
func (p Proof) KnowsWords() bool { return strings.HasPrefix(p.Words, wordsMethod) }

// KnowsSource reports the same of the digest of its source.
func (p Proof) KnowsSource() bool { return strings.HasPrefix(p.Source, sourceMethod) }

// BodySum returns what a paper records of the markup of a DOCX, by the CRC-32 that
// archives have of it anyway. It shows whether somebody has touched the file in any
// way, its look and the answers in a form included; it is not proof.
func BodySum(crc uint32) string { return fmt.Sprintf("1-%08x", crc) }
