package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// file is a PDF being written: numbered objects and, at the end, the table
// that says where they are (ISO 32000-1, 7.5).
type file struct {
	*bytes.Buffer
	base    int   // bytes that were handed on before those in the buffer
	offsets []int // of object before+i+1; 0 for a number taken but not yet written
	before  int   // objects that stand in the file already, when this is an update of it
	common  []int // where the data of streams that many files share begin and end, in turn
}

func newFile(into *bytes.Buffer, version string) *file {
	f := &file{Buffer: into}
	f.WriteString("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n") // a binary file (ISO 19005-1, 6.1.2)
	return f
}

// take reserves the next object number.
func (f *file) take() int {
	f.offsets = append(f.offsets, 0)
	return f.before + len(f.offsets)
}

// put writes the object of a reserved number.
func (f *file) put(number int, body string) {
	f.begin(number)
	f.WriteString(body)
	f.WriteString("\nendobj\n")
}

func (f *file) begin(number int) {
	f.offsets[number-f.before-1] = f.base + f.Len()
	f.WriteString(strconv.Itoa(number))
	f.WriteString(" 0 obj\n")
}

// add writes an object and returns its number.
func (f *file) add(body string) int {
	number := f.take()
	f.put(number, body)
	return number
}

// stream writes a stream whose data is already deflated and follows from what
// names it: the program of a face, the colour profile.
func (f *file) stream(entries string, deflated []byte) int {
	number := f.take()
	f.putStream(number, entries+" /Filter /FlateDecode", deflated)
	end := f.Len() - len(streamEnd)
	f.common = append(f.common, end-len(deflated), end)
	return number
}

// digest tells files apart by all that they do not share, which a letter has a
// tenth of (ISO 32000-1, 14.4).
func (f *file) digest() []byte {
	h, from := sha256.New(), 0
	for i := 0; i < len(f.common); i += 2 {
		h.Write(f.Bytes()[from:f.common[i]])
		from = f.common[i+1]
	}
	h.Write(f.Bytes()[from:])
	return h.Sum(nil)[:16]
}

func (f *file) putStream(number int, entries string, data []byte) {
	f.begin(number)
	f.WriteString("<<" + entries + " /Length ")
	f.WriteString(strconv.Itoa(len(data)))
	f.WriteString(">>\nstream\n")
	f.Write(data)
	f.WriteString(streamEnd)
}

const streamEnd = "\nendstream\nendobj\n"

// write writes an object as it was read from another file, with its stream if
// it has one.
func (f *file) write(number int, dict string, stream []byte) {
	if stream == nil {
		f.put(number, dict)
		return
	}
	f.putStream(number, entries(dict), stream)
}

// putDeflated compresses a stream of a reserved number.
func (f *file) putDeflated(number int, entries string, data []byte) {
	packed := takeBuffer()
	defer giveBuffer(packed)
	deflateInto(packed, data)
	f.putStream(number, entries+" /Filter /FlateDecode", packed.Bytes())
}

// end writes the cross-reference table and the trailer.
func (f *file) end(entries string) error {
	at := f.base + f.Len()
	fmt.Fprintf(f, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for i, offset := range f.offsets {
		if offset == 0 {
			return fmt.Errorf("pdf: object %d was never written", i+1)
		}
		fmt.Fprintf(f, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(f, "trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n", len(f.offsets)+1, entries, at)
	return nil
}

// bodies are the objects of an update in the order of their numbers, without
// the words that begin and end an object. A number taken must be written.
func (f *file) bodies() []string {
	ends := append(slices.Sorted(slices.Values(f.offsets)), f.Len())
	bodies := make([]string, len(f.offsets))
	for i, offset := range f.offsets {
		at, _ := slices.BinarySearch(ends, offset)
		_, body, _ := strings.Cut(string(f.Bytes()[offset:ends[at+1]]), " obj\n")
		bodies[i] = strings.TrimSuffix(body, "\nendobj\n")
	}
	return bodies
}

// compressors keeps zlib writers: making one costs more than using it.
var compressors = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, 6)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// deflate compresses for FlateDecode.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	deflateInto(&out, data)
	return out.Bytes()
}

func deflateInto(out *bytes.Buffer, data []byte) {
	w := compressors.Get().(*zlib.Writer)
	defer compressors.Put(w)
	w.Reset(out)
	w.Write(data) // a bytes.Buffer never fails
	w.Close()
}

// buffers keeps what files are put together in: a letter fills a few of them,
// and growing them anew was half of all memory asked for.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largeBuffer is left to the garbage collector.
const largeBuffer = 4 << 20

func takeBuffer() *bytes.Buffer { return buffers.Get().(*bytes.Buffer) }

func giveBuffer(b *bytes.Buffer) {
	if b.Cap() <= largeBuffer {
		b.Reset()
		buffers.Put(b)
	}
}

// text is a text string: UTF-16 with a byte order mark, in hexadecimal
// (ISO 32000-1, 7.9.2.2).
func text(s string) string {
	b := append(make([]byte, 0, 6+4*len(s)), "<FEFF"...)
	for _, unit := range utf16.Encode([]rune(s)) {
		b = appendHex(b, unit)
	}
	return string(append(b, '>'))
}

// number writes a real with at most three decimals and no trailing zeros.
func number(v float64) string { return string(appendNumber(nil, v)) }

// numbers writes an array of reals.
func numbers(values ...float64) string {
	b := append(make([]byte, 0, 40), '[')
	for i, v := range values {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(b, v)
	}
	return string(append(b, ']'))
}

func appendNumber(b []byte, v float64) []byte {
	thousandths := int64(math.Round(v * 1000))
	if thousandths < 0 {
		b = append(b, '-')
		thousandths = -thousandths
	}
	b = strconv.AppendInt(b, thousandths/1000, 10)
	if rest := thousandths % 1000; rest > 0 {
		b = append(b, '.', byte('0'+rest/100))
		if rest%100 > 0 {
			b = append(b, byte('0'+rest/10%10))
		}
		if rest%10 > 0 {
			b = append(b, byte('0'+rest%10))
		}
	}
	return b
}
