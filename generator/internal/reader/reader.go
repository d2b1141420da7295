// Package reader opens papers that may come from anyone: ours, ours changed
// or signed by others, another program's, broken, hostile.
//
// PDF is read by PDFium, the engine of Chrome, compiled to WebAssembly. Only a
// renderer can tell what a page looks like; it is tested against the hostile
// files of the whole web; and each file gets a sandbox of its own: no disk, no
// clock, memory and time with a limit, so that what goes wrong inside is an
// error here. A reader in Go has no such walls: pdfcpu 0.11 unpacks a gigabyte
// of zeros and overflows the stack on names in a circle, which no program
// survives. The price is 13 MB of program. Compiled code is kept in a cache:
// the engine starts in 0.06 s, the first time in 2 s.
//
// A look at a file ends, too, when it takes longer than an honest file of that
// size needs.
//
// DOCX is read by archive/zip and encoding/xml, bounded in every direction.
//
//	engine.go       PDFium in its sandbox
//	pdf.go          a PDF: pages, words, pictures of pages
//	attachments.go  files inside a PDF
//	annotations.go  what stands on top of a page
//	fields.go       fields of a form
//	package.go      a DOCX as a package of parts
//	docx.go         files inside a DOCX
//	controls.go     content controls of a DOCX
//	words.go        the words of a DOCX: its parts
//	paragraphs.go   the words of one part
package reader

import "bytes"

// MaxFile is the size, in bytes, of the largest file worth opening.
const MaxFile = 64 << 20

// IsPDF reports whether a file says that it is a PDF. Readers look for that in
// the first kilobyte (ISO 32000-1, annex H, note 13).
func IsPDF(file []byte) bool {
	return bytes.Contains(file[:min(len(file), 1024)], []byte("%PDF-"))
}

// IsDOCX reports whether a file begins as a ZIP archive does.
func IsDOCX(file []byte) bool { return bytes.HasPrefix(file, []byte("PK\x03\x04")) }

// IsOLE reports whether a file begins as those of old Office do, and as its
// encrypted ones still do ([MS-CFB], 2.2).
func IsOLE(file []byte) bool {
	return bytes.HasPrefix(file, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
}
