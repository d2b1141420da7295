package reader

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/internal/opc"
)

// maxEntries limits the parts of a package.
const maxEntries = 10_000

// unzip opens the package of a DOCX.
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

// IsRepacked reports whether another program wrote a DOCX. Parts written by this
// program have no time; other programs write at least 1 January 1980, the earliest
// date of ZIP. A file that is not an archive counts as repacked.
func IsRepacked(file []byte) bool {
	archive, err := unzip(file)
	if err != nil {
		return true
	}
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.ModifiedDate|f.ModifiedTime != 0 })
}

// BodySum returns the CRC-32 of the main part of a DOCX, or false.
func BodySum(file []byte) (crc uint32, ok bool) {
	archive, err := unzip(file)
	if err != nil {
		return 0, false
	}
	body := mainPart(archive)
	if body == nil {
		return 0, false
	}
	return body.CRC32, true
}

// relations reads the internal relationships of a relationships part. On an error
// it returns those read so far.
func relations(content io.Reader) ([]opc.Relationship, error) {
	list, err := opc.Read(content)
	return slices.DeleteFunc(list, opc.Relationship.IsExternal), err
}

// maxRelations limits the relationships part of the package, in bytes.
const maxRelations = 1 << 20

// mainPart returns the main document part, or nil. The relationships of the package
// name it: Word on the web calls it document2.xml (ECMA-376-2, 9.3; ECMA-376-1,
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
			start, _ := relations(io.LimitReader(content, maxRelations)) // as much as can be read
			for _, r := range start {
				if name := r.Part(""); r.Kind() == "officeDocument" && strings.HasPrefix(name, "word/") {
					return find(name)
				}
			}
		}
	}
	return find("word/document.xml")
}

// parts are the parts of a DOCX.
type parts struct {
	ctx      context.Context // reading fails when it ends
	byName   map[string]*zip.File
	left     int64 // bytes that may still be decompressed
	elements int   // of them that may still be read
	styles   *styles
	theme    *theme
	lists    *numbering
	typed    []typedPart // those that decide what is seen
	body     string      // the main part

	strict, transitional bool // something in the package is of this version

	images   map[string]Image // by the names of their parts
	pictures int64            // bytes of pictures that may still be decompressed
	pixels   int              // of pictures that may still be decoded

	margins []margin // headers and footers that are shown
	notes   notes
}

// version notes the version of a part or a relationship.
func (a *parts) version(strict bool) {
	a.strict, a.transitional = a.strict || strict, a.transitional || !strict
}

const tooMuchText = refusal("файл слишком велик, чтобы сверить его слова")

// unreadable returns the error for a part that could not be read; that of a damaged file says which part it is.
func unreadable(err error, what string) error {
	if errors.Is(err, opc.ErrTooMany) {
		return tooMuchText
	}
	return refusal("файл повреждён: " + what)
}

func (a *parts) open(name string) (io.ReadCloser, error) {
	part, ok := a.byName[name]
	if !ok {
		return nil, fmt.Errorf("файл повреждён: в DOCX нет части %q", name)
	}
	if a.left -= int64(min(part.UncompressedSize64, maxMarkup+1)); a.left < 0 {
		return nil, tooMuchText
	}
	content, err := part.Open()
	if err != nil {
		return nil, refusal("файл повреждён: DOCX не распаковывается")
	}
	return struct {
		io.Reader
		io.Closer
	}{a.within(io.LimitReader(content, int64(part.UncompressedSize64))), content}, nil
}

// within returns a reader that fails when the time for the file is over.
func (a *parts) within(content io.Reader) io.Reader { return untilEnd{a.ctx, content} }

type untilEnd struct {
	ctx     context.Context
	content io.Reader
}

func (r untilEnd) Read(to []byte) (int, error) {
	if r.ctx.Err() != nil {
		return 0, context.Cause(r.ctx)
	}
	return r.content.Read(to)
}

// related reads a relationships part, which a document may lack.
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
