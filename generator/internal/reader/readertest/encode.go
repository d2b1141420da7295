package readertest

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"

	"protokol/generator/internal/cos"
)

// zeroBlock is the repeated unit of most bombs.
const zeroBlock = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

func zeros(size int) string { return repeatDeflated(zeroBlock, size) }

// repeatDeflated returns size bytes of a repeated unit, deflated. It compresses
// only two megabytes and repeats the second block, because equal megabytes
// always give equal blocks.
func repeatDeflated(unit string, size int) string {
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

func stream(data string, filters ...cos.Name) *cos.Stream {
	list := cos.Array{}
	for _, f := range filters {
		list = append(list, f)
	}
	return &cos.Stream{Dict: cos.Dict{"Filter": list}, Data: []byte(data)}
}

func flateStream(packed string) *cos.Stream { return stream(packed, "FlateDecode") }

func deflateStream(text string) *cos.Stream { return flateStream(string(deflate(text))) }

// flateTwice deflates data that is already deflated.
func flateTwice(inner string) *cos.Stream {
	return stream(string(deflate(inner)), "FlateDecode", "FlateDecode")
}

func lzwEncode(text []byte) string {
	var b bytes.Buffer
	w := lzw.NewWriter(&b, lzw.MSB, 8)
	w.Write(text)
	w.Close()
	return b.String()
}

func deflate(text string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.Bytes()
}
