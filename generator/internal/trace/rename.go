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

// Choosing makes all marks until end is called name a key, too, whose value chose what
// they mark: a decision that a letter quotes comes from the agenda and from the letter.
func (r *Recorder) Choosing(key string) (end func()) {
	if r == nil {
		return func() {}
	}
	count := len(r.choices)
	r.choices = append(r.choices, key)
	return func() { r.choices = r.choices[:count] }
}

// Known returns the key to record for a key of the meeting.
func (r *Recorder) Known(key string) string {
	if r == nil {
		return key
	}
	for _, n := range r.renames {
		rest, found := strings.CutPrefix(key, n.from)
		if found && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return n.to + rest
		}
	}
	return key
}
