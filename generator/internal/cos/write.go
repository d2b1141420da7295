package cos

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"sync"
)

// Writer writes a new file. Objects are kept in memory until Flush or Close, so
// that a file that fails half-way leaves nothing behind. The same objects, put
// in the same order, give the same bytes.
type Writer struct {
	out     io.Writer
	buf     []byte    // not flushed yet
	flushed int       // bytes before those in buf
	offsets []int     // of the object with number i+1; 0 when it is only reserved
	digest  hash.Hash // of all objects but shared data
	once    map[[sha256.Size]byte]Ref
}

// buffers keeps the memory in which files are put together.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// largeBuffer is left to the garbage collector.
const largeBuffer = 4 << 20

// NewWriter begins a file of a version of PDF, such as "1.7".
func NewWriter(out io.Writer, version string) *Writer {
	w := &Writer{
		out: out, buf: (*buffers.Get().(*[]byte))[:0], offsets: make([]int, 0, 64),
		digest: sha256.New(), once: map[[sha256.Size]byte]Ref{},
	}
	w.buf = append(w.buf, "%PDF-"+version+"\n%\xE2\xE3\xCF\xD3\n"...) // a binary file (ISO 19005-1, 6.1.2)
	return w
}

// Reserve returns the number of an object that is to be Put later.
func (w *Writer) Reserve() Ref {
	w.offsets = append(w.offsets, 0)
	return Ref{Number: len(w.offsets)}
}

// Put writes the object of a reserved number.
func (w *Writer) Put(ref Ref, o Object) {
	start := len(w.buf)
	w.offsets[ref.Number-1] = w.flushed + start
	w.buf = appendIndirect(w.buf, ref, o)
	object := w.buf[start:]
	if s, ok := o.(*Stream); ok && s.Shared {
		object = object[:len(object)-len(streamEnd+objectEnd)-len(s.Data)]
	}
	w.digest.Write(object)
}

// Add writes an object under the next number.
func (w *Writer) Add(o Object) Ref {
	ref := w.Reserve()
	w.Put(ref, o)
	return ref
}

// AddOnce adds an object unless an equal one was added by AddOnce before.
func (w *Writer) AddOnce(o Object) Ref {
	start := len(w.buf)
	w.buf = appendObject(w.buf, o)
	key := sha256.Sum256(w.buf[start:])
	w.buf = w.buf[:start]
	ref, known := w.once[key]
	if !known {
		ref = w.Add(o)
		w.once[key] = ref
	}
	return ref
}

// Flush writes out the objects that were put since the last Flush.
func (w *Writer) Flush() error {
	_, err := w.out.Write(w.buf)
	w.flushed += len(w.buf)
	w.buf = w.buf[:0]
	return err
}

// Close ends the file with its cross-reference table and a trailer of a Size, an
// ID and the given entries, and flushes it. The identifier is a digest of what
// was put (ISO 32000-1, 14.4). Close fails when a reserved number was not used.
// The Writer must not be used afterwards.
func (w *Writer) Close(trailer Entries) error {
	places := make([]place, 1, len(w.offsets)+1)
	places[0] = place{Ref: Ref{0, maxGeneration}}
	for i, offset := range w.offsets {
		if offset == 0 {
			return fmt.Errorf("cos: object %d was never written", i+1)
		}
		places = append(places, place{Ref{Number: i + 1}, offset})
	}
	id := String(w.digest.Sum(nil)[:16])
	at := w.flushed + len(w.buf)
	w.buf = appendTable(w.buf, places, append(Entries{"Size", len(places), "ID", Array{id, id}}, trailer...))
	w.buf = appendEnd(w.buf, at)
	err := w.Flush()
	if cap(w.buf) <= largeBuffer {
		buffers.Put(&w.buf)
	}
	return err
}
