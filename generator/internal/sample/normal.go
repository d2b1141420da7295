package sample

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// normal is a text without differences of typing: case, spaces, quotation marks,
// dashes, the spaces between initials.
type normal struct {
	text string
	at   []int // places of its bytes in the text, and the end
}

const spaces = " \t\n\r\u00a0\u2002\u2003\u2009\u202f"

// sign returns the usual character for those that are typed in several ways.
func sign(r rune) rune {
	switch r {
	case 'ё':
		return 'е'
	case '«', '»', '„', '“', '”':
		return '"'
	case '–', '—', '−', '\u2011':
		return '-'
	case '’', '‘':
		return '\''
	}
	return r
}

func normalize(text string) normal {
	var b strings.Builder
	n := normal{at: make([]int, 0, len(text)+1)}
	b.Grow(len(text))
	add := func(r rune, at int) {
		size, _ := b.WriteRune(r)
		for range size {
			n.at = append(n.at, at)
		}
	}
	gap, last := -1, [3]rune{}
	for at, r := range text {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			continue
		case strings.ContainsRune(spaces, r):
			if gap < 0 {
				gap = at
			}
			continue
		}
		if gap < 0 && r == 'г' && unicode.IsDigit(last[2]) {
			gap = at // «2026г.»
		}
		if gap >= 0 && b.Len() > 0 && !joins(last, r) {
			add(' ', gap)
			last = [3]rune{last[1], last[2], ' '}
		}
		gap = -1
		add(sign(unicode.ToLower(r)), at)
		last = [3]rune{last[1], last[2], r}
	}
	n.at = append(n.at, len(strings.TrimRight(text, spaces)))
	n.text = b.String()
	return n
}

// joins reports whether a space after three characters and before one does not
// count: «А. В. Петров», «№ 5».
func joins(last [3]rune, next rune) bool {
	if last[2] == '№' {
		return true
	}
	return last[2] == '.' && unicode.IsLetter(last[1]) && !unicode.IsLetter(last[0]) && unicode.IsLetter(next)
}

// find returns the places of a text, which begins and ends with whole words.
func (n normal) find(text string) (list [][2]int) {
	for from := 0; text != ""; {
		i := strings.Index(n.text[from:], text)
		if i < 0 {
			return list
		}
		i += from
		end := i + len(text)
		if n.bounded(i, end) {
			list = append(list, [2]int{i, end})
			from = end
			continue
		}
		_, size := utf8.DecodeRuneInString(n.text[i:])
		from = i + size
	}
	return list
}

// has reports whether find finds a text.
func (n normal) has(text string) bool { return strings.Contains(n.text, text) && len(n.find(text)) > 0 }

// bounded reports whether words end at both ends of a range.
func (n normal) bounded(from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(n.text[:from])
	first, _ := utf8.DecodeRuneInString(n.text[from:])
	last, _ := utf8.DecodeLastRuneInString(n.text[:to])
	after, _ := utf8.DecodeRuneInString(n.text[to:])
	return !(isWord(before) && isWord(first)) && !(isWord(last) && isWord(after)) &&
		!(unicode.IsDigit(first) && endsNumber(n.text[:from])) && !(unicode.IsDigit(last) &&
		beginsNumber(n.text[to:]))
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// endsNumber reports whether a number goes on: the 5 of «1.5» is not a number.
func endsNumber(before string) bool {
	trimmed := strings.TrimRight(before, ".,:/-")
	return len(before)-len(trimmed) == 1 && trimmed != "" && unicode.IsDigit(rune(trimmed[len(trimmed)-1]))
}

func beginsNumber(after string) bool {
	return len(after) > 1 && strings.ContainsRune(".,:/-", rune(after[0])) && unicode.IsDigit(rune(after[1]))
}

// Word is a word of a text.
type Word struct{ Normal, Shown string }

// Words returns the words of a text, without differences of typing.
func Words(text string) (list []Word) {
	n := normalize(text)
	from := 0
	for from < len(n.text) {
		end := strings.IndexByte(n.text[from:], ' ')
		if end < 0 {
			end = len(n.text) - from
		}
		if end > 0 {
			list = append(list, Word{n.text[from : from+end], text[n.at[from]:n.end(text, from+end)]})
		}
		from += end + 1
	}
	return list
}
