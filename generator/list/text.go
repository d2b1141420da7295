package list

import (
	"fmt"
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
	l.Decided.add("текст в кодировке %s (%s)", encoding.name, encoding.why)
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

// separator begins a line that names the delimiter, a habit of Excel: sep=;
const separator = "sep="

// delimiter is the one asked for, the one the file names, or the one that is
// found.
func (l *List) delimiter(sample string, o Options) (byte, diag.List, error) {
	if o.Delimiter != "" {
		for _, d := range delimiters {
			if o.Delimiter == string(d.sign) || o.Delimiter == d.name || d.sign == '\t' && (o.Delimiter == "tab" || o.Delimiter == `\t`) {
				l.Decided.add("разделитель — %s (так указано)", d.name)
				return d.sign, nil, nil
			}
		}
		return 0, nil, diag.Problem{Message: fmt.Sprintf("неизвестный разделитель «%s»", o.Delimiter), Hint: "бывают: ; , | tab"}
	}
	if line, _, _ := strings.Cut(sample, "\n"); strings.HasPrefix(line, separator) {
		for _, d := range delimiters {
			if strings.TrimRight(line[len(separator):], "\r") == string(d.sign) {
				l.Decided.add("разделитель — %s (назван в первой строке файла)", d.name)
				return d.sign, nil, nil
			}
		}
	}
	sign, why, doubtful := findDelimiter(sample, o.Fields)
	name := ""
	for _, d := range delimiters {
		if d.sign == sign {
			name = d.name
		}
	}
	l.Decided.add("разделитель — %s (%s)", name, why)
	if doubtful {
		return sign, diag.List{{Severity: diag.Warning, Message: "разделитель неясен: взята " + name,
			Hint: "посмотрите, верно ли узнаны столбцы; если нет, укажите разделитель"}}, nil
	}
	return sign, nil, nil
}
