package reader

import (
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// readStyles reads the styles of a document, which it may lack.
func (a *parts) readStyles(beside []opc.Relationship, body string) error {
	for _, r := range beside {
		if r.Kind() != "styles" {
			continue
		}
		content, err := a.open(r.Part(body))
		if err != nil {
			return err
		}
		defer content.Close()
		a.styles, err = readStyles(content)
		return err
	}
	return nil
}

// activeParts are parts that run or hold something of another program, by what
// their names have in them.
var activeParts = map[string]string{
	"vbaproject": "макросы", "/activex/": "элементы ActiveX", "/embeddings/": "вложенный файл другой программы",
	"/afchunk": "вставка другого документа", "/glossary/": "запас готовых фрагментов (glossary)",
}

// outside lists what the package takes from elsewhere or runs.
func (a *parts) outside(w *Words) error {
	for _, name := range slices.Sorted(maps.Keys(a.byName)) {
		lower := "/" + strings.ToLower(name)
		for part, what := range activeParts {
			if strings.Contains(lower, part) {
				w.Outside = append(w.Outside, what)
			}
		}
		if path.Ext(lower) != ".rels" {
			continue
		}
		external, err := a.external(name)
		if err != nil {
			return err
		}
		w.Outside = append(w.Outside, external...)
	}
	slices.Sort(w.Outside)
	w.Outside = slices.Compact(w.Outside)
	return nil
}

// external lists the external relationships of a part: links, and files that are
// read when the document is opened (ECMA-376-2, 9.3).
func (a *parts) external(name string) (found []string, err error) {
	content, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	list, err := opc.Read(io.LimitReader(content, maxRelations))
	if err != nil {
		return nil, refusal("файл повреждён: связи частей DOCX не читаются")
	}
	for _, r := range list {
		if !r.IsExternal() {
			continue
		}
		what := "внешний файл (" + r.Kind() + "): "
		switch r.Kind() {
		case "hyperlink":
			what = "ссылка: "
		case "attachedTemplate":
			what = "шаблон из другого места: "
		}
		found = append(found, what+r.Target)
	}
	return found, nil
}
