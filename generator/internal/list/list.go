// Package list understands the tables that package table reads as lists of recipients:
// where the headings are, what the columns mean, which rows are recipients. It never guesses silently:
// Interpretation describes what was detected, and doubtful cases are reported
// as problems. Rows that are not recipients (totals, section titles, footers) are
// left out, and Notes says which and why.
//
//	l, problems := list.Open(table.Source{Name: name, Data: file, Size: size}, list.Options{})
//	for record, err := range l.Records() { … record.Get("inn") … }
//
// Records are streamed, so memory use does not grow with the list; only XLS,
// which has at most 65,536 rows, is read as a whole. A list can
// be read any number of times, but only by one goroutine at a time. Its records
// can be used by any goroutine.
package list

import (
	"errors"
	"io"
	"iter"
	"slices"

	"protokol/generator/diag"
	"protokol/generator/internal/syserror"
	"protokol/generator/internal/table"
)

// areNamed reports whether headings need not be known.
func (o Options) areNamed() bool { return o.Review || len(o.Columns) > 0 }

// Options override what is otherwise detected.
type Options struct {
	Encoding  string            // utf-8, windows-1251, utf-16le, …; "" means detect
	Delimiter string            // ";", ",", "|" or "tab"; "" means detect
	Worksheet string            // name in a workbook; "" means the first visible one
	Header    int               // row of the headings; 0 means detect, -1 means none
	Columns   map[string]string // field → heading, letter or number of its column
	Unused    []string          // columns that hold no field, whatever their headings say, named in the same way
	Fields    []Field           // the known fields; nil means Recipients()

	Exact      bool // columns are those of fields only if named by their keys, as in the rows that papers embed
	Review     bool // somebody will assign the columns: none need be known, and doubts do not refuse the list
	SkipHidden bool // leave out rows that are hidden in the spreadsheet
}

// List is an opened list.
type List struct {
	Interpretation Interpretation
	Columns        []Column

	name       string
	fields     []Field
	firstRow   int // number of the first row below the headings
	skipHidden bool
	table      *table.Table
	locate     func(diag.Problem) diag.Problem // of the table
	lastTitled int                             // number of columns up to the last heading
	positions  map[string]int                  // of columns, by field and by folded heading
	headings   [][]string                      // the rows of the headings, folded
	profile    profile                         // of the rows
	physical   int                             // number of columns of the table; those of combined columns follow
	combined   []combinedColumn                // columns with several codes
	either     []eitherColumn                  // columns of people and organizations
	legalForm  int                             // column of legal forms, or absent
	unit       int                             // column of parts of organizations, or absent
	staffUnit  int                             // column of those that complete posts, or absent
	kind       string                          // of the organizations whose cells have only numbers; "" if unknown
	workplace  *workplace                      // column of organizations with posts; nil if there is none
	post       *postOfHeading                  // of the names; nil if their heading is none
	ofPeople   bool                            // the names are those of people, and not of heads
	parts      *addressParts                   // columns of parts of addresses; nil if there are none
	comments   []table.Comment                 // at cells, by row

	states       []stateHeading // of the columns of the table
	columnDoubts []columnDoubt  // that hold for every row
	newer        []newerColumn  // beside those that are read
	others       []otherColumn  // of possible recipients
	gaps         []columnGap    // parts that most addresses have
	notes        notes
}

// row is one of the first rows, whose columns are surveyed.
type row struct {
	table.Row
	filled int // number of cells with text, which is counted once
}

// Open detects the format of a list and finds its headings. The List is nil if
// the problems include an error.
func Open(src table.Source, o Options) (*List, diag.List) {
	if o.Fields == nil {
		o.Fields = Recipients()
	}
	l := &List{name: src.Name, fields: o.Fields, skipHidden: o.SkipHidden,
		legalForm: absent, unit: absent, staffUnit: absent}
	t, problems, err := table.Open(src, o.ofTable())
	if t != nil {
		l.read(t)
		var more diag.List
		more, err = l.readHeadings(o)
		for i := range more {
			if o.Review {
				more[i].Severity = diag.Warning
			}
		}
		problems = append(append(problems, more...), l.unreadComments()...)
	}
	if err == nil && !problems.Failed() {
		problems = append(problems, l.unreadWorksheets(o)...)
	}
	if err != nil {
		problems = append(problems, l.asProblem(err))
	}
	if problems.Failed() && t != nil && t.Guessed {
		if opened, more := l.openOnlyList(src, o, problems); opened != nil {
			return opened, more
		}
		problems = append(problems, l.wrongWorksheet(o))
	}
	for i := range problems {
		problems[i].File = src.Name
	}
	if problems.Failed() {
		return nil, problems
	}
	return l, problems
}

// ofTable returns the options for the table of the file.
func (o Options) ofTable() table.Options {
	return table.Options{Encoding: o.Encoding, Delimiter: o.Delimiter, Worksheet: o.Worksheet,
		CountHeadings: func(cells []string) int { return countHeadings(o.Fields, cells) }}
}

// read makes a table that of the list.
func (l *List) read(t *table.Table) {
	l.table, l.locate = t, t.Locate
	l.Interpretation.Lines = slices.Clone(t.Description)
	l.comments = slices.Clone(t.Comments)
	for i := range max(len(t.Keys), len(t.Hidden)) {
		c := Column{Letter: table.ColumnName(i)}
		if i < len(t.Keys) {
			c.Letter = t.Keys[i]
		}
		c.Hidden = i < len(t.Hidden) && t.Hidden[i]
		l.Columns = append(l.Columns, c)
	}
}

// asProblem converts an error to a problem with the name of the file.
func (l *List) asProblem(err error) diag.Problem {
	var p diag.Problem
	if !errors.As(err, &p) {
		p = diag.Problem{Message: "не удалось прочитать: " + syserror.Cause(err)}
	}
	p.File = l.name
	return p
}

// Records iterates over the list. An error is a diag.Problem and ends the
// iteration: the rest of the list cannot be read.
func (l *List) Records() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		l.notes = notes{}
		filter := &rowFilter{List: l}
		next, end := filter.regroup(yield)
		rows, err := l.table.Rows()
		for err == nil {
			var r table.Row
			if r, err = rows.Next(); err != nil || r.Number < l.firstRow {
				continue
			}
			clearMergedAbove(r.Cells, l.firstRow)
			record, filled := l.newRecord(r)
			if l.notes.countRow(r, filled); !filled || r.Hidden && l.skipHidden || !filter.accept(r, &record) {
				continue
			}
			filter.fillDitto(&record)
			record.arrange()
			if !next(&record) {
				return
			}
		}
		if !end() {
			return
		}
		if err != io.EOF {
			yield(Record{}, l.asProblem(err))
		}
	}
}

// Notes returns warnings about the last iteration as a whole, such as hidden
// rows and formulas.
func (l *List) Notes() diag.List { return l.notes.problems(l.name, l.skipHidden) }

// Has reports whether the list has a column for a key, as in Record.Get.
func (l *List) Has(key string) bool {
	if _, ok := l.position(key); ok {
		return true
	}
	_, ok := l.position("surname")
	return key == "name" && ok
}
