package readertest

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"

	"protokol/generator/internal/cos"
)

// zero is what most bombs are full of.
const zero = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

func zeros(size int) string { return deflated(zero, size) }

// deflated is size bytes of one unit over and over, deflated. A megabyte after
// another like it is always the same block.
func deflated(unit string, size int) string {
	const mega = 1 << 20
	text := bytes.Repeat([]byte(unit), mega/len(unit))
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(text)
	w.Flush()
	first := b.Len()
	w.Write(text)
	w.Flush()
	block := bytes.Clone(b.Bytes()[first:])
	b.Write(bytes.Repeat(block, max(0, size/mega-2)))
	w.Close()
	return b.String()
}

func filtered(data string, filters ...cos.Name) *cos.Stream {
	list := cos.Array{}
	for _, f := range filters {
		list = append(list, f)
	}
	return &cos.Stream{Dict: cos.Dict{"Filter": list}, Data: []byte(data)}
}

func flate(packed string) *cos.Stream { return filtered(packed, "FlateDecode") }

func packedStream(text string) *cos.Stream { return flate(string(packed(text))) }

// twice deflates what is deflated.
func twice(inner string) *cos.Stream {
	return filtered(string(packed(inner)), "FlateDecode", "FlateDecode")
}

func packLZW(text []byte) string {
	var b bytes.Buffer
	w := lzw.NewWriter(&b, lzw.MSB, 8)
	w.Write(text)
	w.Close()
	return b.String()
}

func packed(text string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.Bytes()
}
