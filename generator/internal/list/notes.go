package list

import (
	"fmt"

	"protokol/generator/diag"
)

// notes counts observations about an iteration as a whole.
type notes struct {
	hidden, formulas, filled, untitled occurrences
	column                             string // first column without a heading that has a value
}

// occurrences counts an observation and remembers the first row.
type occurrences struct{ count, first int }

func (m *occurrences) add(row int) {
	if m.count++; m.count == 1 {
		m.first = row
	}
}

func (n *notes) countRow(r row, filled bool) {
	if r.hidden && filled {
		n.hidden.add(r.number)
	}
	for _, c := range r.cells {
		if c.formula {
			n.formulas.add(r.number)
		}
		if c.mergedFrom > 0 {
			n.filled.add(r.number)
		}
	}
}

// countUntitled counts a value in a column without a heading.
func (n *notes) countUntitled(c Column, row int) {
	if n.untitled.add(row); n.column == "" {
		n.column = c.Letter
	}
}

func (n notes) problems(file string, skipped bool) (list diag.List) {
	warn := func(hint, format string, values ...any) {
		list = append(list, diag.Problem{Severity: diag.Warning, File: file,
			Message: fmt.Sprintf(format, values...), Hint: hint})
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
			"ячеек с формулами: %d, первая — в строке %d; взяты значения, вычисленные при последнем сохранении",
			n.formulas.count, n.formulas.first)
	}
	if n.untitled.count > 0 {
		warn("дайте столбцу заголовок",
			"значений в столбцах без заголовка: %d, первое — столбец %s, строка %d; они не использованы",
			n.untitled.count, n.column, n.untitled.first)
	}
	if n.filled.count > 0 {
		warn("", "объединённых ячеек, растянутых на несколько строк: %d, первая — в строке %d; "+
			"значение взято в каждую из строк", n.filled.count, n.filled.first)
	}
	return list
}
