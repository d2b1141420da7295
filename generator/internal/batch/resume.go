package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"protokol/generator/diag"
)

// inputHash returns a hash of everything that the files of a record depend on.
func (r *run) inputHash(t task) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d %s %x", len(r.Seed), r.Seed, t.Digest)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// reuse takes over the files of an earlier run if the ledger lists them for the
// same input and they are unchanged, or were signed or edited since. The problems
// found by that run are repeated; if they refer to another row, the record is made
// again. An edited file gets a warning: the other format of the letter lacks what
// was written into it.
func (r *run) reuse(res *result, t task) bool {
	entry, ok := r.ledger.lookup(t.name)
	if !ok || entry.Input != res.input || len(entry.Files) != len(r.Formats) || !sameProblems(entry, t) {
		return false
	}
	unchanged := true
	for i, format := range r.Formats {
		data, err := r.Folder.ReadFile(t.name + "." + format)
		file := newFile(t.name+"."+format, data)
		if err != nil || file.Name != entry.Files[i].Name {
			return false
		}
		if file.Sum != entry.Files[i].Sum {
			unchanged = false
			switch r.touched(file.Name, data) {
			case "":
				return false
			case isEdited:
				warning := keptProblem(r.File, t.Row, file, isEdited)
				warning.Severity, warning.Hint = diag.Warning, "правки нет в письме другого формата, проверьте его"
				if !slices.Contains(entry.Problems, warning) {
					entry.Problems = append(entry.Problems, warning)
				}
			}
		}
		entry.Files[i] = file
	}
	res.Files, res.Pages, res.Problems, res.Kept = entry.Files, entry.Pages, entry.Problems, true
	res.inLedger = unchanged && entry.Number == t.number && entry.Row == t.Row &&
		entry.Subject == t.Subject && entry.Address == t.Address
	return true
}

// sameProblems reports whether the problems of an earlier run would be found
// again.
func sameProblems(e entry, t task) bool {
	if len(e.Problems) > 0 && e.Row != t.Row {
		return false
	}
	return e.RowProblems == len(t.Problems) && e.RowProblems <= len(e.Problems) &&
		slices.Equal(e.Problems[:e.RowProblems], t.Problems)
}

// prune removes the files of records that are gone or have a new name. Files
// that were changed or signed since are kept.
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
			if newFile(file.Name, data).Sum != file.Sum || r.touched(file.Name, data) != "" {
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
