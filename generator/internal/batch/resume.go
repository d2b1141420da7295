package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// inputHash stands for everything that the files of a record depend on.
func (r *run) inputHash(t task) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d %s %x", len(r.Seed), r.Seed, t.Digest)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// keep takes over the files of an earlier run, if the ledger vouches for them
// and they still are what it says, or were signed since. What the earlier run had to say about the
// record is said again, unless it speaks of a row that is another's now.
func (r *run) keep(res *result, t task) bool {
	entry, ok := r.ledger.find(t.name)
	if !ok || entry.Input != res.input || len(entry.Files) != len(r.Formats) || !sameProblems(entry, t) {
		return false
	}
	same := true
	for i, format := range r.Formats {
		data, err := r.Folder.ReadFile(t.name + "." + format)
		file := newFile(t.name+"."+format, data)
		if err != nil || file.Name != entry.Files[i].Name {
			return false
		}
		if file.Sum != entry.Files[i].Sum {
			if same = false; r.IsSigned == nil || !r.IsSigned(file.Name, data) {
				return false
			}
		}
		entry.Files[i] = file
	}
	res.Files, res.Pages, res.Problems, res.Kept = entry.Files, entry.Pages, entry.Problems, true
	res.noted = same && entry.Number == t.number && entry.Row == t.Row && entry.Subject == t.Subject && entry.Address == t.Address
	return true
}

// sameProblems reports whether what an earlier run said of a record is what
// would be said now.
func sameProblems(e entry, t task) bool {
	if len(e.Problems) > 0 && e.Row != t.Row {
		return false
	}
	return e.Given == len(t.Problems) && e.Given <= len(e.Problems) && slices.Equal(e.Problems[:e.Given], t.Problems)
}

// prune removes the files of records that are no more or have another name
// now. A file that was changed or signed since it was made is somebody's, and
// stays.
func (r *run) prune() error {
	for _, e := range r.ledger.leftovers() {
		for _, file := range e.Files {
			data, err := r.Folder.ReadFile(file.Name)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return err
			}
			if newFile(file.Name, data).Sum != file.Sum || r.IsSigned != nil && r.IsSigned(file.Name, data) {
				r.summary.Modified = append(r.summary.Modified, file.Name)
				continue
			}
			if err := r.Folder.Remove(file.Name); err != nil {
				return err
			}
			r.summary.Removed = append(r.summary.Removed, file.Name)
		}
	}
	return nil
}
