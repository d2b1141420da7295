// Package list reads lists of recipients as they are in offices: CSV and TSV
// in any encoding, XLSX, TOML. Nothing is guessed in silence: what was decided
// is told in Decided, what is doubtful is a problem.
//
//	l, problems := list.Open(list.Source{Name: name, Data: file, Size: size}, list.Options{})
//	for record, err := range l.Records() { … record.Get("inn") … }
//
// Records are streamed: the memory they take does not grow with the list. The
// list can be read again and again.
package list

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"path"
	"slices"
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
	Sheet     string            // of an XLSX; "" is the first visible one
	Header    int               // row of the headings; 0 is to be found
	Columns   map[string]string // field → heading or letter of its column
	Fields    []Field           // the known fields; nil is Recipients()

	SkipHidden bool // leave out rows that are hidden in the spreadsheet
}

// List is a list that can be read.
type List struct {
	Decided Decided
	Columns []Column

	name      string
	first     int // number of the first row below the headings
	skip      bool
	open      func() (rows, error)
	locate    func(diag.Problem) diag.Problem // nil unless the file is TOML
	positions map[string]int                  // of columns, by field and by folded heading
	notes     notes
}

// Open finds out what a list is and where its headings stand. The List is nil
// when there is an error among the problems.
func Open(src Source, o Options) (*List, diag.List) {
	if o.Fields == nil {
		o.Fields = Recipients()
	}
	l := &List{name: src.Name, skip: o.SkipHidden}
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

// Fields are the keys of the known fields that the list has, in the order of
// its columns.
func (l *List) Fields() []string {
	var keys []string
	for _, c := range l.Columns {
		if c.Field != "" {
			keys = append(keys, c.Field)
		}
	}
	return keys
}

// headingRows is how far down the headings are looked for: above them stand
// titles and approvals.
const headingRows = 30

// headings finds the row of the headings and gives the columns their fields.
func (l *List) headings(o Options) (diag.List, error) {
	top, err := l.top(max(headingRows, min(o.Header+2, 1000)))
	if err != nil {
		return nil, err
	}
	at := findHeadings(top, o)
	if at < 0 && o.Header > 0 {
		return nil, diag.Problem{Message: fmt.Sprintf("в строке %d нет заголовков", o.Header), Hint: "укажите строку, в которой стоят названия столбцов"}
	}
	if at < 0 {
		return nil, diag.Problem{Message: "в файле нет ни одной заполненной строки", Hint: "проверьте, тот ли это файл и тот ли лист"}
	}
	l.first = top[at].number + 1
	titles := texts(top[at].cells)
	if at+1 < len(top) && isBelow(top[at], top[at+1], o.Fields) {
		at++
		l.first++
		titles = joined(titles, texts(top[at].cells))
		l.Decided.add("заголовки занимают две строки: %d и %d", l.first-2, l.first-1)
	} else if l.locate == nil {
		l.Decided.add("заголовки столбцов — в строке %d", l.first-1)
	}
	if at+1 < len(top) && isNumbering(top[at+1]) {
		l.first = top[at+1].number + 1
		l.Decided.add("в строке %d номера столбцов, она пропущена", l.first-1)
	}
	for i := range l.Columns {
		if i < len(titles) {
			l.Columns[i].Title = strings.Join(strings.Fields(titles[i]), " ")
		}
	}
	for i := len(l.Columns); i < len(titles); i++ {
		l.Columns = append(l.Columns, Column{Letter: letters(i), Title: strings.Join(strings.Fields(titles[i]), " ")})
	}
	return l.matched(o), nil
}

// matched gives the columns their fields and tells of it.
func (l *List) matched(o Options) diag.List {
	columns, problems := match(o.Fields, l.Columns, o.Columns)
	l.Columns = columns
	l.positions = map[string]int{}
	for i, c := range slices.Backward(columns) {
		if folded := strings.Join(words(c.Title), " "); folded != "" {
			l.positions[folded] = i
		}
	}
	known := 0
	for i, c := range columns {
		if c.Field != "" {
			known++
			l.positions[c.Field] = i
		}
	}
	l.Decided.match(o.Fields, columns)
	if known == 0 && !problems.Failed() {
		problems = append(problems, diag.Problem{Message: "не узнан ни один заголовок",
			Hint: "проверьте кодировку, разделитель и строку заголовков; или назовите столбцы сами: organization=A"})
	}
	return problems
}

// top is the first rows that are not blank, copied.
func (l *List) top(count int) ([]row, error) {
	table, err := l.open()
	if err != nil {
		return nil, err
	}
	var top []row
	for len(top) < count {
		r, err := table.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		r.cells = slices.Clone(r.cells)
		if forget(r.cells, r.number); !isBlank(r) {
			top = append(top, r)
		}
	}
	return top, nil
}

// forget takes away what cells have from a merged cell above a row: a heading
// over two rows is one heading, and no value.
func forget(cells []cell, row int) {
	for i, c := range cells {
		if c.from > 0 && c.from < row {
			cells[i] = cell{}
		}
	}
}

// findHeadings is the row with the most known headings, or the row asked for;
// when none is known, the first with two cells, or the first.
func findHeadings(top []row, o Options) int {
	if o.Header > 0 {
		return slices.IndexFunc(top, func(r row) bool { return r.number == o.Header })
	}
	best, most := -1, 0
	for i, r := range top {
		if known := recognised(o.Fields, texts(r.cells)); known > most {
			best, most = i, known
		}
	}
	if best < 0 {
		best = slices.IndexFunc(top, func(r row) bool { return filled(r) > 1 })
	}
	return max(best, min(0, len(top)-1))
}

func isBlank(r row) bool { return filled(r) == 0 }

func filled(r row) (count int) {
	for _, c := range r.cells {
		if strings.TrimSpace(c.text) != "" {
			count++
		}
	}
	return count
}

// isBelow reports whether a row holds headings under those of the row above:
// one that stands over several columns («Руководитель» over «ФИО» and
// «Должность») leaves cells empty beside it, and the row below fills them with
// headings known together.
func isBelow(above, below row, fields []Field) bool {
	if above.number+1 != below.number {
		return false
	}
	gaps, fills := 0, 0
	for i, c := range below.cells {
		if strings.TrimSpace(c.text) == "" {
			continue
		}
		if i >= len(above.cells) || strings.TrimSpace(above.cells[i].text) == "" {
			gaps++
		}
		fills++
	}
	return gaps > 0 && fills < max(len(above.cells), len(below.cells)) && recognised(fields, texts(below.cells))*2 >= fills
}

// joined puts headings under the heading that stands over them.
func joined(above, below []string) []string {
	titles, over := slices.Clone(below), ""
	for len(titles) < len(above) {
		titles = append(titles, "")
	}
	for i := range titles {
		title := ""
		if i < len(above) {
			title = strings.TrimSpace(above[i])
		}
		switch under := strings.TrimSpace(titles[i]); {
		case title != "" && under != "":
			over = title
			titles[i] = title + " " + under
		case title != "":
			over = ""
			titles[i] = title
		case under != "" && over != "":
			titles[i] = over + " " + under
		}
	}
	return titles
}

// isNumbering reports whether a row only counts the columns: 1, 2, 3 …
func isNumbering(r row) bool {
	for i, c := range r.cells {
		if strings.TrimSpace(c.text) != fmt.Sprint(i+1) {
			return false
		}
	}
	return len(r.cells) > 1
}

// letters is a column's name in a spreadsheet: A, Z, AA.
func letters(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
