package batch

import (
	"cmp"
	"encoding/hex"
	"hash/fnv"
	"strconv"

	"protokol/generator/internal/filename"
)

// reservedNames returns names that letters must not use.
func (j *Job) reservedNames() []string {
	return append([]string{"report", RegisterName, LabelsName}, j.Reserved...)
}

// nameFor returns the name for the files of a record, without an extension. It
// must be called for every record in the order of the list. Names do not depend
// on that order: if several records request the same name, each gets its digest
// appended.
func (count *listScan) nameFor(r Record) string {
	name := baseName(r)
	if !count.ambiguous[hashName(name)] {
		return name
	}
	name += " ~" + hex.EncodeToString(r.Digest[:3])
	count.assigned[name]++
	if count := count.assigned[name]; count > 1 {
		name += "-" + strconv.Itoa(count) // equal digests mean equal letters, so either may get either name
	}
	return name
}

// baseName returns the name that a record requests.
func baseName(r Record) string { return cmp.Or(filename.Make(r.Name, '_'), "_") }

// hashName returns a hash that is equal for names that a file system may treat
// as equal: they differ in case or in Unicode normalization.
func hashName(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(filename.Fold(name)))
	return h.Sum64()
}
