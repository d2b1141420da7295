// Package signature signs PDFs and says who signed one, when, and what was
// changed after. A signature is appended to the file, whose bytes stay as they
// are, so that several people can sign one after another (ISO 32000-1,
// 12.8.1; PAdES baseline B-B, ETSI EN 319 142-1).
//
//	field.go     signature fields
//	sign.go      a place in the file, the signature put into it
//	mark.go      the words of the visible mark
//	stamp.go     the mark on a copy, for a signature beside the file
//	copy.go      the marks on such a copy, to check it
//	foot.go      where such a mark stands when it has no field
//	report.go    who signed
//	changes.go   what was changed after
package signature

import (
	"bytes"

	"protokol/generator/internal/cos"
)

// IsSigned reports whether a file is a PDF that somebody signed. A file that
// seems to be one and cannot be read counts as signed: it must not be lost.
func IsSigned(data []byte) bool {
	const first = 1024 // bytes in which readers look for the header (ISO 32000-1, annex H, note 13)
	if !bytes.Contains(data[:min(len(data), first)], []byte("%PDF-")) || !bytes.Contains(data, []byte("/ByteRange")) {
		return false // a signature cannot be without it, nor it be compressed (ISO 32000-1, 12.8.1)
	}
	f, err := cos.Read(data)
	if err != nil {
		return true
	}
	for _, field := range fields(f) {
		if field.signature != nil {
			return true
		}
	}
	return f.Err() != nil
}
