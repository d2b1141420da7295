// Package opc reads the relationships in packages of the Open Packaging
// Conventions (ECMA-376 part 2), such as DOCX and XLSX, and writes packages.
package opc

import (
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
)

// Relationship is a reference from a part, or from the package, to another part
// (ECMA-376 part 2, 6.5).
type Relationship struct {
	ID     string
	Type   string
	Target string
	Mode   string

	odd bool
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

// IsOdd reports whether only some programs read the relationship like this: its element, or one beside or around it,
// has another name than that of relationships, or it has attributes that are none of relationships, such as xml:base.
func (r Relationship) IsOdd() bool { return r.odd }

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
	List []Relationship
}

// relationships is the namespace of the part.
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships"

// UnmarshalXML reads the elements of the part. It ignores attributes of other namespaces, even if their names are
// the same.
func (r *Relationships) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	odd := start.Name != xml.Name{Space: relationships, Local: "Relationships"} ||
		slices.ContainsFunc(start.Attr, func(a xml.Attr) bool { return !isDeclaration(a) })
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if depth++; depth == 2 && t.Name.Local == "Relationship" {
				r.List = append(r.List, relationshipOf(t))
			} else {
				odd = true
			}
		}
	}
	for i := range r.List {
		r.List[i].odd = r.List[i].odd || odd
	}
	return nil
}

func relationshipOf(t xml.StartElement) Relationship {
	r := Relationship{odd: t.Name.Space != relationships}
	for _, a := range t.Attr {
		switch a.Name {
		case xml.Name{Local: "Id"}:
			r.ID = a.Value
		case xml.Name{Local: "Type"}:
			r.Type = a.Value
		case xml.Name{Local: "Target"}:
			r.Target = a.Value
		case xml.Name{Local: "TargetMode"}:
			r.Mode = a.Value
		default:
			r.odd = r.odd || !isDeclaration(a)
		}
	}
	return r
}

// isDeclaration reports whether an attribute declares a namespace.
func isDeclaration(a xml.Attr) bool {
	return a.Name.Space == "xmlns" || a.Name == xml.Name{Local: "xmlns"}
}

// Read parses a relationships part. On an error it also returns the
// relationships before it.
func Read(content io.Reader) ([]Relationship, error) {
	var r Relationships
	err := NewDecoder(content).Decode(&r)
	return r.List, err
}
