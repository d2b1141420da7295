package wordml

import (
	"strings"
	"sync"
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
	"http://schemas.microsoft.com/office/word/2012/wordml":                    "w15:",
	"http://schemas.openxmlformats.org/package/2006/relationships":            "",
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

// names are the names for qualified ones of attributes and elements.
type names [2]map[string]string

// knownNames keeps their memory for other parts.
var knownNames = sync.Pool{New: func() any {
	return &names{make(map[string]string, usualNames/2), make(map[string]string, usualNames)}
}}

// usualNames is the number of names of elements in most parts.
const usualNames = 100

func (n *names) forget() {
	clear(n[0])
	clear(n[1])
}

// free keeps the memory of names that no longer matter. They were at most so many; those of a large part are left to
// the garbage collector.
func (n *names) free(many int) {
	if many <= 100*usualNames {
		n.forget()
		knownNames.Put(n)
	}
}

// name returns the name for a qualified one. Attributes without a prefix have no
// namespace.
func (s *scanner) name(raw string, element bool) (string, error) {
	names := s.names[0]
	if element {
		names = s.names[1]
	}
	if known, ok := names[raw]; ok {
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
	names[raw] = name
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
