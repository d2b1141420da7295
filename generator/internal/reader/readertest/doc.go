// Package readertest makes the changes to papers that readers must detect or
// survive, for tests: what people and other programs do to PDF and DOCX files.
//
//	pdfium.go      edits by PDFium
//	form.go        filling in a form with PDFium, as in Chrome
//	pdfcpu.go      edits by pdfcpu
//	docx.go        edits of the markup of a DOCX
//	sign.go        signing in an incremental update
//	build.go       PDF files made from given objects
//	bombs.go       hostile PDF files: decompression bombs, cycles, huge structures
//	structures.go  the huge and cyclic structures among them
//	costly.go      long contents among them
//	inject.go      how these are put into a paper
//	encode.go      stream encodings
package readertest
