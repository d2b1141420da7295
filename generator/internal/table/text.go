package table

import (
	"bytes"
	"io"
	"strings"

	"protokol/generator/diag"
)

// openText opens a list of delimited text.
func openText(src Source, o Options) (*Table, diag.List, error) {
	src, err := withoutEndMark(src)
	if err != nil {
		return nil, nil, err
	}
	encoding, err := src.charset(o.Encoding)
	if err != nil {
		return nil, nil, err
	}
	t := &Table{}
	t.describe("текст в кодировке %s (%s)", encoding.name, encoding.why)
	sample, err := readSample(encoding.reader(src.Data, src.Size))
	if err != nil {
		return nil, nil, err
	}
	delimiter, more, err := t.chooseDelimiter(sample, o)
	if err != nil {
		return nil, nil, err
	}
	rowEnd := t.chooseLineEnd(sample, delimiter)
	t.rows = func() (Reader, error) {
		rows := newDelimitedReader(encoding.reader(src.Data, src.Size), delimiter)
		rows.rowEnd = rowEnd
		if strings.HasPrefix(sample, sepPrefix) {
			rows.rowNumber = 0 // Excel does not count this line
		}
		return rows, nil
	}
	return t, append(encoding.problems, more...), nil
}

// charset determines the encoding, unless one is requested.
func (s Source) charset(requested string) (detectedCharset, error) {
	stats, err := scanBytes(io.NewSectionReader(s.Data, 0, s.Size))
	if err != nil {
		return detectedCharset{}, err
	}
	return stats.detectCharset(requested)
}

// sampleSize is how many bytes of a text the delimiter is detected from.
const sampleSize = 64 << 10

// readSample returns the beginning of a text, up to the end of a line.
func readSample(r io.Reader) (string, error) {
	head, err := io.ReadAll(io.LimitReader(r, sampleSize))
	if err != nil {
		return "", err
	}
	if end := strings.LastIndexAny(string(head), "\r\n"); end >= 0 && len(head) == sampleSize {
		head = head[:end+1]
	}
	return string(head), nil
}

// withoutEndMark removes the end mark of DOS programs, 0x1A, and the padding of the block after it.
func withoutEndMark(src Source) (Source, error) {
	const block = 512 // more than the 128 bytes of CP/M, which DOS programs still fill
	tail := make([]byte, min(block, src.Size))
	start := src.Size - int64(len(tail))
	if n, err := src.Data.ReadAt(tail, start); n < len(tail) {
		return src, err
	}
	rest := bytes.TrimRight(tail, "\x00\x1A\r\n")
	if mark := bytes.IndexByte(tail[len(rest):], endMark); mark >= 0 && !hasUTF16Mark(src) {
		src.Size = start + int64(len(rest)+mark)
	}
	return src, nil
}

// endMark is SUB, the end of a text file in CP/M and DOS.
const endMark = 0x1A

// hasUTF16Mark reports whether a text begins with a byte order mark of UTF-16,
// in which the byte 0x1A is half of a letter: К is U+041A.
func hasUTF16Mark(src Source) bool {
	var head [2]byte
	src.Data.ReadAt(head[:], 0) // an error shows when the text is read
	return head == [2]byte{0xFF, 0xFE} || head == [2]byte{0xFE, 0xFF}
}
