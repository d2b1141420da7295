package batch

import (
	"context"
	"io"
)

// Scan reads the list for the first time, for the next run, and counts its
// records. The first is sent as soon as it is read, that it may be rehearsed
// meanwhile; the channel is closed at the end.
func (j *Job) Scan(ctx context.Context, first chan<- Record) (total int, err error) {
	defer close(first)
	if j.names, err = j.scan(ctx, first); err != nil {
		return 0, err
	}
	return j.names.total, nil
}

// surveyed is what Scan found, or the run itself finds now.
func (j *Job) surveyed(ctx context.Context) (*names, error) {
	if found := j.names; found != nil {
		j.names = nil
		return found, nil
	}
	return j.scan(ctx, nil)
}

// Preflight makes the paper of a record and throws it away. It tells what is
// wrong with all papers; what is wrong with the record is left to the run.
func (j *Job) Preflight(record Record) error {
	if record.Problems.Failed() {
		return nil
	}
	paper, problems, err := record.Paper()
	if err != nil || problems.Failed() {
		return err
	}
	for _, format := range j.Formats {
		if err := j.Press.Write(io.Discard, paper, format); err != nil {
			return err
		}
	}
	return nil
}
