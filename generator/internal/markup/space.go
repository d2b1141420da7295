package markup

import (
	"strings"

	"protokol/generator/document"
)

// asciiSpace is the white space of XML. It does not include the no-break space
// U+00A0, which is never removed.
const asciiSpace = " \t\r\n"

// collapse replaces runs of white space in a line with one space, across inline
// tags, and removes it at the ends of the line and around breaks.
func collapse(inlines []document.Inline) []document.Inline {
	c := collapser{spaced: true}
	line := c.line(inlines)
	return trimEnd(line)
}

// collapser keeps track of whether the line so far is empty or ends with a
// space.
type collapser struct{ spaced bool }

func (c *collapser) line(inlines []document.Inline) []document.Inline {
	var line []document.Inline
	for _, inline := range inlines {
		switch n := inline.(type) {
		case document.Text:
			if n.Value = c.text(n.Value); n.Value != "" {
				line = append(line, n)
			}
		case document.Strong:
			if inner := c.line(n.Inlines); len(inner) > 0 {
				line = append(line, document.Strong{Inlines: inner})
			}
		case document.Emphasis:
			if inner := c.line(n.Inlines); len(inner) > 0 {
				line = append(line, document.Emphasis{Inlines: inner})
			}
		case document.Link:
			if inner := c.line(n.Inlines); len(inner) > 0 {
				line = append(line, document.Link{Target: n.Target, Inlines: inner})
			}
		case document.Break:
			line, c.spaced = append(trimEnd(line), n), true
		case document.Checkbox, document.Blank, document.Boxes, document.Input:
			line, c.spaced = append(line, n), false
		default:
			panic("markup: unknown inline")
		}
	}
	return line
}

func (c *collapser) text(s string) string {
	if c.isSpaced(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := range len(s) { // bytes: white space is ASCII
		if s[i] == lineEnd {
			b.WriteByte(lineEnd)
			c.spaced = true
			continue
		}
		isSpace := s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r'
		if !isSpace {
			b.WriteByte(s[i])
		} else if !c.spaced {
			b.WriteByte(' ')
		}
		c.spaced = isSpace
	}
	return b.String()
}

// isSpaced reports whether a text needs no change because it has only single
// spaces between words.
func (c *collapser) isSpaced(s string) bool {
	spaced := c.spaced
	for i := range len(s) {
		if s[i] > ' ' {
			spaced = false
			continue
		}
		if spaced || s[i] != ' ' {
			return false
		}
		spaced = true
	}
	c.spaced = spaced
	return true
}

// trimEnd removes the space at the end of a line, even if it is nested.
func trimEnd(line []document.Inline) []document.Inline {
	for len(line) > 0 {
		last := len(line) - 1
		switch n := line[last].(type) {
		case document.Text:
			n.Value = strings.TrimRight(n.Value, " ")
			line[last] = n
			if n.Value != "" {
				return line
			}
		case document.Strong:
			n.Inlines = trimEnd(n.Inlines)
			line[last] = n
			if len(n.Inlines) > 0 {
				return line
			}
		case document.Emphasis:
			n.Inlines = trimEnd(n.Inlines)
			line[last] = n
			if len(n.Inlines) > 0 {
				return line
			}
		case document.Link:
			n.Inlines = trimEnd(n.Inlines)
			line[last] = n
			if len(n.Inlines) > 0 {
				return line
			}
		default:
			return line
		}
		line = line[:last]
	}
	return line
}
