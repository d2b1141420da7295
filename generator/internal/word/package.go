package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// Refusal says why a file cannot be a template.
type Refusal string

func (r Refusal) Error() string { return string(r) }

// Limits of a template.
const (
	MaxFile  = 32 << 20 // bytes of the file
	maxParts = 2_000
	maxBytes = 64 << 20 // unpacked bytes of all parts
	maxText  = 16 << 20 // unpacked bytes of a part with text
	maxRatio = 200      // unpacked to packed bytes of a part of more than a megabyte
)

// part is a part of a package.
type part struct {
	name string
	kind string // of its relationship: officeDocument, header, …
	data []byte // unpacked, for parts with text
	file *zip.File

	changed   bool                        // data differs from that in the file
	relations map[string]opc.Relationship // by ID
	referred  map[string]int              // how often the text refers to each of them
	replaced  map[string]int              // how often by hyperlinks that papers replace
}

// refers notes that the text refers to a relationship.
func (p *part) refers(id string) {
	if p.referred == nil {
		p.referred = map[string]int{}
	}
	p.referred[id]++
}

// relate gives a part its relationships. The first of several with one ID counts.
func (p *part) relate(list []opc.Relationship) {
	p.relations = make(map[string]opc.Relationship, len(list))
	for _, r := range slices.Backward(list) {
		p.relations[r.ID] = r
	}
}

// change gives a part other content in all papers.
func (p *part) change(data []byte) { p.data, p.changed = data, true }

// archived is the package of a template.
type archived struct {
	archive   *zip.Reader
	parts     []*part
	byName    map[string]*part
	main      *part
	relations []opc.Relationship // of the main part
	numbering string             // name of the part, or ""
}

// openPack opens a package and refuses what cannot be filled safely.
func openPack(file []byte) (*archived, error) {
	if other := opc.Other(file); other != "" {
		return nil, Refusal(other)
	}
	if len(file) > MaxFile {
		return nil, Refusal("файл больше 32 МБ")
	}
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, Refusal("это не DOCX: архив не читается")
	}
	p := &archived{archive: archive, byName: map[string]*part{}}
	if err := p.list(); err != nil {
		return nil, err
	}
	if err := p.findMain(); err != nil {
		return nil, err
	}
	if err := p.checkContent(); err != nil {
		return nil, err
	}
	if err := p.checkMarkup(); err != nil {
		return nil, err
	}
	return p, p.readTexts()
}

// list checks the entries of the archive.
func (p *archived) list() error {
	if len(p.archive.File) > maxParts {
		return Refusal(fmt.Sprintf("частей больше %d: это не бланк", maxParts))
	}
	total := uint64(0)
	for _, f := range p.archive.File {
		name := f.Name
		folded := strings.ToLower(name)
		switch total += f.UncompressedSize64; {
		case strings.HasSuffix(name, "/"):
			continue
		case name != path.Clean(name) || path.IsAbs(name) || strings.HasPrefix(name, "..") ||
			strings.ContainsAny(name, "\\:"):
			return Refusal("путь внутри файла ведёт наружу")
		case p.byName[folded] != nil:
			return Refusal("две части с одним именем")
		case total > maxBytes, f.UncompressedSize64 > 1<<20 && f.UncompressedSize64 > maxRatio*(f.CompressedSize64+1):
			return Refusal("при распаковке файл слишком велик: это не бланк")
		case path.Base(folded) == "vbaproject.bin": // Word asks for its relationship, other programs may not
			return Refusal(hasMacros)
		case f.Flags&1 != 0:
			return Refusal("файл зашифрован: сохраните его без пароля")
		}
		one := &part{name: name, file: f}
		p.parts, p.byName[folded] = append(p.parts, one), one
	}
	return nil
}

func (p *archived) find(name string) *part { return p.byName[strings.ToLower(name)] }

// read unpacks a part and checks its sum.
func (p *part) read(limit int) error {
	if p.data != nil {
		return nil
	}
	if p.file.UncompressedSize64 > uint64(limit) {
		return Refusal("часть " + p.name + " слишком велика: это не бланк")
	}
	content, err := p.file.Open()
	if err == nil {
		defer content.Close()
		p.data, err = io.ReadAll(io.LimitReader(content, int64(limit)+1))
	}
	if err != nil {
		return Refusal("файл повреждён: часть " + p.name + " не распаковывается")
	}
	return nil
}

// relationsOf reads the relationships of a part, or of the package for "".
func (p *archived) relationsOf(name string) ([]opc.Relationship, error) {
	list := p.find(linksOf(name))
	if name == "" {
		list = p.find("_rels/.rels")
	}
	if list == nil {
		return nil, nil
	}
	if err := list.read(1 << 20); err != nil {
		return nil, err
	}
	found, err := opc.Read(bytes.NewReader(list.data))
	if err != nil {
		return nil, Refusal("файл повреждён: связи его частей не читаются")
	}
	return found, nil
}

func (p *archived) findMain() error {
	start, err := p.relationsOf("")
	if err != nil {
		return err
	}
	for _, r := range start {
		if r.Kind() == "officeDocument" && !r.IsExternal() {
			p.main = p.find(r.Part(""))
		}
	}
	if p.main == nil {
		return Refusal("это не DOCX: в нём нет документа")
	}
	types := p.find("[Content_Types].xml")
	if types == nil {
		return Refusal("это не DOCX: в нём нет перечня частей")
	}
	if err := types.read(1 << 20); err != nil {
		return err
	}
	switch kind := string(types.data); {
	case strings.Contains(kind, "macroEnabled"):
		return Refusal("в бланке макросы (.docm, .dotm): сохраните его в Word как обычный документ .docx")
	case strings.Contains(kind, "wordprocessingml.template.main+xml"):
		return Refusal("это шаблон .dotx: сохраните его в Word как обычный документ .docx")
	case !strings.Contains(kind, "wordprocessingml.document.main+xml"):
		return Refusal("это не документ Word: сохраните его в Word как .docx")
	}
	return nil
}

