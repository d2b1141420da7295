package web

import (
	"bytes"
	"slices"
	"time"
)

// maxSteps limits the steps of undo of a file.
const maxSteps = 300

// history contains earlier contents of a file, for undo and for merging. It lives as long as the server; the file
// itself is saved at every change.
type history struct {
	steps []step
	done  int    // steps that are not undone
	seen  []seen // contents that pages may have been made of, the last one last
}

// seen is a content of the file, and where it came from.
type seen struct {
	data []byte
	origin
}

// origin is the page on which a value was typed, and the number of the change on that page. It is zero for other
// changes.
type origin struct {
	Page string
	Turn int
	key  string // of the value
}

// step is a change that was made here.
type step struct {
	before, after []byte
	key           string // of the value that was typed; "" for other changes
	at            time.Time
}

// typing is the maximum time between letters that are part of one step.
const typing = 2 * time.Second

// isContinued reports whether a change is a part of the same typing. It is false if the clock was set back.
func (s step) isContinued(by origin, at time.Time) bool {
	since := at.Sub(s.at)
	return by.key != "" && s.key == by.key && since >= 0 && since < typing
}

// add records a change; what was undone can no longer be redone.
func (h *history) add(before, after []byte, by origin, at time.Time) {
	h.steps = h.steps[:h.done]
	if n := len(h.steps); n > 0 && h.steps[n-1].isContinued(by, at) {
		before = h.steps[n-1].before
		h.steps = h.steps[:n-1]
	}
	h.steps = append(h.steps, step{before, after, by.key, at})
	if n := len(h.steps) - maxSteps; n > 0 {
		h.steps = slices.Delete(h.steps, 0, n)
	}
	h.done = len(h.steps)
	h.note(after, by)
}

// undoable says what can be undone and redone.
type undoable struct {
	Undo bool `json:"undo"`
	Redo bool `json:"redo"`
}

func (h *history) undoable() undoable { return undoable{h.done > 0, h.done < len(h.steps)} }

// before returns the content of the file before its last change, and the number of steps done then; it is false if
// there is none.
func (h *history) before() (data []byte, done int, ok bool) {
	if h.done == 0 {
		return nil, 0, false
	}
	return h.steps[h.done-1].before, h.done - 1, true
}

// after returns the content of the file after the change that was undone last.
func (h *history) after() (data []byte, done int, ok bool) {
	if h.done == len(h.steps) {
		return nil, h.done, false
	}
	return h.steps[h.done].after, h.done + 1, true
}

// notePresent records the present content of the file. If another program wrote it, undo ends: it would remove the
// work of that program.
func (h *history) notePresent(data []byte) {
	if n := len(h.seen); n > 0 && !bytes.Equal(h.seen[n-1].data, data) {
		h.steps, h.done = nil, 0
	}
	h.note(data, origin{})
}

func (h *history) note(data []byte, by origin) {
	if n := len(h.seen); n > 0 && bytes.Equal(h.seen[n-1].data, data) {
		return
	}
	h.seen = append(h.seen, seen{data, by})
	if n := len(h.seen) - maxSteps; n > 0 {
		h.seen = slices.Delete(h.seen, 0, n)
	}
}

// find returns the content of a version, or nil.
func (h *history) find(v string) []byte {
	for _, s := range slices.Backward(h.seen) {
		if version(s.data) == v {
			return s.data
		}
	}
	return nil
}

// isOwn reports whether all changes since a version were typed earlier on the page that now changes the file, whose
// answers have not arrived or were lost. A change that was typed earlier but arrives later is not its own.
func (h *history) isOwn(v string, by origin) bool {
	for _, s := range slices.Backward(h.seen) {
		if version(s.data) == v {
			return true
		}
		if s.key == "" || s.Page == "" || s.Page != by.Page || s.Turn >= by.Turn {
			return false
		}
	}
	return false
}
