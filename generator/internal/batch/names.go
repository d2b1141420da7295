package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"hash/fnv"
	"iter"
	"slices"
	"strconv"

	"protokol/generator/internal/list"
)

// names gives every record a file name of its own. Names do not depend on the
// order of the list: records that want the same name all get their digest
// behind it, the first as well as the second.
type names struct {
	total  int             // records
	kept   []Record        // all of them, when they are not too long for it
	list   string          // the digest of the whole list
	shared map[uint64]bool // hashes of names that several records want
	given  map[string]int  // how often a name with a digest was given
}

// keptSize is how much of a list, in bytes, is kept between its readings:
// reading a thousand rows takes as long as making fifty letters.
const keptSize = 8 << 20

// scan reads the list for the first time. A record costs 8 bytes: the hash
// of its name. Two names with one hash only get digests they do not need. The
// first record is sent at once, if anybody wants it.
func (j *Job) scan(ctx context.Context, first chan<- Record) (*names, error) {
	n := &names{shared: map[uint64]bool{}, given: map[string]int{}}
	whole := sha256.New()
	room := keptSize
	var hashes []uint64
	for _, name := range j.reservedNames() {
		hashes = append(hashes, folded(name))
	}
	for record, err := range j.List() {
		if err != nil {
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if n.total++; n.total == 1 && first != nil {
			first <- record
		}
		hashes = append(hashes, folded(list.FileName(record.Name)))
		addRecord(whole, record)
		if room -= record.Size; room > 0 {
			n.kept = append(n.kept, record)
		} else {
			n.kept = nil
		}
		if n.total == j.Limit {
			break
		}
	}
	slices.Sort(hashes)
	for i := 1; i < len(hashes); i++ {
		if hashes[i] == hashes[i-1] {
			n.shared[hashes[i]] = true
		}
	}
	n.list = hex.EncodeToString(whole.Sum(nil)[:16])
	return n, nil
}

// records are those of the list, read again unless they were kept.
func (n *names) records(list List) iter.Seq2[Record, error] {
	if len(n.kept) < n.total {
		return list()
	}
	return func(yield func(Record, error) bool) {
		for _, record := range n.kept {
			if !yield(record, nil) {
				return
			}
		}
	}
}

func addRecord(h hash.Hash, r Record) {
	h.Write(append(strconv.AppendInt(nil, int64(r.Row), 10), ' '))
	h.Write(r.Digest[:])
}

// header says in the ledger what a run is about.
func (n *names) header(j *Job) header {
	seed := sha256.Sum256([]byte(j.Seed))
	return header{Shard: j.Shard, List: n.list, Total: n.total, Seed: hex.EncodeToString(seed[:16]),
		Selection: j.Filter + " " + strconv.Itoa(j.Limit), Metadata: j.Metadata, Formats: j.Formats}
}

// reservedNames are names that no letter may have.
func (j *Job) reservedNames() []string {
	return append([]string{"report", RegisterName, LabelsName}, j.Reserved...)
}

// give is the name of the files of a record, without an extension. It must be
// asked for every record of the list, in order.
func (n *names) give(r Record) string {
	name := list.FileName(r.Name)
	if !n.shared[folded(name)] {
		return name
	}
	name += " ~" + hex.EncodeToString(r.Digest[:3])
	n.given[name]++
	if again := n.given[name]; again > 1 {
		name += "-" + strconv.Itoa(again) // the same digest: which is which does not matter
	}
	return name
}

// folded is the hash of a name as systems compare names that do not tell
// capitals from small letters, nor й from и with a breve.
func folded(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(list.FoldFileName(name)))
	return h.Sum64()
}
