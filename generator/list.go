package generator

import (
	"io"
	"strings"

	"protokol/generator/internal/list"
	"protokol/generator/internal/mailing"
)

// ListOptions say how a list of recipients is read, where that should not be
// found out. The zero ListOptions find out everything.
type ListOptions struct {
	Encoding   string            // utf-8, windows-1251, utf-16le, …
	Delimiter  string            // ";", ",", "|" or "tab"
	Worksheet  string            // of a workbook
	Header     int               // row of the headings; -1 is none
	Columns    map[string]string // field → heading, letter or number of its column
	Where      string            // a condition on the rows to take; "" takes all
	SkipHidden bool              // leave out rows that are hidden in the spreadsheet
}

// List is a list of recipients, opened. Its rows are read when they are needed,
// by one goroutine at a time.
type List struct {
	name  string
	where string
	to    *mailing.Recipients
}

// OpenList opens a list of recipients: XLSX, CSV, TSV or TOML. Data must stay
// readable as long as the list is used. The error is of type Problems or
// OptionError.
func OpenList(name string, data io.ReaderAt, size int64, o ListOptions) (*List, error) {
	if data == nil || size < 0 {
		data, size = strings.NewReader(""), 0
	}
	to, err := mailing.Open(list.Source{Name: name, Data: data, Size: size}, list.Options{
		Encoding: o.Encoding, Delimiter: o.Delimiter, Worksheet: o.Worksheet, Header: o.Header, Columns: o.Columns, SkipHidden: o.SkipHidden,
	}, o.Where)
	if err != nil {
		return nil, err
	}
	return &List{name, o.Where, to}, nil
}

// Decisions say, a sentence each, how the list was understood.
func (l *List) Decisions() []string { return l.to.Interpretation.Lines }

// Problems are what was doubtful when the list was opened.
func (l *List) Problems() Problems { return Problems{List: l.to.Problems} }
