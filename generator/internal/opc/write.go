package opc

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Part is a part of a package as it is stored: Data is compressed by the method of
// the header. It has no modification time, so that equal packages have equal bytes.
type Part struct {
	Header zip.FileHeader
	Data   []byte
}

// Pack returns a compressed part.
func Pack(name string, content []byte) Part {
	return as(name, content, zip.Deflate, deflate(content))
}

// Store returns a part that is not compressed, because it is short or compressed
// already.
func Store(name string, content []byte) Part {
	return as(name, content, zip.Store, content)
}

// Stored returns a part of an archive as it is stored there. Nothing checks its sum.
func Stored(f *zip.File) (Part, error) {
	raw, err := f.OpenRaw()
	if err != nil {
		return Part{}, err
	}
	data, err := io.ReadAll(raw)
	return Part{zip.FileHeader{Name: f.Name, Method: f.Method, CRC32: f.CRC32,
		CompressedSize64: uint64(len(data)), UncompressedSize64: f.UncompressedSize64}, data}, err
}

// deflateFrom is the size, in bytes, from which a part is worth compressing.
const deflateFrom = 8 << 10

// PackLong is Pack for long parts and Store for short ones.
func PackLong(name string, content []byte) Part {
	if len(content) < deflateFrom {
		return Store(name, content)
	}
	return Pack(name, content)
}

func as(name string, content []byte, method uint16, data []byte) Part {
	return Part{zip.FileHeader{Name: name, Method: method,
		CRC32:              crc32.ChecksumIEEE(content),
		CompressedSize64:   uint64(len(data)),
		UncompressedSize64: uint64(len(content)),
	}, data}
}

// Write writes a package of parts in their order.
func Write(w io.Writer, parts []Part) error {
	archive := zip.NewWriter(w)
	for i := range parts {
		file, err := archive.CreateRaw(&parts[i].Header)
		if err == nil {
			_, err = file.Write(parts[i].Data)
		}
		if err != nil {
			return fmt.Errorf("docx: %w", err)
		}
	}
	return archive.Close()
}

// compressors pools flate writers, which are expensive to allocate.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, 6)
	if err != nil {
		panic(err) // the level is valid
	}
	return w
}}

// shortPart is the size, in bytes, of parts that are compressed by a small table, as those of letters are. The tables
// of a flate writer, half a megabyte, push out of the processor's cache more than they are worth: a part of six
// kilobytes takes three times as long to become a seventh smaller.
const shortPart = 16 << 10

func deflate(content []byte) []byte {
	var out bytes.Buffer
	if len(content) < shortPart {
		flate.StatelessDeflate(&out, content, true, nil) // a bytes.Buffer never fails
		return out.Bytes()
	}
	w := compressors.Get().(*flate.Writer)
	defer compressors.Put(w)
	w.Reset(&out)
	w.Write(content)
	w.Close()
	return out.Bytes()
}
