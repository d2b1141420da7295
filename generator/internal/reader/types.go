package reader

import (
	"bytes"
	"io"
	"strings"

	"protokol/generator/internal/opc"
)

// packageTypes is the part that names the types of parts (ECMA-376-2, 6.2.3).
type packageTypes struct {
	Overrides []struct {
		Name string `xml:"PartName,attr"`
		Type string `xml:"ContentType,attr"`
	} `xml:"Override"`
}

// shownTypes are the ends of the types of the parts that decide what is seen, by the
// kind of their relationships.
var shownTypes = map[string]string{"officeDocument": ".main+xml", "styles": ".styles+xml",
	"numbering": ".numbering+xml", "settings": ".settings+xml",
	"fontTable": ".fontTable+xml", "header": ".header+xml", "footer": ".footer+xml", "footnotes": ".footnotes+xml",
	"endnotes": ".endnotes+xml"}

// contentTypes reports types that allow macros, types of parts that are none of theirs,
// and parts of two types: programs differ in what they make of them.
func (a *parts) contentTypes() (found []string, err error) {
	content, err := a.open("[Content_Types].xml")
	if err != nil {
		return nil, nil // as good as no type
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
		name, kind := strings.ToLower(o.Name), strings.ToLower(o.Type)
		if known := kinds[name]; known != "" && known != kind {
			found = append(found, "часть двух типов")
		}
		kinds[name] = kind
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
