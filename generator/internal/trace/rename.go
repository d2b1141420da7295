package trace

import "strings"

// renamed says under which key the values of a key are known to the user.
type renamed struct{ from, to string }

// Rename makes all marks that follow name a key, and all keys below it, in another
// way: the addressee of a letter to a row of a list is the row.
func (r *Recorder) Rename(from, to string) {
	if r != nil {
		r.renames = append(r.renames, renamed{from, to})
	}
}

// known is the key that a mark names for a key of the meeting.
func (r *Recorder) known(key string) string {
	for _, n := range r.renames {
		rest, found := strings.CutPrefix(key, n.from)
		if found && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return n.to + rest
		}
	}
	return key
}
