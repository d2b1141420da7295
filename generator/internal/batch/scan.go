package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"iter"
	"slices"
	"strconv"
)

// Scan makes the first pass over the list for the next run and returns the
// number of records. It sends the first record as soon as it is read, so that
// the caller can try it meanwhile, and closes the channel at the end.
func (j *Job) Scan(ctx context.Context, first chan<- Record) (total int, err error) {
	defer close(first)
	if j.scanned, err = j.scan(ctx, first); err != nil {
		return 0, err
	}
	return j.scanned.total, nil
}

// takeScan returns the result of Scan, or scans the list now.
func (j *Job) takeScan(ctx context.Context) (*listScan, error) {
	if scan := j.scanned; scan != nil {
		j.scanned = nil
		return scan, nil
	}
	return j.scan(ctx, nil)
}

// listScan is the result of the first pass over a list. It also assigns file
// names.
type listScan struct {
	total     int             // number of records
	cached    []Record        // all records, if the list is short enough
	digest    string          // of the whole list
	requested []uint64        // hashes of the requested and the reserved names, sorted
	ambiguous map[uint64]bool // hashes of names that several records request
	assigned  map[string]int  // how often a name with a digest was assigned
}

// maxCached is how much of a list, in bytes, is kept after the first pass.
// Reading a thousand rows takes as long as making fifty letters.
const maxCached = 8 << 20

// scan makes the first pass over the list. It takes 8 bytes of memory per
// record, for the hash of its name. If two names have the same hash, both get a
// digest that they do not need, which is harmless. The first record is also
// sent to the channel, if there is one.
func (j *Job) scan(ctx context.Context, first chan<- Record) (*listScan, error) {
	scan := &listScan{ambiguous: map[uint64]bool{}, assigned: map[string]int{}}
	digest := sha256.New()
	left := maxCached
	for _, name := range j.reservedNames() {
		scan.requested = append(scan.requested, hashName(name))
	}
	for record, err := range j.List() {
		if err != nil {
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if scan.total++; scan.total == 1 && first != nil {
			first <- record
		}
		scan.requested = append(scan.requested, hashName(baseName(record)))
		hashRecord(digest, record)
		if left -= record.Size; left > 0 {
			scan.cached = append(scan.cached, record)
		} else {
			scan.cached = nil
		}
		if scan.total == j.Limit {
			break
		}
	}
	slices.Sort(scan.requested)
	for i := 1; i < len(scan.requested); i++ {
		if scan.requested[i] == scan.requested[i-1] {
			scan.ambiguous[scan.requested[i]] = true
		}
	}
	scan.digest = hex.EncodeToString(digest.Sum(nil)[:16])
	return scan, nil
}

// records iterates over the cached records, or reads the list again.
func (s *listScan) records(list List) iter.Seq2[Record, error] {
	if len(s.cached) < s.total {
		return list()
	}
	return func(yield func(Record, error) bool) {
		for _, record := range s.cached {
			if !yield(record, nil) {
				return
			}
		}
	}
}

func hashRecord(h hash.Hash, r Record) {
	h.Write(append(strconv.AppendInt(nil, int64(r.Row), 10), ' '))
	h.Write(r.Digest[:])
}

// header returns the header of the run for the ledger.
func (s *listScan) header(j *Job) header {
	seed := sha256.Sum256([]byte(j.Seed))
	return header{Shard: j.Shard, List: s.digest, Total: s.total, Seed: hex.EncodeToString(seed[:16]),
		Selection: j.Filter + " " + strconv.Itoa(j.Limit), Source: j.Source, Metadata: j.Metadata,
		Formats: j.Formats}
}
