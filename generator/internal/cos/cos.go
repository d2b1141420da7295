// Package cos is the model of a PDF file: its objects are read from existing
// files, written to new ones and appended to existing ones as updates. The name
// is that of the object system below PDF (ISO 32000-2, annex C).
//
// The reader repairs nothing. Signatures are made and checked with it, and
// Strict reports what two readers could understand differently. Its time and
// memory are bounded whatever the input is.
//
//	cos.go        objects
//	syntax.go     bytes → objects (ISO 32000-1, 7.2 and 7.3)
//	names.go      names among them
//	strings.go    strings among them
//	format.go     objects → bytes
//	text.go       text strings and dates (7.9)
//	file.go       a file and its objects
//	pages.go      the page tree (7.7.3)
//	xref.go       cross-reference tables and streams (7.5.4 and 7.5.8), read
//	section.go    the same as written in the file
//	strict.go     whether all readers understand a file alike
//	kind.go       and take it for a PDF
//	xrefwrite.go  the same, written
//	stream.go     filters and object streams (7.4 and 7.5.7)
//	flate.go      compression
//	write.go      new files
//	update.go     incremental updates (7.5.6)
package cos

import "maps"

// Object is one of: nil (the null object), bool, int, float64, Name, String,
// Array, Dict, Ref, *Stream, and, when it is written, Entries, Raw or
// *Placeholder.
type Object any

// Name is a name without its solidus.
type Name string

// String is the bytes of a string, decoded.
type String string

// Array is an array.
type Array []Object

// Dict is a dictionary.
type Dict map[Name]Object

// With returns a copy of d, which may be nil, with the given entries changed
// or added.
func (d Dict) With(changes Dict) Dict {
	changed := make(Dict, len(d)+len(changes))
	maps.Copy(changed, d)
	maps.Copy(changed, changes)
	return changed
}

// Ref is an indirect reference.
type Ref struct{ Number, Generation int }

// Entries is a dictionary that is written in the given order, keys and values
// in turn: a key is a constant string or a Name. It is never read. New objects
// are made of it: it costs a fraction of a Dict, and its order is that of the
// standard's tables.
type Entries []Object

// Raw is an object in PDF syntax, which is written unchanged. The reader never
// returns it.
type Raw string

// Placeholder is written as its Text, which is to be overwritten in the bytes of
// an Update: At becomes its offset there. It is never read.
type Placeholder struct {
	Text string
	At   int
}

// Stream is a stream. Data is the encoded data in the file. When the stream is
// written, its Length is that of Data, regardless of the dictionary.
type Stream struct {
	Dict Dict
	Data []byte

	// Entries is written in place of Dict when it is not nil.
	Entries Entries
	// Shared excludes Data from the identifier of a new file. It is meant for
	// data that many files have in common, such as font programs.
	Shared bool
}

// Adder takes new objects. It is a Writer or an Update.
type Adder interface {
	// Add adds an object under the next free number.
	Add(Object) Ref
}

// Replace replaces every reference in an object, in place, and returns the
// object. It does not follow references. Entries are visited in the order in
// which they are written.
func Replace(o Object, by func(Ref) Ref) Object {
	switch o := o.(type) {
	case Ref:
		return by(o)
	case Array:
		for i, item := range o {
			o[i] = Replace(item, by)
		}
	case Dict:
		for _, p := range o.sorted(make([]pair, 0, 16)) {
			o[p.key] = Replace(p.value, by)
		}
	case *Stream:
		Replace(o.Dict, by)
	}
	return o
}
