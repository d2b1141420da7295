package cos

import (
	"fmt"
	"strconv"
	"strings"
)

// maxDepth is how deep arrays and dictionaries may be nested in one object.
const maxDepth = 100

// parser reads objects from bytes.
type parser struct {
	data   []byte
	pos    int
	values *int // that may still be read; nil does not count
}

// Parse reads the first object in bytes that are not a file. What follows it is
// ignored.
func Parse(data []byte) (Object, error) {
	values := maxValues
	p := parser{data: data, values: &values}
	return p.object(0)
}

func (p *parser) errorf(format string, args ...any) error {
	return fmt.Errorf("байт %d: %s", p.pos, fmt.Sprintf(format, args...))
}

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

// regular are the bytes of words: neither white space nor delimiters.
var regular = func() (table [256]bool) {
	for b := range table {
		table[b] = !isSpace(byte(b)) && strings.IndexByte("()<>[]{}/%", byte(b)) < 0
	}
	return table
}()

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// space skips white space and comments.
func (p *parser) space() {
	for p.pos < len(p.data) {
		switch b := p.data[p.pos]; {
		case isSpace(b):
			p.pos++
		case b == '%':
			for p.pos < len(p.data) && p.data[p.pos] != '\n' && p.data[p.pos] != '\r' {
				p.pos++
			}
		default:
			return
		}
	}
}

// peek is the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.pos < len(p.data) {
		return p.data[p.pos]
	}
	return 0
}

// word reads regular characters.
func (p *parser) word() []byte {
	start := p.pos
	for p.pos < len(p.data) && regular[p.data[p.pos]] {
		p.pos++
	}
	return p.data[start:p.pos]
}

// expect reads a keyword after white space.
func (p *parser) expect(keyword string) error {
	p.space()
	at := p.pos
	if got := p.word(); string(got) != keyword {
		p.pos = at
		return p.errorf("вместо %s стоит %.20q", keyword, got)
	}
	return nil
}

// integer reads an unsigned integer after white space.
func (p *parser) integer() (int, error) {
	p.space()
	n, ok := p.digits()
	if !ok {
		at := p.pos
		word := p.word()
		p.pos = at
		return 0, p.errorf("вместо целого числа стоит %.20q", word)
	}
	return n, nil
}

// digits reads a word of up to twelve digits and nothing else, or nothing.
func (p *parser) digits() (n int, ok bool) {
	const most = 12
	end := p.pos
	for end < len(p.data) && isDigit(p.data[end]) && end-p.pos <= most {
		n = 10*n + int(p.data[end]-'0')
		end++
	}
	if end == p.pos || end-p.pos > most || end < len(p.data) && regular[p.data[end]] {
		return 0, false
	}
	p.pos = end
	return n, true
}

// object reads any object but a stream.
func (p *parser) object(depth int) (Object, error) {
	if depth > maxDepth {
		return nil, p.errorf("вложенность больше %d", maxDepth)
	}
	if p.values != nil {
		if *p.values--; *p.values < 0 {
			return nil, p.errorf("значений слишком много")
		}
	}
	p.space()
	switch b := p.peek(); {
	case b == '/':
		return p.name()
	case b == '(':
		return p.literal()
	case b == '[':
		return p.array(depth)
	case b == '<' && p.pos+1 < len(p.data) && p.data[p.pos+1] == '<':
		return p.dict(depth)
	case b == '<':
		return p.hex()
	case b >= '0' && b <= '9':
		return p.numberOrRef()
	case b == '+' || b == '-' || b == '.':
		return p.number()
	}
	at := p.pos
	switch word := p.word(); string(word) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	default:
		p.pos = at
		return nil, p.errorf("неизвестное слово %.20q", word)
	}
}

// MaxNumber is the maximum length of a number, in bytes. Of longer ones, some readers read the beginning only: from 256
// bytes on.
const MaxNumber = 100

// number reads an integer or a real (ISO 32000-1, 7.3.3).
func (p *parser) number() (Object, error) {
	at := p.pos
	word := p.word()
	n, err := parseNumber(word)
	if err != nil {
		p.pos = at
		return nil, p.errorf("не число: %.20q", word)
	}
	return n, nil
}

func parseNumber(word []byte) (Object, error) {
	if len(word) > MaxNumber {
		return nil, strconv.ErrRange
	}
	digits, decimals, point := 0, 0, false
	value := 0.0 // of the digits, exact while they are few
	for i, b := range word {
		switch {
		case isDigit(b):
			digits++
			value = 10*value + float64(b-'0')
			if point {
				decimals++
			}
		case b == '.' && !point:
			point = true
		case i > 0 || b != '+' && b != '-':
			return nil, strconv.ErrSyntax
		}
	}
	if !point {
		if n, err := strconv.Atoi(string(word)); err == nil {
			return n, nil
		}
	}
	const exact = 15 // digits that a float64 holds
	if digits == 0 || digits > exact {
		real, err := strconv.ParseFloat(string(word), 64)
		return real + 0, err // -0 becomes 0
	}
	value /= powers[decimals]
	if word[0] == '-' && value > 0 {
		value = -value
	}
	return value, nil
}

// powers of ten.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// numberOrRef looks two words ahead for an R.
func (p *parser) numberOrRef() (Object, error) {
	number, ok := p.digits()
	if !ok {
		return p.number()
	}
	at := p.pos
	p.space()
	if generation, ok := p.digits(); ok {
		p.space()
		if p.peek() == 'R' && string(p.word()) == "R" {
			return Ref{number, generation}, nil
		}
	}
	p.pos = at
	return number, nil
}

func (p *parser) array(depth int) (Object, error) {
	p.pos++
	list := Array{}
	for {
		p.space()
		if p.peek() == ']' {
			p.pos++
			return list, nil
		}
		o, err := p.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			list = make(Array, 0, 8)
		}
		list = append(list, o)
	}
}

// dict reads a dictionary. A key given twice is an error: readers differ in
// which value they take.
func (p *parser) dict(depth int) (Object, error) {
	p.pos += 2
	d := Dict{}
	for {
		p.space()
		if p.peek() == '>' && p.pos+1 < len(p.data) && p.data[p.pos+1] == '>' {
			p.pos += 2
			return d, nil
		}
		if p.peek() != '/' {
			return nil, p.errorf("в словаре нет ключа")
		}
		named, err := p.name()
		if err != nil {
			return nil, err
		}
		key := named.(Name)
		value, err := p.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, twice := d[key]; twice {
			return nil, p.errorf("ключ %.20q указан дважды", key)
		}
		d[key] = value
	}
}
