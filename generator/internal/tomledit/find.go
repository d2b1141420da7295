package tomledit

import (
	"slices"
	"strconv"
	"strings"
)

// text identifies a path.
func text(p Path) string {
	var b strings.Builder
	for _, step := range p {
		switch step := step.(type) {
		case string:
			b.WriteString("." + strconv.Quote(step))
		case int:
			b.WriteString("[" + strconv.Itoa(step) + "]")
		}
	}
	return b.String()
}

// begins reports whether a path begins with another.
func (p Path) begins(with Path) bool {
	return len(p) >= len(with) && slices.Equal(p[:len(with)], with)
}

// place is where a path is found: in a value of a key, or as tables with headers.
type place struct {
	entry *entry // of the key; nil if the path is not in a value
	owner *value // the list or table around the value; nil for that of the key
	index int    // in the owner
	value *value
	under []*entry // expressions of a table: its headers and keys, in order
}

// find returns where a path is. The place of a missing path has no value and no
// expressions.
func (f *file) find(path Path) (at place) {
	for _, e := range f.entries {
		switch {
		case e.path.begins(path):
			at.under = append(at.under, e)
			if len(e.path) == len(path) && e.header == noHeader {
				at.entry, at.value = e, e.value
			}
		case e.header == noHeader && path.begins(e.path):
			if inner := inValue(e, path[len(e.path):]); inner.value != nil {
				return inner
			}
		}
	}
	return at
}

// inValue finds a path in the value of a key.
func inValue(e *entry, rest Path) place {
	at := place{entry: e, value: e.value}
	for len(rest) > 0 {
		owner := at.value
		i, taken := owner.child(rest)
		if i < 0 {
			return place{}
		}
		at.owner, at.index, at.value = owner, i, owner.elements[i]
		rest = rest[taken:]
	}
	return at
}

// child returns the element that a path begins with, and the number of steps to
// it; -1 if there is none.
func (v *value) child(rest Path) (index, taken int) {
	switch step := rest[0].(type) {
	case int:
		if v.kind == '[' && step >= 0 && step < len(v.elements) {
			return step, 1
		}
	case string:
		for i, keys := range v.keys {
			if len(keys) <= len(rest) && rest.begins(steps(keys)) {
				return i, len(keys)
			}
		}
	}
	return -1, 0
}

func steps(keys []string) (p Path) {
	for _, k := range keys {
		p = append(p, k)
	}
	return p
}