// dangers are kinds of relationships to parts with active or external content.
var dangers = map[string]string{
	"vbaProject": "макросы", "attachedToolbars": "панели с макросами", "aFChunk": "вставка из другого файла",
	"subDocument": "часть из другого файла", "oleObject": "внедрённый объект", "control": "элемент ActiveX",
	"package": "внедрённый файл", "frame": "рамка с чужой страницей",
}

// checkContent refuses macros, embedded programs, and links that Word follows by
// itself.
func (p *archived) checkContent() error {
	for _, one := range p.parts {
		from, isLinks := ownerOf(one.name)
		if !isLinks {
			continue
		}
		list, err := p.relationsOf(from)
		if err != nil {
			return err
		}
		for _, r := range list {
			if err := checkRelation(r); err != nil {
				return err
			}
		}
		if one := p.find(from); one != nil {
			one.relate(list)
		}
		if p.main != nil && from == p.main.name {
			p.relations = list
		}
	}
	return nil
}

const (
	hasMacros  = "в бланке макросы: сохраните его в Word как обычный документ .docx"
	hasDoctype = "в ней описание типа документа (DTD), которого в DOCX не бывает"
)

// doctype finds a document type declaration, which stands before the root.
var doctype = regexp.MustCompile(`^(?:\s|[^<]{0,3}<\?(?s:.*?)\?>|<!--(?s:.*?)-->)*[^<]{0,3}<!DOCTYPE`)

// maxProlog is how many bytes of a part are looked through for its root.
const maxProlog = 16 << 10

// checkMarkup refuses declarations in parts that go into papers as they are: they may name files of whoever opens the
// paper.
func (p *archived) checkMarkup() error {
	for _, one := range p.parts {
		if ext := strings.ToLower(path.Ext(one.name)); ext != ".xml" && ext != ".rels" {
			continue
		}
		content, err := one.file.Open()
		if err != nil {
			return Refusal("файл повреждён: часть " + one.name + " не распаковывается")
		}
		prolog, _ := io.ReadAll(io.LimitReader(content, maxProlog)) // an error concerns the papers that need the part
		content.Close()
		if doctype.Match(bytes.ReplaceAll(prolog, []byte{0}, nil)) { // UTF-16 reads as Latin letters
			return Refusal("часть " + one.name + " не читается: " + hasDoctype)
		}
	}
	return nil
}

// ownerOf returns the part that a relationships part belongs to, "" for the package.
func ownerOf(name string) (from string, ok bool) {
	folder, base := path.Split(name)
	if path.Base(folder) != "_rels" {
		return "", false
	}
	if name == "_rels/.rels" {
		return "", true
	}
	return path.Join(path.Dir(path.Clean(folder)), strings.TrimSuffix(base, ".rels")), true
}

func checkRelation(r opc.Relationship) error {
	what := dangers[r.Kind()]
	switch {
	case r.Kind() == "attachedTemplate":
		return Refusal("бланк связан с чужим шаблоном: в Word откройте Файл → Параметры → Надстройки → Управление: " +
			"Шаблоны → Перейти и выберите Normal")
	case what != "" && what != "макросы":
		return Refusal("в бланке " + what + ": программа такого не переносит; уберите это")
	case what != "":
		return Refusal(hasMacros)
	case r.IsExternal() && r.Kind() != "hyperlink" && !mailMergeKinds[r.Kind()]:
		return Refusal("бланк берёт часть себя из другого места (" + r.Kind() + "): вставьте её в сам файл")
	}
	return nil
}

// textKinds are the kinds of parts with text that is filled.
var textKinds = []string{"header", "footer", "footnotes", "endnotes", "comments"}

// readTexts unpacks the parts with text.
func (p *archived) readTexts() error {
	p.main.kind = "officeDocument"
	if err := p.main.read(maxText); err != nil {
		return err
	}
	for _, r := range p.relations {
		one := p.find(r.Part(p.main.name))
		switch {
		case r.IsExternal() || one == nil:
		case slices.Contains(textKinds, r.Kind()) && one.kind == "":
			one.kind = r.Kind()
			if err := one.read(maxText); err != nil {
				return err
			}
		case r.Kind() == "numbering":
			p.numbering = one.name
			if err := one.read(maxText); err != nil {
				return err
			}
		}
	}
	return p.readProperties()
}

// readProperties unpacks the properties of the file.
func (p *archived) readProperties() error {
	list, err := p.relationsOf("")
	for _, r := range list {
		if one := p.find(r.Part("")); propertyKinds[r.Kind()] && one != nil && one.kind == "" {
			one.kind = r.Kind()
			if err := one.read(maxText); err != nil {
				return err
			}
		}
	}
	return err
}

// texts returns the parts with text, the main one first.
func (p *archived) texts() (list []*part) {
	for _, one := range p.parts {
		if one.kind != "" && one != p.main {
			list = append(list, one)
		}
	}
	return append([]*part{p.main}, list...)
}
