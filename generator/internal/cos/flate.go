package cos

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// compressors keeps zlib writers: making one costs more than using it.
var compressors = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, 6)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// Deflate compresses data for FlateDecode (ISO 32000-1, 7.4.4).
func Deflate(data []byte) []byte {
	out := bytes.NewBuffer(make([]byte, 0, len(data)/2+64))
	w := compressors.Get().(*zlib.Writer)
	defer compressors.Put(w)
	w.Reset(out)
	w.Write(data) // a bytes.Buffer never fails
	w.Close()
	return out.Bytes()
}
