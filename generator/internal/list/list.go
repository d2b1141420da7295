// Package list reads lists of recipients as they are in offices: CSV and TSV
// in any encoding, XLSX, TOML. Nothing is guessed in silence: what was decided
// is told in Interpretation, what is doubtful is a problem.
//
//	l, problems := list.Open(list.Source{Name: name, Data: file, Size: size}, list.Options{})
//	for record, err := range l.Records() { … record.Get("inn") … }
//
// Records are streamed: the memory they take does not grow with the list. The
// list can be read again and again, by one goroutine at a time; its records can
// be used by any.
package list

import (
	"errors"
	"io"
	"iter"
	"path"
	"strings"

	"protokol/generator/diag"
)

// Source is the bytes of a list.
type Source struct {
	Name string // as the user calls the file; its ending tells TOML from CSV
	Data io.ReaderAt
	Size int64
}

// Options say what should not be found out.
type Options struct {
	Encoding  string            // utf-8, windows-1251, utf-16le, …; "" is to be found
	Delimiter string            // ";", ",", "|" or "tab"; "" is to be found
	Worksheet string            // of an XLSX; "" is the first visible one
	Header    int               // row of the headings; 0 is to be found, -1 is none
	Columns   map[string]string // field → heading, letter or number of its column
	Fields    []Field           // the known fields; nil is Recipients()

	SkipHidden bool // leave out rows that are hidden in the spreadsheet
}

// List is a list that can be read.
type List struct {
	Interpretation Interpretation
	Columns        []Column

	name      string
	fields    []Field
	first     int // number of the first row below the headings
	skip      bool
	open      func() (rows, error)
	locate    func(diag.Problem) diag.Problem // nil unless the file is TOML
	titled    int                             // columns up to the last heading
	positions map[string]int                  // of columns, by field and by folded heading
	notes     notes
}

// Open finds out what a list is and where its headings stand. The List is nil
// when there is an error among the problems.
func Open(src Source, o Options) (*List, diag.List) {
	if o.Fields == nil {
		o.Fields = Recipients()
	}
	l := &List{name: src.Name, fields: o.Fields, skip: o.SkipHidden}
	problems, err := l.find(src, o)
	if err == nil && !problems.Failed() {
		var more diag.List
		more, err = l.headings(o)
		problems = append(problems, more...)
	}
	if err != nil {
		problems = append(problems, l.problem(err))
	}
	for i := range problems {
		problems[i].File = src.Name
	}
	if problems.Failed() {
		return nil, problems
	}
	return l, problems
}

// problem makes any error a problem with the file's name.
func (l *List) problem(err error) diag.Problem {
	var p diag.Problem
	if !errors.As(err, &p) {
		p = diag.Problem{Message: "не удалось прочитать: " + err.Error()}
	}
	p.File = l.name
	return p
}

// find opens the table that the file holds.
func (l *List) find(src Source, o Options) (diag.List, error) {
	head := make([]byte, 512)
	n, err := src.Data.ReadAt(head[:min(int64(len(head)), src.Size)], 0)
	if err != nil && err != io.EOF {
		return nil, err
	}
	head = head[:n]
	if err := foreign(head); err != nil {
		return nil, err
	}
	switch {
	case strings.HasPrefix(string(head), "PK\x03\x04"):
		return l.findSheet(src, o)
	case strings.EqualFold(path.Ext(src.Name), ".toml"):
		return l.findTOML(src)
	}
	return l.findText(src, o)
}

// foreign recognises files that are sent as lists and are none.
func foreign(head []byte) error {
	text := strings.ToLower(strings.TrimSpace(string(head)))
	switch {
	case text == "":
		return diag.Problem{Message: "файл пуст", Hint: "проверьте, тот ли это файл"}
	case strings.HasPrefix(string(head), "\xD0\xCF\x11\xE0"):
		return diag.Problem{Message: "это старый файл Excel (.xls) или книга с паролем",
			Hint: "откройте его и сохраните без пароля как «Книга Excel (.xlsx)»"}
	case strings.HasPrefix(text, "%pdf"):
		return diag.Problem{Message: "это PDF, а не список", Hint: "нужна таблица: .xlsx или .csv"}
	case strings.HasPrefix(text, "<?xml"), strings.HasPrefix(text, "<html"), strings.HasPrefix(text, "<!doctype"), strings.HasPrefix(text, "<table"):
		return diag.Problem{Message: "это страница или XML, а не таблица", Hint: "откройте файл в Excel и сохраните как «Книга Excel (.xlsx)»"}
	}
	return nil
}

// Records reads the list. The error is a diag.Problem and comes last: what is
// below it cannot be read.
func (l *List) Records() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		l.notes = notes{}
		table, err := l.open()
		for err == nil {
			var r row
			if r, err = table.next(); err != nil || r.number < l.first {
				continue
			}
			forget(r.cells, l.first)
			record, any := l.record(r)
			if l.notes.see(r, any); !any || r.hidden && l.skip {
				continue
			}
			if !yield(record, nil) {
				return
			}
		}
		if err != io.EOF {
			yield(Record{}, l.problem(err))
		}
	}
}

// Notes are what the last reading met: hidden rows, formulas.
func (l *List) Notes() diag.List { return l.notes.list(l.name, l.skip) }

// Has reports whether the list has a column for a key, as Record.Get takes it.
func (l *List) Has(key string) bool {
	if _, ok := l.position(key); ok {
		return true
	}
	_, ok := l.position("surname")
	return key == "name" && ok
}
