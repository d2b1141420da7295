package list

import (
	"io"
	"strings"

	"protokol/generator/diag"
)

// openText opens a list of delimited text.
func (l *List) openText(src Source, o Options) (diag.List, error) {
	stats, err := scanBytes(io.NewSectionReader(src.Data, 0, src.Size))
	if err != nil {
		return nil, err
	}
	encoding, err := stats.detectCharset(o.Encoding)
	if err != nil {
		return nil, err
	}
	l.Interpretation.add("текст в кодировке %s (%s)", encoding.name, encoding.why)
	sample, err := readSample(encoding.reader(src.Data, src.Size))
	if err != nil {
		return nil, err
	}
	delimiter, more, err := l.chooseDelimiter(sample, o)
	if err != nil {
		return nil, err
	}
	l.open = func() (rowReader, error) {
		t := newDelimitedReader(encoding.reader(src.Data, src.Size), delimiter)
		if strings.HasPrefix(sample, sepPrefix) {
			t.rowNumber = 0 // Excel does not count this line
		}
		return t, nil
	}
	return append(encoding.problems, more...), nil
}

// readSample returns the beginning of a text, up to the end of a line.
func readSample(r io.Reader) (string, error) {
	const size = 64 << 10
	head, err := io.ReadAll(io.LimitReader(r, size))
	if err != nil {
		return "", err
	}
	if end := strings.LastIndexByte(string(head), '\n'); end >= 0 && len(head) == size {
		head = head[:end+1]
	}
	return string(head), nil
}
