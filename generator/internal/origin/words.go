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
	buf  []byte
}

// NewWords returns a digest of nothing yet.
func NewWords() *Words { return &Words{hash: sha256.New()} }

// Add adds a piece of text.
func (w *Words) Add(text string) {
	w.buf = w.buf[:0]
	for _, r := range text {
		switch {
		case r == '\u2010' || r == '\u2011':
			r = '-'
		case r >= 'ﬀ' && r <= 'ﬆ':
			w.buf = append(w.buf, ligatures[r-'ﬀ']...)
			continue
		case r <= ' ' || r >= 0x7F && ignored(r):
			continue
		}
		w.buf = utf8.AppendRune(w.buf, r)
	}
	w.hash.Write(w.buf)
}

// ligatures are the letters of U+FB00 to U+FB06; PDF readers return these.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// ignored reports whether a character that is not ASCII is a space, invisible, or of
// a script from right to left (Unicode, blocks U+0590–U+08FF, U+FB1D–U+FDFF).
func ignored(r rune) bool {
	if r >= 'А' && r <= 'я' { // most of a paper
		return false
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.C, r) || r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF
}

// Sum returns the digest.
func (w *Words) Sum() string { return wordsMethod + hex.EncodeToString(w.hash.Sum(nil)[:digestSize]) }

// KnowsWords reports whether the digest of the words of a paper was made by the
// method of this program.
func (p Proof) KnowsWords() bool { return strings.HasPrefix(p.Words, wordsMethod) }

// KnowsSource reports the same of the digest of its source.
func (p Proof) KnowsSource() bool { return strings.HasPrefix(p.Source, sourceMethod) }
