// Package cos reads the objects of an existing PDF and appends updates to it.
// The name is that of the object system below PDF (ISO 32000-2, annex C).
//
// The reader is strict: signatures are made and judged with it, so what two
// readers could understand differently is an error. Its time and memory are
// bounded whatever the bytes are.
//
//	cos.go      objects
//	syntax.go   bytes → objects (ISO 32000-1, 7.2 and 7.3)
//	strings.go  strings among them
//	format.go   objects → bytes
//	file.go     a file and its objects
//	xref.go     cross-reference tables and streams (7.5.4 and 7.5.8)
//	stream.go   filters and object streams (7.4 and 7.5.7)
//	update.go   incremental updates (7.5.6)
package cos

// Object is one of: nil (the null object), bool, int, float64, Name, String,
// Array, Dict, Ref, *Stream, and Raw when it is written.
type Object any

// Name is a name without its solidus.
type Name string

// String is the bytes of a string, decoded.
type String string

// Array is an array.
type Array []Object

// Dict is a dictionary.
type Dict map[Name]Object

// Ref is an indirect reference.
type Ref struct{ Number, Generation int }

// Stream is a stream. Data is as it stands in the file, filters not undone.
type Stream struct {
	Dict Dict
	Data []byte
}

// Raw is written as it is. It is never read.
type Raw string
