package tomledit

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// file is a file with the places of its expressions.
type file struct {
	src     []byte
	end     string // of a line
	entries []*entry
}

// span is a range of the bytes of a file.
type span struct{ from, to int }

// entry is an expression: a header, or a key with its value.
type entry struct {
	span        // its lines, with the end of the last one
	at     int  // the beginning of the comments directly above it
	path   Path // of the table or of the value
	header headerKind
	table  *entry   // the header above a key; nil for the file's own keys
	keys   []string // of a key: as written, relative to the table
	value  *value   // of a key
}

type headerKind int

const (
	noHeader headerKind = iota
	tableHeader
	arrayHeader
)

// value is a value on the right side of a key.
type value struct {
	span
	kind     byte     // '[' list, '{' table, 0 for others
	elements []*value // of a list or a table
	keys     [][]string
	pairs    []span // of a table: the keys with their values
}

var errScan = errors.New("tomledit: unexpected text")

// scan finds the expressions of a valid file.
func scan(src []byte) (*file, error) {
	f := &file{src: src, end: "\n"}
	if bytes.Contains(src, []byte("\r\n")) {
		f.end = "\r\n"
	}
	s := scanner{src: src}
	if bytes.HasPrefix(src, []byte("\uFEFF")) {
		s.at = 3
	}
	counts := map[string]int{}
	var header *entry
	attached := s.at // where the comments above the next expression begin
	for s.at < len(src) {
		start := s.at
		s.blank()
		switch c := s.peek(); c {
		case '\n', '\r', 0:
			s.line()
			attached = s.at
			continue
		case '#':
			s.line()
			continue
		}
		e, err := s.expression(header, counts)
		if err != nil {
			return nil, err
		}
		if e.span, e.at = (span{start, s.at}), attached; e.header != noHeader {
			header = e
		}
		f.entries = append(f.entries, e)
		attached = s.at
	}
	return f, nil
}

type scanner struct {
	src []byte
	at  int
}

// expression scans a header, or a key and its value, to the end of the line.
func (s *scanner) expression(header *entry, counts map[string]int) (*entry, error) {
	e := &entry{}
	var base Path
	switch {
	case bytes.HasPrefix(s.src[s.at:], []byte("[[")):
		e.header = arrayHeader
		s.at += 2
	case s.peek() == '[':
		e.header = tableHeader
		s.at++
	default:
		if e.table = header; header != nil {
			base = header.path
		}
	}
	keys, err := s.key()
	if err != nil {
		return nil, err
	}
	if e.header == noHeader {
		e.keys = keys
		e.path = base
		for _, k := range keys {
			e.path = append(e.path[:len(e.path):len(e.path)], k)
		}
		if s.peek() != '=' {
			return nil, errScan
		}
		s.at++
		s.blank()
		e.value, err = s.value()
	} else {
		e.path = resolve(keys, e.header == arrayHeader, counts)
	}
	s.line()
	return e, err
}

// resolve returns the path of a header, with the indexes of arrays of tables.
func resolve(keys []string, isArray bool, counts map[string]int) (path Path) {
	for i, k := range keys {
		path = append(path, k)
		name := text(path)
		switch count, known := counts[name]; {
		case isArray && i == len(keys)-1:
			counts[name] = count + 1
			path = append(path, count)
		case known:
			path = append(path, count-1)
		}
	}
	return path
}

// key scans a dotted key and the blanks after it.
func (s *scanner) key() (keys []string, err error) {
	start := s.at
	if keys = s.bareKeys(); keys != nil {
		return keys, nil
	}
	for s.at < len(s.src) && s.src[s.at] != '=' && s.src[s.at] != ']' && s.src[s.at] != '\n' {
		if c := s.src[s.at]; c == '"' || c == '\'' {
			s.quoted()
			continue
		}
		s.at++
	}
	var p unstable.Parser
	p.Reset(slices.Concat(bytes.TrimSpace(s.src[start:s.at]), []byte("=0")))
	if !p.NextExpression() {
		return nil, errScan
	}
	for k := p.Expression().Key(); k.Next(); {
		keys = append(keys, string(k.Node().Data))
	}
	return keys, nil
}

