package mailing

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/table"
)

// Recipients is an open list with the condition that selects its rows.
type Recipients struct {
	*list.List
	Problems diag.List // warnings found when the list was opened
	name     string    // of the list's file
	where    list.Filter
}

// Open opens a list. Where is a condition on its rows, "" selects all. The error
// is a diag.Report, or a diag.OptionError for the condition.
func Open(src table.Source, o list.Options, where string) (*Recipients, error) {
	opened, problems := list.Open(src, o)
	if problems.Failed() {
		return nil, diag.Report{List: problems}
	}
	r := &Recipients{List: opened, Problems: problems, name: src.Name}
	if !r.Has("organization") && !r.Has("name") {
		return nil, diag.Report{List: append(problems, r.noAddressee())}
	}
	return r, r.choose(where)
}

// choose resolves the columns in the condition.
func (r *Recipients) choose(text string) error {
	if text == "" {
		return nil
	}
	where, err := list.ParseFilter(text)
	var problems diag.List
	if err == nil {
		r.where, problems = where.Resolve(r.List)
	}
	if problems.Failed() {
		err = problems[0]
	}
	var p diag.Problem
	if errors.As(err, &p) {
		return diag.OptionError{Option: "where", Place: fmt.Sprintf("знак %d", p.Column),
			Message: p.Message + "; " + p.Hint}
	}
	return err
}

// noAddressee is the problem of a list without a column of addressees. It names the columns that were found.
func (r *Recipients) noAddressee() diag.Problem {
	var found []string
	for _, c := range r.Columns {
		switch {
		case c.Field != "":
			found = append(found, fmt.Sprintf("%s — это %s", c.Name(), c.Field))
		case c.Title != "":
			found = append(found, c.Name())
		}
	}
	const shown = 12
	if more := len(found) - shown; more > 0 {
		found = append(found[:shown], fmt.Sprintf("ещё %d", more))
	}
	return diag.Problem{File: r.name, Code: diag.CodeColumn,
		Message: "в списке не узнан ни столбец организаций, ни столбец ФИО, неизвестно, кому письма; найдены: " +
			strings.Join(found, ", "),
		Hint: "назовите нужный столбец его буквой: organization=A или name=A; или исправьте его заголовок"}
}

// RowFile returns a row of the list, by its number, as papers embed it.
func (r *Recipients) RowFile(number int) (origin.File, error) {
	for row, err := range r.Records() {
		if err != nil {
			return origin.File{}, err
		}
		if row.Row == number {
			return origin.RowFile(cellsOf(row)), nil
		}
	}
	return origin.File{}, diag.OptionError{Option: "row", Place: strconv.Itoa(number),
		Message: "в списке нет записи в этой строке"}
}
