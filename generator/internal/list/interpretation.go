package list

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// Interpretation describes how a list was read, in Russian lines without a
// final full stop. They are meant to be shown before the work begins.
type Interpretation struct{ Lines []string }

func (d *Interpretation) add(format string, values ...any) {
	d.Lines = append(d.Lines, fmt.Sprintf(format, values...))
}

// match adds which columns are known fields, which are not, and which fields
// have no column.
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
	}{
		{"узнаны", matched},
		{"остались под своими заголовками", unused},
		{"скрыты в файле", hidden},
		{"нет в списке", missing},
	} {
		if len(line.names) > 0 {
			d.add("%s: %s", line.title, printable.Join(line.names))
		}
	}
}

// noKnownHeading is the problem of a list none of whose headings is known. It
// shows what was taken for headings.
func noKnownHeading(columns []Column, row int) diag.Problem {
	var titles []string
	for _, c := range columns {
		const shown = 8
		if c.Title != "" && len(titles) < shown {
			titles = append(titles, c.Name())
		}
	}
	p := diag.Problem{Message: "не узнан ни один заголовок", Code: diag.CodeHeading,
		Hint: "если заголовки в другой строке, укажите её; если они верны, назовите столбцы сами: organization=A, name=B; " +
			"если вместо букв видны другие знаки, укажите кодировку"}
	if len(titles) > 0 && row > 0 {
		p.Message += fmt.Sprintf("; взята строка %d, в ней: %s", row, strings.Join(titles, ", "))
	}
	return p
}
