package list

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// headingRows is how far down the headings are looked for: above them stand
// titles and approvals.
const headingRows = 30

// headings finds the row of the headings and gives the columns their fields.
func (l *List) headings(o Options) (diag.List, error) {
	top, err := l.top(max(headingRows, min(o.Header+2, 1000)))
	if err != nil {
		return nil, err
	}
	if o.Header < 0 {
		width := 0
		for _, r := range top {
			width = max(width, len(r.cells))
		}
		l.Interpretation.add("заголовков нет (так указано)")
		l.title(make([]string, width))
		return l.matched(o), nil
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
		l.Interpretation.add("заголовки занимают две строки: %d и %d", l.first-2, l.first-1)
	} else if l.locate == nil {
		l.Interpretation.add("заголовки столбцов — в строке %d", l.first-1)
	}
	if at+1 < len(top) && isNumbering(top[at+1]) {
		l.first = top[at+1].number + 1
		l.Interpretation.add("в строке %d номера столбцов, она пропущена", l.first-1)
	}
	l.title(titles)
	return l.matched(o), nil
}

// title gives the columns their headings.
func (l *List) title(titles []string) {
	for i := len(l.Columns); i < len(titles); i++ {
		l.Columns = append(l.Columns, Column{Letter: letters(i)})
	}
	for i, title := range titles {
		l.Columns[i].Title = strings.Join(strings.Fields(title), " ")
	}
}

// absent is the position of a known field that the list has not: letters ask
// for many.
const absent = -1

// matched gives the columns their fields and tells of it.
func (l *List) matched(o Options) diag.List {
	columns, problems := match(o.Fields, l.Columns, o.Columns)
	l.Columns = columns
	l.positions = map[string]int{}
	for i, c := range slices.Backward(columns) {
		if c.Title != "" {
			l.titled = max(l.titled, i+1)
		}
		if folded := strings.Join(words(c.Title), " "); folded != "" {
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
// headings most of which are known.
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
	return gaps > 0 && fills < max(len(above.cells), len(below.cells)) && recognised(fields, texts(below.cells))*2 > fills
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
