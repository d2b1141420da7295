package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// element is an element of WordprocessingML with its place in the part.
type element struct {
	name   string // local name, of any namespace except markup compatibility
	start  int    // of the start tag
	open   int    // after the start tag
	close  int    // of the end tag; equal to open in an empty element
	end    int    // after the end tag
	parent *element
	kids   []*element
	attrs  []xml.Attr
}

// Limits of a part.
const (
	maxDepth    = 400
	maxElements = 1_000_000 // of all parts
)

// parse reads a part. Total counts the elements of all parts.
func parse(src []byte, total *int) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(src))
	root := &element{name: "#part", end: len(src), close: len(src)}
	at := root
	depth := 0
	for {
		from := int(decoder.InputOffset())
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && at == root {
			return root, nil
		}
		if err != nil {
			return nil, errors.New("разметка испорчена")
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 && len(root.kids) > 0 {
				return nil, errors.New("разметка испорчена") // a part has one root
			}
			if *total++; *total > maxElements {
				return nil, errors.New("в ней больше миллиона элементов")
			}
			if depth > maxDepth {
				return nil, errors.New("вложенность глубже 400 уровней")
			}
			e := &element{name: t.Name.Local, start: from, open: int(decoder.InputOffset()), parent: at, attrs: t.Attr}
			at.kids = append(at.kids, e)
			at = e
		case xml.EndElement:
			depth--
			at.close, at.end = from, int(decoder.InputOffset())
			if at.close < at.open {
				at.close = at.open
			}
			at = at.parent
		case xml.Directive:
			return nil, errors.New(hasDoctype)
		}
	}
}

// attr returns the value of an attribute.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// kid returns the first child with a name.
func (e *element) kid(names ...string) *element {
	for _, name := range names {
		var found *element
		for _, k := range e.kids {
			if k.name == name {
				found = k
				break
			}
		}
		if found == nil {
			return nil
		}
		e = found
	}
	return e
}

// within returns the nearest ancestor with a name.
func (e *element) within(name string) *element {
	for at := e.parent; at != nil; at = at.parent {
		if at.name == name {
			return at
		}
	}
	return nil
}

// each visits an element and what is inside it; visit returns false to skip the children.
func (e *element) each(visit func(*element) bool) {
	if !visit(e) {
		return
	}
	for _, k := range e.kids {
		k.each(visit)
	}
}

// valueSpan returns the place of the value of an attribute in a start tag, or
// false. The name is local.
func (e *element) valueSpan(src []byte, name string) (from, to int, ok bool) {
	if e == nil {
		return 0, 0, false
	}
	tag := src[e.start:e.open]
	for at := 0; ; {
		i := bytes.Index(tag[at:], []byte(name))
		if i < 0 {
			return 0, 0, false
		}
		at += i + len(name)
		before := tag[at-len(name)-1]
		rest := bytes.TrimLeft(tag[at:], " \t\r\n")
		if before != ':' && before != ' ' && before != '\n' && before != '\t' || len(rest) == 0 || rest[0] != '=' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			continue
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return 0, 0, false
		}
		from = e.open - len(rest) + 1
		return from, from + end, true
	}
}

// prefix returns the prefix of the name of an element, with its colon.
func (e *element) prefix(src []byte) string {
	name := string(src[e.start+1 : e.open])
	name = name[:strings.IndexAny(name+" ", " />\t\r\n")]
	if colon := strings.IndexByte(name, ':'); colon >= 0 {
		return name[:colon+1]
	}
	return ""
}

// escape returns a text for the content of an element. Characters that XML cannot
// hold are left out.
func escape(b []byte, text string) []byte {
	for _, r := range text {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF:
		default:
			b = append(b, string(r)...)
		}
	}
	return b
}
