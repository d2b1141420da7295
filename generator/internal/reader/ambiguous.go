package reader

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
)

// ambiguities lists what makes programs read a package in different ways: bytes that its directory does not account
// for, names that differ in case only (ECMA-376-2, 6.2.2.3), documents of other kinds that a program finds by the name
// of the file or by its beginning, and a type that allows macros.
func (a *parts) ambiguities(file []byte, archive *zip.Reader) (found []string, err error) {
	lower := map[string]bool{}
	for _, part := range archive.File {
		name := strings.ToLower(part.Name)
		if lower[name] {
			found = append(found, "две части с одним именем")
		}
		lower[name] = true
		if slices.Contains(otherMains, name) || strings.HasPrefix(name, "meta-inf/") {
			found = append(found, "часть документа другого вида: "+part.Name)
		}
		if isOddName(name) || hasOtherName(part.Extra) {
			found = append(found, "имя части, которое программы понимают по-разному: "+part.Name)
		}
	}
	if IsPDF(file) {
		found = append(found, "файл — и DOCX, и PDF: программы могут открыть его как другой документ")
	}
	if !isAccounted(file, archive) {
		found = append(found, "в архиве есть то, чего нет в его оглавлении, или написано не то")
	}
	types, err := a.contentTypes()
	return append(found, types...), err
}

// otherMains are the main parts of other documents in archives: of OpenDocument and EPUB, of tables and presentations.
var otherMains = []string{"mimetype", "content.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml"}

// partName is what names of parts consist of (ECMA-376-2, 6.2.2), and the brackets of the types and of parts that
// Word threw away.
const partName = "abcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/[]"

// isOddName reports whether a name in small letters is not a valid part name, or names a piece of a part (6.2.4)
// or is percent-encoded.
func isOddName(name string) bool {
	return strings.Trim(name, partName) != "" || strings.HasPrefix(name, "/") || strings.HasSuffix(name, ".piece") ||
		slices.ContainsFunc(strings.Split(strings.TrimSuffix(name, "/"), "/"), func(segment string) bool {
			return strings.Trim(segment, ".") == ""
		})
}

// hasOtherName reports whether an entry has a field with another name or remark, which
// some programs read in place of its own (APPNOTE.TXT, 4.6.8 and 4.6.9).
func hasOtherName(extra []byte) bool {
	const name, remark = 0x7075, 0x6375
	for len(extra) >= 4 {
		kind, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if kind == name || kind == remark {
			return true
		}
		extra = extra[min(4+size, len(extra)):]
	}
	return false
}

// Sizes and signatures of a ZIP archive (APPNOTE.TXT, 4.3).
const (
	localHeader    = 30
	directoryEntry = 46
	directoryEnd   = 22
	localMark      = "PK\x03\x04"
	entryMark      = "PK\x01\x02"
	endMark        = "PK\x05\x06"
	descriptor     = "PK\x07\x08"
	hasDescriptor  = 1 << 3
	harmlessFlags  = 1<<1 | 1<<2 | hasDescriptor | 1<<11 // ways of compression, names in UTF-8
)

// isAccounted reports whether the parts follow one another from the beginning of the archive to its directory,
// under the names that the directory gives them, and nothing follows the directory. If not, programs that read an
// archive from its beginning, or repair it, find other parts.
func isAccounted(file []byte, archive *zip.Reader) bool {
	list := slices.Clone(archive.File)
	offset := func(f *zip.File) int {
		at, err := f.DataOffset()
		if err != nil || at > int64(len(file)) {
			return -1
		}
		return int(at)
	}
	slices.SortFunc(list, func(a, b *zip.File) int { return offset(a) - offset(b) })
	at := 0
	for _, f := range list {
		data := offset(f)
		if data < at+localHeader || string(file[at:at+4]) != localMark {
			return false
		}
		name := int(binary.LittleEndian.Uint16(file[at+26:]))
		extra := int(binary.LittleEndian.Uint16(file[at+28:]))
		if at+localHeader+name+extra != data || string(file[at+localHeader:at+localHeader+name]) != f.Name ||
			f.CompressedSize64 > uint64(len(file)-data) || !isDescribed(file[at:], f) ||
			hasOtherName(file[at+localHeader+name:data]) {
			return false
		}
		if at = data + int(f.CompressedSize64); f.Flags&hasDescriptor != 0 {
			at = afterDescriptor(file, at)
		}
	}
	return isDirectory(file, at, archive)
}

// isDirectory reports whether the directory and its end are all that follows the parts. Programs may take another
// directory before its end or that of ZIP64, which office programs do not write for so few parts, or remarks.
func isDirectory(file []byte, at int, archive *zip.Reader) bool {
	size := 0
	for _, f := range archive.File {
		size += directoryEntry + len(f.Name) + len(f.Extra) + len(f.Comment)
	}
	end := at + size
	return end+directoryEnd == len(file) && string(file[at:at+4]) == entryMark && string(file[end:end+4]) == endMark &&
		binary.LittleEndian.Uint32(file[end+12:]) == uint32(size) &&
		binary.LittleEndian.Uint32(file[end+16:]) == uint32(at)
}

// isDescribed reports whether the header of a part agrees with the directory, and whether the part is not encrypted,
// which some programs overlook. A data descriptor after the part may give its sizes instead of the header.
func isDescribed(header []byte, f *zip.File) bool {
	flags := binary.LittleEndian.Uint16(header[6:])
	if flags != f.Flags || flags&^harmlessFlags != 0 || binary.LittleEndian.Uint16(header[8:]) != f.Method {
		return false
	}
	sum, packed := binary.LittleEndian.Uint32(header[14:]), binary.LittleEndian.Uint32(header[18:])
	whole := binary.LittleEndian.Uint32(header[22:])
	if flags&hasDescriptor != 0 && sum|packed|whole == 0 {
		return true
	}
	const zip64 = 0xffffffff
	return sum == f.CRC32 && (packed == zip64 || uint64(packed) == f.CompressedSize64) &&
		(whole == zip64 || uint64(whole) == f.UncompressedSize64)
}

// afterDescriptor returns the offset after the data descriptor of a part, whose sizes have four or eight bytes.
func afterDescriptor(file []byte, at int) int {
	const sum = 4
	if bytes.HasPrefix(file[at:], []byte(descriptor)) {
		at += len(descriptor)
	}
	for _, sizes := range []int{8, 16} {
		next := at + sum + sizes
		if next+4 <= len(file) && (string(file[next:next+4]) == localMark || string(file[next:next+4]) == entryMark) {
			return next
		}
	}
	return at
}
