package list

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
)

// delimiters are what may stand between the cells of a text, the likeliest in
// Russian lists first.
var delimiters = []struct {
	sign byte
	name string
}{{';', "точка с запятой"}, {'\t', "табуляция"}, {',', "запятая"}, {'|', "вертикальная черта"}}

// separator begins a line that names the delimiter, a habit of Excel: sep=;
const separator = "sep="

// delimiter is the one asked for, the one the file names, or the one that is
// found.
func (l *List) delimiter(sample string, o Options) (byte, diag.List, error) {
	if o.Delimiter != "" {
		for _, d := range delimiters {
			if o.Delimiter == string(d.sign) || o.Delimiter == d.name || d.sign == '\t' && (o.Delimiter == "tab" || o.Delimiter == `\t`) {
				l.Interpretation.add("разделитель — %s (так указано)", d.name)
				return d.sign, nil, nil
			}
		}
		return 0, nil, diag.Problem{Message: fmt.Sprintf("неизвестный разделитель «%s»", o.Delimiter), Hint: "бывают: ; , | tab"}
	}
	if line, _, _ := strings.Cut(sample, "\n"); strings.HasPrefix(line, separator) {
		for _, d := range delimiters {
			if strings.TrimRight(line[len(separator):], "\r") == string(d.sign) {
				l.Interpretation.add("разделитель — %s (назван в первой строке файла)", d.name)
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
	l.Interpretation.add("разделитель — %s (%s)", name, why)
	if doubtful {
		return sign, diag.List{{Severity: diag.Warning, Message: "разделитель неясен: взята " + name,
			Hint: "посмотрите, верно ли узнаны столбцы; если нет, укажите разделитель"}}, nil
	}
	return sign, nil, nil
}

// sampleRows is how many rows the delimiter is judged by.
const sampleRows = 50

// findDelimiter is the delimiter of a sample: the one that makes the most of
// the headings known, then the one that cuts the most rows alike. The reason
// is told; doubtful is true when two do equally well.
func findDelimiter(sample string, fields []Field) (delimiter byte, why string, doubtful bool) {
	const single = ';' // any will do for one column
	if isSingle(sample, fields) {
		return single, "в файле один столбец", false
	}
	type score struct{ known, alike, columns int }
	var best score
	for _, d := range delimiters {
		var s score
		counts := map[int]int{}
		t := newTextRows(strings.NewReader(sample), d.sign)
		for range sampleRows {
			r, err := t.next()
			if err != nil {
				break
			}
			if len(r.cells) < 2 {
				continue
			}
			s.known = max(s.known, recognised(fields, texts(r.cells)))
			counts[len(r.cells)]++
			if n := counts[len(r.cells)]; n > s.alike || n == s.alike && len(r.cells) > s.columns {
				s.alike, s.columns = n, len(r.cells)
			}
		}
		switch {
		case s.alike == 0:
		case delimiter == 0 || s.known > best.known || s.known == best.known && s.alike > best.alike:
			delimiter, best, doubtful = d.sign, s, false
		case s.known == best.known && s.alike == best.alike:
			doubtful = true
		}
	}
	switch {
	case delimiter == 0:
		return single, "в файле один столбец", false
	case best.known > 0:
		return delimiter, fmt.Sprintf("узнано заголовков: %d", best.known), doubtful
	}
	return delimiter, fmt.Sprintf("по %d столбцов в %d строках", best.columns, best.alike), doubtful
}

// isSingle reports whether the first line is one known heading: a list of
// addresses alone has commas too.
func isSingle(sample string, fields []Field) bool {
	line, _, _ := strings.Cut(strings.TrimLeft(sample, " \r\n"), "\n")
	for _, d := range delimiters {
		if strings.IndexByte(line, d.sign) >= 0 {
			return false
		}
	}
	return recognised(fields, []string{line}) == 1
}

func texts(cells []cell) []string {
	list := make([]string, len(cells))
	for i, c := range cells {
		list[i] = c.text
	}
	return list
}
