package collect

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/origin"
)

// Columns beside the answers.
const (
	fileColumn    = "Файл"
	remarksColumn = "Замечания"
)

// CSV is a table of forms of one kind as Russian Excel opens it: UTF-8 with a
// byte order mark, semicolons, CRLF (RFC 4180).
func CSV(kind *Kind, forms []*Form) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	table := csv.NewWriter(&b)
	table.Comma, table.UseCRLF = ';', true
	var headings []string
	for _, q := range kind.columns() {
		headings = append(headings, q.Title)
	}
	table.Write(append(headings, fileColumn, remarksColumn)) // writing to memory does not fail
	for _, f := range forms {
		var row []string
		for _, q := range kind.columns() {
			row = append(row, cell(f.answers[q.Key], q.shape == code))
		}
		table.Write(append(row, cell(f.File, false), cell(f.remarks(), false)))
	}
	table.Flush()
	return b.Bytes()
}

// TOML is the same as a list of recipients. What a list does not know keeps its
// Russian heading for a key, so that texts of letters can name it.
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
				yield(fileColumn, f.File)
			}
		}).Data)
	}
	return b.Bytes()
}

// columns are the questions that have one.
func (k *Kind) columns() (list []Question) {
	for _, q := range k.Questions {
		if q.shape != tick {
			list = append(list, q)
		}
	}
	return list
}

// remarks are the problems of a form for a cell.
func (f *Form) remarks() string {
	var told []string
	for _, p := range f.Problems {
		told = append(told, p.Message)
	}
	return strings.Join(told, "\n")
}

// cell keeps Excel from making something else of a value: a number of a code,
// which loses zeros and all figures after the eleventh, and a formula of what
// begins as one does (OWASP, CSV injection). A formula that is nothing but a
// text keeps the value whole, but no more than 255 characters; what cannot be
// written so stands behind an apostrophe. Lists read both back.
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
