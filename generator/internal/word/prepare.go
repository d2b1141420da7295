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

// prepareWriting opens the body with the library, which compresses it for every
// paper, and packs the parts that all papers share.
func (t *Template) prepareWriting() error {
	w := &writing{dropped: map[string]bool{}, filled: map[string][]byte{}, first: 1}
	t.writing = w
	var mini bytes.Buffer
	z := zip.NewWriter(&mini)
	for name, data := range map[string][]byte{bodyPart: t.pack.main.data, bodyLinks: nil} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = f.Write(data)
		}
		if err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	var err error
	if w.body, err = library.ReadDocxFromMemory(bytes.NewReader(mini.Bytes()), int64(mini.Len())); err != nil {
		return Refusal("файл не читается: " + err.Error())
	}
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

// packParts takes the compressed parts of the template as they are.
func (t *Template) packParts() error {
	w := t.writing
	for _, one := range t.pack.parts {
		if w.dropped[one.name] {
			continue
		}
		if clean := one.withoutMetadata(); clean != nil {
			w.parts = append(w.parts, opc.Pack(one.name, clean))
			continue
		}
		if one.changed {
			w.parts = append(w.parts, opc.Pack(one.name, one.data))
			continue
		}
		raw, err := one.file.OpenRaw()
		if err != nil {
			return Refusal("файл повреждён: часть " + one.name + " не читается")
		}
		data, err := io.ReadAll(raw)
		if err != nil {
			return Refusal("файл повреждён: часть " + one.name + " не читается")
		}
		h := one.file.FileHeader
		w.parts = append(w.parts, opc.Part{Header: zip.FileHeader{Name: h.Name, Method: h.Method, CRC32: h.CRC32,
			CompressedSize64: uint64(len(data)), UncompressedSize64: h.UncompressedSize64}, Data: data})
		if err := verifyPart(one); err != nil {
			return err
		}
	}
	return nil
}

// verifyPart checks the sum of a part that is copied without being read.
func verifyPart(one *part) error {
	content, err := one.file.Open()
	if err == nil {
		_, err = io.Copy(io.Discard, content)
		content.Close()
	}
	if err != nil {
		return Refusal("файл повреждён: часть " + one.name + " не распаковывается")
	}
	return nil
}
