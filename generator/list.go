package generator

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"

	"protokol/generator/internal/list"
	"protokol/generator/internal/mailing"
	"protokol/generator/internal/table"
)

// ListOptions says how to read a list of recipients. Whatever has its zero value
// is detected.
type ListOptions struct {
	Encoding   string            // as "utf-8", "windows-1251", "utf-16le"
	Delimiter  string            // ";", ",", "|" or "tab"
	Worksheet  string            // name of the worksheet, XLSX only
	Header     int               // number of the row with the headings, from 1; -1 for none
	Columns    map[string]string // field → heading, letter or number of its column
	Unused     []string          // columns that hold no field, whatever their headings say, named in the same way
	Where      string            // condition on the rows to use; "" for all rows
	SkipHidden bool              // omit rows that are hidden in the worksheet
}

// List is an open list of recipients. Its rows are read on demand; it must not
// be used by several goroutines at once.
type List struct {
	name       string
	where      string
	recipients *mailing.Recipients
	file       fs.File // of OpenListFile
}

// OpenList opens a list of recipients in XLSX, CSV, TSV or TOML and detects its
// format. Data must stay readable while the list is in use. The error is a
// Problems or an OptionError.
func OpenList(name string, data io.ReaderAt, size int64, o ListOptions) (*List, error) {
	if data == nil || size < 0 {
		data, size = strings.NewReader(""), 0
	}
	recipients, err := mailing.Open(table.Source{Name: name, Data: data, Size: size}, list.Options{
		Encoding: o.Encoding, Delimiter: o.Delimiter, Worksheet: o.Worksheet, Header: o.Header,
		Columns: o.Columns, Unused: o.Unused, SkipHidden: o.SkipHidden,
	}, o.Where)
	if err != nil {
		return nil, err
	}
	return &List{name: name, where: o.Where, recipients: recipients}, nil
}

// OpenListFile opens a list in a file, which must be an io.ReaderAt as those of the
// operating system are. Close the list after use. The error is one of OpenList or of
// the file system, or ErrFolder.
func OpenListFile(fsys fs.FS, name string, o ListOptions) (*List, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	data, ok := file.(io.ReaderAt)
	switch {
	case err == nil && info.IsDir():
		err = ErrFolder
	case err == nil && !ok:
		err = errors.ErrUnsupported
	}
	var l *List
	if err == nil {
		l, err = OpenList(name, data, info.Size(), o)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	l.file = file
	return l, nil
}

// Close closes the file of OpenListFile.
func (l *List) Close() error {
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}

// Decisions returns what was detected about the list, a Russian sentence each.
func (l *List) Decisions() []string { return l.recipients.Interpretation.Lines }

// Problems returns the warnings found when the list was opened.
func (l *List) Problems() Problems { return Problems{List: l.recipients.Problems} }

// ParseColumns parses pairs such as "organization=B", which say what a column of a
// list is for. A text may have several, separated by commas. The error is an OptionError.
func ParseColumns(texts []string) (map[string]string, error) {
	columns := map[string]string{}
	for _, pair := range columnPairs(texts) {
		field, column, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, OptionError{Option: "map", Message: fmt.Sprintf(
				"столбцу назначение пишется так: organization=B, а не «%s»", pair)}
		}
		field, column = strings.TrimSpace(field), strings.TrimSpace(column)
		if before, isTwice := columns[field]; isTwice && before != column {
			return nil, OptionError{Option: "map", Message: fmt.Sprintf(
				"для одного и того же (%s) названы два столбца: %s и %s; оставьте один", field, before, column)}
		}
		columns[field] = column
	}
	return columns, nil
}

// columnPairs divides texts with several pairs: «name=A, organization=B». Any other comma
// is part of a heading.
func columnPairs(texts []string) (pairs []string) {
	for _, text := range texts {
		from := 0
		for _, at := range nextPair.FindAllStringIndex(text, -1) {
			pairs = append(pairs, text[from:at[0]])
			from = at[0] + 1
		}
		pairs = append(pairs, text[from:])
	}
	return pairs
}

// nextPair finds the sign before a pair, and its key.
var nextPair = regexp.MustCompile(`[,;]\s*[A-Za-z_]+\s*=`)
