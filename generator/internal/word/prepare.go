package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	library "github.com/nguyenthenguyen/docx"

	"protokol/generator/internal/opc"
	"protokol/generator/internal/origin"
)

// prepareWriting lets the library open and write the parts that all papers share.
func (t *Template) prepareWriting() error {
	w := &writing{dropped: map[string]bool{}, filled: map[string][]byte{}, first: 1}
	t.writing = w
	if err := t.dropMailMerge(); err != nil {
		return err
	}
	if err := t.dropSource(); err != nil {
		return err
	}
	t.dropThumbnail()
	t.findUnused()
	for _, one := range t.pack.texts() {
		w.filled[one.name] = t.linksOfPapers(one)
	}
	return t.packParts()
}

// dropThumbnail leaves out the picture of the first page.
func (t *Template) dropThumbnail() {
	links := t.pack.find("_rels/.rels")
	for _, one := range t.pack.parts {
		if !isThumbnail(one.name) || links == nil {
			continue
		}
		t.writing.dropped[one.name] = true
		links.change(without(links.data, "Relationship", func(e *element) bool {
			return isThumbnail(strings.TrimPrefix(e.attr("Target"), "/"))
		}))
	}
}

// dropSource leaves out the source that a paper of this program carries, when
// such a paper is used as a template.
func (t *Template) dropSource() error {
	w := t.writing
	for _, one := range t.pack.parts {
		var n int
		if _, err := fmt.Sscanf(one.name, "customXml/item%d.xml", &n); err != nil ||
			one.name != fmt.Sprintf("customXml/item%d.xml", n) {
			continue
		}
		w.first = max(w.first, n+1)
		if err := one.read(maxBytes); err != nil {
			return err
		}
		if bytes.Contains(one.data[:min(len(one.data), 4096)], []byte(origin.Namespace)) {
			w.dropped[one.name] = true
			w.dropped[fmt.Sprintf("customXml/itemProps%d.xml", n)] = true
			w.dropped[fmt.Sprintf("customXml/_rels/item%d.xml.rels", n)] = true
		}
		one.data = nil
	}
	t.dropReviewers()
	w.types = without(t.pack.find(typesPart).data, "Override", func(e *element) bool {
		return w.dropped[strings.TrimPrefix(e.attr("PartName"), "/")]
	})
	links := t.pack.find(linksOf(t.pack.main.name))
	if links == nil {
		w.links = []byte(noLinks)
		return nil
	}
	w.links = without(links.data, "Relationship", func(e *element) bool {
		target := e.attr("Target")
		return w.dropped[path.Join(path.Dir(t.pack.main.name), target)] || w.dropped[strings.TrimPrefix(target, "/")]
	})
	return nil
}

// dropReviewers leaves out the accounts of reviewers of the template if none of their comments and corrections is
// left ([MS-DOCX], people part).
func (t *Template) dropReviewers() {
	for _, r := range t.pack.relations {
		if one := t.pack.find(r.Part(t.pack.main.name)); r.Kind() == "people" && one != nil && !t.pack.isReviewed() {
			t.writing.dropped[one.name] = true
		}
	}
}

// without returns markup without some elements.
func without(src []byte, name string, drop func(*element) bool) []byte {
	total := 0
	root, err := parse(src, &total)
	if err != nil {
		return src
	}
	var out []byte
	from := 0
	root.each(func(e *element) bool {
		if e.name == name && drop(e) {
			out = append(out, src[from:e.start]...)
			from = e.end
		}
		return true
	})
	return append(out, src[from:]...)
}

// packParts lets the library write the parts with markup: papers copy them compressed, except those that they fill.
// Pictures and fonts are large and stay as they are stored.
func (t *Template) packParts() error {
	parts, err := t.shared()
	if err != nil {
		return err
	}
	var given []opc.Part
	missing := map[string]bool{bodyPart: true, bodyLinks: true} // that the library needs
	for _, one := range parts {
		if isMarkup(one.Header.Name) {
			given = append(given, one)
			delete(missing, one.Header.Name)
		}
	}
	for name := range missing {
		given = append(given, opc.Store(name, nil))
	}
	written, err := rewrite(given)
	if err != nil {
		return Refusal("файл не читается: " + err.Error())
	}
	for i, one := range parts {
		if !isMarkup(one.Header.Name) {
			continue
		}
		parts[i], written = written[0], written[1:]
		sum, size := one.Header.CRC32, one.Header.UncompressedSize64
		if parts[i].Header.CRC32 != sum || parts[i].Header.UncompressedSize64 != size { // the library ignores it
			return damaged(one.Header.Name)
		}
	}
	t.writing.parts = parts
	return nil
}

func isMarkup(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

func damaged(name string) Refusal {
	return Refusal("файл повреждён: часть " + name + " не распаковывается")
}

// shared returns the parts that papers have of the template.
func (t *Template) shared() (list []opc.Part, err error) {
	for _, one := range t.pack.parts {
		if t.writing.dropped[one.name] {
			continue
		}
		switch clean := one.withoutMetadata(); {
		case clean != nil:
			list = append(list, opc.Store(one.name, clean))
		case one.changed:
			list = append(list, opc.Store(one.name, one.data))
		default:
			part, err := opc.Stored(one.file)
			if err != nil {
				return nil, Refusal("файл повреждён: часть " + one.name + " не читается")
			}
			if !isMarkup(one.name) && !one.isWhole() {
				return nil, damaged(one.name)
			}
			list = append(list, part)
		}
	}
	return list, nil
}

// isWhole checks the sum of a part that is copied without being read.
func (p *part) isWhole() bool {
	content, err := p.file.Open()
	if err == nil {
		_, err = io.Copy(io.Discard, content)
		content.Close()
	}
	return err == nil
}

// rewrite lets the library open a package and write it.
func rewrite(parts []opc.Part) ([]opc.Part, error) {
	var file, written bytes.Buffer
	if err := opc.Write(&file, parts); err != nil {
		return nil, err
	}
	read, err := library.ReadDocxFromMemory(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		return nil, err
	}
	if err := read.Editable().Write(&written); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(written.Bytes()), int64(written.Len()))
	if err != nil {
		return nil, err
	}
	list := make([]opc.Part, 0, len(parts))
	for _, f := range archive.File {
		part, err := opc.Stored(f)
		if err != nil {
			return nil, err
		}
		list = append(list, part)
	}
	return list, nil
}
