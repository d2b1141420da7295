package collect

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/origin"
	"protokol/generator/internal/table"
)

// Columns in addition to the answers.
const (
	fileColumn    = "Файл"
	remarksColumn = "Замечания"
)

// CSV is a table of forms of one kind as Russian Excel opens it: UTF-8 with a
// byte order mark, semicolons, CRLF (RFC 4180).
func CSV(kind *Kind, forms []*Form) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	rows := csv.NewWriter(&b)
	rows.Comma, rows.UseCRLF = ';', true
	var headings []string
	for _, q := range kind.columns() {
		headings = append(headings, q.Title)
	}
	rows.Write(append(headings, fileColumn, remarksColumn)) // writing to memory does not fail
	for _, f := range forms {
		var row []string
		for _, q := range kind.columns() {
			row = append(row, cell(f.answers[q.Key], q.shape == code))
		}
		rows.Write(append(row, cell(table.Clean(f.File), false), cell(f.remarks(), false)))
	}
	rows.Flush()
	return b.Bytes()
}

// TOML is the same table as a list of recipients. Columns that lists do not know
// keep their Russian heading as a key, so that the texts of letters can refer to
// them.
func TOML(kind *Kind, forms []*Form) []byte {
	var b bytes.Buffer
	for i, f := range forms {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.Write(origin.RowFile(func(yield func(key, value string) bool) {
			for _, q := range kind.columns() {
				if value := f.answers[q.Key]; value != "" && !yield(cmp.Or(q.Column, q.Title), value) {
					return
				}
			}
			if remarks := f.remarks(); remarks == "" || yield(remarksColumn, remarks) {
				yield(fileColumn, table.Clean(f.File))
			}
		}).Data)
	}
	return b.Bytes()
}

// columns returns the questions that have a column.
func (k *Kind) columns() (list []Question) {
	for _, q := range k.Questions {
		if q.shape != tick {
			list = append(list, q)
		}
	}
	return list
}

// remarks returns the problems of a form, for a cell of the table. Like the name of its file, which may be any bytes on
// Unix and which they may quote, they are cleaned: lists refuse what they cannot read.
func (f *Form) remarks() string {
	var reported []string
	for _, p := range f.Problems {
		reported = append(reported, table.Clean(p.Message))
	}
	return strings.Join(reported, "\n")
}

// cell writes a value so that Excel does not change it. Excel turns codes into
// numbers, which drops leading zeros and digits after the eleventh, and runs values
// that begin like formulas (OWASP, CSV injection). A formula that is just a string
// keeps up to 255 characters; longer values get an apostrophe. Lists read both.
func cell(value string, code bool) string {
	formula := value != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(value)[0])
	switch {
	case value == "" || !formula && !code:
		return value
	case !strings.ContainsAny(value, "\"\n\r\t") && utf8.RuneCountInString(value) <= 255:
		return `="` + value + `"`
	case formula:
		return "'" + value
	}
	return value
}
