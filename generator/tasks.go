package generator

import (
	"protokol/generator/internal/compose"
	"protokol/generator/internal/starter"
)

// Task is an assignment of a meeting in words, as the file has them.
type Task struct {
	Point       string // of the protocol
	Text        string
	Responsible string
	Due         string // 31.12.2026, or words
	Outcome     string // of one of an earlier meeting: its outcome; "" while it is open
}

// Tasks returns the assignments of a meeting, and those of earlier meetings that it
// reports about.
func (m *Meeting) Tasks() (own, before []Task) {
	if m.isEmpty() {
		return nil, nil
	}
	for _, t := range compose.OwnTasks(m.source.Meeting) {
		own = append(own, Task{Point: t.Point, Text: t.Text, Responsible: t.Responsible, Due: t.Due})
	}
	for _, t := range compose.TasksBefore(m.source.Meeting, starter.TaskColumns) {
		before = append(before, Task{t.Point, t.Text, t.Responsible, t.Due, t.Outcome})
	}
	return own, before
}
