package batch

import (
	"context"
	"io"
)

// Preflight makes the paper of a record and discards it. It returns errors that
// concern all papers; the problems of the record are left to the run.
func (j *Job) Preflight(ctx context.Context, record Record) error {
	if record.Problems.Failed() {
		return nil
	}
	paper, problems, err := record.Paper(ctx)
	if err != nil || problems.Failed() {
		return err
	}
	for _, format := range j.Formats {
		if err := j.Press.Write(io.Discard, paper.Trial(), format); err != nil {
			return err
		}
	}
	return nil
}
