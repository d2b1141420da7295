package list

import (
	"fmt"
	"slices"
	"strconv"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// unreadComments reports comments at cells below the headings, and sorts all by row.
func (l *List) unreadComments() diag.List {
	slices.SortStableFunc(l.comments, func(a, b comment) int { return a.row - b.row })
	count, first := 0, comment{}
	for _, c := range l.comments {
		if c.row < l.firstRow || c.text == "" {
			continue
		}
		if count++; count == 1 || c.row < first.row {
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
func (l *List) doubtComments(record *Record, r tableRow) {
	doubt := func(cell, text string) {
		record.addProblem(record.Location(""), diag.Warning,
			fmt.Sprintf("к ячейке %s есть примечание: «%s»", cell, printable.Excerpt(text, 60)),
			"если оно что-то меняет, исправьте саму ячейку")
	}
	for i, c := range r.cells {
		if c.comment != "" {
			doubt(columnLetters(i)+strconv.Itoa(r.number), c.comment)
		}
	}
	at, _ := slices.BinarySearchFunc(l.comments, r.number, func(c comment, row int) int { return c.row - row })
	for _, c := range l.comments[at:] {
		if c.row != r.number {
			break
		}
		if c.text != "" {
			doubt(c.cell, c.text)
		}
	}
}

func unreadComments(count int, first comment) diag.Problem {
	return diag.Problem{Severity: diag.Warning,
		Message: fmt.Sprintf("к ячейкам есть примечания: %d, первое — к %s: «%s»; они не прочитаны", count, first.cell,
			printable.Excerpt(first.text, 60)),
		Hint: "если они что-то меняют, исправьте сами ячейки"}
}
