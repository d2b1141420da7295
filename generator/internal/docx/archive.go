package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"

	"protokol/generator/document"
	"protokol/generator/internal/origin"
	"protokol/generator/style"
)

// bodyPart is the name of the main document part.
const bodyPart = "word/document.xml"

const numberingPart = "word/numbering.xml"

// packed is a compressed part of the package. It has no modification time, so
// that equal papers have equal bytes.
type packed struct {
	header zip.FileHeader
	data   []byte
}

func pack(name string, content []byte) packed {
	return packedAs(name, content, zip.Deflate, deflate(content))
}

// store returns a part that is not compressed, because it is short or compressed
// already.
func store(name string, content []byte) packed {
	return packedAs(name, content, zip.Store, content)
}

func packedAs(name string, content []byte, method uint16, data []byte) packed {
	return packed{zip.FileHeader{Name: name, Method: method,
		CRC32:              crc32.ChecksumIEEE(content),
		CompressedSize64:   uint64(len(data)),
		UncompressedSize64: uint64(len(content)),
	}, data}
}

// write writes the parts of a document into an archive.
func (p *Printer) write(
	w io.Writer, doc *document.Document, sheet *style.Sheet, b *body, text packed, o Options,
) error {
	base, items := p.base(sheet, b.controls > 0), p.items(o.Origin.Attachments())
	packaging, lists := p.packaging(b, len(items), o), base.numbering
	if len(b.lists.instances) > 0 {
		lists = p.numbering(b.lists.part(sheet))
	}
	properties := store("docProps/core.xml", core(doc, o))
	parts := slices.Concat([]packed{packaging.types, text, packaging.relations, properties},
		base.parts, []packed{lists}, items, packaging.about)
	for i, path := range b.pictures {
		parts = append(parts, store("word/"+pictureTarget(i+1, o.Pictures[path]), o.Pictures[path].File))
	}
	archive := zip.NewWriter(w)
	for i := range parts {
		file, err := archive.CreateRaw(&parts[i].header)
		if err == nil {
			_, err = file.Write(parts[i].data)
		}
		if err != nil {
			return fmt.Errorf("docx: %w", err)
		}
	}
	return archive.Close()
}

// packaging is the parts that describe other parts (ECMA-376 part 2): content
// types, relationships, properties of custom parts.
type packaging struct {
	types, relations packed
	about            []packed // of its items
}

// packaging returns these parts. It caches those of documents without links and
// pictures.
func (p *Printer) packaging(b *body, items int, o Options) *packaging {
	plain := len(b.links)+len(b.pictures) == 0
	if plain {
		if found, ok := p.packagings.Load(items); ok {
			return found.(*packaging)
		}
	}
	f := &packaging{types: pack("[Content_Types].xml", []byte(contentTypes(b, items))),
		relations: pack("word/_rels/document.xml.rels", []byte(bodyRelations(b, items, o)))}
	for i := range items {
		f.about = append(f.about, pack(itemProperties(i+1), []byte(sourceProperties(i+1))),
			pack(itemRelations(i+1), []byte(propertiesRelation(i+1))))
	}
	if plain {
		p.packagings.Store(items, f)
	}
	return f
}

// deflateFrom is the minimum size, in bytes, of parts that are worth
// compressing.
const deflateFrom = 8 << 10

// items returns the custom parts with the embedded files: one for the files of
// this document only, if any, and one for those that documents share.
func (p *Printer) items(files []origin.Attachment) (items []packed) {
	var own, common []origin.Attachment
	for _, f := range files {
		if f.Own {
			own = append(own, f)
		} else {
			common = append(common, f)
		}
	}
	if len(common) > 0 {
		items = append(items, p.shared(common))
	}
	if len(own) > 0 {
		name, content := itemName(len(items)+1), source(own)
		if len(content) < deflateFrom {
			items = append(items, store(name, content))
		} else {
			items = append(items, pack(name, content))
		}
	}
	return items
}

