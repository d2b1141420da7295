package batch

import (
	"context"
	"fmt"

	"protokol/generator/document"
	"protokol/generator/internal/printing"
)

// LabelsName is the file of the labels, without an extension.
const LabelsName = "Наклейки"

// labelSheets is how many sheets a file has; of a longer list there are
// several, so that memory does not grow with the list.
const labelSheets = 100

// LabelsPart is what one file of labels holds.
type LabelsPart struct {
	Title  string
	Labels []*document.Document // each a label
	Skip   int                  // places left empty before the first
}

// Labels puts the labels of all records onto sheets, in the order of the list.
type Labels struct {
	serial
	sheet   int // labels it holds
	sheets  func(LabelsPart) (*printing.Paper, error)
	next    LabelsPart
	printed int // sheets
}

// NewLabels are labels in a folder, so many a sheet. The first skip of the first
// sheet were used before. Sheets makes the paper of a file.
func NewLabels(folder Folder, press Writer, formats []string, sheet, skip int, sheets func(LabelsPart) (*printing.Paper, error)) *Labels {
	return &Labels{serial: serial{folder: folder, press: press, formats: formats, name: LabelsName}, sheet: sheet, sheets: sheets, next: LabelsPart{Skip: skip}}
}

// Pages is how many sheets were printed.
func (l *Labels) Pages() int { return l.printed }

// Begin learns whether one file is enough.
func (l *Labels) Begin(total int) error {
	l.several = l.next.Skip+total > labelSheets*l.sheet
	return nil
}

// Add puts the label of a record that has one behind the others.
func (l *Labels) Add(o Outcome) error {
	if o.Paper == nil {
		return nil
	}
	l.next.Labels = append(l.next.Labels, o.Paper.Document)
	if l.next.Skip+len(l.next.Labels) < labelSheets*l.sheet {
		return nil
	}
	return l.print()
}

func (l *Labels) print() error {
	l.next.Title = LabelsName
	if part := l.part(); part > 0 {
		l.next.Title += fmt.Sprintf(", часть %d", part)
	}
	paper, err := l.sheets(l.next)
	if err != nil {
		return err
	}
	l.printed += len(paper.Layout.Pages)
	l.next = LabelsPart{}
	return l.serial.print(paper)
}

// Commit shows all files. Without a single label there is none.
func (l *Labels) Commit() error {
	if len(l.next.Labels) > 0 {
		if err := l.print(); err != nil {
			return err
		}
	}
	return l.commit()
}

// Combine makes the papers one after another for sinks that make one paper of
// all. Records get no files, there is no ledger and nothing to resume: a list is
// gone through in seconds.
func (j *Job) Combine(ctx context.Context) (Summary, error) {
	names, err := j.surveyed(ctx)
	if err != nil {
		return Summary{}, err
	}
	r := run{Job: j, names: names}
	r.summary.Total = names.total
	if err := r.begin(); err != nil {
		return r.summary, err
	}
	if err := r.gatherAll(ctx); err != nil {
		r.abandon()
		return r.summary, err
	}
	return r.summary, r.show()
}

func (r *run) gatherAll(ctx context.Context) error {
	number := 0
	for record, err := range r.names.records(r.List) {
		if number++; err == nil && number > r.names.total {
			break
		}
		if err == nil {
			err = context.Cause(ctx)
		}
		if err == nil {
			err = r.gather(record, number)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// abandon gives up what the sinks made so far: no later run goes on from there.
func (r *run) abandon() {
	for _, sink := range r.Sinks {
		if s, ok := sink.(interface{ drop() }); ok {
			s.drop()
		}
	}
}

// gather makes the paper of a record and tells of it.
func (r *run) gather(record Record, number int) error {
	o := Outcome{Number: number, Row: record.Row, Subject: record.Subject, Address: record.Address, Problems: record.Problems}
	if !o.Problems.Failed() {
		paper, problems, err := record.Paper()
		if err != nil {
			return err
		}
		o.Problems = append(o.Problems[:len(o.Problems):len(o.Problems)], problems...)
		if !o.Problems.Failed() {
			o.Paper, o.Pages = paper, len(paper.Layout.Pages)
		}
	}
	return r.tell(o)
}
