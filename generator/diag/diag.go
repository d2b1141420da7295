// Package diag represents problems in a user's file: their position, cause and
// remedy.
//
// A problem is an error, which prevents printing, or a warning, which is
// returned with the result. Problems are collected in a List, so that the user
// sees all of them at once, in file order.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says whether a problem prevents printing.
type Severity int

const (
	// Error prevents printing.
	Error Severity = iota
	// Warning does not prevent printing; Strict turns it into an Error.
	Warning
)

// Problem is an error or a warning about an input file. Message and Hint are Russian sentences without a final
// stop.
type Problem struct {
	Severity Severity
	File     string // as the user named it
	Line     int    // from 1; 0 if the position is unknown
	Column   int    // in characters, from 1
	Width    int    // characters to underline; 0 and 1 draw one caret
	Offset   int    // before it is located:
	Key      string // dotted path, as in agenda[1].decisions[0].due; may be empty
	Paper    string // title of the kind of the first paper that has it, if all papers were checked
	Template string // that asks for the key; names the place if the file has none for it
	Message  string
	Hint     string // the remedy; may be empty
	Code     string // kind of the problem, for callers with a remedy of their own; may be empty
}

// Error renders the problem on one line: file:line:col: key: message.
func (p Problem) Error() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File)
		if p.Line > 0 {
			fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
		}
		b.WriteString(": ")
	}
	if p.Severity == Warning {
		b.WriteString("предупреждение: ")
	}
	if p.Key != "" {
		b.WriteString(p.Key + ": ")
	}
	b.WriteString(p.Message)
	return b.String()
}

// List is a list of problems.
type List []Problem

// Failed reports whether the list contains an Error.
func (l List) Failed() bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity == Error })
}

// Strict returns a copy of the list in which every Warning is an Error.
func (l List) Strict() List {
	strict := slices.Clone(l)
	for i := range strict {
		strict[i].Severity = Error
	}
	return strict
}

// Sorted returns the list in file order: files in the order they were first
// mentioned, then lines, then columns. Duplicates are dropped.
func (l List) Sorted() List {
	rank := map[string]int{}
	for _, p := range l {
		if _, known := rank[p.File]; !known {
			rank[p.File] = len(rank)
		}
	}
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(rank[a.File], rank[b.File]),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
		)
	})
	return slices.Compact(sorted)
}

// Error returns the problems one a line, so that a List can be an error.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, p := range l {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}
