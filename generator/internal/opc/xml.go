package opc

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
)

// NewDecoder returns a decoder for the XML of a part. It returns an error for what
// packages must not have, or XML itself, and some programs read nevertheless: document
// type declarations, which add attributes, attributes given twice, markup after the
// end of the document, and declarations of other encodings than UTF-8, which make other
// words of the same bytes (ECMA-376-2, 8.1.4; XML 1.0, 2.1, 2.8 and 3.1).
func NewDecoder(content io.Reader) *xml.Decoder {
	left := MaxElements
	return NewLimited(content, &left)
}

// MaxElements is the usual limit of elements: a document of a thousand pages has a quarter
// of them.
const MaxElements = 400_000

// NewLimited is NewDecoder for parts that may have so many elements together.
func NewLimited(content io.Reader, left *int) *xml.Decoder {
	return xml.NewTokenDecoder(&strictTokens{decoder: xml.NewDecoder(content), left: left})
}

type strictTokens struct {
	decoder *xml.Decoder
	left    *int // elements that may follow
	open    int  // elements
	begun   bool // something other than a byte order mark was read
	ended   bool
}

// declaration is the XML declaration of a part (XML 1.0, 2.8). The decoder itself overlooks an encoding with spaces
// around its equals sign.
var declaration = regexp.MustCompile(`^version\s*=\s*["']1\.0["']` +
	`(\s+encoding\s*=\s*["'](?i:utf-8)["'])?(\s+standalone\s*=\s*["'](yes|no)["'])?\s*$`)

// byteOrderMark may precede the declaration.
const byteOrderMark = "\ufeff"

// ErrTooMany is the error for more elements than allowed.
var ErrTooMany = errors.New("xml: too many elements")

// Errors of XML that programs read differently.
var (
	errDeclaration = errors.New("xml: document type declaration in a part")
	errAttribute   = errors.New("xml: attribute given twice")
	errBehind      = errors.New("xml: markup behind the end of the document")
	errEncoding    = errors.New("xml: declaration of an unknown version or encoding, or in a wrong place")
)

// Token returns the next raw token: the decoder around it resolves namespaces.
func (s *strictTokens) Token() (xml.Token, error) {
	token, err := s.decoder.RawToken()
	switch t := token.(type) {
	case xml.Directive:
		return nil, errDeclaration
	case xml.ProcInst:
		if strings.EqualFold(t.Target, "xml") && (s.begun || t.Target != "xml" || !declaration.Match(t.Inst)) {
			return nil, errEncoding
		}
	case xml.StartElement:
		if *s.left--; *s.left < 0 {
			return nil, ErrTooMany
		}
		if s.ended {
			return nil, errBehind
		}
		if s.open++; hasTwice(t.Attr) {
			return nil, errAttribute
		}
	case xml.EndElement:
		s.open--
		s.ended = s.open <= 0
	}
	mark, isText := token.(xml.CharData)
	s.begun = s.begun || !isText || string(mark) != byteOrderMark
	return token, err
}

// hasTwice reports whether an attribute is given twice. Elements have few attributes.
func hasTwice(list []xml.Attr) bool {
	const few = 16
	if len(list) > few {
		known := map[xml.Name]bool{}
		for _, a := range list {
			if known[a.Name] {
				return true
			}
			known[a.Name] = true
		}
		return false
	}
	for i, a := range list {
		for _, other := range list[:i] {
			if a.Name == other.Name {
				return true
			}
		}
	}
	return false
}
