package attack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// ArchiveAttack alters the archive of a DOCX, but not its parts.
type ArchiveAttack struct {
	Name  string
	Bytes func([]byte) []byte
}

// OnArchive returns attacks on programs that read an archive from its beginning, or interpret more of its fields.
func OnArchive() []ArchiveAttack {
	local := func(name string, offset int, value uint16) ArchiveAttack {
		return ArchiveAttack{"archive " + name, func(file []byte) []byte {
			at := bytes.Index(file, []byte("word/document.xml")) - localSize
			binary.LittleEndian.PutUint16(file[at+offset:], value)
			return file
		}}
	}
	return []ArchiveAttack{
		local("of another method", 8, 9), local("with a password", 6, 1), local("of another sum", 14, 0x1234),
		local("of another length", 22, 7),
		{"archive of two names", renamed}, {"archive encrypted", encrypted},
		{"archive of two directories", func(file []byte) []byte {
			from, end := directory(file)
			return beforeEnd(file, end, file[from:end])
		}},
		{"archive with an end of ZIP64", func(file []byte) []byte {
			from, _ := directory(file)
			return beforeEnd(file, from, append([]byte("PK\x06\x06"), make([]byte, zip64Size)...))
		}},
	}
}

// Sizes of an entry and of the end of a directory, and of the ends of ZIP64 after the first mark (APPNOTE.TXT,
// 4.3.12 to 4.3.16).
const entrySize, endSize, zip64Size = 46, 22, 72

// directory returns the offsets of the directory and of its end.
func directory(file []byte) (from, end int) {
	end = len(file) - endSize
	return int(binary.LittleEndian.Uint32(file[end+16:])), end
}

// beforeEnd inserts bytes before the end of a directory, which begins at from afterwards.
func beforeEnd(file []byte, from int, inserted []byte) []byte {
	end := len(file) - endSize
	file = slices.Concat(file[:end], inserted, file[end:])
	binary.LittleEndian.PutUint32(file[len(file)-endSize+16:], uint32(from))
	return file
}

// encrypted marks the body as encrypted, without encrypting it.
func encrypted(file []byte) []byte {
	file[bytes.Index(file, []byte(documentPart))-localSize+6] |= 1
	file[bytes.LastIndex(file, []byte(documentPart))-entrySize+8] |= 1
	return file
}

// localSize is the size of the header of a part (APPNOTE.TXT, 4.3.7).
const localSize = 30

// renamed gives the body another name in a field that some programs read (APPNOTE.TXT,
// 4.6.9).
func renamed(file []byte) []byte {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		panic(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range archive.File {
		header := f.FileHeader
		if f.Name == documentPart {
			const id = 0x7075
			name := "word/other.xml"
			field := binary.LittleEndian.AppendUint16(nil, id)
			field = binary.LittleEndian.AppendUint16(field, uint16(1+4+len(name)))
			header.Extra = append(append(field, 1, 0, 0, 0, 0), name...)
		}
		r, err := f.OpenRaw()
		if err != nil {
			panic(err)
		}
		part, err := w.CreateRaw(&header)
		if err != nil {
			panic(err)
		}
		if _, err := io.Copy(part, r); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// Ahead returns a DOCX with one more part, not compressed, at its beginning, where programs look for what kind of
// document a file is.
func Ahead(file []byte, name, content string) []byte {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		panic(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	part, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(content)),
		CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(len(content))})
	if err == nil {
		_, err = part.Write([]byte(content))
	}
	for _, f := range archive.File {
		if err == nil {
			err = w.Copy(f)
		}
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err)
	}
	return out.Bytes()
}

// HideArchive returns a PDF with an archive in a stream of an update. What follows the stream is a remark of the
// archive.
func HideArchive(file, archive []byte) []byte {
	s := begin(file)
	s.object(s.next, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(archive), archive))
	inside := bytes.LastIndex(s.data, archive) + len(archive)
	s.next++
	out := s.table(s.trailer(""))
	binary.LittleEndian.PutUint16(out[inside-2:], uint16(len(out)-inside))
	return out
}
