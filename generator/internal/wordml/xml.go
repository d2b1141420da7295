package wordml

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// spaces maps namespaces to prefixes: transitional and strict ones alike
// (ECMA-376-1, ISO/IEC 29500-4).
var spaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            "",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                        "",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     "r:",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                 "r:",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":  "wp:",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":              "wp:",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                   "a:",
	"http://purl.oclc.org/ooxml/drawingml/main":                               "a:",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                "pic:",
	"http://purl.oclc.org/ooxml/drawingml/picture":                            "pic:",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":             "mc:",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":       "wps:",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":       "wpg:",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas":      "wpc:",
	"http://schemas.microsoft.com/office/word/2010/wordml":                    "w14:",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing":     "wp14:",
	"urn:schemas-microsoft-com:vml":                                           "v:",
	"urn:schemas-microsoft-com:office:office":                                 "o:",
	"urn:schemas-microsoft-com:office:word":                                   "w10:",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":              "m:",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                  "c:",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":                "dgm:",
	"http://www.w3.org/XML/1998/namespace":                                    "xml:",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp:",
	"http://purl.org/dc/elements/1.1/":                                        "dc:",
}

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
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(src) {
		return nil, errors.New("текст не в кодировке UTF-8")
	}
	s := &scanner{src: src, left: left, names: map[string]string{}}
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
		return errors.New("элементов больше двух миллионов")
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

// name returns the name for a qualified one. Attributes without a prefix have no
// namespace.
func (s *scanner) name(raw string, element bool) (string, error) {
	key := raw
	if !element {
		key = "@" + raw
	}
	if known, ok := s.names[key]; ok {
		return known, nil
	}
	prefix, local, qualified := strings.Cut(raw, ":")
	if !qualified {
		prefix, local = "", raw
	}
	if local == "" || strings.Contains(local, ":") {
		return "", errMarkup
	}
	name := local
	if qualified || element {
		space := s.space(prefix)
		known, ok := spaces[space]
		switch {
		case ok:
			name = known + local
		case space == "" && qualified:
			return "", errMarkup
		case space != "":
			name = "?:" + local
		}
	}
	s.names[key] = name
	return name, nil
}

// space returns the namespace of a prefix, or "".
func (s *scanner) space(prefix string) string {
	if prefix == "xml" {
		return "http://www.w3.org/XML/1998/namespace"
	}
	for i := len(s.scopes) - 1; i >= 0; i-- {
		if s.scopes[i].prefix == prefix {
			return s.scopes[i].space
		}
	}
	return ""
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
	parent.text += text
	return nil
}

var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// unescape resolves entities and checks that XML allows the characters.
func unescape(raw []byte) (string, error) {
	for _, c := range raw {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return "", errMarkup
		}
	}
	if bytes.IndexByte(raw, '&') < 0 {
		return string(raw), nil
	}
	var b strings.Builder
	for len(raw) > 0 {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			b.Write(raw)
			break
		}
		b.Write(raw[:i])
		end := bytes.IndexByte(raw[i:], ';')
		if end < 0 {
			return "", errMarkup
		}
		text, err := entity(string(raw[i+1 : i+end]))
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		raw = raw[i+end+1:]
	}
	return b.String(), nil
}

func entity(name string) (string, error) {
	if text, ok := entities[name]; ok {
		return text, nil
	}
	digits, base := strings.TrimPrefix(name, "#"), 10
	if digits == name {
		return "", errMarkup
	}
	if strings.HasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	r := rune(code)
	control := r < ' ' && r != '\t' && r != '\n' && r != '\r'
	if err != nil || !utf8.ValidRune(r) || control || r == 0xFFFE || r == 0xFFFF {
		return "", errMarkup
	}
	return string(r), nil
}
