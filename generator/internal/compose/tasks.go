package compose

import (
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// OpenTask is an assignment of a meeting in words: the point of the protocol, what it
// says, who is responsible, who controls it and the deadline.
type OpenTask struct{ Point, Text, Responsible, Control, Due string }

// OpenTasks returns the assignments of a meeting as they appear in an assignment list. They follow those of earlier
// meetings: rows of a table with the given columns, whose last cell, for the outcome, is empty. Names are written
// as in the file.
func OpenTasks(m *meeting.Meeting, columns []string) (list []OpenTask) {
	for _, before := range TasksBefore(m, columns) {
		if before.Outcome == "" {
			list = append(list, before.OpenTask)
		}
	}
	return append(list, OwnTasks(m)...)
}

// OwnTasks returns the assignments of a meeting that an assignment list has.
func OwnTasks(m *meeting.Meeting) (list []OpenTask) {
	for _, a := range newGrammar(m).assigned(false) {
		text, _ := a.sentence()
		task := OpenTask{Text: text, Point: strings.TrimSuffix(a.label, ".")}
		if !a.withQuestion || a.label == "" {
			task.Point = strings.TrimSuffix(strconv.Itoa(a.question)+"."+task.Point, ".")
		}
		by := a.charging()
		task.Responsible = strings.Join(slices.Concat(by.whom, by.Responsible, a.CoExecutors), ", ")
		task.Control = a.Control
		due := deadline(a.Due, russian.DateDigits)
		task.Due = due.Text + due.Date
		list = append(list, task)
	}
	return list
}

// TaskBefore is an assignment of an earlier meeting, and its outcome.
type TaskBefore struct {
	OpenTask
	Outcome string // "" while it is open
}

// TasksBefore returns the assignments of earlier meetings that a meeting reports about.
func TasksBefore(m *meeting.Meeting, columns []string) (list []TaskBefore) {
	titled := func(c meeting.Column, title string) bool { return c.Title == title }
	for _, item := range m.Agenda {
		if item.Table == nil || !slices.EqualFunc(item.Table.Columns, columns, titled) {
			continue
		}
		for _, row := range item.Table.Rows {
			list = append(list, TaskBefore{OpenTask{Point: row[0], Text: row[1], Responsible: row[2], Due: row[3]},
				strings.TrimSpace(row[len(row)-1])})
		}
	}
	return list
}
