// Package opc reads the relationships in packages of the Open Packaging
// Conventions (ECMA-376 part 2), such as DOCX and XLSX, and writes packages.
package opc

import (
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// Relationship is a reference from a part, or from the package, to another part
// (ECMA-376 part 2, 6.5).
type Relationship struct {
	XMLName xml.Name

	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// Kind returns the last segment of the type. The segments before it differ
// between strict and transitional documents (ECMA-376 parts 1 and 4), and so does the
// spelling of two kinds, which is given as the transitional one.
func (r Relationship) Kind() string {
	switch kind := path.Base(r.Type); kind {
	case "extendedProperties":
		return "extended-properties"
	case "customProperties":
		return "custom-properties"
	default:
		return kind
	}
}

// IsExternal reports whether the target is outside the package. Programs differ in how
// strictly they read the mode.
func (r Relationship) IsExternal() bool {
	return r.Mode != "" && !strings.EqualFold(r.Mode, "Internal")
}

// IsOdd reports whether the element has another name than that of relationships, so that
// only some programs read it.
func (r Relationship) IsOdd() bool {
	return r.XMLName.Space != "http://schemas.openxmlformats.org/package/2006/relationships"
}

// Part returns the name of the target, resolved against the name of the part
// that the relationship belongs to, or "" for the package.
func (r Relationship) Part(from string) string {
	if name, absolute := strings.CutPrefix(r.Target, "/"); absolute {
		return name
	}
	return path.Join(path.Dir(from), r.Target)
}

// Relationships is the content of a relationships part.
type Relationships struct {
	List []Relationship `xml:"Relationship"`
}

// Read parses a relationships part. On an error it also returns the
// relationships before it.
func Read(content io.Reader) ([]Relationship, error) {
	var r Relationships
	err := NewDecoder(content).Decode(&r)
	return r.List, err
}
