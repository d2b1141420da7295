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

// readStyles reads the styles of a document, which it may lack. Word 2010 writes another
// part of styles for itself, with effects that older programs do not know.
func (a *parts) readStyles(w *Words, beside []opc.Relationship, body string) (err error) {
	if a.styles, err = a.stylesIn("styles", beside, body); err != nil || a.styles == nil {
		return err
	}
	w.Outside = append(w.Outside, a.styles.outside...)
	others, err := a.stylesIn("stylesWithEffects", beside, body)
	if others != nil && !others.isLike(a.styles) {
		w.Outside = append(w.Outside, "стили для Word 2010, другие, чем для остальных программ")
	}
	return err
}

// stylesIn reads the first part of styles of a kind; nil if there is none.
func (a *parts) stylesIn(kind string, beside []opc.Relationship, body string) (*styles, error) {
	i := slices.IndexFunc(beside, func(r opc.Relationship) bool { return r.Kind() == kind })
	if i < 0 {
		return nil, nil
	}
	content, err := a.open(beside[i].Part(body))
	if err != nil {
		return nil, err
	}
	defer content.Close()
	s, err := readStyles(content, &a.elements, a.theme)
	if err == nil {
		a.version(s.strict)
	}
	return s, err
}

// frames reports a document that shows frames instead of its text (17.15.2.19).
func (a *parts) frames(w *Words, name string) error {
	content, err := a.open(name)
	if err != nil {
		return err
	}
	defer content.Close()
	for decoder := opc.NewLimited(content, &a.elements); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(err, "настройки DOCX для веба не читаются")
		}
		if t, ok := token.(xml.StartElement); ok && t.Name.Local == "frameset" {
			w.Outside = append(w.Outside, "рамки с другими документами вместо этого")
		}
	}
}

// officeRelations are the beginnings of the types of relationships, transitional and
// strict, to parts that decide how words look.
var officeRelations = []string{"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
	"http://purl.oclc.org/ooxml/officeDocument/relationships/"}

const mixedParts = "связи и части двух версий, из которых программы понимают одну"

// oddRelations reports ambiguous parts, of which programs may use different ones.
func oddRelations(beside []opc.Relationship) (found []string) {
	count, known := map[string]int{}, map[string]bool{}
	for _, r := range beside {
		if known[r.ID] && r.ID != "" {
			found = append(found, "две связи с одним именем")
		}
		known[r.ID] = true
		kind := r.Kind()
		if what, active := activeKinds[kind]; active {
			found = append(found, what)
		} else if !slices.Contains(knownKinds, kind) {
			found = append(found, "связь неизвестного вида: "+kind)
		}
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

// knownKinds are the kinds of relationships of a document and of a package that are checked elsewhere or show
// nothing.
var knownKinds = strings.Fields(`styles stylesWithEffects numbering settings webSettings fontTable theme header
	footer footnotes endnotes comments commentsExtended commentsIds commentsExtensible people commentsDocument
	commentsExtendedDocument commentsIdsDocument commentsExtensibleDocument commentsUserData peopleDocument
	customXml image hyperlink aFChunk subDocument printerSettings chart chartUserShapes diagramData diagramLayout
	diagramQuickStyle diagramColors diagramDrawing documenttasks intelligence officeDocument core-properties
	extended-properties custom-properties thumbnail classificationlabels origin frame`)

// activeKinds are the kinds of relationships to active content or content of other programs.
var activeKinds = map[string]string{"vbaProject": macros, "wordVbaData": macros, "jsaProject": macros,
	"oleObject": foreignFile, "package": foreignFile, "control": activeX, "activeXControlBinary": activeX,
	"glossaryDocument": spareParts, "extensibility": ownMenus, "keyMapCustomizations": "свои клавиши и команды",
	"recipientData": "список рассылки", "mailMergeSource": "слияние с данными из другого файла",
	"webextensiontaskpanes": addIn, "webextension": addIn}

const (
	macros      = "макросы"
	activeX     = "элементы ActiveX"
	foreignFile = "вложенный файл другой программы"
	spareParts  = "запас готовых фрагментов (glossary)"
	ownMenus    = "свои меню Office"
	addIn       = "надстройка Office"
)

// fontTable reports fonts inside the document, and signs under the name of letters
// (ECMA-376-1, 17.8).
func (a *parts) fontTable(w *Words, name string) error {
	content, err := a.open(name)
	if err != nil {
		return err
	}
	defer content.Close()
	named, strict := "", false
	for decoder := opc.NewLimited(content, &a.elements); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			a.version(strict)
			return nil
		}
		if err != nil {
			return unreadable(err, "список шрифтов DOCX не читается")
		}
		t, ok := token.(xml.StartElement)
		strict = strict || t.Name.Local == "fonts" && isStrict(t.Name.Space)
		switch {
		case !ok:
		case isMixed(t, strict):
			w.Outside = append(w.Outside, mixedVersions)
		case strings.HasPrefix(t.Name.Local, "embed"):
			w.Outside = append(w.Outside, "вложенный шрифт: буквы в нём могут быть не те")
		case t.Name.Local == "font":
			named = strings.ToLower(value(t, "name"))
		case t.Name.Local == "charset" && strings.TrimLeft(value(t, "val"), "0 ") == "2" &&
			slices.Contains(w.Fonts, named):
			w.Outside = append(w.Outside, "шрифт, который назван шрифтом знаков: "+named)
		case t.Name.Local == "altName" && (slices.Contains(signFonts, strings.ToLower(value(t, "val"))) ||
			slices.Contains(w.Fonts, named)):
			w.Outside = append(w.Outside, "вместо шрифта указан другой: "+value(t, "val"))
		}
	}
}

// activeParts are substrings of the names of parts with active content or content of other programs.
var activeParts = map[string]string{
	"vbaproject": macros, "/activex/": activeX, "/embeddings/": foreignFile,
	"/afchunk": "вставка другого документа", "/webextensions/": addIn, "/customui": ownMenus, "/glossary/": spareParts,
}

// outside lists external and active content of the package, and reports one of two versions: relationships of a version
// that a program does not know lead nowhere for it. It comes after all parts were read.
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
	if a.strict && a.transitional {
		w.Outside = append(w.Outside, mixedParts)
	}
	slices.Sort(w.Outside)
	w.Outside = slices.Compact(w.Outside)
	return nil
}

// external lists the external relationships of a part: links, and files that are
// read when the document is opened (ECMA-376-2, 9.3). It notes the versions of all.
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
		if isStrict(r.Type) || strings.HasPrefix(r.Type, officeRelations[0]) {
			a.version(isStrict(r.Type))
		}
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
