package list

import (
	"fmt"
	"slices"
	"strconv"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// unreadComments reports comments at cells below the headings, and sorts all by row.
func (l *List) unreadComments() diag.List {
	slices.SortStableFunc(l.comments, func(a, b table.Comment) int { return a.Row - b.Row })
	count, first := 0, table.Comment{}
	for _, c := range l.comments {
		if c.Row < l.firstRow || c.Text == "" {
			continue
		}
		if count++; count == 1 || c.Row < first.Row {
			first = c
		}
	}
	if count == 0 {
		return nil
	}
	return diag.List{unreadComments(count, first)}
}

// doubtComments reports the comments at the cells of a row: they may say that somebody else
// is meant.
func (l *List) doubtComments(record *Record, r table.Row) {
	doubt := func(cell, text string) {
		record.addProblem(record.Location(""), diag.Warning,
			fmt.Sprintf("к ячейке %s есть примечание: «%s»", cell, printable.Excerpt(text, 60)),
			"если оно что-то меняет, исправьте саму ячейку")
	}
	for i, c := range r.Cells {
		if c.Comment != "" {
			doubt(table.ColumnName(i)+strconv.Itoa(r.Number), c.Comment)
		}
	}
	at, _ := slices.BinarySearchFunc(l.comments, r.Number, func(c table.Comment, row int) int { return c.Row - row })
	for _, c := range l.comments[at:] {
		if c.Row != r.Number {
			break
		}
		if c.Text != "" {
			doubt(c.Cell, c.Text)
		}
	}
}

func unreadComments(count int, first table.Comment) diag.Problem {
	return diag.Problem{Severity: diag.Warning,
		Message: fmt.Sprintf("к ячейкам есть примечания: %d, первое — к %s: «%s»; они не прочитаны", count, first.Cell,
			printable.Excerpt(first.Text, 60)),
		Hint: "если они что-то меняют, исправьте сами ячейки"}
}
