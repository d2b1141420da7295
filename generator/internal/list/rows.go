package list

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/table"
)

// Reasons to leave out a row that is not a recipient.
const (
	repeatedHeadings = "повтор заголовков"
	columnNumbers    = "номера столбцов"
	explanations     = "пояснения к заголовкам"
	exampleRow       = "пример заполнения"
	totalRow         = "итог"
	sectionRow       = "заполнена одна ячейка: это раздел или примечание, а не адресат"
	footerRow        = "подпись или примечание к таблице"
	emptyNumbered    = "заполнен только номер"
	dashesRow        = "одни прочерки"
	otherHeadings    = "заголовки следующей таблицы"
)

// profile contains the properties of all rows of a list, estimated from the first ones.
type profile struct {
	numbers  int  // index of the column that numbers the rows; -1 if there is none
	numbered bool // nearly all rows have a number
	typical  int  // the number of filled cells that most rows have at least
	known    int  // the number of columns with a heading

	lastNumber int // row of the last number; 0 if there is none or the list is longer than the sample
}

// learn returns the profile of the rows below the headings.
func (l *List) learn(sample []row) profile {
	p := profile{numbers: l.findNumbers(sample)}
	for _, c := range l.Columns {
		if c.Title != "" || c.Field != "" {
			p.known++
		}
	}
	var counts []int
	withNumber := 0
	for _, r := range sample {
		count := r.filled
		if count < 2 {
			continue
		}
		counts = append(counts, count)
		if p.numbers >= 0 && p.numbers < len(r.Cells) && isRowNumber(r.Cells[p.numbers].Text) {
			withNumber++
			p.lastNumber = r.Number
		}
	}
	if len(sample) >= sampledRows {
		p.lastNumber = 0
	}
	if slices.Sort(counts); len(counts) > 0 {
		p.typical = counts[len(counts)/2]
	}
	p.numbered = withNumber >= 2 && withNumber*10 >= len(counts)*7
	return p
}

// numberTitles are headings of columns that number the rows, folded.
var numberTitles = []string{"п п", "пп", "n", "no", "номер", "номер п п"}

// findNumbers returns the index of the column that numbers the rows, or -1.
func (l *List) findNumbers(sample []row) int {
	for i, c := range l.Columns[:min(len(l.Columns), 3)] {
		title := strings.Join(foldedWords(c.Title), " ")
		isTitle := strings.Contains(c.Title, "№") || slices.Contains(numberTitles, title)
		numbers, last, rows := 0, 0, 0
		for _, r := range sample {
			if r.filled > 1 { // a title or a note has no number
				rows++
			}
			if i >= len(r.Cells) {
				continue
			}
			number, err := strconv.Atoi(strings.Trim(r.Cells[i].Text, " ."))
			if err == nil && (isTitle || number == last+1) {
				numbers++
				last = number
			}
		}
		if c.Field == "" && (isTitle || title == "") && numbers > 0 && numbers*2 >= rows {
			return i
		}
	}
	return -1
}

// isRowNumber reports whether a text numbers a row: 17, 17., 2.3.
func isRowNumber(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && len(text) <= 8 && strings.Trim(text, "0123456789.") == "" && countDigits(text) > 0
}

// rowFilter decides during an iteration which rows are recipients.
type rowFilter struct {
	*List
	records int      // so far
	before  []string // values of the last record
	moved   []int    // the columns of the first table for those of a later one; nil if they are the same
	last    int      // number of the last row that was not blank
	footer  bool     // the last row was one below the table
	group   group    // the rows belong to
	other   int      // row of the headings of a table with other columns; 0 if there is none
}

// accept reports whether a row is a recipient, and counts it otherwise.
func (f *rowFilter) accept(r table.Row, record *Record) bool {
	if f.locate != nil { // in TOML every table is meant
		return true
	}
	defer func() { f.last = r.Number }()
	reason, text := f.rejectHeadings(r, record.values)
	if reason == "" {
		record.move(f.moved)
		reason, text = f.reject(r, record.values)
	}
	f.footer = reason == footerRow || f.footer && reason == sectionRow
	if reason != "" {
		f.notes.leaveOut(reason, text, r.Number)
		f.enter(reason, text, r.Number)
		return false
	}
	if f.other > 0 {
		record.addProblem(record.Location(""), diag.Error,
			fmt.Sprintf("строка другой таблицы: столбцы под заголовками в строке %d не те же, что в первой", f.other),
			"сохраните эту таблицу отдельным списком")
	}
	f.records++
	return true
}

