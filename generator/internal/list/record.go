package list

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// Record is a recipient: a row of the list.
type Record struct {
	Row      int       // row number as in a spreadsheet, from 1; in TOML, the number of the table
	Line     int       // line of a text file, from 1; 0 in a spreadsheet
	Hidden   bool      // hidden in the file; the author of the list may have overlooked it
	Problems diag.List // problems of the row itself

	values  []string
	cells   []string // the values of the table if arrange has changed them; else nil
	split   bool     // a value is in the other of the two columns of an eitherColumn
	moved   []int    // the positions of the values in the row, if in other columns than the headings
	grouped bool     // the organization is that of the row above the group
	nobody  bool     // the cell of the organization says that there is none: «пенсионер»
	list    *List
}

// Get returns the value of a field by its key (inn), or of another column by its heading («Примечание»), regardless
// of case and punctuation. It returns "" if there is no such column. By its heading, a column of people and
// organizations returns both, and so does one of organizations and posts. If a name is split into three columns and
// the column of the whole name is missing or empty, "name" joins them.
func (r Record) Get(key string) string {
	i, ok := r.list.position(key)
	if ok && r.list.Columns[i].Field != key && r.isDivided(i) {
		return r.cells[i]
	}
	if ok && (r.values[i] != "" || key != "name") {
		return r.values[i]
	}
	if key != "name" {
		return ""
	}
	var parts []string
	for _, part := range []string{"surname", "given_name", "patronymic"} {
		if i, ok := r.list.position(part); ok && r.values[i] != "" {
			parts = append(parts, r.values[i])
		}
	}
	return strings.Join(parts, " ")
}

// isDivided reports whether the value of a column in the table went to two columns or to another one.
func (r Record) isDivided(i int) bool {
	w := r.list.workplace
	return r.split && r.list.isEither(i) || w != nil && r.cells != nil && i == w.from
}

// Heading returns the heading of the column of a field, or "".
func (r Record) Heading(key string) string {
	if i, ok := r.list.position(key); ok {
		return r.list.Columns[i].Title
	}
	return ""
}

// position returns the index of the column of a field or with a heading.
func (l *List) position(key string) (int, bool) {
	i, ok := l.positions[key]
	if !ok {
		i, ok = l.positions[strings.Join(foldedWords(key), " ")]
	}
	return i, ok && i != absent
}

// All iterates over the columns and values of the record.
func (r Record) All() iter.Seq2[Column, string] {
	return func(yield func(Column, string) bool) {
		for i, value := range r.values {
			if !yield(r.list.Columns[i], value) {
				return
			}
		}
	}
}

// Location returns the location of a value for messages: строка 17, столбец
// «ИНН» (D). If there is no column for the key, it is the row.
func (r Record) Location(key string) string {
	i, ok := r.list.position(key)
	if surname, split := r.list.position("surname"); key == "name" && split && (!ok || r.values[i] == "") {
		i, ok = surname, true
	}
	if ok && key != "" {
		return r.cellLocation(i)
	}
	return fmt.Sprintf("строка %d", r.Row)
}

func (r Record) cellLocation(i int) string {
	if r.list.locate != nil {
		return fmt.Sprintf("recipients[%d].%s", r.Row-1, r.list.Columns[i].Letter)
	}
	column := r.list.Columns[i]
	if at := slices.Index(r.moved, i); at >= 0 {
		column.Letter = table.ColumnName(at)
	}
	return fmt.Sprintf("строка %d, столбец %s", r.Row, column.Name())
}

// move puts the values of a row whose columns are in another order under the
// headings of the list.
func (r *Record) move(moved []int) {
	if moved == nil {
		return
	}
	values := make([]string, len(r.values))
	for i, at := range moved {
		if at != absent {
			values[at] = r.values[i]
		}
	}
	r.values, r.moved = values, moved
	for _, c := range r.list.combined {
		c.split(r.values)
	}
}

