package svg

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// appendNumber appends a number with at most three decimals.
func appendNumber(b []byte, v float64) []byte {
	n := int64(math.Round(v * 1000))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	if n %= 1000; n > 0 {
		b = append(b, '.', byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return b
}

// attribute appends an attribute with a number and its unit.
func (p *painter) attribute(name string, v float64, unit string) {
	p.buf = append(append(append(p.buf, ' '), name...), `="`...)
	p.buf = append(append(appendNumber(p.buf, v), unit...), '"')
}

// quoted appends an attribute with a text. The name includes what is before it.
func (p *painter) quoted(name, text string) {
	p.buf = append(append(p.buf, name...), `="`...)
	p.buf = append(appendEscaped(p.buf, text), '"')
}

// appendEscaped appends a text that is safe between tags and in a quoted attribute,
// in XML as well as in HTML. Characters that XML does not allow (XML 1.0, 2.2)
// become U+FFFD.
func appendEscaped(b []byte, text string) []byte {
	from := 0
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		replacement := ""
		switch {
		case r == '&':
			replacement = "&amp;"
		case r == '<':
			replacement = "&lt;"
		case r == '>':
			replacement = "&gt;"
		case r == '"':
			replacement = "&#34;"
		case r == '\'':
			replacement = "&#39;"
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError:
			replacement = "\uFFFD"
		}
		if replacement != "" {
			b = append(append(b, text[from:i]...), replacement...)
			from = i + size
		}
		i += size
	}
	return append(b, text[from:]...)
}
