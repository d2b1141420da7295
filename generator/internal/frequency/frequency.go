// Package frequency lists the codes of frequent Russian letters in single-byte
// encodings, by which the encoding of a text is guessed.
package frequency

// Codes of the ten most frequent letters of Russian text, оеаинтсрвл, in lower
// case and then in upper case. In the right encoding they are about six of ten
// letters.
const (
	Windows1251 = "\xEE\xE5\xE0\xE8\xED\xF2\xF1\xF0\xE2\xEB\xCE\xC5\xC0\xC8\xCD\xD2\xD1\xD0\xC2\xCB"
	KOI8R       = "\xCF\xC5\xC1\xC9\xCE\xD4\xD3\xD2\xD7\xCC\xEF\xE5\xE1\xE9\xEE\xF4\xF3\xF2\xF7\xEC"
	CP866       = "\xAE\xA5\xA0\xA8\xAD\xE2\xE1\xE0\xA2\xAB\x8E\x85\x80\x88\x8D\x92\x91\x90\x82\x8B"
)