// shared returns the part with the shared files. It caches the last one: the
// letters of a batch have the same files.
func (p *Printer) shared(files []origin.Attachment) packed {
	same := func(a, b origin.Attachment) bool {
		return a.Name == b.Name && a.Type == b.Type && a.Relationship == b.Relationship && bytes.Equal(a.Data, b.Data)
	}
	p.mu.Lock()
	before, made := p.files, p.sharedPart
	p.mu.Unlock()
	if slices.EqualFunc(before, files, same) {
		return made
	}
	made = pack(itemName(1), source(files))
	p.mu.Lock()
	defer p.mu.Unlock()
	p.files, p.sharedPart = files, made
	return made
}

// design is what base parts depend on.
type design struct {
	sheet *style.Sheet
	form  bool // with fields
}

// base is the parts that documents of one design share.
type base struct {
	parts     []packed
	numbering packed // for documents without lists
}

func (p *Printer) base(sheet *style.Sheet, form bool) *base {
	of := design{sheet, form}
	if found, ok := p.bases.Load(of); ok {
		return found.(*base)
	}
	made := &base{numbering: pack(numberingPart, new(numbering).part(sheet))}
	for _, one := range []struct{ name, content string }{
		{"_rels/.rels", relationships(
			relationship("rDocument", nsRelation+"/officeDocument", bodyPart, ""),
			relationship("rCore", nsCore, "docProps/core.xml", ""),
			relationship("rApp", nsRelation+"/extended-properties", "docProps/app.xml", ""))},
		{"word/styles.xml", styles(sheet)},
		{"word/settings.xml", settings(form)},
		{"word/fontTable.xml", fontTable(sheet)},
		{"word/header1.xml", header},
		{"word/header2.xml", firstHeader},
		{"docProps/app.xml", app},
	} {
		made.parts = append(made.parts, pack(one.name, []byte(one.content)))
	}
	p.bases.Store(of, made)
	return made
}

// listsLimit is the maximum number of numbering parts in the cache of a Printer.
const listsLimit = 64

// numbering returns the numbering part of a document with lists, cached by its
// content.
func (p *Printer) numbering(content []byte) packed {
	p.mu.Lock()
	found, ok := p.lists[string(content)]
	p.mu.Unlock()
	if ok {
		return found
	}
	made := pack(numberingPart, content)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.lists == nil || len(p.lists) >= listsLimit {
		p.lists = map[string]packed{}
	}
	p.lists[string(content)] = made
	return made
}

// compressors pools flate writers, which are expensive to allocate.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, 6)
	if err != nil {
		panic(err) // the level is valid
	}
	return w
}}

func deflate(content []byte) []byte {
	var out bytes.Buffer
	w := compressors.Get().(*flate.Writer)
	defer compressors.Put(w)
	w.Reset(&out)
	w.Write(content) // a bytes.Buffer never fails
	w.Close()
	return out.Bytes()
}

// contentTypes returns the content types of all parts (ECMA-376 part 2, 10.1.2).
func contentTypes(b *body, items int) string {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var m strings.Builder
	m.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	if len(b.pictures) > 0 {
		m.WriteString(`<Default Extension="png" ContentType="image/png"/>` +
			`<Default Extension="jpeg" ContentType="image/jpeg"/>`)
	}
	override := func(name, kind string) {
		fmt.Fprintf(&m, `<Override PartName="/%s" ContentType="%s"/>`, name, kind)
	}
	override(bodyPart, word+"document.main+xml")
	override("word/styles.xml", word+"styles+xml")
	override(numberingPart, word+"numbering+xml")
	override("word/settings.xml", word+"settings+xml")
	override("word/fontTable.xml", word+"fontTable+xml")
	override("word/header1.xml", word+"header+xml")
	override("word/header2.xml", word+"header+xml")
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	for i := range items {
		override(itemProperties(i+1), "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
	}
	m.WriteString(`</Types>`)
	return m.String()
}