// bareKeys scans a key without quotes and without blanks around its dots, as most
// are. It returns nil and stays for others.
func (s *scanner) bareKeys() []string {
	end := s.at
	for end < len(s.src) && (isBare(s.src[end]) || s.src[end] == '.') {
		end++
	}
	after := scanner{src: s.src, at: end}
	if after.blank(); after.peek() != '=' && after.peek() != ']' {
		return nil
	}
	keys := strings.Split(string(s.src[s.at:end]), ".")
	if slices.Contains(keys, "") {
		return nil
	}
	s.at = after.at
	return keys
}

// isBare reports whether a key may have a byte without quotes (TOML 1.0, Keys).
func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}

// value scans a value.
func (s *scanner) value() (v *value, err error) {
	v = &value{span: span{from: s.at}}
	switch c := s.peek(); c {
	case '"', '\'':
		s.quoted()
	case '[', '{':
		v.kind = c
		s.at++
		err = s.inside(v)
	default:
		for s.at < len(s.src) && strings.IndexByte(",]}#\r\n", s.src[s.at]) < 0 {
			s.at++
		}
		s.at = v.from + len(bytes.TrimRight(s.src[v.from:s.at], " \t"))
		if s.at == v.from {
			err = errScan
		}
	}
	v.to = s.at
	return v, err
}

// inside scans the elements of a list or table up to its end.
func (s *scanner) inside(v *value) error {
	for {
		s.space()
		switch s.peek() {
		case 0:
			return errScan
		case ',':
			s.at++
			continue
		case ']', '}':
			s.at++
			return nil
		}
		start := s.at
		if v.kind == '{' {
			keys, err := s.key()
			if err != nil || s.peek() != '=' {
				return errScan
			}
			s.at++
			s.blank()
			v.keys = append(v.keys, keys)
		}
		one, err := s.value()
		if err != nil {
			return err
		}
		v.elements = append(v.elements, one)
		v.pairs = append(v.pairs, span{start, s.at})
	}
}

// quoted scans a string.
func (s *scanner) quoted() {
	quote := s.src[s.at : s.at+1]
	if bytes.HasPrefix(s.src[s.at+1:], quote) && bytes.HasPrefix(s.src[s.at+2:], quote) {
		quote = s.src[s.at : s.at+3]
	}
	first := quote[0]
	for s.at += len(quote); s.at < len(s.src); s.at++ {
		switch c := s.src[s.at]; {
		case c == '\\' && first == '"':
			s.at++
		case c == first && bytes.HasPrefix(s.src[s.at:], quote):
			s.at += len(quote)
			for n := 0; len(quote) == 3 && n < 2 && s.peek() == first; n++ {
				s.at++ // quotes of the text before the closing ones
			}
			return
		}
	}
	s.at = min(s.at, len(s.src))
}

// peek returns the next byte, or 0 at the end.
func (s *scanner) peek() byte {
	if s.at < len(s.src) {
		return s.src[s.at]
	}
	return 0
}

// blank skips blanks.
func (s *scanner) blank() {
	for c := s.peek(); c == ' ' || c == '\t'; c = s.peek() {
		s.at++
	}
}

// space skips blanks, ends of lines and comments.
func (s *scanner) space() {
	for {
		switch s.peek() {
		case ' ', '\t', '\r', '\n':
			s.at++
		case '#':
			s.line()
		default:
			return
		}
	}
}

// line skips the rest of a line.
func (s *scanner) line() {
	if n := bytes.IndexByte(s.src[s.at:], '\n'); n >= 0 {
		s.at += n + 1
		return
	}
	s.at = len(s.src)
}
