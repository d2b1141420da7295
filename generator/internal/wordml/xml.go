package wordml

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

// Limits of a part.
const (
	maxDepth = 400
	maxNodes = 2_000_000 // of all parts
)

// scanner reads XML into nodes: well-formed, in UTF-8, without a document type
// declaration. Of a document as WordprocessingML knows it, nothing is lost but
// white space between elements, comments and processing instructions.
type scanner struct {
	src    []byte
	at     int
	base   int  // bytes of the part before src
	left   *int // nodes that may still be made
	scopes []scope
	names  map[string]string // qualified names → names, for the current scopes
	slab   []node
	attrs  []attribute // of the current element
}

// scope is a prefix that an element at a depth declares.
type scope struct {
	prefix, space string
	depth         int
}

var errMarkup = errors.New("разметка испорчена")

// scan reads a part. Left is the number of nodes that all parts may still have.
func scan(src []byte, left *int) (*node, error) {
	all := len(src)
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(src) {
		return nil, errors.New("текст не в кодировке UTF-8")
	}
	s := &scanner{src: src, base: all - len(src), left: left, names: map[string]string{}}
	root := &node{}
	if err := s.content(root, 0); err != nil {
		return nil, err
	}
	if len(root.kids) != 1 {
		return nil, errMarkup
	}
	return root.kids[0], nil
}

// content reads what is inside an element, up to its end tag.
func (s *scanner) content(parent *node, depth int) error {
	if depth > maxDepth {
		return errors.New("вложенность глубже 400 уровней")
	}
	for s.at < len(s.src) {
		i := bytes.IndexByte(s.src[s.at:], '<')
		if i < 0 {
			i = len(s.src) - s.at
		}
		if i > 0 {
			if err := s.chars(parent, s.src[s.at:s.at+i]); err != nil {
				return err
			}
			s.at += i
			continue
		}
		done, err := s.markup(parent, depth)
		if done || err != nil {
			return err
		}
	}
	if depth > 0 {
		return errMarkup
	}
	return nil
}

// markup reads what begins with «<». It is done at an end tag.
func (s *scanner) markup(parent *node, depth int) (done bool, err error) {
	rest := s.src[s.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("</")):
		end := bytes.IndexByte(rest, '>')
		if end < 0 || depth == 0 {
			return false, errMarkup
		}
		s.at += end + 1
		name, err := s.name(string(bytes.TrimRight(rest[2:end], " \t\r\n")), true)
		if err != nil || name != parent.name {
			return false, errMarkup
		}
		return true, nil
	case bytes.HasPrefix(rest, []byte("<!--")):
		return false, s.skip("-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		from := s.at + len("<![CDATA[")
		if err := s.skip("]]>"); err != nil {
			return false, err
		}
		parent.text += string(s.src[from : s.at-3])
		return false, nil
	case bytes.HasPrefix(rest, []byte("<?")):
		return false, s.skip("?>")
	case bytes.HasPrefix(rest, []byte("<!")):
		return false, errors.New("в ней описание типа документа (DTD), которого в DOCX не бывает")
	}
	return false, s.element(parent, depth)
}

func (s *scanner) skip(end string) error {
	i := bytes.Index(s.src[s.at:], []byte(end))
	if i < 0 {
		return errMarkup
	}
	s.at += i + len(end)
	return nil
}

// element reads an element.
func (s *scanner) element(parent *node, depth int) error {
	if *s.left--; *s.left < 0 {
		return errors.New("слишком много элементов; разделите документ на несколько")
	}
	if len(s.slab) == 0 {
		s.slab = make([]node, 256)
	}
	n := &s.slab[0]
	s.slab = s.slab[1:]
	s.at++
	raw := s.word()
	if raw == "" {
		return errMarkup
	}
	empty, scoped, err := s.attributes(depth + 1)
	if err != nil {
		return err
	}
	if n.name, err = s.name(raw, true); err != nil {
		return err
	}
	if len(s.attrs) > 0 {
		n.attrs = make([]attribute, len(s.attrs))
		for i, a := range s.attrs {
			if a.name, err = s.name(a.name, false); err != nil {
				return err
			}
			n.attrs[i] = a
		}
	}
	parent.kids = append(parent.kids, n)
	if !empty {
		err = s.content(n, depth+1)
	}
	if scoped {
		for len(s.scopes) > 0 && s.scopes[len(s.scopes)-1].depth == depth+1 {
			s.scopes = s.scopes[:len(s.scopes)-1]
		}
		clear(s.names)
	}
	return err
}

// word reads a name.
func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.src) && strings.IndexByte(" \t\r\n=/>\"'<", s.src[s.at]) < 0 {
		s.at++
	}
	return string(s.src[from:s.at])
}

func (s *scanner) blank() {
	for s.at < len(s.src) && strings.IndexByte(" \t\r\n", s.src[s.at]) >= 0 {
		s.at++
	}
}

// attributes reads the attributes of an element up to the end of its tag.
// Declarations of namespaces open scopes.
func (s *scanner) attributes(depth int) (empty, scoped bool, err error) {
	s.attrs = s.attrs[:0]
	for {
		s.blank()
		if s.at >= len(s.src) {
			return false, scoped, errMarkup
		}
		switch s.src[s.at] {
		case '>':
			s.at++
			return false, scoped, nil
		case '/':
			if s.at+1 >= len(s.src) || s.src[s.at+1] != '>' {
				return false, scoped, errMarkup
			}
			s.at += 2
			return true, scoped, nil
		}
		name := s.word()
		value, err := s.value()
		if err != nil || name == "" {
			return false, scoped, errMarkup
		}
		prefix, isSpace := strings.CutPrefix(name, "xmlns:")
		if name == "xmlns" {
			prefix, isSpace = "", true
		}
		if !isSpace {
			s.attrs = append(s.attrs, attribute{name, value})
			continue
		}
		if !scoped {
			clear(s.names)
		}
		scoped = true
		s.scopes = append(s.scopes, scope{prefix, value, depth})
	}
}

// value reads the value of an attribute.
func (s *scanner) value() (string, error) {
	s.blank()
	if s.at >= len(s.src) || s.src[s.at] != '=' {
		return "", errMarkup
	}
	s.at++
	s.blank()
	if s.at >= len(s.src) || s.src[s.at] != '"' && s.src[s.at] != '\'' {
		return "", errMarkup
	}
	end := bytes.IndexByte(s.src[s.at+1:], s.src[s.at])
	if end < 0 {
		return "", errMarkup
	}
	raw := s.src[s.at+1 : s.at+1+end]
	s.at += end + 2
	if bytes.IndexByte(raw, '<') >= 0 {
		return "", errMarkup
	}
	return unescape(raw)
}

// chars adds text to an element. White space between elements is left out later.
func (s *scanner) chars(parent *node, raw []byte) error {
	if len(parent.kids) > 0 && len(bytes.TrimSpace(raw)) == 0 {
		return nil
	}
	text, err := unescape(raw)
	if err != nil {
		return err
	}
	if parent.text == "" {
		parent.at = s.base + s.at
	}
	parent.text += text
	return nil
}
