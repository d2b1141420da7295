package origin

import (
	"bytes"
	"encoding/xml"
	"io"
)

// XMPNamespace is the namespace of the property manifest of a PDF whose profile
// forbids attachments.
const XMPNamespace = "urn:protokol:manifest:1#"

// FromXMP returns the manifest in an XMP packet (ISO 16684-1), or false. Programs
// that rewrite a packet write a property as an element or as an attribute.
func FromXMP(packet []byte) (manifest []byte, found bool) {
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	name := xml.Name{Space: XMPNamespace, Local: "manifest"}
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
			if a.Name == name {
				return []byte(a.Value), true
			}
		}
		if start.Name == name {
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
