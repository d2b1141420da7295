package cos

import (
	"bytes"
	"encoding/hex"
)

// hex reads a string in hexadecimal (ISO 32000-1, 7.3.4.3).
func (p *parser) hex() (Object, error) {
	p.pos++
	end := bytes.IndexByte(p.data[p.pos:], '>')
	if end < 0 {
		return nil, p.errorf("строка не закрыта")
	}
	b := make([]byte, end/2, end/2+1)
	if _, err := hex.Decode(b, p.data[p.pos:p.pos+end]); err == nil {
		p.pos += end + 1
		return String(b), nil
	}
	b = b[:0]
	half, odd := byte(0), false
	for _, c := range p.data[p.pos : p.pos+end] {
		if isSpace(c) {
			continue
		}
		digit, ok := hexDigit(c)
		if !ok {
			return nil, p.errorf("в строке не шестнадцатеричная цифра %q", c)
		}
		if odd = !odd; odd {
			half = digit << 4
		} else {
			b = append(b, half|digit)
		}
	}
	if odd {
		b = append(b, half)
	}
	p.pos += end + 1
	return String(b), nil
}

func hexDigit(c byte) (value byte, ok bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f', '(': '(', ')': ')', '\\': '\\'}

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (p *parser) literal() (Object, error) {
	var b []byte
	open := 0
	for ; p.pos < len(p.data); p.pos++ {
		plain := bytes.IndexAny(p.data[p.pos:], "()\\\r")
		if plain < 0 {
			p.pos = len(p.data)
			break
		}
		b = append(b, p.data[p.pos:p.pos+plain]...)
		p.pos += plain
		switch c := p.data[p.pos]; c {
		case '(':
			if open++; open > 1 {
				b = append(b, c)
			}
		case ')':
			if open--; open == 0 {
				p.pos++
				return String(b), nil
			}
			b = append(b, c)
		case '\\':
			p.pos++
			b = p.escape(b)
		case '\r': // an end of line is read as a line feed
			if p.pos+1 < len(p.data) && p.data[p.pos+1] == '\n' {
				p.pos++
			}
			b = append(b, '\n')
		}
	}
	return nil, p.errorf("строка не закрыта")
}

// escape reads an escape sequence after its reverse solidus and stops at its last
// byte.
func (p *parser) escape(b []byte) []byte {
	c := p.peek()
	switch {
	case c >= '0' && c <= '7':
		code := 0
		for i := 0; i < 3 && p.peek() >= '0' && p.peek() <= '7'; i++ {
			code = code<<3 | int(p.peek()-'0')
			p.pos++
		}
		p.pos--
		return append(b, byte(code))
	case c == '\r':
		if p.pos+1 < len(p.data) && p.data[p.pos+1] == '\n' {
			p.pos++
		}
		return b
	case c == '\n':
		return b
	}
	if plain, ok := escapes[c]; ok {
		return append(b, plain)
	}
	return append(b, c)
}
