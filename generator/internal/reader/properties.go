package reader

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// properties are the properties of a package that programs show with its name (ECMA-376-2, 8.3; ECMA-376-1, 22.2),
// in Russian.
var properties = map[string]string{"title": "название", "creator": "автор", "subject": "тема",
	"description": "примечание", "keywords": "ключевые слова", "category": "категория", "contentStatus": "состояние",
	"version":    "версия",
	"identifier": "обозначение", "HyperlinkBase": "начало ссылок", "Company": "организация", "Manager": "руководитель",
	"created": created}

// created is the name of the date of a file, in RFC 3339.
const created = "создан"

// isForPrograms reports whether a custom property is one that office programs write for
// themselves.
func isForPrograms(name string) bool {
	return slices.ContainsFunc([]string{"MSIP_", "ContentTypeId", "KSO", "ICV", "_"}, func(start string) bool {
		return strings.HasPrefix(name, start)
	})
}

// readProperties reads the properties, which a package may lack. Start is the
// relationships of the package.
func (a *parts) readProperties(w *Words, start []opc.Relationship) error {
	texts := map[string][]string{}
	for _, r := range start {
		w.Thumbnail = w.Thumbnail || r.Kind() == "thumbnail"
		if !slices.Contains([]string{"core-properties", "extended-properties", "custom-properties"}, r.Kind()) ||
			a.byName[r.Part("")] == nil {
			continue
		}
		content, err := a.open(r.Part(""))
		if err != nil {
			return err
		}
		defer content.Close()
		if err := readTexts(content, &a.elements, texts); err != nil {
			return unreadable(err, "свойства DOCX не читаются")
		}
	}
	if len(texts) > 0 {
		w.Properties = map[string]string{}
	}
	for name, list := range texts {
		w.Properties[name] = strings.Join(list, " ")
	}
	return nil
}

// readTexts adds the texts in a part of properties by their names.
func readTexts(content io.Reader, elements *int, texts map[string][]string) error {
	open := ""
	for decoder := opc.NewLimited(content, elements); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = cmp.Or(properties[t.Name.Local], open)
			if t.Name.Local == "property" && !isForPrograms(value(t, "name")) {
				open = value(t, "name")
			}
		case xml.EndElement:
			if t.Name.Local == "property" || properties[t.Name.Local] != "" {
				open = ""
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); open != "" && text != "" {
				texts[open] = append(texts[open], text)
			}
		}
	}
}
