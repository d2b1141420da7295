// Package reader reads untrusted papers: our own, changed or signed by others, made
// by other programs, damaged or hostile.
//
// PDF is read by PDFium, the engine of Chrome, compiled to WebAssembly. Only a
// renderer knows what a page looks like, and this one is fuzzed by the whole web.
// Each file gets a sandbox of its own, without disk and clock and with limits of
// memory and time, so that a crash inside is an error here. Readers in Go have no
// such isolation: pdfcpu 0.11 unpacked a gigabyte of zeros and overflowed the stack
// on a cyclic name tree, which ends the process. The engine adds 13 MB to the
// program. Compiled code is cached on disk: the first file of a process takes 0.1 s more,
// the first on a computer 2 s.
//
// An operation that takes much longer than usual for the size of the file is
// stopped.
//
// DOCX is read by archive/zip and encoding/xml, with limits on every size.
//
//	engine.go       PDFium: files and limits of time
//	module.go       its compiled code and the memory of sandboxes
//	start.go        the code that a process shares
//	sandbox.go      how the sandbox of a file starts and ends
//	pdf.go          pages of a PDF: text, rendering
//	attachments.go  files inside a PDF
//	annotations.go  annotations of a page
//	fields.go       fields of a form: a sound copy of the file
//	widgets.go      the hierarchy of fields and their values
//	textstring.go   text strings
//	shown.go        what the appearances of fields show
//	package.go      a DOCX as a package of parts
//	docx.go         files inside a DOCX
//	controls.go     content controls of a DOCX
//	words.go        the words of a DOCX: its parts
//	paragraphs.go   the words of one part
//	wordfields.go   fields in it that programs compute
//	seen.go         whether its words are seen
//	formatting.go   formatting that hides words
//	marks.go        formatting of the marks of paragraphs
//	colors.go       colors of letters and grounds
//	styles.go       the same in styles
//	theme.go        fonts and colors by what they are for
//	known.go        elements that change no words
//	room.go        measures of paragraphs, tables and sheets together
//	notes.go        notes by their references
//	columns.go      cells of tables below each other
//	nesting.go      open elements, properties given twice
//	attributes.go   attributes that only some programs read
//	drawings.go     drawings and the words in them
//	shapes.go       what they show beside pictures
//	images.go       pictures
//	conceal.go      paragraphs, tables and pages that hide words
//	outside.go      what a DOCX takes from elsewhere
//	ambiguous.go    archives that programs read in different ways
package reader

import "bytes"

// MaxFile is the maximum size of a file in bytes.
const MaxFile = 64 << 20

// IsPDF reports whether a file has the header of a PDF in its first kilobyte, where
// readers accept it (ISO 32000-1, annex H, note 13).
func IsPDF(file []byte) bool {
	return bytes.Contains(file[:min(len(file), 1024)], []byte("%PDF-"))
}

// IsDOCX reports whether a file starts like a ZIP archive.
func IsDOCX(file []byte) bool { return bytes.HasPrefix(file, []byte("PK\x03\x04")) }

// IsOLE reports whether a file starts like a compound file: old and encrypted
// Office documents ([MS-CFB], 2.2).
func IsOLE(file []byte) bool {
	return bytes.HasPrefix(file, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
}
