package diag

import (
	"fmt"
	"io"
)

// Report is a list of problems with the contents of their files, for excerpts.
type Report struct {
	List
	Sources map[string][]byte // by Problem.File; other files are not quoted
}

// Print writes every problem in file order, with its line, a caret below its
// position, and its hint.
func (r Report) Print(w io.Writer) error { return r.Sorted().Write(w, r.Sources) }

// Strict returns a report in which every Warning is an Error.
func (r Report) Strict() Report { return Report{r.List.Strict(), r.Sources} }

// With returns a report with additional problems.
func (r Report) With(more ...Problem) Report {
	return Report{append(r.List[:len(r.List):len(r.List)], more...), r.Sources}
}

// Summary says that a report holds no Error, and how many Warnings.
func (r Report) Summary() string {
	switch {
	case r.Failed():
		return "есть ошибки"
	case len(r.List) > 0:
		return fmt.Sprintf("ошибок нет, предупреждений: %d", len(r.List))
	}
	return "ошибок нет"
}

// Err returns the report as an error if it contains an Error, and otherwise
// nil.
func (r Report) Err() error {
	if r.Failed() {
		return r
	}
	return nil
}
