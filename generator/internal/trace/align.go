package trace

import (
	"unicode"
	"unicode/utf8"
)

// segment maps a part of an old text to a part of a new one.
type segment struct {
	from, to   int // bytes of the old text
	start, end int // bytes of the new one
	same       bool
}

// align returns the segments of an old text and a new one that differs only
// locally: other quotes, dashes and spaces between the same words, a capital.
// The segments cover both texts in order. The time is linear in the lengths of
// the texts: after a difference the search for the next match is limited to a
// window.
func align(old, text string) []segment {
	var list []segment
	for i, j := 0, 0; i < len(old) || j < len(text); {
		a, b := old[i:], text[j:]
		di := common(a, b)
		dj, same := di, di > 0
		switch {
		case a == "" || b == "":
			di, dj = len(a), len(b)
		case !same:
			di, dj = resync(a, b)
		}
		list = append(list, segment{i, i + di, j, j + dj, same})
		i, j = i+di, j+dj
	}
	return list
}

// common returns the length of the common prefix of two texts, in whole
// characters.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}

// resync returns how much to skip of two texts that start with different
// letters until they match again: a letter in another form, the characters
// between words, or the result of a search.
func resync(a, b string) (da, db int) {
	was, x := utf8.DecodeRuneInString(a)
	is, y := utf8.DecodeRuneInString(b)
	if x > 0 && y > 0 && fold(was) == fold(is) {
		return x, y
	}
	if da, db = gap(a), gap(b); da+db > 0 && sameWord(a[da:], b[db:]) {
		return between(a[:da], b[:db])
	}
	return search(a, b)
}

// window is the number of letters of either text that are searched.
const window = 8

// gap returns the length of the text before the next word.
func gap(s string) (n int) {
	for range 4 * window {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || isWord(r) {
			break
		}
		n += size
	}
	return n
}

// isWord reports whether a character is part of a word, and so is not changed
// by typography.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '№' }

// fold returns the same character for all forms of a letter. A Latin N before a
// number is typed instead of №.
func fold(r rune) rune {
	if r == 'N' {
		return '№'
	}
	return unicode.ToLower(r)
}

// sameWord reports whether two texts start with the same letter or are both
// empty.
func sameWord(a, b string) bool {
	r, x := utf8.DecodeRuneInString(a)
	other, y := utf8.DecodeRuneInString(b)
	return fold(r) == fold(other) && (x == 0) == (y == 0)
}

// between returns the change at the beginning of the text between two words:
// one character if both have the same number, otherwise everything but the
// common suffix.
func between(a, b string) (da, db int) {
	if utf8.RuneCountInString(a) == utf8.RuneCountInString(b) {
		_, da = utf8.DecodeRuneInString(a)
		_, db = utf8.DecodeRuneInString(b)
		return da, db
	}
	for a != "" && b != "" {
		r, x := utf8.DecodeLastRuneInString(a)
		other, y := utf8.DecodeLastRuneInString(b)
		if r != other {
			break
		}
		a, b = a[:len(a)-x], b[:len(b)-y]
	}
	return len(a), len(b)
}

// search returns the position in the window after which most letters match for
// the fewest skipped.
func search(a, b string) (da, db int) {
	x, y := boundaries(a), boundaries(b)
	da, db = x[len(x)-1], y[len(y)-1]
	best := 0
	for i, at := range x {
		for j, to := range y {
			if i+j == 0 {
				continue
			}
			if score := 2*agreement(a[at:], b[to:]) - (i + j); score > best {
				best, da, db = score, at, to
			}
		}
	}
	return da, db
}

// boundaries returns the offsets of the letters of a text up to the window, and
// the end of the last one.
func boundaries(s string) []int {
	list := make([]int, 1, window+1)
	at := 0
	for at < len(s) && len(list) <= window {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
		list = append(list, at)
	}
	return list
}

// agreement returns the number of letters of words that the beginnings of two
// texts have in common, ignoring characters between words. If both texts end
// there, it is one more.
func agreement(a, b string) int {
	const enough = 12
	for n := range enough {
		a, b = a[gap(a):], b[gap(b):]
		r, x := utf8.DecodeRuneInString(a)
		other, y := utf8.DecodeRuneInString(b)
		switch {
		case x == 0 && y == 0:
			return n + 1
		case x == 0 || y == 0 || fold(r) != fold(other):
			return n
		}
		a, b = a[x:], b[y:]
	}
	return enough
}

// owner returns the byte of the old text that a changed segment belongs to: the
// first replaced one, or the one before an insertion.
func (s segment) owner() int {
	if s.from < s.to {
		return s.from
	}
	return max(0, s.from-1)
}

// piece is the result of a part of the old text.
type piece struct {
	start, end int // bytes of the new text
	from, to   int // bytes of the old one
	same       bool
}

// pieces returns the results of the old text between two bytes. Segments before
// next end before it.
func pieces(list []segment, next *int, from, to int) []piece {
	var found []piece
	for *next > 0 && list[*next-1].to >= from {
		*next--
	}
	for ; *next < len(list) && list[*next].from <= to; *next++ {
		s := list[*next]
		switch {
		case s.same:
			if a, b := max(s.from, from), min(s.to, to); a < b {
				found = append(found, piece{s.start + a - s.from, s.start + b - s.from, a, b, true})
			}
		case s.start < s.end && s.owner() >= from && s.owner() < to:
			begin := max(s.from, from)
			found = append(found, piece{s.start, s.end, begin, max(begin, min(s.to, to)), false})
		}
	}
	return found
}
