package cos

import (
	"bytes"
	"fmt"
	"strconv"
)

// maxDepth is how deep arrays and dictionaries nest in one object.
const maxDepth = 100

// parser reads objects from bytes.
type parser struct {
	data   []byte
	pos    int
	values *int // that may still be read; nil does not count
}

func (p *parser) errorf(format string, args ...any) error {
	return fmt.Errorf("байт %d: %s", p.pos, fmt.Sprintf(format, args...))
}

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

func isDelimiter(b byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), b) >= 0 }

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
func (p *parser) word() string {
	start := p.pos
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && !isDelimiter(p.data[p.pos]) {
		p.pos++
	}
	return string(p.data[start:p.pos])
}

// expect reads a keyword after white space.
func (p *parser) expect(keyword string) error {
	p.space()
	at := p.pos
	if got := p.word(); got != keyword {
		p.pos = at
		return p.errorf("вместо %s стоит %.20q", keyword, got)
	}
	return nil
}

// integer reads an unsigned integer after white space.
func (p *parser) integer() (int, error) {
	p.space()
	at := p.pos
	word := p.word()
	n, err := strconv.Atoi(word)
	if err != nil || n < 0 || len(word) > 12 || word[0] == '+' {
		p.pos = at
		return 0, p.errorf("вместо целого числа стоит %.20q", word)
	}
	return n, nil
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
	switch word := p.word(); word {
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

func (p *parser) number() (Object, error) {
	at := p.pos
	word := p.word()
	if n, err := strconv.Atoi(word); err == nil {
		return n, nil
	}
	for i := range len(word) {
		if b := word[i]; (b < '0' || b > '9') && b != '.' && !(i == 0 && (b == '+' || b == '-')) {
			p.pos = at
			return nil, p.errorf("не число: %.20q", word)
		}
	}
	real, err := strconv.ParseFloat(word, 64)
	if err != nil {
		p.pos = at
		return nil, p.errorf("не число: %.20q", word)
	}
	return real + 0, nil // -0 becomes 0
}

// numberOrRef looks two words ahead for an R.
func (p *parser) numberOrRef() (Object, error) {
	first, err := p.number()
	number, ok := first.(int)
	if err != nil || !ok {
		return first, err
	}
	at := p.pos
	if generation, err := p.integer(); err == nil {
		p.space()
		if p.peek() == 'R' && p.word() == "R" {
			return Ref{number, generation}, nil
		}
	}
	p.pos = at
	return number, nil
}

func (p *parser) name() (Name, error) {
	p.pos++
	word := []byte(p.word())
	if bytes.IndexByte(word, '#') < 0 {
		return Name(word), nil
	}
	var b []byte
	for i := 0; i < len(word); i++ {
		if word[i] != '#' {
			b = append(b, word[i])
			continue
		}
		if i+2 >= len(word) {
			return "", p.errorf("имя с неполным кодом: %.20q", word)
		}
		code, err := strconv.ParseUint(string(word[i+1:i+3]), 16, 8)
		if err != nil {
			return "", p.errorf("имя с неверным кодом: %.20q", word)
		}
		b = append(b, byte(code))
		i += 2
	}
	return Name(b), nil
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
		key, err := p.name()
		if err != nil {
			return nil, err
		}
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
