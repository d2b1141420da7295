package list

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
)

// Decided is what was found out about a list: Russian lines without a final
// stop, to be told before the work begins.
type Decided struct{ Lines []string }

func (d *Decided) add(format string, values ...any) {
	d.Lines = append(d.Lines, fmt.Sprintf(format, values...))
}

// String joins the lines.
func (d Decided) String() string { return strings.Join(d.Lines, "\n") }

// match tells which columns are which fields, which are not used, and which
// fields have no column.
func (d *Decided) match(fields []Field, columns []Column) {
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
	hidden, formulas, filled  int
	firstHidden, firstFormula int // rows
	firstFilled               int
}

func (n *notes) see(r row, any bool) {
	if r.hidden && any {
		if n.hidden++; n.hidden == 1 {
			n.firstHidden = r.number
		}
	}
	for _, c := range r.cells {
		if c.formula {
			if n.formulas++; n.formulas == 1 {
				n.firstFormula = r.number
			}
		}
		if c.from > 0 {
			if n.filled++; n.filled == 1 {
				n.firstFilled = r.number
			}
		}
	}
}

func (n notes) list(file string, skipped bool) (list diag.List) {
	warn := func(message, hint string) {
		list = append(list, diag.Problem{Severity: diag.Warning, File: file, Message: message, Hint: hint})
	}
	switch {
	case n.hidden > 0 && skipped:
		warn(fmt.Sprintf("скрытых строк: %d, первая — %d; они пропущены", n.hidden, n.firstHidden), "")
	case n.hidden > 0:
		warn(fmt.Sprintf("скрытых строк: %d, первая — %d; они прочитаны вместе с остальными", n.hidden, n.firstHidden),
			"если их скрыли нарочно, пропустите скрытые строки или удалите их")
	}
	if n.formulas > 0 {
		warn(fmt.Sprintf("ячеек с формулами: %d, первая — в строке %d; взяты значения, вычисленные при последнем сохранении", n.formulas, n.firstFormula),
			"если список после этого не пересчитывали, откройте его и сохраните заново")
	}
	if n.filled > 0 {
		warn(fmt.Sprintf("объединённых ячеек, растянутых на несколько строк: %d, первая — в строке %d; значение взято в каждую из строк", n.filled, n.firstFilled), "")
	}
	return list
}
