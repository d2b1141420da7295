// Package batch makes a paper of every record of a list.
//
// Workers compose and write; whatever the order they finish in, everything
// that is told or bound together (ledger, report, register, book, archive)
// hears of the records in the order of the list:
//
//	list ─▶ scan: names, count            (first reading)
//	list ─▶ deal ─▶ workers ─▶ collect ─┬─▶ ledger
//	               a queue of bounded   └─▶ sinks: report, register, book, zip
//	               length               (second reading, unless the list is short)
//
// Scan may go ahead of the run; its first record is then rehearsed meanwhile.
// Labels of all records are one paper: Combine makes them without workers.
//
// A record is on its own: what is wrong with it is told, and the others go on.
// Only the world (a full disk, a wrong template) stops a batch, and then a run
// with Resume finishes it: the ledger says which files came of which input.
package batch

import (
	"context"
	"io"
	"iter"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/printing"
)

// Record is one row of a list, about to become a paper.
type Record struct {
	Row      int       // of the list, as programs that show lists number rows
	Subject  string    // whom the paper goes to: the organization
	Address  string    // where it goes; may be empty
	Name     string    // wanted for the files, without an extension
	Digest   [32]byte  // of all that the paper depends on; equal digests give equal papers
	Size     int       // bytes of memory, about
	Problems diag.List // of the row itself; an Error forbids the paper

	// Paper composes the paper and lays it out. Problems are the record's own,
	// an error that of what all records share: it stops the batch.
	Paper func() (*printing.Paper, diag.List, error)
}

// List reads the records of a list. It is called once for every reading, of
// which a short list needs one, and yields the same each time.
type List func() iter.Seq2[Record, error]

// Writer writes a paper in a format; *printing.Press is one.
type Writer interface {
	Write(w io.Writer, paper *printing.Paper, format string) error
}

// Job says what to make of a list.
type Job struct {
	List     List
	File     string // the list as the user calls it: problems of its rows follow the rows
	Press    Writer
	Formats  []string // of printing.Formats
	Seed     string   // all that every paper depends on beside its record
	Limit    int      // only so many records; 0 takes all
	Filter   string   // how the list was filtered: a run of another selection is not tidied up after
	Shard    Shard    // the part of the list that is made; zero makes all of it
	Metadata Metadata // what the letters are, for whoever joins the parts
	Workers  int      // at least 1
	Resume   bool     // keep what the ledger of an earlier run vouches for
	DryRun   bool     // compose and tell, write nothing
	Folder   Folder   // where the files go
	Sinks    []Sink   // hear of every record in the order of the list
	Reserved []string // names, without extensions, that files of others have in the folder

	// IsSigned, if any, reports whether a file that is there is signed: then no
	// other takes its place, nor is it removed.
	IsSigned func(name string, data []byte) bool

	// Progress, if any, is told after every record.
	Progress func(done, total int)

	names *names // what Scan found, for the next run
}

// Metadata says what the letters of a batch are, for its register.
type Metadata struct {
	Body string    `json:"body"` // who sends them
	Date time.Time `json:"date"`
}

// Outcome is what became of a record.
type Outcome struct {
	Number   int // among the records of the list, from 1
	Row      int
	Subject  string
	Address  string
	Files    []File          // empty when the record failed
	Pages    int             // of the paper
	Paper    *printing.Paper // only for the sinks of Combine
	Problems diag.List       // an Error says why there are no files
	Kept     bool            // made by an earlier run
}

// File is a file that was written.
type File struct {
	Name string `json:"name"`
	Size int    `json:"size"`
	Sum  string `json:"sha256"` // hexadecimal
	Data []byte `json:"-"`      // valid only while a sink is told
}

// Sink is told of outcomes, one at a time, in the order of the list. Nothing
// it makes is seen before Commit.
type Sink interface {
	Begin(total int) error // how many are to come
	Add(Outcome) error
	Commit() error
}

// Summary counts what became of the records.
type Summary struct {
	Total  int // records of the list, or of its part
	Made   int
	Kept   int // made by an earlier run and still right
	Failed int
	Warned int // made or kept with warnings
	Pages  int

	Removed  []string  // files of an earlier run that no record asks for now
	Modified []string  // likewise, but changed since by somebody, and left alone
	Problems diag.List // the first of them; see MaxProblems
	Omitted  int       // problems beyond those
}

// MaxProblems bounds how many problems a Summary holds; the report has all.
const MaxProblems = 1000

// Run makes the papers. It fails with the context's cause when interrupted, and
// with the first fault of the world; what was made until then is in the ledger.
func (j *Job) Run(ctx context.Context) (Summary, error) {
	names, err := j.surveyed(ctx)
	if err != nil {
		return Summary{}, err
	}
	r := run{Job: j, names: names}
	r.summary.Total = j.Shard.share(names.total)
	if !j.DryRun {
		if r.empty, err = isEmpty(j.Folder); err != nil {
			return Summary{}, err
		}
		if r.ledger, err = openLedger(j.Folder, j.Shard, j.Resume, names.header(j)); err != nil {
			return Summary{}, err
		}
		defer r.ledger.close()
		if err := r.begin(); err != nil {
			return r.summary, err
		}
	}
	if err := r.all(ctx); err != nil {
		return r.summary, err
	}
	if j.DryRun {
		return r.summary, nil
	}
	return r.summary, r.commit()
}
