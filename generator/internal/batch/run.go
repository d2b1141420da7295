package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"sync"

	"protokol/generator/diag"
	"protokol/generator/internal/printing"
)

// run is a Job at work.
type run struct {
	*Job
	names   *names
	ledger  *ledger
	empty   bool // the folder, when the run began: nothing there can be signed
	summary Summary
}

// task is a record on its way through the workers.
type task struct {
	Record
	number int
	name   string
	done   chan<- result
}

// result is an outcome, or the fault that stops the batch.
type result struct {
	Outcome
	name  string // of the files, without an extension
	input string // the hash of what they were made of
	noted bool   // the ledger has it already
	given int    // problems that came with the row
	err   error
	fault string // a panic with its trace
	held  []*bytes.Buffer
}

// waiting is how many records a worker may be ahead of the slowest: enough
// to keep all busy, little enough to keep in memory.
const waiting = 16

// all makes every record: one goroutine deals them out, workers make them, and
// this one hears the results in the order they were dealt.
func (r *run) all(ctx context.Context) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	tasks := make(chan task, r.Workers*waiting) // so that no worker waits to be dealt the next
	queue := make(chan (<-chan result), r.Workers*waiting)
	dealt := make(chan error, 1)
	go func() {
		defer close(queue)
		defer close(tasks)
		dealt <- r.deal(ctx, tasks, queue)
	}()
	var workers sync.WaitGroup
	for i := range r.Workers {
		workers.Go(func() {
			desk := newDesk(r.Folder, fmt.Sprintf("worker%s-%d", r.Shard.suffix(), i))
			defer desk.close()
			for t := range tasks {
				if ctx.Err() != nil {
					t.done <- result{err: context.Cause(ctx)}
					continue
				}
				t.done <- r.try(t, desk)
			}
		})
	}
	var first error
	for next := range queue {
		if err := r.collect(<-next, first != nil); err != nil && first == nil {
			first = err
			stop(err)
		}
	}
	workers.Wait()
	if err := <-dealt; first == nil {
		first = err
	}
	return first
}

// deal gives this shard's records to the workers.
func (r *run) deal(ctx context.Context, tasks chan<- task, queue chan<- (<-chan result)) error {
	number := 0
	for record, err := range r.names.records(r.List) {
		if err != nil {
			return err
		}
		if number++; number > r.names.total {
			break
		}
		name := r.names.give(record)
		if r.ledger != nil {
			r.ledger.ask(name)
		}
		if !r.Shard.holds(number) {
			continue
		}
		done := make(chan result, 1)
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case queue <- done:
		}
		// A task in the queue always has a result, so that the queue can be emptied.
		tasks <- task{record, number, name, done}
	}
	if number < r.names.total {
		return fmt.Errorf("список %s изменился во время работы: было записей %d, стало %d", r.File, r.names.total, number)
	}
	return nil
}

// try makes a record and catches a panic, which must not take the ledger with
// it; collect lets it go on.
func (r *run) try(t task, desk *desk) (res result) {
	defer func() {
		if fault := recover(); fault != nil {
			res.fault = fmt.Sprintf("%v\n%s", fault, debug.Stack())
		}
	}()
	return r.make(t, desk)
}

// make makes the files of a record, or finds that they are there.
func (r *run) make(t task, desk *desk) result {
	res := result{name: t.name, given: len(t.Problems), Outcome: Outcome{Number: t.number, Row: t.Row, Subject: t.Subject, Address: t.Address, Problems: t.Problems}}
	if t.Problems.Failed() {
		return res
	}
	res.input = r.inputHash(t)
	if !r.DryRun && r.keep(&res, t) {
		return res
	}
	paper, problems, err := t.Paper()
	if err != nil {
		res.err = err
		return res
	}
	res.Problems = append(res.Problems[:len(res.Problems):len(res.Problems)], problems...)
	if res.Problems.Failed() {
		return res
	}
	res.Pages = len(paper.Layout.Pages)
	if r.DryRun {
		return res
	}
	res.err = r.write(&res, t, paper, desk)
	return res
}

// write puts the files of a record into their places, all or none when one of
// the places holds a signed paper.
func (r *run) write(res *result, t task, paper *printing.Paper, desk *desk) error {
	var files []File
	for _, format := range r.Formats {
		b := buffers.Get().(*bytes.Buffer)
		b.Reset()
		res.held = append(res.held, b)
		if err := r.Press.Write(b, paper, format); err != nil {
			return err
		}
		file := newFile(t.name+"."+format, b.Bytes())
		if r.guarded(file) {
			res.Pages = 0
			res.Problems = append(res.Problems, signedProblem(r.File, t.Row, file))
			return nil
		}
		files = append(files, file)
	}
	for _, file := range files {
		if err := desk.replace(file.Name, file.Data); err != nil {
			return err
		}
		res.Files = append(res.Files, file)
	}
	return nil
}

// signedProblem is that of the record in a row whose file is signed.
func signedProblem(list string, row int, file File) diag.Problem {
	return diag.Problem{File: list, Line: row, Column: min(row, 1),
		Message: fmt.Sprintf("файл «%s» уже подписан и оставлен как есть", file.Name),
		Hint:    "уберите его в другую папку или повторите команду с --force: он будет заменён"}
}

// guarded reports whether a file would take the place of a signed one.
func (r *run) guarded(file File) bool {
	if r.IsSigned == nil || r.empty {
		return false
	}
	old, err := r.Folder.ReadFile(file.Name)
	return err == nil && !bytes.Equal(old, file.Data) && r.IsSigned(file.Name, old)
}

// buffers are what files are put together in, until the sinks have seen them.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func newFile(name string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{Name: name, Size: len(data), Sum: hex.EncodeToString(sum[:]), Data: data}
}

// collect hears of one record. After a fault the ledger still learns what was
// made, so that it need not be made again.
func (r *run) collect(res result, faulty bool) error {
	defer func() {
		for _, b := range res.held {
			buffers.Put(b)
		}
	}()
	if res.fault != "" {
		panic(res.fault)
	}
	if res.err != nil {
		return res.err
	}
	if !r.DryRun && !res.noted {
		if err := r.ledger.add(res); err != nil {
			return err
		}
	}
	if faulty {
		return nil
	}
	return r.tell(res.Outcome)
}

// tell counts a record and lets everybody know of it.
func (r *run) tell(o Outcome) error {
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
	room := min(len(o.Problems), MaxProblems-len(s.Problems))
	s.Problems = append(s.Problems, o.Problems[:room]...)
	s.Omitted += len(o.Problems) - room
}

// commit removes what an earlier run made for records that are no more, and
// shows what the sinks made.
func (r *run) commit() error {
	if err := r.prune(); err != nil {
		return err
	}
	if err := r.ledger.finish(); err != nil {
		return err
	}
	return r.show()
}

// begin opens the sinks.
func (r *run) begin() error {
	for _, sink := range r.Sinks {
		if err := sink.Begin(r.summary.Total); err != nil {
			return err
		}
	}
	return nil
}

// show commits what they made.
func (r *run) show() error {
	for _, sink := range r.Sinks {
		if err := sink.Commit(); err != nil {
			return err
		}
	}
	return nil
}
