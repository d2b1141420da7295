package batch

import (
	"cmp"
	"encoding/hex"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/filename"
)

// reservedNames returns names that letters must not use.
func (j *Job) reservedNames() []string {
	return append([]string{"report", RegisterName, LabelsName}, j.Reserved...)
}

// nameFor returns the name for the files of a record, without an extension. It
// must be called for every record in the order of the list. Names do not depend
// on that order, however: if several records request the same name, each of them
// gets its digest appended, as many digits as no record requests.
func (s *listScan) nameFor(r Record) string {
	name := baseName(r)
	if !s.ambiguous[hashName(name)] && !isPart(name) {
		return name
	}
	for length := 3; ; length++ {
		made := name + " ~" + hex.EncodeToString(r.Digest[:length])
		if s.isRequested(made) && length < len(r.Digest) {
			continue
		}
		key := filename.Fold(made)
		for s.assigned[key]++; s.assigned[key] > 1; s.assigned[key]++ {
			// Equal digests mean equal letters, so either may get either name.
			if next := made + "-" + strconv.Itoa(s.assigned[key]); !s.isRequested(next) {
				return next
			}
		}
		return made
	}
}

// isRequested reports whether a record requests a name, or a name is reserved.
func (s *listScan) isRequested(name string) bool {
	_, found := slices.BinarySearch(s.requested, hashName(name))
	return found
}

// isPart reports whether a name is that of a part of a register or of labels.
func isPart(name string) bool {
	name = filename.Fold(name)
	for _, whole := range wholeNames {
		if number, ok := strings.CutPrefix(name, whole); ok && strings.Trim(number, "0123456789") == "" {
			return true
		}
	}
	return false
}

// wholeNames are the names, folded, after which parts have their number.
var wholeNames = []string{filename.Fold(RegisterName + " "), filename.Fold(LabelsName + " ")}

// baseName returns the name that a record requests.
func baseName(r Record) string { return cmp.Or(filename.Make(r.Name, '_'), "_") }

// hashName returns a hash that is equal for names that a file system may treat
// as equal: they differ in case or in Unicode normalization.
func hashName(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(filename.Fold(name)))
	return h.Sum64()
}
