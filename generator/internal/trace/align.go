package trace

import (
	"unicode"
	"unicode/utf8"
)

// segment says that a part of an old text became a part of a new one.
type segment struct {
	from, to   int // bytes of the old text
	start, end int // bytes of the new one
	same       bool
}

// align finds which part of an old text became which part of a new one, for
// changes that are local: other quotes, dashes and spaces between the same words, a
// capital. The segments cover both texts in order. It takes time linear in the
// lengths of the texts: where they part, it looks for the place where they meet
// again no further than a window.
func align(old, text string) []segment {
	var list []segment
	for i, j := 0, 0; i < len(old) || j < len(text); {
		a, b := old[i:], text[j:]
		di := common(a, b)
		dj, same := di, di > 0
		if !same {
			di, dj = meet(a, b)
		}
		list = append(list, segment{i, i + di, j, j + dj, same})
		i, j = i+di, j+dj
	}
	return list
}

// common is the length of the common beginning of two texts, in whole letters.
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

// meet is how much of two texts, which begin with different letters, is passed
// before they meet again: a letter in its other form, what stands between words, or
// else what a search finds.
func meet(a, b string) (da, db int) {
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

// window is how many letters of either text are searched.
const window = 8

// gap is the length of what stands before the next word of a text.
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

// isWord is true of what stays whatever stands around it.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '№' }

// fold is the same of all forms of a letter. A Latin N before a number is typed for №.
func fold(r rune) rune {
	if r == 'N' {
		return '№'
	}
	return unicode.ToLower(r)
}

// sameWord reports whether two texts go on with the same letter, or end together.
func sameWord(a, b string) bool {
	r, x := utf8.DecodeRuneInString(a)
	other, y := utf8.DecodeRuneInString(b)
	return fold(r) == fold(other) && (x == 0) == (y == 0)
}

// between is the change at the beginning of what stands between two words: one
// sign for another where there are as many of both, else all but what both end
// with.
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

// search finds where two texts meet again: the place in the window with the most
// letters in common behind it for the fewest passed.
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

// boundaries are where the letters of a text begin, up to the window, and where
// the last of them ends.
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

// agreement is how many letters of words two texts begin with in common, whatever
// stands between the words. Texts that end together agree in one letter more.
func agreement(a, b string) int {
	const enough = 12
	for n := range enough {
		a, b = a[gap(a):], b[gap(b):]
		r, x := utf8.DecodeRuneInString(a)
		other, y := utf8.DecodeRuneInString(b)
		switch {
		case x == 0 && y == 0:
			return n + 1
		case fold(r) != fold(other):
			return n
		}
		a, b = a[x:], b[y:]
	}
	return enough
}

// owner is the byte of the old text that a changed segment belongs to: the first
// that was replaced, or the one before what was put in.
func (s segment) owner() int {
	if s.from < s.to {
		return s.from
	}
	return max(0, s.from-1)
}

// piece is what a part of the old text became.
type piece struct {
	start, end int // bytes of the new text
	from, to   int // bytes of the old one
	same       bool
}

// pieces are what the part of the old text between two bytes became. Segments
// before next end before it.
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
