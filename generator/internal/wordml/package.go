package wordml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"protokol/generator/internal/opc"
)

// Refusal says why a file cannot be laid out.
type Refusal string

func (r Refusal) Error() string { return string(r) }

// Limits of a file.
const (
	MaxFile  = 64 << 20
	maxParts = 5_000
	maxBytes = 256 << 20 // unpacked bytes of all parts
	maxText  = 64 << 20  // unpacked bytes of a part with text
	maxLinks = 100_000   // relationships of a part
	maxRatio = 400       // unpacked to packed bytes of a part of more than a megabyte
)

// pack is the package of a paper.
type pack struct {
	files map[string]*zip.File // by lower-case name
	main  string
	types string   // [Content_Types].xml
	texts sync.Map // parts with text that have been read, by name

	replaced sync.Map // those that replaced parts of the package last, by name

	relations sync.Map // those that have been read, by the name of their part
}

// part is a part with text.
type part struct {
	name  string
	data  string
	root  *node
	nodes int                         // in it
	links map[string]opc.Relationship // by ID
}

// openPack opens a package.
func openPack(file []byte) (*pack, error) {
	if other := opc.Other(file); other != "" {
		return nil, Refusal(other)
	}
	if len(file) > MaxFile {
		return nil, Refusal("файл больше 64 МБ")
	}
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, Refusal("это не DOCX: архив не читается")
	}
	if len(archive.File) > maxParts {
		return nil, Refusal(fmt.Sprintf("частей больше %d", maxParts))
	}
	p := &pack{files: map[string]*zip.File{}}
	total := uint64(0)
	for _, f := range archive.File {
		total += f.UncompressedSize64
		switch name := strings.ToLower(f.Name); {
		case f.Flags&1 != 0:
			return nil, Refusal("файл зашифрован: сохраните его без пароля")
		case p.files[name] != nil:
			return nil, Refusal("две части с одним именем")
		case total > maxBytes, f.UncompressedSize64 > 1<<20 && f.UncompressedSize64 > maxRatio*(f.CompressedSize64+1):
			return nil, Refusal("при распаковке файл слишком велик")
		default:
			p.files[name] = f
		}
	}
	return p, p.findMain()
}

func (p *pack) findMain() error {
	links, err := p.links("")
	if err != nil {
		return err
	}
	for _, r := range links {
		if r.Kind() == "officeDocument" && !r.IsExternal() {
			p.main = r.Part("")
		}
	}
	if p.main == "" || p.files[strings.ToLower(p.main)] == nil {
		return Refusal("это не DOCX: в нём нет документа")
	}
	types, err := p.read("[Content_Types].xml", 1<<20)
	if err != nil {
		return err
	}
	p.types = string(types)
	if !strings.Contains(p.types, "wordprocessingml") && !strings.Contains(p.types, "ms-word") {
		return Refusal("это не документ Word")
	}
	return nil
}

// read unpacks a part. A part that is not there is empty.
func (p *pack) read(name string, limit int) ([]byte, error) {
	f := p.files[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > uint64(limit) {
		return nil, Refusal("часть " + name + " слишком велика")
	}
	content, err := f.Open()
	if err == nil {
		defer content.Close()
		var data []byte
		if data, err = io.ReadAll(io.LimitReader(content, int64(limit))); err == nil {
			return data, nil
		}
	}
	return nil, Refusal("файл повреждён: часть " + name + " не распаковывается")
}

// links reads the relationships of a part, or of the package for "". They are read once.
func (p *pack) links(name string) (map[string]opc.Relationship, error) {
	if known, ok := p.relations.Load(name); ok {
		return known.(map[string]opc.Relationship), nil
	}
	data, err := p.read(linksOf(name), 4<<20)
	if err != nil {
		return nil, err
	}
	byID, err := readLinks(data)
	if err == nil {
		p.relations.Store(name, byID)
	}
	return byID, err
}

// linksAmong is links with the content of parts that is not that of the package.
func (p *pack) linksAmong(name string, replaced map[string][]byte) (map[string]opc.Relationship, error) {
	if data := replaced[linksOf(name)]; data != nil {
		return readLinks(data)
	}
	return p.links(name)
}

func readLinks(data []byte) (map[string]opc.Relationship, error) {
	if len(data) == 0 {
		return nil, nil
	}
	left := maxLinks
	root, err := scan(string(data), &left)
	if err != nil {
		return nil, Refusal("файл повреждён: связи его частей не читаются")
	}
	byID := make(map[string]opc.Relationship, len(root.kids))
	for _, k := range root.kids {
		if k.name == "Relationship" {
			byID[k.attr("Id")] = opc.Relationship{ID: k.attr("Id"), Type: k.attr("Type"), Target: k.attr("Target"),
				Mode: k.attr("TargetMode")}
		}
	}
	return byID, nil
}

// linksOf returns the name of the part with the relationships of a part, or of the package for "".
func linksOf(name string) string {
	if name == "" {
		return "_rels/.rels"
	}
	return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
}

// text reads a part with text. Replaced holds the content of parts that replace those of the package. Others are read
// once for all papers, and so is a footer that replaces that of the package, until it changes; the main part, which is
// large and seldom needed twice, is not kept.
func (p *pack) text(name string, replaced map[string][]byte, left *int) (*part, error) {
	data, other := replaced[name]
	_, otherLinks := replaced[linksOf(name)]
	if otherLinks || name == p.main {
		return p.scanned(name, data, other, replaced, &scanner{left: left})
	}
	kept := &p.texts
	if other {
		kept = &p.replaced
	}
	if known, ok := kept.Load(name); ok && (!other || known.(*part).data == string(data)) {
		read := known.(*part)
		if *left -= read.nodes; *left < 0 {
			return nil, unreadable(name, errTooMany)
		}
		return read, nil
	}
	read, err := p.scanned(name, data, other, nil, &scanner{left: left})
	if err == nil {
		kept.Store(name, read)
	}
	return read, err
}

// scanned reads a part with text that has some data or, if it has no other, that of the package.
func (p *pack) scanned(
	name string, data []byte, other bool, replaced map[string][]byte, s *scanner,
) (*part, error) {
	if !other {
		var err error
		if data, err = p.read(name, maxText); err != nil {
			return nil, err
		}
	}
	if len(data) == 0 {
		return &part{name: name, root: &node{}}, nil
	}
	read := &part{name: name, data: string(data)}
	before := *s.left
	var err error
	if read.root, err = s.scan(read.data); err != nil {
		return nil, unreadable(name, err)
	}
	read.nodes = before - *s.left
	read.links, err = p.linksAmong(name, replaced)
	return read, err
}

func unreadable(name string, err error) error {
	return Refusal("часть " + name + " не читается: " + err.Error())
}

// named returns the target of the first relationship of a kind, or "".
func (p *part) named(kind string) string {
	best := ""
	for _, r := range p.links {
		if name := r.Part(p.name); r.Kind() == kind && !r.IsExternal() && (best == "" || name < best) {
			best = name
		}
	}
	return best
}
