package reader

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"protokol/generator/internal/opc"
)

// properties are the core properties of a package that programs show beside its name
// (ECMA-376-2, 8.3), in Russian.
var properties = map[string]string{"title": "название", "creator": "автор", "subject": "тема",
	"description": "примечание", "keywords": "ключевые слова", "category": "категория", "contentStatus": "состояние"}

// readProperties reads the core properties, which a package may lack. Start is the
// relationships of the package.
func (a *parts) readProperties(w *Words, start []opc.Relationship) error {
	for _, r := range start {
		if r.Kind() != "core-properties" || a.byName[r.Part("")] == nil {
			continue
		}
		content, err := a.open(r.Part(""))
		if err != nil {
			return err
		}
		defer content.Close()
		open := ""
		for decoder := xml.NewDecoder(content); ; {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return refusal("файл повреждён: свойства DOCX не читаются")
			}
			switch t := token.(type) {
			case xml.StartElement:
				open = properties[t.Name.Local]
			case xml.EndElement:
				open = ""
			case xml.CharData:
				if text := strings.TrimSpace(string(t)); open != "" && text != "" {
					if w.Properties == nil {
						w.Properties = map[string]string{}
					}
					w.Properties[open] = strings.TrimSpace(w.Properties[open] + " " + text)
				}
			}
		}
	}
	return nil
}