// arrange puts people among organizations into their column, legal forms before names, and the parts of addresses
// together. The row keeps its values, because the next ones are compared with it.
func (r *Record) arrange() {
	if len(r.list.either) == 0 && r.list.legalForm == absent && r.list.parts == nil &&
		r.list.workplace == nil && r.list.staffUnit == absent && !r.hasFormBehind() &&
		!r.hasNumberOnly() && !r.isTrader() && r.list.post == nil {
		return
	}
	r.cells, r.values = r.values, slices.Clone(r.values)
	if r.list.workplace != nil {
		r.list.workplace.split(r)
	}
	if r.list.staffUnit != absent {
		r.readStaffUnit()
	}
	if r.list.post != nil {
		r.list.post.fill(r.values)
	}
	r.joinLegalForm()
	r.moveForm()
	r.nameKind()
	if r.list.parts != nil {
		r.list.parts.complete(r)
	}
	for _, c := range r.list.either {
		r.split = c.split(r.list.Columns, r.values) || r.split
	}
	if r.isTrader() {
		i, _ := r.list.position("organization")
		r.values[i] += " " + r.Get("name")
	}
}

// Problem returns a problem about a value of the record, with its location.
func (r Record) Problem(severity diag.Severity, key, message, hint string) diag.Problem {
	return r.problemAt(r.Location(key), severity, message, hint)
}

func (r Record) problemAt(place string, severity diag.Severity, message, hint string) diag.Problem {
	p := diag.Problem{Severity: severity, File: r.list.name, Key: place, Message: message, Hint: hint}
	switch {
	case r.list.locate != nil:
		p.Key = strings.Replace(p.Key, "строка ", "recipients ", 1)
		return r.list.locate(p)
	case r.Line > 0:
		p.Line, p.Column = r.Line, 1
	}
	return p
}

// newRecord converts a row and reports whether it has any value.
func (l *List) newRecord(r table.Row) (record Record, filled bool) {
	record = Record{Row: r.Number, Line: r.Line, Hidden: r.Hidden, list: l, values: make([]string, len(l.Columns))}
	if missing := l.lastTitled - len(r.Cells); missing > 0 && r.Line > 0 && len(r.Cells) > 0 {
		record.addProblem(fmt.Sprintf("строка %d", r.Number), diag.Warning,
			fmt.Sprintf("ячеек меньше, чем столбцов: %d из %d", len(r.Cells), l.lastTitled),
			"проверьте, не разорвана ли строка переносом: такую ячейку берут в кавычки")
	}
	for i, c := range r.Cells {
		text, problem, isError := c.Value()
		if i >= l.physical {
			if text != "" {
				record.addProblem(fmt.Sprintf("строка %d, столбец %s", r.Number, table.ColumnName(i)), diag.Error,
					"ячейка правее последнего заголовка",
					"дайте столбцу заголовок или уберите лишнее; в CSV проверьте, не разорвана ли ячейка разделителем")
			}
			continue
		}
		text = l.stripRowMarks(i, r.Number, text)
		filled = filled || text != ""
		if long := l.tooLong(i, text); long != "" && !isError {
			text, problem, isError = printable.Excerpt(text, longestPrinted), long, true
		}
		record.values[i] = text
		if text != "" && l.Columns[i].Title == "" && l.Columns[i].Field == "" {
			l.notes.countUntitled(l.Columns[i], r.Number)
		}
		if problem == "" {
			continue
		}
		severity := diag.Warning
		if isError {
			severity = diag.Error
		}
		record.addProblem(record.cellLocation(i), severity, problem, cellHint(problem, text))
	}
	for _, c := range l.combined {
		c.split(record.values)
	}
	l.readMarks(&record)
	l.doubtComments(&record, r)
	return record, filled || record.Problems.Failed()
}

// cellHint says how to resolve the problem of a cell, or what was read.
func cellHint(problem, text string) string {
	switch {
	case strings.HasPrefix(problem, table.ErrorIn):
		return "исправьте формулу или впишите значение"
	case text == "":
		return ""
	}
	return "прочитано так: «" + printable.Excerpt(text, 60) + "»"
}

func (r *Record) addProblem(place string, severity diag.Severity, message, hint string) {
	r.add(r.problemAt(place, severity, message, hint))
}

func (r *Record) add(p diag.Problem) {
	const maxProblems = 20 // per row
	if len(r.Problems) < maxProblems {
		r.Problems = append(r.Problems, p)
	}
}
