package word

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"protokol/generator/internal/docx"
	"protokol/generator/internal/opc"
	"protokol/generator/internal/origin"
)

// writing contains the data that all papers of a template share.
type writing struct {
	parts   []opc.Part      // in the order of the template
	dropped map[string]bool // parts of an earlier paper of this program
	types   []byte
	links   []byte
	filled  map[string][]byte // relationships that papers with links of their own keep, by part
	first   int               // number of the first free custom part
	unused  string            // a prefix that no id or picture of the template has

	mu    sync.Mutex
	files []origin.Attachment // embedded in the last paper
	made  []opc.Part

	about     sync.Map // parts about a custom part, by its number
	described sync.Map // content types and relationships, by what is added
	packed    sync.Map // parts filled last, by their names
}

// The parts that describe others.
const (
	typesPart = "[Content_Types].xml"
	bodyPart  = "word/document.xml"
	bodyLinks = "word/_rels/document.xml.rels"
)

// Write writes a paper, with the record of its making.
func (p *Paper) Write(w io.Writer, from origin.Origin) error {
	body := p.body()
	from.Proof.Body = origin.BodySum(body.Header.CRC32)
	own, shared := p.template.items(from.Attachments())
	images := p.imageItems()
	return p.write(w, body, slices.Concat(shared.parts, own.parts, images.parts),
		slices.Concat(shared.overrides, own.overrides, images.overrides),
		slices.Concat(shared.relations, own.relations))
}

// bytes returns a package with more parts, which are described by elements of the
// content types and of the relationships of the main part.
func (p *Paper) bytes(more []opc.Part, overrides, relations []string) ([]byte, error) {
	var b bytes.Buffer
	err := p.write(&b, p.body(), more, overrides, relations)
	return b.Bytes(), err
}

// write writes the parts: those of the template in their order, then others.
func (p *Paper) write(w io.Writer, body opc.Part, more []opc.Part, overrides, relations []string) error {
	t := p.template
	main := t.pack.main.name
	types, links := t.writing.describe(main, overrides, relations, p.relations[main])
	replaced := map[string]opc.Part{main: body, typesPart: types, linksOf(main): links}
	for name, data := range p.parts {
		if name != main {
			replaced[name] = t.writing.pack(name, data)
		}
	}
	if made, ok := p.dated(); ok {
		replaced[made.Header.Name] = made
	}
	for name := range p.relations {
		if name != main {
			replaced[linksOf(name)] = opc.Pack(linksOf(name), p.links(name))
		}
	}
	parts := make([]opc.Part, 0, len(t.writing.parts)+len(replaced)+len(more))
	for _, one := range t.writing.parts {
		if made, ok := replaced[one.Header.Name]; ok {
			one = made
			delete(replaced, one.Header.Name)
		}
		parts = append(parts, one)
	}
	for _, name := range slices.Sorted(maps.Keys(replaced)) {
		if name != linksOf(main) || len(more) > 0 || len(p.relations[main]) > 0 {
			parts = append(parts, replaced[name])
		}
	}
	return opc.Write(w, append(parts, more...))
}

// packed is a filled part, compressed.
type packed struct {
	content []byte
	part    opc.Part
}

// pack compresses a filled part. Those that name no recipient, such as footers, are
// the same in all papers made together.
func (w *writing) pack(name string, content []byte) opc.Part {
	if last, ok := w.packed.Load(name); ok {
		if last := last.(packed); bytes.Equal(last.content, content) {
			return last.part
		}
	}
	made := packed{content, opc.Pack(name, content)}
	w.packed.Store(name, made)
	return made.part
}

// items are custom parts with embedded files.
type items struct {
	parts                []opc.Part
	overrides, relations []string
}

// items returns the custom parts: those of this paper, and those that papers made
// together share, which are compressed once.
func (t *Template) items(files []origin.Attachment) (own, shared items) {
	var mine, common []origin.Attachment
	for _, f := range files {
		if f.Own {
			mine = append(mine, f)
		} else {
			common = append(common, f)
		}
	}
	next := t.writing.first
	if len(common) > 0 {
		shared = t.writing.sharedItems(next, common)
		next++
	}
	if len(mine) > 0 {
		own = t.writing.newItems(next, mine)
	}
	return own, shared
}

// newItems returns a custom part with files, and the parts about it, which depend on
// its number only.
func (w *writing) newItems(n int, files []origin.Attachment) (made items) {
	list, relation, override := docx.SourceParts(n, files)
	about, ok := w.about.Load(n)
	if !ok {
		about = []opc.Part{opc.Pack(list[1].Name, list[1].Data), opc.Pack(list[2].Name, list[2].Data)}
		w.about.Store(n, about)
	}
	made.parts = append([]opc.Part{opc.PackLong(list[0].Name, list[0].Data)}, about.([]opc.Part)...)
	made.relations, made.overrides = []string{relation}, []string{override}
	return made
}

func (w *writing) sharedItems(n int, files []origin.Attachment) items {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, relation, override := docx.SourceParts(n, nil)
	if !sameFiles(w.files, files) {
		w.files, w.made = files, w.newItems(n, files).parts
	}
	return items{slices.Clone(w.made), []string{override}, []string{relation}}
}

func sameFiles(a, b []origin.Attachment) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if a[i].Name != b[i].Name || !bytes.Equal(a[i].Data, b[i].Data) {
			return false
		}
	}
	return true
}

// describe adds parts to the parts that describe others; own are relationships that
// only this paper has.
func (w *writing) describe(main string, overrides, relations, own []string) (types, links opc.Part) {
	if len(own) > 0 {
		types, _ = w.describe(main, overrides, relations, nil)
		return types, opc.Pack(linksOf(main), insertBefore(w.filled[main], "</Relationships>",
			slices.Concat(relations, own)))
	}
	key := strings.Join(overrides, "") + strings.Join(relations, "")
	if found, ok := w.described.Load(key); ok {
		made := found.([2]opc.Part)
		return made[0], made[1]
	}
	types = opc.Pack(typesPart, insertBefore(w.types, "</Types>", overrides))
	links = opc.Pack(linksOf(main), insertBefore(w.links, "</Relationships>", relations))
	w.described.Store(key, [2]opc.Part{types, links})
	return types, links
}

func insertBefore(src []byte, end string, list []string) []byte {
	at := bytes.LastIndex(src, []byte(end))
	if at < 0 || len(list) == 0 {
		return src
	}
	out := append([]byte(nil), src[:at]...)
	for _, s := range list {
		out = append(out, s...)
	}
	return append(out, src[at:]...)
}

// body returns the main part.
func (p *Paper) body() opc.Part {
	main := p.template.pack.main
	content := p.parts[main.name]
	if content == nil {
		content = main.data
	}
	return opc.Pack(main.name, content)
}
