package list

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
)

// Interpretation is what was found out about a list: Russian lines without a final
// stop, to be told before the work begins.
type Interpretation struct{ Lines []string }

func (d *Interpretation) add(format string, values ...any) {
	d.Lines = append(d.Lines, fmt.Sprintf(format, values...))
}

// match tells which columns are which fields, which are not used, and which
// fields have no column.
func (d *Interpretation) match(fields []Field, columns []Column) {
	var matched, unused, missing, hidden []string
	has := map[string]bool{}
	for _, c := range columns {
		switch {
		case c.Field != "":
			matched = append(matched, fmt.Sprintf("%s = %s", c.Field, c.Name()))
			has[c.Field] = true
		case c.Title != "":
			unused = append(unused, c.Name())
		}
		if c.Hidden {
			hidden = append(hidden, c.Name())
		}
	}
	for _, f := range fields {
		if !has[f.Key] {
			missing = append(missing, f.Key)
		}
	}
	for _, line := range []struct {
		title string
		names []string
	}{{"узнаны", matched}, {"остались под своими заголовками", unused}, {"скрыты в файле", hidden}, {"нет в списке", missing}} {
		if len(line.names) > 0 {
			d.add("%s: %s", line.title, listed(line.names))
		}
	}
}

// listed joins names; after the thirtieth it only counts.
func listed(names []string) string {
	const shown = 30
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s и ещё %d", strings.Join(names[:shown], ", "), len(names)-shown)
}

// notes counts what a reading meets.
type notes struct {
	hidden, formulas, filled, untitled met
	column                             string // the first without a heading that has a value
}

// met is how often something was met, and in which row first.
type met struct{ count, first int }

func (m *met) in(row int) {
	if m.count++; m.count == 1 {
		m.first = row
	}
}

func (n *notes) see(r row, any bool) {
	if r.hidden && any {
		n.hidden.in(r.number)
	}
	for _, c := range r.cells {
		if c.formula {
			n.formulas.in(r.number)
		}
		if c.from > 0 {
			n.filled.in(r.number)
		}
	}
}

// seeUntitled sees a value that cannot be called by a name.
func (n *notes) seeUntitled(c Column, row int) {
	if n.untitled.in(row); n.column == "" {
		n.column = c.Letter
	}
}

func (n notes) list(file string, skipped bool) (list diag.List) {
	warn := func(hint, format string, values ...any) {
		list = append(list, diag.Problem{Severity: diag.Warning, File: file, Message: fmt.Sprintf(format, values...), Hint: hint})
	}
	switch {
	case n.hidden.count > 0 && skipped:
		warn("", "скрытых строк: %d, первая — %d; они пропущены", n.hidden.count, n.hidden.first)
	case n.hidden.count > 0:
		warn("если их скрыли нарочно, пропустите скрытые строки или удалите их",
			"скрытых строк: %d, первая — %d; они прочитаны вместе с остальными", n.hidden.count, n.hidden.first)
	}
	if n.formulas.count > 0 {
		warn("если список после этого не пересчитывали, откройте его и сохраните заново",
			"ячеек с формулами: %d, первая — в строке %d; взяты значения, вычисленные при последнем сохранении", n.formulas.count, n.formulas.first)
	}
	if n.untitled.count > 0 {
		warn("дайте столбцу заголовок", "значений в столбцах без заголовка: %d, первое — столбец %s, строка %d; они не использованы",
			n.untitled.count, n.column, n.untitled.first)
	}
	if n.filled.count > 0 {
		warn("", "объединённых ячеек, растянутых на несколько строк: %d, первая — в строке %d; значение взято в каждую из строк", n.filled.count, n.filled.first)
	}
	return list
}
