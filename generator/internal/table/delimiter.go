package table

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// delimiters are the supported delimiters, the most likely first.
var delimiters = []struct {
	char byte
	name string
}{{';', "точка с запятой"}, {'\t', "табуляция"}, {',', "запятая"}, {'|', "вертикальная черта"}}

// sepPrefix starts a line that names the delimiter, as Excel writes it: sep=;
const sepPrefix = "sep="

// chooseDelimiter returns the delimiter requested by the options, named in the
// file, or detected in the sample, in this order.
func (t *Table) chooseDelimiter(sample string, o Options) (byte, diag.List, error) {
	if o.Delimiter != "" {
		for _, d := range delimiters {
			isTab := d.char == '\t' && (o.Delimiter == "tab" || o.Delimiter == `\t`)
			if isTab || o.Delimiter == string(d.char) || o.Delimiter == d.name {
				t.describe("разделитель — %s (так указано)", d.name)
				return d.char, nil, nil
			}
		}
		return 0, nil, diag.Problem{Message: fmt.Sprintf("неизвестный разделитель «%s»", o.Delimiter),
			Hint: "бывают: ; , | tab"}
	}
	if line, _, _ := strings.Cut(strings.ReplaceAll(sample, "\r", "\n"), "\n"); strings.HasPrefix(line, sepPrefix) {
		for _, d := range delimiters {
			if line[len(sepPrefix):] == string(d.char) {
				t.describe("разделитель — %s (назван в первой строке файла)", d.name)
				return d.char, nil, nil
			}
		}
	}
	char, why, ambiguous := detectDelimiter(sample, o.CountHeadings)
	name := ""
	for _, d := range delimiters {
		if d.char == char {
			name = d.name
		}
	}
	t.describe("разделитель — %s (%s)", name, why)
	if ambiguous {
		return char, diag.List{{Severity: diag.Warning, Message: "разделитель неясен: взята " + name,
			Hint: "посмотрите, верно ли узнаны столбцы; если нет, укажите разделитель"}}, nil
	}
	return char, nil, nil
}

// sampleRows is the number of rows used for detection.
const sampleRows = 50

// detectDelimiter returns the delimiter with which the most headings are known
// or, if there is a tie, the most rows have the same number of cells. It also
// returns the reason, and whether another delimiter does equally well.
func detectDelimiter(sample string, countHeadings func([]string) int) (delimiter byte, why string, ambiguous bool) {
	const anyDelimiter = ';' // irrelevant with one column
	if isSingleColumn(sample, countHeadings) {
		return anyDelimiter, "в файле один столбец", false
	}
	var best delimiterScore
	var widest delimiterScore // divides the most rows
	scores := map[byte]delimiterScore{}
	for _, d := range delimiters {
		s := scoreDelimiter(sample, d.char, countHeadings)
		if scores[d.char] = s; s.divided > widest.divided {
			widest = s
		}
	}
	isWhole := func(d byte) bool { return scores[d].known > 0 && !scores[d].cutsBrackets }
	for _, d := range delimiters {
		s := scores[d.char]
		switch {
		case s.cutsBrackets && slices.ContainsFunc([]byte(";\t,|"), func(other byte) bool {
			return isWhole(other) && scores[other].divided >= s.divided
		}):
		case s.isWithin && s.yieldsTo(scores[';']):
		case s.rows == 0, widest.known > 1 && s.divided*2 <= widest.divided: // commas within headings
		case delimiter == 0 || s.known > best.known || s.known == best.known && s.rows > best.rows:
			delimiter, best, ambiguous = d.char, s, false
		case s.known == best.known && s.rows == best.rows:
			ambiguous = true
		}
	}
	switch {
	case delimiter == 0:
		return anyDelimiter, "в файле один столбец", false
	case best.known > 0:
		return delimiter, fmt.Sprintf("узнано заголовков: %d", best.known), ambiguous
	}
	return delimiter, fmt.Sprintf("по %d столбцов в %d строках", best.columns, best.rows), ambiguous
}

// delimiterScore says how well a delimiter splits a sample.
type delimiterScore struct {
	known         int // headings of known fields in the best row
	divided       int // rows of several cells
	rows, columns int // the most rows with the same number of columns

	isWithin     bool // semicolons are in cells of every row, its headings included
	cutsBrackets bool // in the best row, as in «Член комиссии (ФИО, должность)»
}

// yieldsTo reports whether commas are in a column of a text with semicolons: these find as many headings or divide
// more rows in the same way.
func (s delimiterScore) yieldsTo(semicolons delimiterScore) bool {
	return s.known <= semicolons.known || s.rows < semicolons.rows ||
		semicolons.known > 0 && s.rows == semicolons.rows && s.columns <= semicolons.columns
}

func scoreDelimiter(sample string, delimiter byte, countHeadings func([]string) int) (s delimiterScore) {
	rowsByWidth, within := map[int]int{}, 0
	reader := newDelimitedReader(strings.NewReader(sample), delimiter)
	for range sampleRows {
		r, err := reader.Next()
		if err != nil {
			break
		}
		width := len(r.Cells)
		if width < 2 {
			continue
		}
		s.divided++
		texts := r.Texts()
		hasSemicolon := func(text string) bool { return strings.Contains(text, ";") }
		if delimiter != ';' && slices.ContainsFunc(texts, hasSemicolon) {
			within++
		}
		isCut := slices.ContainsFunc(texts, func(text string) bool {
			return strings.Count(text, "(") != strings.Count(text, ")")
		})
		if known := countHeadings(texts); known > s.known {
			s.known, s.cutsBrackets = known, isCut
		}
		rowsByWidth[width]++
		if n := rowsByWidth[width]; n > s.rows || n == s.rows && width > s.columns {
			s.rows, s.columns = n, width
		}
	}
	s.isWithin = within > 0 && within == s.divided
	return s
}

// isSingleColumn reports whether the first row is a single known heading,
// whatever the delimiter. A list of addresses alone contains commas, too.
func isSingleColumn(sample string, countHeadings func([]string) int) bool {
	sample = strings.TrimLeft(sample, " \r\n")
	var first Row
	for _, d := range delimiters {
		var err error
		first, err = newDelimitedReader(strings.NewReader(sample), d.char).Next()
		if err != nil || len(first.Cells) != 1 {
			return false
		}
	}
	return countHeadings(first.Texts()) == 1
}
