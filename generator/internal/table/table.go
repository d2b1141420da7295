// Package table reads the tables of files that offices have: delimited text in any
// encoding, XLSX, XLS, ODS, pages of accounting programs, TOML. It knows nothing of what the
// columns mean. Hostile files cost bounded time and memory; files of other kinds are named.
//
//	t, problems, err := table.Open(table.Source{Name: name, Data: file, Size: size}, table.Options{})
//	rows, err := t.Rows()
//	for row, err := rows.Next(); err == nil; row, err = rows.Next() { … row.Texts() … }
//
// Rows are streamed; only XLS and pages are read as a whole.
package table

import (
	"fmt"
	"io"
	"path"
	"strings"

	"protokol/generator/diag"
)

// Source is the content of a file with a table.
type Source struct {
	Name string // as the user named the file; the extension .toml selects TOML, a name such as ~$a.xlsx none
	Data io.ReaderAt
	Size int64
}

// Options override what is otherwise detected.
type Options struct {
	Encoding  string // utf-8, windows-1251, utf-16le, …; "" means detect
	Delimiter string // ";", ",", "|" or "tab"; "" means detect
	Worksheet string // name in a workbook; "" means the first visible one

	// CountHeadings returns how many of the cells of a row are known headings; the
	// delimiter is the one with which the most are. If nil, none are known.
	CountHeadings func(cells []string) int
}

// Table is the table of a file: a worksheet of a workbook, a delimited text, the table
// of a page, or the records of TOML.
type Table struct {
	Description []string  // how the file was read, in Russian lines without a final full stop
	Guessed     bool      // the worksheet is the first visible one of several, and nobody has named it
	Keys        []string  // names of the columns, if the format has them; nil in others, whose columns have letters
	Hidden      []bool    // which columns are hidden in the file; shorter if the last ones are not
	Comments    []Comment // that are not beside their cells

	// Locate completes the location of a problem whose key is recipients[0].name; nil
	// unless the file is TOML.
	Locate func(diag.Problem) diag.Problem

	Others    []Worksheet // the other visible worksheets, if Guessed
	worksheet func(index int) (*Table, error)
	rows      func() (Reader, error)
}

// Worksheet is a worksheet of a workbook.
type Worksheet struct {
	Name  string
	index int
}

// Rows returns a reader of the rows, from the first. There may be several.
func (t *Table) Rows() (Reader, error) { return t.rows() }

// Worksheet opens one of the other worksheets. The workbook is not parsed again.
func (t *Table) Worksheet(w Worksheet) (*Table, error) { return t.worksheet(w.index) }

func (t *Table) describe(format string, values ...any) {
	t.Description = append(t.Description, fmt.Sprintf(format, values...))
}

// hideColumns marks columns as hidden in the file, from the first to the last. If all columns to the right are hidden,
// they are empty, and no column is marked.
func (t *Table) hideColumns(first, last, columns int) {
	if first < 0 || last >= columns-1 {
		return
	}
	for len(t.Hidden) <= last {
		t.Hidden = append(t.Hidden, false)
	}
	for i := first; i <= last; i++ {
		t.Hidden[i] = true
	}
}

// Open determines the kind of file and opens its table. The problems are those of a
// table that can be read, except for the errors of TOML; then the Table is nil. An error is a
// diag.Problem or one of the underlying reader.
func Open(src Source, o Options) (*Table, diag.List, error) {
	if err := checkName(src.Name); err != nil {
		return nil, nil, err
	}
	if o.CountHeadings == nil {
		o.CountHeadings = func([]string) int { return 0 }
	}
	head := make([]byte, min(headSize, src.Size))
	if n, err := src.Data.ReadAt(head, 0); n < len(head) {
		return nil, nil, err
	}
	switch {
	case strings.HasPrefix(string(head), "PK\x03\x04"):
		t, err := openArchive(src, o)
		return t, nil, err
	case strings.HasPrefix(string(head), compoundMark):
		t, err := openCompound(src, o)
		return t, nil, err
	}
	isTOML := strings.EqualFold(path.Ext(src.Name), ".toml")
	if !isTOML && isHTML(decodeHead(head)) {
		return openHTML(src, o)
	}
	if err := checkContent(src.Name, head); err != nil {
		return nil, nil, err
	}
	if isTOML {
		return openTOML(src)
	}
	return openText(src, o)
}

// ColumnName returns the name of a column in a spreadsheet: A, Z, AA.
func ColumnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
