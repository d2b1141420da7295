package reader

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"protokol/generator/internal/opc"
)

// packageTypes is the part that names the types of parts (ECMA-376-2, 6.2.3).
type packageTypes struct {
	Overrides []override `xml:"Override"`
}

// override names the type of a part.
type override struct {
	name, kind string // in small letters
	odd        bool   // only some programs read it like this
}

// UnmarshalXML reads the element and ignores attributes of other namespaces.
func (o *override) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	o.odd = start.Name.Space != "http://schemas.openxmlformats.org/package/2006/content-types"
	for _, a := range start.Attr {
		switch a.Name {
		case xml.Name{Local: "PartName"}:
			o.name = strings.ToLower(a.Value)
		case xml.Name{Local: "ContentType"}:
			o.kind = strings.ToLower(a.Value)
		default:
			o.odd = o.odd || a.Name.Space != "xmlns" && a.Name.Local != "xmlns"
		}
	}
	return d.Skip()
}

// shownTypes are the suffixes of the types of visible parts, by the kind of their relationships.
var shownTypes = map[string]string{"officeDocument": ".main+xml", "styles": ".styles+xml",
	"numbering": ".numbering+xml", "settings": ".settings+xml",
	"fontTable": ".fontTable+xml", "header": ".header+xml", "footer": ".footer+xml", "footnotes": ".footnotes+xml",
	"endnotes": ".endnotes+xml"}

// contentTypes reports types that allow macros, unexpected types of parts, and parts with two types: programs
// handle these differently.
func (a *parts) contentTypes() (found []string, err error) {
	content, err := a.open("[Content_Types].xml")
	if err != nil {
		return nil, nil // equivalent to no type
	}
	defer content.Close()
	types, err := io.ReadAll(io.LimitReader(content, maxRelations))
	if err != nil {
		return nil, err
	}
	if strings.Contains(strings.ToLower(string(types)), "macroenabled") {
		found = append(found, "тип файла, который разрешает макросы")
	}
	var list packageTypes
	if err := opc.NewDecoder(bytes.NewReader(types)).Decode(&list); err != nil {
		return append(found, "типы частей, которые не читаются"), nil
	}
	kinds := map[string]string{}
	for _, o := range list.Overrides {
		if known := kinds[o.name]; known != "" && known != o.kind {
			found = append(found, "часть двух типов")
		}
		if o.odd {
			found = append(found, "тип части, который читают не все программы")
		}
		kinds[o.name] = o.kind
	}
	for _, part := range a.typed {
		kind := kinds["/"+strings.ToLower(part.name)]
		if !strings.HasSuffix(kind, strings.ToLower(shownTypes[part.kind])) {
			found = append(found, "часть не своего типа: "+part.kind)
		}
	}
	return found, nil
}

// typedPart is a part with the kind of its relationship.
type typedPart struct{ kind, name string }
