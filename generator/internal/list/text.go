package list

import (
	"io"
	"strings"

	"protokol/generator/diag"
)

// findText opens a list of delimited text.
func (l *List) findText(src Source, o Options) (diag.List, error) {
	survey, err := surveyOf(io.NewSectionReader(src.Data, 0, src.Size))
	if err != nil {
		return nil, err
	}
	encoding, err := survey.decide(o.Encoding)
	if err != nil {
		return nil, err
	}
	l.Interpretation.add("текст в кодировке %s (%s)", encoding.name, encoding.why)
	sample, err := sampleOf(encoding.reader(src.Data, src.Size))
	if err != nil {
		return nil, err
	}
	delimiter, more, err := l.delimiter(sample, o)
	if err != nil {
		return nil, err
	}
	l.open = func() (rows, error) {
		t := newTextRows(encoding.reader(src.Data, src.Size), delimiter)
		if strings.HasPrefix(sample, separator) {
			t.number = 0 // Excel does not show this line
		}
		return t, nil
	}
	return append(encoding.problems, more...), nil
}

// sampleOf is the beginning of a text, up to the end of a line.
func sampleOf(r io.Reader) (string, error) {
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
