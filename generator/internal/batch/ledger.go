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

// ledger is the file that says what was made of what: a line of JSON for every
// record, in the order they were made, after its files were in their place. It
// only grows; a later line wins. A line that was cut off is no line, and files
// are looked at before they are believed, so nothing need be flushed to the
// platter to survive: what the disk forgot is made again.
type ledger struct {
	log   Log
	known map[uint64]int64    // where the line of a name is, by the hash of the name
	stale map[uint64]struct{} // names that no record has asked for yet
	size  int64               // of what was there when it was opened
	fault error               // of writing; half a line may stand at the end
}

// header is the first line of a run.
type header struct {
	Shard     Shard    `json:"shard"`
	List      string   `json:"list"`      // digest of the list
	Total     int      `json:"total"`     // records in the whole list
	Seed      string   `json:"seed"`      // digest of what all papers share
	Selection string   `json:"selection"` // which records of the list
	Metadata  Metadata `json:"about"`

	Formats []string `json:"formats"`
}

// entry is the line of a record.
type entry struct {
	Number   int       `json:"number"`
	Row      int       `json:"row"`
	Subject  string    `json:"subject"`
	Address  string    `json:"address,omitempty"`
	Name     string    `json:"name,omitempty"` // of the files, without extension
	Input    string    `json:"input,omitempty"`
	Files    []File    `json:"files,omitempty"`
	Pages    int       `json:"pages,omitempty"`
	Given    int       `json:"given,omitempty"` // how many of the problems came with the row
	Problems diag.List `json:"problems,omitempty"`
}

// line is a line of the ledger: either a header or an entry, or the end of a
// run that made everything.
type line struct {
	Run   *header `json:"run,omitempty"`
	Entry *entry  `json:"record,omitempty"`
	Done  bool    `json:"done,omitempty"`
}

func ledgerName(s Shard) string { return StateFolder + "/ledger" + s.suffix() }

// openLedger opens the ledger of a shard: empty, or with what an earlier run
// left in it.
func openLedger(folder Folder, shard Shard, resume bool, h header) (*ledger, error) {
	if err := folder.MkdirAll(StateFolder); err != nil {
		return nil, err
	}
	log, err := folder.Append(ledgerName(shard))
	if err != nil {
		return nil, err
	}
	l := &ledger{log: log, known: map[uint64]int64{}, stale: map[uint64]struct{}{}}
	if resume {
		err = l.load(h)
	}
	if err == nil {
		err = log.Truncate(l.size)
	}
	if err == nil {
		err = l.write(line{Run: &h})
	}
	if err != nil {
		log.Close()
		return nil, err
	}
	return l, nil
}

// load notes where the lines of an earlier run are. What stands behind the last
// end of a line was cut off and is dropped. Files of a run that took the same
// selection of records go stale when no record asks for them.
func (l *ledger) load(h header) error {
	size, err := l.log.Size()
	if err != nil {
		return err
	}
	same := false
	return readLedger(io.NewSectionReader(l.log, 0, size), func(at, end int64, one line) {
		l.size = end
		if one.Run != nil {
			same = one.Run.Selection == h.Selection
		}
		if e := one.Entry; e != nil && e.Name != "" {
			hash := folded(e.Name)
			l.known[hash] = at
			if same {
				l.stale[hash] = struct{}{}
			}
		}
	})
}

// maxLine bounds a line of the ledger; a longer one is not ours.
const maxLine = 1 << 20

// readLedger reads lines with where each begins and ends. Lines that make no
// sense are passed over.
func readLedger(r io.Reader, tell func(at, end int64, one line)) error {
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
		var one line
		if json.Unmarshal(text, &one) == nil {
			tell(at, end, one)
		} else {
			tell(at, end, line{})
		}
		at = end
	}
}

// find is what the ledger says of the files of a name. It may be asked by many
// goroutines: it reads what was there when the ledger was opened.
func (l *ledger) find(name string) (entry, bool) {
	e, ok := l.read(folded(name))
	return e, ok && e.Name == name
}

func (l *ledger) read(hash uint64) (entry, bool) {
	at, ok := l.known[hash]
	if !ok {
		return entry{}, false
	}
	text, err := bufio.NewReaderSize(io.NewSectionReader(l.log, at, l.size-at), 1<<10).ReadBytes('\n')
	var one line
	if err != nil || json.Unmarshal(text, &one) != nil || one.Entry == nil {
		return entry{}, false
	}
	return *one.Entry, true
}

// add notes what became of a record.
func (l *ledger) add(res result) error {
	e := entry{Number: res.Number, Row: res.Row, Subject: res.Subject, Address: res.Address,
		Files: res.Files, Pages: res.Pages, Given: res.given, Problems: res.Problems}
	if len(res.Files) > 0 {
		e.Name, e.Input = res.name, res.input
	}
	return l.write(line{Entry: &e})
}

// ask notes that a record of the list asks for a name.
func (l *ledger) ask(name string) { delete(l.stale, folded(name)) }

// leftovers are entries of an earlier run that no record asked for.
func (l *ledger) leftovers() []entry {
	var list []entry
	for hash := range l.stale {
		if e, ok := l.read(hash); ok {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b entry) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// write appends a line and hands it to the system at once: a killed process
// loses nothing it has written.
func (l *ledger) write(one line) error {
	if l.fault != nil {
		return l.fault
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(one); err != nil {
		return fmt.Errorf("журнал: %w", err)
	}
	if _, err := l.log.Write(b.Bytes()); err != nil {
		l.fault = fmt.Errorf("журнал: %w", err)
	}
	return l.fault
}

// finish says that nothing is missing, and makes the ledger safe from a
// failure of power.
func (l *ledger) finish() error {
	if err := l.write(line{Done: true}); err != nil {
		return err
	}
	return l.log.Sync()
}

func (l *ledger) close() { l.log.Close() }
