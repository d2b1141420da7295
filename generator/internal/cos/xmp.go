package cos

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// Property is a text in metadata with the name of the property that it belongs to.
type Property struct {
	Name xml.Name
	Text string
}

// errMetadata is returned for metadata that programs read differently or not at all.
var errMetadata = errors.New("свойства файла (XMP) не читаются: программы покажут не одно и то же")

// Limits of metadata: programs write a few kilobytes and ten levels. Each signature of a paper compares them.
const (
	maxMetadata = 256 << 10
	maxNesting  = 100
)

// Properties returns the texts in an XMP packet (ISO 16684-1), in order. A property may be
// an attribute, an element, the items of a list in one, or an address. A packet with a
// document type declaration, whose entities and attributes only some programs know, is an
// error.
func Properties(packet []byte) (list []Property, err error) {
	if len(packet) > maxMetadata {
		return nil, errMetadata
	}
	var path []xml.Name
	add := func(name xml.Name, text string) {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, Property{name, text})
		}
	}
	for decoder := xml.NewDecoder(bytes.NewReader(packet)); ; {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF) && len(path) == 0:
			return list, nil
		case err != nil || len(path) > maxNesting:
			return nil, errMetadata
		}
		switch token := token.(type) {
		case xml.Directive:
			return nil, errMetadata
		case xml.StartElement:
			path = append(path, token.Name)
			for _, a := range token.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					add(attributed(a.Name, path), a.Value)
				}
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			add(property(path), string(token))
		}
	}
}

// rdf is the namespace of the syntax of metadata.
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// property returns the innermost element that is not a list.
func property(path []xml.Name) xml.Name {
	for _, name := range slices.Backward(path) {
		if name.Space != rdf || !slices.Contains([]string{"li", "Alt", "Seq", "Bag"}, name.Local) {
			return name
		}
	}
	return xml.Name{}
}

// attributed returns the property that an attribute of the innermost element gives: an
// address in rdf:resource is that of the element (ISO 16684-1, 7.9.2.2).
func attributed(name xml.Name, path []xml.Name) xml.Name {
	if name == (xml.Name{Space: rdf, Local: "resource"}) {
		return property(path)
	}
	return name
}

// Namespaces of properties (ISO 16684-1, 8; ISO 16684-2).
const (
	xmpBasic = "http://ns.adobe.com/xap/1.0/"
	xmpMedia = "http://ns.adobe.com/xap/1.0/mm/"
	xmpPDF   = "http://ns.adobe.com/pdf/1.3/"
)

// IsOfWriter reports whether a property is the date or the program of the last change, or
// part of the syntax.
func (p Property) IsOfWriter() bool {
	switch p.Name {
	case xml.Name{Space: xmpBasic, Local: "ModifyDate"}, xml.Name{Space: xmpBasic, Local: "MetadataDate"}:
		return isMoment(p.Text)
	case xml.Name{Space: xmpPDF, Local: "Producer"}:
		return IsProgram(p.Text)
	case xml.Name{Space: xmpMedia, Local: "InstanceID"}:
		return isIdentifier(p.Text)
	}
	return slices.Contains([]xml.Name{{Space: "adobe:ns:meta/", Local: "xmptk"}, {Space: rdf, Local: "parseType"}},
		p.Name)
}

// isIdentifier reports whether a text is no words: programs write a UUID or an address.
func isIdentifier(text string) bool {
	const longest = 200
	isOdd := func(r rune) bool { return r <= ' ' || r > '~' }
	return len(text) <= longest && !strings.ContainsFunc(text, isOdd)
}

// IsOfProgram reports whether programs that rewrite a file describe themselves in a property, or the property is
// not shown.
func (p Property) IsOfProgram() bool {
	if p.Name == (xml.Name{Space: xmpBasic, Local: "CreatorTool"}) {
		return IsProgram(p.Text)
	}
	return p.IsOfWriter() || isIdentifier(p.Text) && slices.Contains([]xml.Name{
		{Space: xmpMedia, Local: "DocumentID"}, {Space: xmpMedia, Local: "OriginalDocumentID"},
		{Space: xmpPDF, Local: "Trapped"}, {Space: rdf, Local: "about"},
		{Space: "http://purl.org/dc/elements/1.1/", Local: "format"},
		{Space: "http://www.w3.org/XML/1998/namespace", Local: "lang"}, {Local: "about"}}, p.Name)
}
