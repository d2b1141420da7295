package batch

import (
	"context"
	"slices"
)

// Combine makes the papers one by one for sinks that combine them into a single
// document. It writes no files of its own and keeps no ledger: composing a
// whole list takes seconds, so there is nothing to resume.
func (j *Job) Combine(ctx context.Context) (Summary, error) {
	scan, err := j.takeScan(ctx)
	if err != nil {
		return Summary{}, err
	}
	r := run{Job: j, scan: scan}
	r.summary.Total = scan.total
	if err := r.beginSinks(); err != nil {
		return r.summary, err
	}
	if err := r.combineAll(ctx); err != nil {
		r.discardSinks()
		return r.summary, err
	}
	return r.summary, r.commitSinks()
}

func (r *run) combineAll(ctx context.Context) error {
	number := 0
	for record, err := range r.scan.records(r.List) {
		if number++; err == nil && number > r.scan.total {
			break
		}
		if err == nil {
			err = context.Cause(ctx)
		}
		if err == nil {
			err = r.combine(ctx, record, number)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// combine makes the paper of a record and delivers it.
func (r *run) combine(ctx context.Context, record Record, number int) error {
	o := record.outcome(number)
	if !o.Problems.Failed() {
		paper, problems, err := record.Paper(ctx)
		if err != nil {
			return err
		}
		o.Problems = slices.Concat(o.Problems, problems)
		if !o.Problems.Failed() {
			o.Paper, o.Pages = paper, len(paper.Layout.Pages)
		}
	}
	return r.deliver(o)
}

// discardSinks removes the unfinished files of the sinks: no later run
// continues them.
func (r *run) discardSinks() {
	for _, sink := range r.Sinks {
		if s, ok := sink.(interface{ discard() }); ok {
			s.discard()
		}
	}
}
