package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// ledger records which files were made from which input: a line of JSON for
// every record, in the order in which they were made, written after the files
// are in place. Later lines override earlier ones. A truncated line is ignored,
// and files are verified before they are reused, so nothing has to be synced
// during the run: what a crash loses is made again.
type ledger struct {
	log      Log
	offsets  map[uint64]int64    // offset of the latest line of a name, by the hash of the name
	stale    map[uint64]struct{} // names that no record has requested yet
	isOther  bool                // the list differs from that of an earlier run, and no name is common yet
	size     int64               // when it was opened
	writeErr error               // error of an earlier write; the file may end in half a line
}

// header is the first line of a run.
type header struct {
	Shard     Shard    `json:"shard"`
	List      string   `json:"list"`      // digest of the list
	Total     int      `json:"total"`     // records in the whole list
	Seed      string   `json:"seed"`      // digest of the input that all papers share
	Selection string   `json:"selection"` // which records of the list
	Source    Source   `json:"source"`
	Metadata  Metadata `json:"about"`

	Formats []string `json:"formats"`
}

// entry is the line of a record.
type entry struct {
	Number      int       `json:"number"`
	Row         int       `json:"row"`
	Subject     string    `json:"subject"`
	Address     string    `json:"address,omitempty"`
	Name        string    `json:"name,omitempty"` // of the files, without an extension
	Input       string    `json:"input,omitempty"`
	Files       []File    `json:"files,omitempty"`
	Pages       int       `json:"pages,omitempty"`
	RowProblems int       `json:"given,omitempty"` // number of problems that came with the row
	Problems    diag.List `json:"problems,omitempty"`
}

// line is a line of the ledger: a header, an entry, or the mark that a run is
// complete.
type line struct {
	Run   *header `json:"run,omitempty"`
	Entry *entry  `json:"record,omitempty"`
	Done  bool    `json:"done,omitempty"`
}

// Source names what the papers of a run are made from, without folders.
type Source struct {
	Kind    string `json:"kind"`
	Meeting string `json:"meeting"` // its file
	List    string `json:"list"`    // the file of the list
}

func ledgerName(s Shard) string { return StateFolder + "/ledger" + s.suffix() }

// openLedger opens the ledger of a shard and starts a new run in it. Without
// resume it is truncated first.
func openLedger(folder Folder, shard Shard, resume bool, h header) (*ledger, error) {
	if err := folder.MkdirAll(StateFolder); err != nil {
		return nil, err
	}
	log, err := folder.Append(ledgerName(shard))
	if err != nil {
		return nil, err
	}
	l := &ledger{log: log, offsets: map[uint64]int64{}, stale: map[uint64]struct{}{}}
	if resume {
		err = l.load(h)
	}
	if err == nil {
		err = log.Truncate(l.size)
	}
	if err == nil {
		err = l.writeLine(line{Run: &h})
	}
	if err != nil {
		log.Close()
		return nil, err
	}
	return l, nil
}

// load reads the offsets of the lines of earlier runs. An incomplete last line
// is dropped. Names of a run with the same source and selection of records are
// stale until a record requests them. Old ledgers do not name the source.
func (l *ledger) load(h header) error {
	size, err := l.log.Size()
	if err != nil {
		return err
	}
	sameSelection := false
	return readLedger(io.NewSectionReader(l.log, 0, size), func(at, end int64, next line) {
		l.size = end
		if next.Run != nil {
			sameSelection = next.Run.Selection == h.Selection && next.Run.Source == h.Source
			l.isOther = next.Run.List != h.List
		}
		if e := next.Entry; e != nil && e.Name != "" {
			hash := hashName(e.Name)
			l.offsets[hash] = at
			if sameSelection {
				l.stale[hash] = struct{}{}
			}
		}
	})
}

// maxLine limits a line of the ledger. Longer lines are not ours.
const maxLine = 1 << 20

// readLedger calls visit for every line with its offsets. Malformed lines are
// visited as empty ones.
func readLedger(r io.Reader, visit func(at, end int64, next line)) error {
	lines := bufio.NewReaderSize(r, maxLine)
	at := int64(0)
	for {
		text, err := lines.ReadSlice('\n')
		end := at + int64(len(text))
		switch {
		case err == io.EOF:
			return nil
		case err == bufio.ErrBufferFull:
			at = end
			continue
		case err != nil:
			return err
		}
		var next line
		if json.Unmarshal(text, &next) != nil {
			next = line{}
		}
		visit(at, end, next)
		at = end
	}
}

// lookup returns the entry for a file name. It is safe for concurrent use,
// because it only reads what the ledger held when it was opened.
func (l *ledger) lookup(name string) (entry, bool) {
	e, ok := l.read(hashName(name))
	return e, ok && e.Name == name
}

func (l *ledger) read(hash uint64) (entry, bool) {
	at, ok := l.offsets[hash]
	if !ok {
		return entry{}, false
	}
	text, err := bufio.NewReaderSize(io.NewSectionReader(l.log, at, l.size-at), 1<<10).ReadBytes('\n')
	var found line
	if err != nil || json.Unmarshal(text, &found) != nil || found.Entry == nil {
		return entry{}, false
	}
	return *found.Entry, true
}

// add appends the result of a record.
func (l *ledger) add(res result) error {
	e := entry{Number: res.Number, Row: res.Row, Subject: res.Subject, Address: res.Address,
		Files: res.Files, Pages: res.Pages, RowProblems: res.rowProblems, Problems: res.Problems}
	if len(res.Files) > 0 {
		e.Name, e.Input = res.name, res.input
	}
	return l.writeLine(line{Entry: &e})
}

// markWanted notes that a record of the list uses a name.
func (l *ledger) markWanted(name string) {
	hash := hashName(name)
	if _, ok := l.offsets[hash]; ok {
		l.isOther = false
	}
	delete(l.stale, hash)
}

// leftovers returns entries of an earlier run that no record uses. There are
// none if that run cannot have been about this list.
func (l *ledger) leftovers() []entry {
	var list []entry
	if l.isOther {
		return nil
	}
	for hash := range l.stale {
		if e, ok := l.read(hash); ok {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b entry) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// writeLine appends a line. It does not buffer, so that a killed process loses
// no line that it has written.
func (l *ledger) writeLine(next line) error {
	if l.writeErr != nil {
		return l.writeErr
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(next); err != nil {
		return fmt.Errorf("журнал: %w", err)
	}
	if _, err := l.log.Write(b.Bytes()); err != nil {
		l.writeErr = fmt.Errorf("журнал: %w", err)
	}
	return l.writeErr
}

// markDone records that the run is complete and syncs the ledger to the disk.
func (l *ledger) markDone() error {
	if err := l.writeLine(line{Done: true}); err != nil {
		return err
	}
	return l.log.Sync()
}

func (l *ledger) close() { l.log.Close() }
