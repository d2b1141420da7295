package origin

import (
	"bytes"
	"encoding/xml"
	"io"
)

// XMPNamespace is the namespace of the property manifest of a PDF whose profile
// forbids attachments.
const XMPNamespace = "urn:protokol:manifest:1#"

// ManifestProperty is the name of that property.
var ManifestProperty = xml.Name{Space: XMPNamespace, Local: "manifest"}

// FromXMP returns the manifest in an XMP packet (ISO 16684-1), or false. Programs
// that rewrite a packet write a property as an element or as an attribute.
func FromXMP(packet []byte) (manifest []byte, found bool) {
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil, false
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range start.Attr {
			if a.Name == ManifestProperty {
				return []byte(a.Value), true
			}
		}
		if start.Name == ManifestProperty {
			var text string
			if err := decoder.DecodeElement(&text, &start); err != nil {
				return nil, false
			}
			return []byte(text), true
		}
	}
}

// Manifest returns the manifest among attachments, or nil.
func Manifest(list []Attachment) []byte {
	for _, a := range list {
		if a.Name == ManifestName {
			return a.Data
		}
	}
	return nil
}
