// Package batch makes a paper for every record of a list.
//
// Workers compose and write papers in parallel and finish in any order. The
// ledger and the sinks (report, register, book, archive) still receive the
// outcomes in the order of the list:
//
//	list ─▶ scan: names, count                (first pass)
//	list ─▶ dispatch ─▶ workers ─▶ collect ─┬─▶ ledger
//	                bounded queue           └─▶ sinks: report, register, book, archive
//	                (second pass, unless the list is short enough to be cached)
//
// The scan may run before the batch itself; its first record then goes through
// Preflight while the rest is read. Labels of all records form one document:
// Combine makes it without workers.
//
// Records are independent: the problems of one are reported and the others go
// on. Only errors that all records share, such as a full disk or a broken
// template, stop a batch. A run with Resume then completes it: the ledger knows
// which files were made from which input.
package batch

import (
	"context"
	"io"
	"iter"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/printing"
)

// Record is a row of a list from which a paper is to be made.
type Record struct {
	Row      int       // row number as spreadsheets show it
	Subject  string    // the addressee: an organization
	Address  string    // postal address; may be empty
	Name     string    // preferred file name, without an extension
	Digest   [32]byte  // of everything specific to the paper; equal digests give equal papers
	Size     int       // approximate, in bytes of memory
	Problems diag.List // of the row itself; an Error means that no paper is made

	// Paper composes and lays out the paper. The problems are the record's own;
	// an error concerns all records and stops the batch.
	Paper func(context.Context) (*printing.Paper, diag.List, error)
}

// outcome returns the outcome of the record before its paper is made.
func (r Record) outcome(number int) Outcome {
	return Outcome{Number: number, Row: r.Row, Subject: r.Subject, Address: r.Address, Problems: r.Problems}
}

// List iterates over the records of a list. It is called once for every pass,
// and a short list needs only one. Every pass must yield the same records.
type List func() iter.Seq2[Record, error]

// Writer writes a paper in a format, or only lays it out. *printing.Press implements it.
type Writer interface {
	Write(w io.Writer, paper *printing.Paper, format string) error
	LayOut(ctx context.Context, paper *printing.Paper) error // as Write does for a PDF
}

// Job describes a batch.
type Job struct {
	List     List
	File     string // the list as the user named it, for messages about its rows
	Source   Source // a run with Resume removes no papers that were made from something else
	Press    Writer
	Formats  []string // some of printing.Formats
	Seed     string   // everything except the records that the papers depend on
	Limit    int      // maximum number of records; 0 means all
	Filter   string   // how the list was filtered; leftovers are only removed after a run with the same filter
	Shard    Shard    // the part of the list to make; the zero value means all of it
	Metadata Metadata // for the register that Merge makes of the shards
	Workers  int      // at least 1
	Resume   bool     // reuse files that the ledger of an earlier run lists
	DryRun   bool     // compose and report, but write nothing
	Folder   Folder   // destination of the files
	Sinks    []Sink   // receive every outcome in the order of the list
	Reserved []string // file names, without extensions, that letters must not use

	// IsSigned reports whether an existing file is signed. Signed files are
	// neither replaced nor removed. If nil, no file counts as signed.
	IsSigned func(name string, data []byte) bool

	// IsEdited reports whether somebody changed an existing file after it was made.
	// Edited files are neither replaced nor removed. If nil, no file counts as edited.
	IsEdited func(name string, data []byte) bool

	// Progress, if not nil, is called after every record.
	Progress func(done, total int)

	scanned *listScan // result of Scan, used by the next run
}

// Metadata describes the letters of a batch; the register prints it.
type Metadata struct {
	Body string    `json:"body"` // the collegial body that sends them
	Date time.Time `json:"date"`
}

// Outcome is the result of processing a record.
type Outcome struct {
	Number   int // position in the list, from 1
	Row      int
	Subject  string
	Address  string
	Files    []File          // empty if the record failed
	Pages    int             // number of pages of the paper
	Paper    *printing.Paper // set by Combine only
	Problems diag.List       // an Error says why there are no files
	Kept     bool            // reused from an earlier run
}

// File is a file that was written.
type File struct {
	Name string `json:"name"`
	Size int    `json:"size"`
	Sum  string `json:"sha256"` // hexadecimal SHA-256
	Data []byte `json:"-"`      // valid only during Sink.Add
}

// Sink receives outcomes one at a time, in the order of the list. Its files get
// their final names in Commit.
type Sink interface {
	Begin(total int) error // total is the number of outcomes to come
	Add(Outcome) error
	Commit() error
}

// Summary counts outcomes.
type Summary struct {
	Total  int // records of the list, or of the shard
	Made   int
	Kept   int // reused from an earlier run
	Failed int
	Warned int // made or kept, but with warnings
	Pages  int

	Removed  []string  // files of an earlier run that no record needs now
	Modified []string  // the same, but changed or signed since, and therefore left alone
	Problems diag.List // at most maxProblems of them
	Omitted  int       // number of problems beyond those
}

// maxProblems limits the problems in a Summary; the report lists all of them.
const maxProblems = 1000

// Run makes the papers. It returns the cause of the context when interrupted,
// or the first error that concerns all records. The ledger keeps what was made
// until then.
func (j *Job) Run(ctx context.Context) (Summary, error) {
	scan, err := j.takeScan(ctx)
	if err != nil {
		return Summary{}, err
	}
	r := run{Job: j, scan: scan}
	r.summary.Total = j.Shard.size(scan.total)
	if !j.DryRun {
		if r.empty, err = isEmpty(j.Folder); err != nil {
			return Summary{}, err
		}
		if r.ledger, err = openLedger(j.Folder, j.Shard, j.Resume, scan.header(j)); err != nil {
			return Summary{}, err
		}
		defer r.ledger.close()
		if err := r.beginSinks(); err != nil {
			return r.summary, err
		}
	}
	if err := r.makeAll(ctx); err != nil {
		return r.summary, err
	}
	if j.DryRun {
		return r.summary, nil
	}
	return r.summary, r.finish()
}
