package wordml

import (
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
	src    string // names, values and texts of nodes are parts of it
	at     int
	base   int  // bytes of the part before src
	left   *int // nodes that may still be made
	scopes []scope
	names  *names      // for the current scopes
	attrs  []attribute // of the current element
	kids   []*node     // of the elements that are open
	similarity

	// Free room for what nodes consist of: they are many, and live as long as each other.
	nodeRoom room[node]
	attrRoom room[attribute]
	kidRoom  room[*node]
}

// roomSize is the maximum number of nodes, attributes and kids that are allocated at once.
const roomSize = 256

// room is free room for elements.
type room[T any] struct {
	free []T
	more int // elements for which there is no room yet, about
}

// take takes n elements of the room.
func (r *room[T]) take(n int) []T {
	if len(r.free) < n {
		r.free = make([]T, max(n, min(r.more, roomSize)))
		r.more -= len(r.free)
	}
	taken := r.free[:n:n]
	r.free = r.free[n:]
	return taken
}

// scope is a prefix that an element at a depth declares.
type scope struct {
	prefix, space string
	depth         int
}

var (
	errMarkup  = errors.New("разметка испорчена")
	errTooMany = errors.New("слишком много элементов; разделите документ на несколько")
)

// scan reads a part. Left is the number of nodes that all parts may still have.
func scan(part string, left *int) (*node, error) {
	return (&scanner{left: left}).scan(part)
}

// scan reads a part.
func (s *scanner) scan(part string) (*node, error) {
	src := strings.TrimPrefix(part, "\xEF\xBB\xBF")
	if !utf8.ValidString(src) {
		return nil, errors.New("текст не в кодировке UTF-8")
	}
	elements, attributes := strings.Count(src, "/"), strings.Count(src, "=") // and a few more
	known := knownNames.Get().(*names)
	defer known.free(elements + attributes)
	s.src, s.base, s.names = src, len(part)-len(src), known
	if s.like != nil { // most elements are shared
		elements, attributes = elements/4, attributes/4
	}
	s.nodeRoom.more, s.kidRoom.more, s.attrRoom.more = elements, elements, attributes
	root := &node{}
	if err := s.content(root, "", 0, s.like.parent()); err != nil {
		return nil, err
	}
	if len(root.kids) != 1 {
		return nil, errMarkup
	}
	return root.kids[0], nil
}

// content reads what is inside an element, up to its end tag. Raw is its qualified name, like its counterpart in the
// reference, with an equal start tag; it may be nil.
func (s *scanner) content(parent *node, raw string, depth int, like *node) error {
	if depth > maxDepth {
		return errors.New("вложенность глубже 400 уровней")
	}
	first, done := len(s.kids), false
	others := counterparts{kids: like.children()}
	for !done && s.at < len(s.src) {
		i := strings.IndexByte(s.src[s.at:], '<')
		if i < 0 {
			i = len(s.src) - s.at
		}
		var err error
		if i > 0 {
			err = s.chars(parent, s.src[s.at:s.at+i], len(s.kids) > first)
			s.at += i
		} else {
			done, err = s.markup(parent, raw, depth, &others)
		}
		if err != nil {
			return err
		}
	}
	if !done && depth > 0 {
		return errMarkup
	}
	if n := len(s.kids) - first; n > 0 {
		parent.kids = s.kidRoom.take(n)
		copy(parent.kids, s.kids[first:])
		s.kids = s.kids[:first]
	}
	return nil
}

// markup reads what begins with «<». It is done at an end tag.
func (s *scanner) markup(parent *node, raw string, depth int, others *counterparts) (done bool, err error) {
	rest := s.src[s.at:]
	switch {
	case strings.HasPrefix(rest, "</"):
		end := strings.IndexByte(rest, '>')
		if end < 0 || depth == 0 {
			return false, errMarkup
		}
		s.at += end + 1
		if rest[2:end] == raw {
			return true, nil
		}
		name, err := s.name(strings.TrimRight(rest[2:end], " \t\r\n"), true)
		if err != nil || name != parent.name {
			return false, errMarkup
		}
		return true, nil
	case strings.HasPrefix(rest, "<!--"):
		return false, s.skip("-->")
	case strings.HasPrefix(rest, "<![CDATA["):
		from := s.at + len("<![CDATA[")
		if err := s.skip("]]>"); err != nil {
			return false, err
		}
		parent.text += s.src[from : s.at-3]
		return false, nil
	case strings.HasPrefix(rest, "<?"):
		return false, s.skip("?>")
	case strings.HasPrefix(rest, "<!"):
		return false, errors.New("в ней описание типа документа (DTD), которого в DOCX не бывает")
	}
	like, equal := others.next(s.like, rest)
	if equal && s.shares(rest[:like.length()]) {
		return false, s.share(like)
	}
	return false, s.element(depth, like)
}

func (s *scanner) skip(end string) error {
	i := strings.Index(s.src[s.at:], end)
	if i < 0 {
		return errMarkup
	}
	s.at += i + len(end)
	return nil
}

// element reads an element. Like is its counterpart in the reference; it may be nil.
func (s *scanner) element(depth int, like *node) error {
	if *s.left--; *s.left < 0 {
		return errTooMany
	}
	n := &s.nodeRoom.take(1)[0]
	from := s.at
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
		n.attrs = s.attrRoom.take(len(s.attrs))
		for i, a := range s.attrs {
			if a.name, err = s.name(a.name, false); err != nil {
				return err
			}
			n.attrs[i] = a
		}
	}
	s.kids = append(s.kids, n)
	if !empty {
		if like != nil && !strings.HasPrefix(s.like.data[like.start:], s.src[from:s.at]) {
			like = nil // prefixes of names may have another meaning inside
		}
		err = s.content(n, raw, depth+1, like)
	}
	n.start, n.end, n.kept = int32(s.base+from), int32(s.base+s.at), s.keeps
	if scoped {
		for len(s.scopes) > 0 && s.scopes[len(s.scopes)-1].depth == depth+1 {
			s.scopes = s.scopes[:len(s.scopes)-1]
		}
		s.names.forget()
	}
	return err
}

// ends are the characters that end a name.
var ends = [256]bool{' ': true, '\t': true, '\r': true, '\n': true, '=': true, '/': true, '>': true, '"': true,
	'\'': true, '<': true}

// word reads a name.
func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.src) && !ends[s.src[s.at]] {
		s.at++
	}
	return s.src[from:s.at]
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func (s *scanner) blank() {
	for s.at < len(s.src) && isBlank(s.src[s.at]) {
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
			s.names.forget() // other prefixes are in scope
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
	end := strings.IndexByte(s.src[s.at+1:], s.src[s.at])
	if end < 0 {
		return "", errMarkup
	}
	raw := s.src[s.at+1 : s.at+1+end]
	s.at += end + 2
	if strings.IndexByte(raw, '<') >= 0 {
		return "", errMarkup
	}
	return unescape(raw)
}

// chars adds text to an element. White space between elements is left out later. After says that the element has others
// before the text.
func (s *scanner) chars(parent *node, raw string, after bool) error {
	if after && strings.TrimSpace(raw) == "" {
		return nil
	}
	text, err := unescape(raw)
	if err != nil {
		return err
	}
	if parent.text == "" {
		parent.at = int32(s.base + s.at)
	}
	parent.text += text
	return nil
}
