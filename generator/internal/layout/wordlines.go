package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/flow"
)

// Lines of papers from Word end where Word ends them: after any hyphen or dash
// inside a word, and at soft hyphens. In newer documents the spaces of justified
// lines shrink when that saves a word for the line.

// softHyphen is an optional hyphen, which is printed only at the end of a line.
const softHyphen = '\u00ad'

// wordJoiner is not printed; a line does not end before it, as after a hyphen that
// does not break.
const wordJoiner = '\u2060'

// maxShrink is the part of its width that a space of a justified line may lose for the sake of another word; for a
// word that is narrower than wideWord with the space before it, less in proportion, and nothing for a single
// letter. ONLYOFFICE, which follows Word, ends lines in this way.
const (
	maxShrink = 0.25
	wideWord  = 12.5 * flow.PointsPerMM
)

// shrink returns the part of their width that spaces may lose for a word after a space.
func (w *word) shrink(space float64) float64 {
	if len(w.fragments) == 1 && utf8.RuneCountInString(w.fragments[0].Text) == 1 {
		return 0
	}
	return maxShrink * min(1, (space+w.width)/wideWord)
}

// wordBreaksAfter reports whether Word breaks a line after the character r at a
// byte of a text.
func wordBreaksAfter(text string, at int, r rune) bool {
	if r != '-' && r != '–' && r != '—' || at == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	next, size := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r):])
	if r == '–' && next >= '0' && next <= '9' && before >= '0' && before <= '9' {
		return false
	}
	return size > 0 && next != ' ' && before != ' ' && next != '-' && !isSpace(next)
}

func isSpace(r rune) bool { return r == noBreakSpace || r == wordJoiner || r == '\t' }

// bracketed reports whether the space at a byte of the current run is inside brackets, next to one of them: there, a
// line ends neither after the opening bracket nor before the closing one, nor before the signs that belong to the word
// before them. ONLYOFFICE and LibreOffice (Unicode Standard Annex 14, rules 13 and 14) end lines in this way, so that a
// placeholder such as {{ name }} is not divided.
func (c *cutter) bracketed(at int) bool {
	if c.loose {
		return false
	}
	before, behind := c.run.Text[:at], c.run.Text[at+1:]
	if before == "" && c.at > 0 && c.runs[c.at-1].Kind == flow.Letters {
		before = c.runs[c.at-1].Text
	}
	if behind == "" && c.at+1 < len(c.runs) && c.runs[c.at+1].Kind == flow.Letters {
		behind = c.runs[c.at+1].Text
	}
	if before == "" || behind == "" || before[len(before)-1] == ' ' {
		return false
	}
	switch before[len(before)-1] {
	case '(', '[', '{':
		return true
	}
	switch behind[0] {
	case ')', ']', '}', '!', '?', ':', ';':
		return true
	}
	return false
}

// held returns the width of the spaces in a word that brackets hold.
func (w *word) held() (width float64) {
	for i := range w.fragments {
		if f := &w.fragments[i]; f.spaces > 0 {
			width += float64(strings.Count(f.Text, " ")) * f.advance(' ')
		}
	}
	return width
}

// soften ends the open word at a soft hyphen.
func (c *cutter) soften() {
	if c.filled && c.open.space == 0 {
		c.open.soft = true
		c.close(false)
	}
}

// hyphenate shows the soft hyphen after a word at the end of a line of the given
// width.
func (w *word) hyphenate(width float64) (word, float64) {
	f := w.fragments[len(w.fragments)-1]
	sign := f
	sign.Text, sign.Width, sign.spaces, sign.piece, sign.pieces = SoftHyphen, f.advance('-'), 0, piece{}, nil
	divided := *w
	divided.fragments = append(w.fragments[:len(w.fragments):len(w.fragments)], sign)
	divided.width += sign.Width
	divided.divided = true
	return divided, width + sign.Width
}

// hyphenWidth returns the width of the hyphen after a word.
func (w *word) hyphenWidth() float64 {
	if !w.soft || len(w.fragments) == 0 {
		return 0
	}
	return w.fragments[len(w.fragments)-1].advance('-')
}

// fit returns the number of words that fit on a line and their width. Of words
// with soft hyphens, the hyphen must fit, too.
func (f frame) fit(words []word, room float64, align flow.Align) (count int, width float64) {
	if f.tight && align == flow.Justify {
		count, width = fitTight(words, room)
	} else {
		count, width = fit(words, room)
	}
	for count > 1 && count < len(words) && words[count-1].soft && width+words[count-1].hyphenWidth() > room+slack {
		count--
		width -= words[count].width + words[count-1].space
	}
	return count, width
}

// fitTight is fit for lines whose spaces may shrink.
func fitTight(words []word, room float64) (count int, width float64) {
	space, gives, white := 0.0, 0.0, 0.0 // of the spaces before a word; what of them may shrink
	for i := range words {
		w := &words[i]
		if i > 0 && width+space+w.width > room+slack && !w.isBlank() &&
			width+space+w.width-w.shrink(space)*(white+gives) > room+slack {
			return i, width
		}
		width += space + w.width
		if white += gives; width <= room { // a longer word is not counted again for each of its lines
			white += w.held()
		}
		if space, gives = w.space, w.space; w.rigid {
			gives = 0
		}
		if w.ends {
			return i + 1, width
		}
	}
	return len(words), width
}

// divideNext divides the word after those of a line, as Word does with automatic hyphenation:
// when more than the zone is left of the line, at the last place that fits (ECMA-376-1,
// 17.15.1.53). It returns the remaining words, the first of which is the rest of the divided
// word, and the line.
func (s *splitter) divideNext(f frame, words, line []word, width, room float64) ([]word, []word, float64) {
	count := len(line)
	if count == 0 || count == len(words) || line[count-1].ends || line[count-1].space == 0 || room-width <= f.zone {
		return words, line, width
	}
	space := line[count-1].space
	head, tail, ok := f.divide(&words[count], room-width-space)
	if !ok {
		return words, line, width
	}
	if !s.owns(words) {
		words = slices.Clone(words)
		s.list = words
	}
	words[count] = tail
	return words, append(line, head), width + space + head.width
}

// divide divides a word at the last place at which its beginning and a hyphen are at
// most as wide as room.
func (f frame) divide(w *word, room float64) (head, tail word, ok bool) {
	if len(w.fragments) != 1 || w.fragments[0].Kind != Letters || w.fragments[0].Boxed {
		return head, tail, false
	}
	sign := w.fragments[0].advance('-')
	begin, size := core(w.text())
	offsets := f.known.offsets(w.text()[begin : begin+size])
	for i := len(offsets) - 1; i >= 0; i-- {
		if at := begin + offsets[i]; w.headWidth(at)+sign <= room+slack {
			head, tail = w.divide(at)
			return head, tail, true
		}
	}
	return head, tail, false
}

// tracked returns the width of n characters of the current run.
func (c *cutter) tracked(width float64, n int) float64 { return c.run.Effects.Width(width, n) }

// alone adds a fragment as a separate word.
func (c *cutter) alone(r Run) {
	c.close(false)
	c.push(c.fragment(r, c.index, 0))
	c.close(false)
}

// picture adds a picture in the line: a figure of its own in the structure.
func (c *cutter) picture() {
	image := c.run.Image
	line := c.element
	if line != nil && image.Alt != "" {
		c.element = line.add(flow.FigureOf)
		c.element.Alt = image.Alt
	} else {
		c.element = nil
	}
	c.push(c.fragment(Run{Kind: Image, Width: image.Width, Image: image}, c.index, 0))
	c.element = line
}
