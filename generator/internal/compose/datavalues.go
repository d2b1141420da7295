package compose

import (
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Keys returns the keys of the file that a fact comes from. It must be called
// before the markers of the fact are removed.
func (d *Data) Keys(marked string) []string { return d.b.origins.Keys(marked) }

// Clock returns a time in the notation of the file.
func (d *Data) Clock(key string, c *meeting.Clock) string { return d.b.clock(key, c) }

// Paper returns the section of the file that the paper has in [papers], or nil.
func (d *Data) Paper() *meeting.Paper { return d.b.meeting.Papers[d.b.Kind] }

// Somebody returns a person who is not one of the people of the file, by the key of
// the name. It returns false for a body or another text.
func (d *Data) Somebody(key string, p meeting.Person) (Subject, bool) {
	s := subject{Person: p, key: strings.TrimSuffix(key, ".name")}
	if p.Name == "" || d.b.read(s).Kind != russian.OnePerson {
		return Subject{}, false
	}
	return Subject{Key: key, b: d.b, s: s}, true
}