// firstFilled returns the number of values and the index of the first one that is
// not the number of the row, or -1.
func (f *rowFilter) firstFilled(r table.Row, values []string) (filled, first int) {
	first = -1
	for i, value := range values[:f.physical] {
		if value == "" {
			if i < len(r.Cells) && r.Cells[i].IsError {
				filled++
			}
			continue
		}
		if filled++; first < 0 && (i != f.profile.numbers || !isRowNumber(value)) {
			first = i
		}
	}
	return filled, first
}

// reject returns why a row is not a recipient, or "". The text identifies the row.
func (f *rowFilter) reject(r table.Row, values []string) (reason, text string) {
	filled, first := f.firstFilled(r, values)
	if filled == 0 && countFilled(r.Cells) > 0 {
		return dashesRow, strings.TrimSpace(strings.Join(r.Texts(), " "))
	}
	if first < 0 && filled > 1 || first < 0 && f.profile.numbers < 0 {
		return "", "" // its cells cannot be read, which is reported
	}
	if first < 0 {
		return emptyNumbered, values[max(f.profile.numbers, 0)]
	}
	text = values[first]
	isWide := first < len(r.Cells) && r.Cells[first].Span > 1
	switch {
	case isTotal(values[:f.physical], first):
		return totalRow, text
	case filled == 1 && (isWide || !f.standsAlone(first, text)):
		if isFooter(text, true) {
			return footerRow, text
		}
		return sectionRow, text
	case f.isSignature(r, values, filled, first), f.isStray(r, values, filled):
		return footerRow, text
	}
	return "", ""
}

// rejectHeadings recognizes rows that repeat or explain the headings.
func (f *rowFilter) rejectHeadings(r table.Row, values []string) (reason, text string) {
	filled, first := f.firstFilled(r, values)
	if first < 0 {
		return "", ""
	}
	text = values[first]
	switch {
	case f.repeatsHeadings(values, filled):
		f.moved, f.other = nil, 0
		return repeatedHeadings, text
	case filled > 2 && isNumbering(r):
		return columnNumbers, text
	case f.isExplanation(values):
		return explanations, text
	case isExample(values):
		return exampleRow, text
	case f.startsTable(values, filled, text):
		f.other = 0
		if f.moved = f.positionsIn(values); f.moved == nil {
			f.other = r.Number
		}
		return otherHeadings, text
	}
	return "", ""
}

// repeatsHeadings reports whether most cells of a row are the headings of their
// columns, as at the top of every printed page.
func (f *rowFilter) repeatsHeadings(values []string, filled int) bool {
	for _, titles := range f.headings {
		same := 0
		for i, value := range values {
			if value == "" || i >= len(titles) || titles[i] == "" {
				continue
			}
			if len(value) < len(titles[i]) || len(value) > maxHeading ||
				strings.Join(foldedWords(value), " ") != titles[i] {
				if same == 0 {
					break // most rows end here
				}
				continue
			}
			same++
		}
		if same > 0 && same*2 > filled {
			return true
		}
	}
	return false
}

// standsAlone reports whether a row with one value can be a recipient: it names an
// organization or a person, or rows have no more values, and there is no other doubt.
func (f *rowFilter) standsAlone(column int, text string) bool {
	field := f.Columns[column].Field
	switch {
	case f.profile.numbered && f.profile.typical > 1, isFooter(text, true), strings.HasSuffix(text, ":"):
		return false
	case f.profile.known < 2 || f.profile.typical == 0:
		return true
	case field == "name" || field == "surname":
		return looksLikeName(text) || mentionsPerson(text)
	case field == "organization" || field == "organization_short":
		return looksLikeBody(text)
	}
	return false
}
