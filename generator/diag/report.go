package diag

import "io"

// Report is a list of problems together with the text of the files they are
// in, for excerpts.
type Report struct {
	List
	Sources map[string][]byte // by Problem.File; a file that is not there is not quoted
}

// Print writes every problem in file order, with the line it is on, a caret
// under the place and the remedy.
func (r Report) Print(w io.Writer) error { return r.Sorted().Write(w, r.Sources) }

// Strict returns a report in which every Warning is an Error.
func (r Report) Strict() Report { return Report{r.List.Strict(), r.Sources} }

// With returns a report with more problems.
func (r Report) With(more ...Problem) Report {
	return Report{append(r.List[:len(r.List):len(r.List)], more...), r.Sources}
}

// Err returns the report as an error when it holds an Error, and nil otherwise.
func (r Report) Err() error {
	if r.Failed() {
		return r
	}
	return nil
}
