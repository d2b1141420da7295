package reader

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// maxEntries is more than any package of a DOCX has.
const maxEntries = 10_000

// unzip opens the archive that a DOCX is.
func unzip(file []byte) (*zip.Reader, error) {
	if len(file) > MaxFile {
		return nil, tooLarge
	}
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, refusal("файл повреждён: DOCX не читается")
	}
	if len(archive.File) > maxEntries {
		return nil, fmt.Errorf("файл повреждён: частей больше %d", maxEntries)
	}
	return archive, nil
}

// relations reads a part of relationships to other parts, as far as it can be
// read.
func relations(content io.Reader) ([]opc.Relationship, error) {
	list, err := opc.Read(content)
	return slices.DeleteFunc(list, opc.Relationship.IsExternal), err
}

// maxRelations is how much is read of the relations of a package, in bytes.
const maxRelations = 1 << 20

// mainPart is the part with the body, or nil. It has the name that the package
// says: Word on the web calls it document2.xml (ECMA-376-2, 9.3; ECMA-376-1,
// 11.3.10).
func mainPart(archive *zip.Reader) *zip.File {
	find := func(name string) *zip.File {
		i := slices.IndexFunc(archive.File, func(f *zip.File) bool { return f.Name == name })
		if i < 0 {
			return nil
		}
		return archive.File[i]
	}
	if list := find("_rels/.rels"); list != nil {
		if content, err := list.Open(); err == nil {
			defer content.Close()
			start, _ := relations(io.LimitReader(content, maxRelations)) // what can be read of it
			for _, r := range start {
				if name := r.Part(""); r.Kind() == "officeDocument" && strings.HasPrefix(name, "word/") {
					return find(name)
				}
			}
		}
	}
	return find("word/document.xml")
}

// parts are those of a DOCX.
type parts struct {
	byName map[string]*zip.File
	left   int64 // bytes that may still be unpacked
}

func (a *parts) open(name string) (io.ReadCloser, error) {
	part, ok := a.byName[name]
	if !ok {
		return nil, fmt.Errorf("файл повреждён: в DOCX нет части %q", name)
	}
	if a.left -= int64(min(part.UncompressedSize64, maxMarkup+1)); a.left < 0 {
		return nil, refusal("файл слишком велик, чтобы сверить его слова")
	}
	content, err := part.Open()
	if err != nil {
		return nil, refusal("файл повреждён: DOCX не распаковывается")
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(content, int64(part.UncompressedSize64)), content}, nil
}

// related reads a part of relations; a document may have none.
func (a *parts) related(name string) ([]opc.Relationship, error) {
	if a.byName[name] == nil {
		return nil, nil
	}
	content, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	list, err := relations(content)
	if err != nil {
		return nil, refusal("файл повреждён: связи частей DOCX не читаются")
	}
	return list, nil
}
