package list

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// headingRows is the number of rows in which headings are searched. Titles and
// approval marks may stand above them.
const headingRows = 30

// readHeadings finds the row of the headings and assigns fields to the columns.
func (l *List) readHeadings(o Options) (diag.List, error) {
	top, err := l.firstRows(max(headingRows, min(o.Header+2, 1000)))
	if err != nil {
		return nil, err
	}
	if o.Header < 0 {
		width := 0
		for _, r := range top {
			width = max(width, len(r.cells))
		}
		l.Interpretation.add("заголовков нет (так указано)")
		l.setTitles(make([]string, width))
		return l.assignFields(o), nil
	}
	at := findHeadings(top, o)
	if at < 0 && o.Header > 0 {
		return nil, diag.Problem{Message: fmt.Sprintf("в строке %d нет заголовков", o.Header),
			Hint: "укажите строку, в которой стоят названия столбцов"}
	}
	if at < 0 {
		return nil, diag.Problem{Message: "в файле нет ни одной заполненной строки",
			Hint: "проверьте, тот ли это файл и тот ли лист"}
	}
	l.firstRow = top[at].number + 1
	titles := cellTexts(top[at].cells)
	if at+1 < len(top) && isSecondHeadingRow(top[at], top[at+1], o.Fields) {
		at++
		l.firstRow++
		titles = joinTitles(titles, cellTexts(top[at].cells))
		l.Interpretation.add("заголовки занимают две строки: %d и %d", l.firstRow-2, l.firstRow-1)
	} else if l.locate == nil {
		l.Interpretation.add("заголовки столбцов — в строке %d", l.firstRow-1)
	}
	if at+1 < len(top) && isNumbering(top[at+1]) {
		l.firstRow = top[at+1].number + 1
		l.Interpretation.add("в строке %d номера столбцов, она пропущена", l.firstRow-1)
	}
	l.setTitles(titles)
	return l.assignFields(o), nil
}

// setTitles sets the headings of the columns.
func (l *List) setTitles(titles []string) {
	for i := len(l.Columns); i < len(titles); i++ {
		l.Columns = append(l.Columns, Column{Letter: columnLetters(i)})
	}
	for i, title := range titles {
		l.Columns[i].Title = strings.Join(strings.Fields(title), " ")
	}
}

// absent is the position of a known field without a column. Storing it makes
// the frequent lookups of such fields fast.
const absent = -1

// assignFields assigns fields to the columns and describes the result in
// Interpretation.
func (l *List) assignFields(o Options) diag.List {
	columns, problems := assignFields(o.Fields, l.Columns, o.Columns)
	l.Columns = columns
	l.positions = map[string]int{}
	for i, c := range slices.Backward(columns) {
		if c.Title != "" {
			l.lastTitled = max(l.lastTitled, i+1)
		}
		if folded := strings.Join(foldedWords(c.Title), " "); folded != "" {
			l.positions[folded] = i
		}
	}
	for _, field := range o.Fields {
		if _, ok := l.position(field.Key); !ok {
			l.positions[field.Key] = absent
		}
	}
	known := 0
	for i, c := range columns {
		if c.Field != "" {
			known++
			l.positions[c.Field] = i
		}
	}
	l.Interpretation.match(o.Fields, columns)
	if known == 0 && !problems.Failed() {
		problems = append(problems, unknownHeadings(columns, l.firstRow-1))
	}
	return problems
}

// firstRows returns copies of the first rows that are not blank.
func (l *List) firstRows(count int) ([]row, error) {
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
		if clearMergedAbove(r.cells, r.number); !isBlank(r) {
			top = append(top, r)
		}
	}
	return top, nil
}

// clearMergedAbove clears cells whose text was copied from a merged cell above
// the row: a heading that spans two rows is one heading, and not a value.
func clearMergedAbove(cells []cell, row int) {
	for i, c := range cells {
		if c.mergedFrom > 0 && c.mergedFrom < row {
			cells[i] = cell{}
		}
	}
}

// findHeadings returns the index of the requested row, or of the row with the
// most known headings. If none is known, it is the first row with two cells, or
// else the first row.
func findHeadings(top []row, o Options) int {
	if o.Header > 0 {
		return slices.IndexFunc(top, func(r row) bool { return r.number == o.Header })
	}
	best, mostKnown := -1, 0
	for i, r := range top {
		if known := countKnown(o.Fields, cellTexts(r.cells)); known > mostKnown {
			best, mostKnown = i, known
		}
	}
	if best < 0 {
		best = slices.IndexFunc(top, func(r row) bool { return countFilled(r) > 1 })
	}
	return max(best, min(0, len(top)-1))
}

func isBlank(r row) bool { return countFilled(r) == 0 }

func countFilled(r row) (count int) {
	for _, c := range r.cells {
		if strings.TrimSpace(c.text) != "" {
			count++
		}
	}
	return count
}

// isSecondHeadingRow reports whether a row continues the headings of the row
// above. A heading above several columns («Руководитель» above «ФИО» and
// «Должность») leaves empty cells beside it; the second row fills them, and
// most of its headings are known.
func isSecondHeadingRow(above, below row, fields []Field) bool {
	if above.number+1 != below.number {
		return false
	}
	fillsGap, fills := 0, 0
	for i, c := range below.cells {
		if strings.TrimSpace(c.text) == "" {
			continue
		}
		if i >= len(above.cells) || strings.TrimSpace(above.cells[i].text) == "" {
			fillsGap++
		}
		fills++
	}
	return fillsGap > 0 && fills < max(len(above.cells), len(below.cells)) &&
		countKnown(fields, cellTexts(below.cells))*2 > fills
}

// joinTitles prefixes headings with the heading that stands above them.
func joinTitles(above, below []string) []string {
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

// isNumbering reports whether a row only numbers the columns: 1, 2, 3 …
func isNumbering(r row) bool {
	for i, c := range r.cells {
		if strings.TrimSpace(c.text) != fmt.Sprint(i+1) {
			return false
		}
	}
	return len(r.cells) > 1
}

// columnLetters returns the name of a column in a spreadsheet: A, Z, AA.
func columnLetters(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
