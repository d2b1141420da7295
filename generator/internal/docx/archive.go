package docx

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/opc"
	"protokol/generator/internal/origin"
	"protokol/generator/style"
)

// bodyPart is the name of the main document part.
const bodyPart = "word/document.xml"

const numberingPart = "word/numbering.xml"

// write writes the parts of a document into an archive.
func (p *Printer) write(
	w io.Writer, doc *document.Document, sheet *style.Sheet, b *body, text opc.Part, o Options,
) error {
	base, items := p.base(sheet, b.controls > 0), p.items(o.Origin.Attachments())
	packaging, lists := p.packaging(b, len(items), o), base.numbering
	if len(b.lists.instances) > 0 {
		lists = p.numbering(b.lists.part(sheet))
	}
	properties := opc.Store("docProps/core.xml", core(doc, o))
	parts := slices.Concat([]opc.Part{packaging.types, text, packaging.relations, properties},
		base.parts, []opc.Part{lists}, items, packaging.about)
	if b.emblem != nil {
		parts = append(parts, opc.Store("word/"+emblemPart, b.emblem),
			opc.Store("word/_rels/"+emblemPart+".rels", []byte(b.emblemRelations())))
	}
	for i, path := range b.pictures {
		parts = append(parts, opc.Store("word/"+pictureTarget(i+1, o.Pictures[path]), o.Pictures[path].File))
	}
	return opc.Write(w, parts)
}

// packaging is the parts that describe other parts (ECMA-376 part 2): content
// types, relationships, properties of custom parts.
type packaging struct {
	types, relations opc.Part
	about            []opc.Part // of its items
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
	f := &packaging{types: opc.Pack("[Content_Types].xml", []byte(contentTypes(b, items))),
		relations: opc.Pack("word/_rels/document.xml.rels", []byte(bodyRelations(b, items, o)))}
	for i := range items {
		f.about = append(f.about, opc.Pack(itemProperties(i+1), []byte(sourceProperties(i+1))),
			opc.Pack(itemRelations(i+1), []byte(propertiesRelation(i+1))))
	}
	if plain {
		p.packagings.Store(items, f)
	}
	return f
}

// items returns the custom parts with the embedded files: one for the files of
// this document only, if any, and one for those that documents share.
func (p *Printer) items(files []origin.Attachment) (items []opc.Part) {
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
		items = append(items, opc.PackLong(itemName(len(items)+1), source(own)))
	}
	return items
}

// shared returns the part with the shared files. It caches the last one: the
// letters of a batch have the same files.
func (p *Printer) shared(files []origin.Attachment) opc.Part {
	same := func(a, b origin.Attachment) bool {
		return a.Name == b.Name && a.Type == b.Type && a.Relationship == b.Relationship && bytes.Equal(a.Data, b.Data)
	}
	p.mu.Lock()
	before, made := p.files, p.sharedPart
	p.mu.Unlock()
	if slices.EqualFunc(before, files, same) {
		return made
	}
	made = opc.Pack(itemName(1), source(files))
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
	parts     []opc.Part
	numbering opc.Part // for documents without lists
}

func (p *Printer) base(sheet *style.Sheet, form bool) *base {
	of := design{sheet, form}
	if found, ok := p.bases.Load(of); ok {
		return found.(*base)
	}
	made := &base{numbering: opc.Pack(numberingPart, new(numbering).part(sheet))}
	for _, one := range []struct{ name, content string }{
		{"_rels/.rels", relationships(
			relationship("rDocument", nsRelation+"/officeDocument", bodyPart, ""),
			relationship("rCore", nsCore, "docProps/core.xml", ""),
			relationship("rApp", nsRelation+"/extended-properties", "docProps/app.xml", ""))},
		{"word/styles.xml", styles(sheet)},
		{"word/settings.xml", settings(form)},
		{"word/fontTable.xml", fontTable(sheet)},
		{"word/" + marginPart(sheet, false), pageNumber(sheet)},
		{"word/" + marginPart(sheet, true), withoutNumber(sheet)},
		{"docProps/app.xml", app},
	} {
		made.parts = append(made.parts, opc.Pack(one.name, []byte(one.content)))
	}
	p.bases.Store(of, made)
	return made
}

// listsLimit is the maximum number of numbering parts in the cache of a Printer.
const listsLimit = 64

// numbering returns the numbering part of a document with lists, cached by its
// content.
func (p *Printer) numbering(content []byte) opc.Part {
	p.mu.Lock()
	found, ok := p.lists[string(content)]
	p.mu.Unlock()
	if ok {
		return found
	}
	made := opc.Pack(numberingPart, content)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.lists == nil || len(p.lists) >= listsLimit {
		p.lists = map[string]opc.Part{}
	}
	p.lists[string(content)] = made
	return made
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
	override("word/"+marginPart(b.sheet, false), word+margin(b.sheet)+"+xml")
	override("word/"+marginPart(b.sheet, true), word+margin(b.sheet)+"+xml")
	if b.emblem != nil {
		override("word/"+emblemPart, word+"header+xml")
	}
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	for i := range items {
		override(itemProperties(i+1), "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
	}
	m.WriteString(`</Types>`)
	return m.String()
}
