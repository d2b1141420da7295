package reader

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// readStyles reads the styles of a document, which it may lack.
func (a *parts) readStyles(w *Words, beside []opc.Relationship, body string) error {
	for _, r := range beside {
		if r.Kind() != "styles" {
			continue
		}
		content, err := a.open(r.Part(body))
		if err != nil {
			return err
		}
		defer content.Close()
		if a.styles, err = readStyles(content); err != nil {
			return err
		}
		w.Outside = append(w.Outside, a.styles.outside...)
		return nil
	}
	return nil
}

// officeRelations are the beginnings of the types of relationships, transitional and
// strict, to parts that decide how words look.
var officeRelations = []string{"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
	"http://purl.oclc.org/ooxml/officeDocument/relationships/"}

// oddRelations reports parts of which programs may take different ones.
func oddRelations(beside []opc.Relationship) (found []string) {
	count, known := map[string]int{}, map[string]bool{}
	for _, r := range beside {
		if known[r.ID] && r.ID != "" {
			found = append(found, "две связи с одним именем")
		}
		known[r.ID] = true
		kind := r.Kind()
		switch kind {
		case "header", "footer":
		case "styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes":
			if count[kind]++; count[kind] > 1 {
				found = append(found, "две части одного вида: "+kind)
			}
		default:
			continue
		}
		if !slices.Contains(officeRelations, strings.TrimSuffix(r.Type, kind)) {
			found = append(found, "часть неизвестного вида: "+kind)
		}
	}
	return found
}

// fontTable reports fonts inside the document, and signs under the name of letters
// (ECMA-376-1, 17.8).
func (a *parts) fontTable(w *Words, name string) error {
	content, err := a.open(name)
	if err != nil {
		return err
	}
	defer content.Close()
	named := ""
	for decoder := xml.NewDecoder(content); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return refusal("файл повреждён: список шрифтов DOCX не читается")
		}
		t, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case strings.HasPrefix(t.Name.Local, "embed"):
			w.Outside = append(w.Outside, "вложенный шрифт: буквы в нём могут быть не те")
		case t.Name.Local == "font":
			named = strings.ToLower(value(t, "name"))
		case t.Name.Local == "charset" && value(t, "val") == "02" && slices.Contains(w.Fonts, named):
			w.Outside = append(w.Outside, "шрифт, который назван шрифтом знаков: "+named)
		case t.Name.Local == "altName" && (slices.Contains(signFonts, strings.ToLower(value(t, "val"))) ||
			slices.Contains(w.Fonts, named)):
			w.Outside = append(w.Outside, "вместо шрифта указан другой: "+value(t, "val"))
		}
	}
}

// activeParts are parts that run or hold something of another program, by what
// their names have in them.
var activeParts = map[string]string{
	"vbaproject": "макросы", "/activex/": "элементы ActiveX", "/embeddings/": "вложенный файл другой программы",
	"/afchunk": "вставка другого документа", "/webextensions/": "надстройка Office", "/customui": "свои меню Office",
	"/glossary/": "запас готовых фрагментов (glossary)",
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
		if r.IsOdd() {
			found = append(found, "связь частей, которую читают не все программы")
		}
		if !r.IsExternal() && !strings.Contains(r.Target, "://") {
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
