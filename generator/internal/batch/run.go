package batch

import (
	"bytes"
	"context"
	"fmt"
	"sync"

	"protokol/generator/diag"
)

// run is the state of a running Job.
type run struct {
	*Job
	scan    *listScan
	ledger  *ledger
	empty   bool // whether the folder was empty at the start, so that no file in it can be signed
	summary Summary
	repeats []repeated // problems about columns in the summary
}

// task is a record on its way to a worker.
type task struct {
	Record
	number int
	name   string
	done   chan<- result
}

// result is an outcome, or the error or panic that stops the batch.
type result struct {
	Outcome
	name        string // of the files, without an extension
	input       string // hash of the input of the files
	inLedger    bool   // the ledger already has this entry
	rowProblems int    // number of problems that came with the row
	err         error
	panicked    string // a panic with its stack trace
	buffers     []*bytes.Buffer
}

// queuePerWorker is how many records per worker may be ahead of the slowest
// one: enough to keep all workers busy while a sink composes a thousand rows of
// a register, few enough to keep their files in memory.
const queuePerWorker = 64

// makeAll makes all records. One goroutine dispatches them, workers make them,
// and the caller's goroutine collects the results in the order of dispatch.
func (r *run) makeAll(ctx context.Context) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	tasks := make(chan task, r.Workers*queuePerWorker) // buffered so that no worker waits for the next task
	queue := make(chan (<-chan result), r.Workers*queuePerWorker)
	dispatchErr := make(chan error, 1)
	go func() {
		defer close(queue)
		defer close(tasks)
		dispatchErr <- r.dispatch(ctx, tasks, queue)
	}()
	var workers sync.WaitGroup
	for i := range r.Workers {
		workers.Go(func() {
			stage := newStaging(r.Folder, fmt.Sprintf("worker%s-%d", r.Shard.suffix(), i))
			stage.empty = r.empty
			defer stage.close()
			for t := range tasks {
				if ctx.Err() != nil {
					t.done <- result{err: context.Cause(ctx)}
					continue
				}
				t.done <- r.makeRecovering(ctx, t, stage)
			}
		})
	}
	var first error
	for done := range queue {
		if err := r.collect(<-done, first != nil); err != nil && first == nil {
			first = err
			stop(err)
		}
	}
	workers.Wait()
	if err := <-dispatchErr; first == nil {
		first = err
	}
	return first
}

// dispatch sends the records of this shard to the workers.
func (r *run) dispatch(ctx context.Context, tasks chan<- task, queue chan<- (<-chan result)) error {
	number := 0
	for record, err := range r.scan.records(r.List) {
		if err != nil {
			return err
		}
		if number++; number > r.scan.total {
			break
		}
		name := r.scan.nameFor(record)
		if r.ledger != nil {
			r.ledger.markWanted(name)
		}
		if !r.Shard.contains(number) {
			continue
		}
		done := make(chan result, 1)
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case queue <- done:
		}
		// Every queued task gets a result, so that the queue can be drained.
		tasks <- task{record, number, name, done}
	}
	if number < r.scan.total {
		return fmt.Errorf("список %s изменился во время работы: было записей %d, стало %d",
			r.File, r.scan.total, number)
	}
	return nil
}

// collect handles the result of one record. While the batch is stopping,
// results still go to the ledger, so that they need not be made again.
func (r *run) collect(res result, stopping bool) error {
	defer func() {
		for _, b := range res.buffers {
			bufferPool.Put(b)
		}
	}()
	if res.panicked != "" {
		panic(res.panicked)
	}
	if res.err != nil {
		return res.err
	}
	if !r.DryRun && !res.inLedger {
		if err := r.ledger.add(res); err != nil {
			return err
		}
	}
	if stopping {
		return nil
	}
	return r.deliver(res.Outcome)
}

// deliver counts an outcome and passes it to the sinks and to Progress.
func (r *run) deliver(o Outcome) error {
	r.count(o)
	if !r.DryRun {
		for _, sink := range r.Sinks {
			if err := sink.Add(o); err != nil {
				return err
			}
		}
	}
	if r.Progress != nil {
		r.Progress(r.summary.Made+r.summary.Kept+r.summary.Failed, r.summary.Total)
	}
	return nil
}

func (r *run) count(o Outcome) {
	s := &r.summary
	switch {
	case o.Problems.Failed():
		s.Failed++
	case o.Kept:
		s.Kept++
	default:
		s.Made++
	}
	if len(o.Problems) > 0 && !o.Problems.Failed() {
		s.Warned++
	}
	s.Pages += o.Pages
	for _, p := range o.Problems {
		switch {
		case r.isRepeated(p):
		case len(s.Problems) < maxProblems:
			s.Problems = append(s.Problems, p)
		default:
			s.Omitted++
		}
	}
}

// repeated is a problem about a column of the list that several records have. The summary contains the first one.
type repeated struct {
	at      int // in the problems of the summary
	message string
	others  int
}

// isRepeated reports whether a problem is one about a column that an earlier record had, and counts it there. The
// report has it at every record.
func (r *run) isRepeated(p diag.Problem) bool {
	if p.Code != diag.CodeColumn || p.Severity != diag.Warning {
		return false
	}
	for i := range r.repeats {
		if c := &r.repeats[i]; c.message == p.Message {
			c.others++
			r.summary.Problems[c.at].Message = fmt.Sprintf("%s (то же в других строках: %d)", c.message, c.others)
			return true
		}
	}
	if len(r.summary.Problems) < maxProblems {
		r.repeats = append(r.repeats, repeated{at: len(r.summary.Problems), message: p.Message})
	}
	return false
}

// finish removes leftovers of earlier runs, marks the ledger as complete and
// commits the sinks.
func (r *run) finish() error {
	if err := r.prune(); err != nil {
		return err
	}
	if err := r.ledger.markDone(); err != nil {
		return err
	}
	return r.commitSinks()
}

func (r *run) beginSinks() error {
	for _, sink := range r.Sinks {
		if err := sink.Begin(r.summary.Total); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) commitSinks() error {
	for _, sink := range r.Sinks {
		if err := sink.Commit(); err != nil {
			return err
		}
	}
	return nil
}
