package trace

import "strings"

// renamed replaces a key by the one that the user knows.
type renamed struct{ from, to string }

// Rename makes all later marks use another name for a key and the keys below
// it: the addressee of a letter for a row of a list is the row.
func (r *Recorder) Rename(from, to string) {
	if r != nil {
		r.renames = append(r.renames, renamed{from, to})
	}
}

// known returns the key to record for a key of the meeting.
func (r *Recorder) known(key string) string {
	for _, n := range r.renames {
		rest, found := strings.CutPrefix(key, n.from)
		if found && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return n.to + rest
		}
	}
	return key
}
