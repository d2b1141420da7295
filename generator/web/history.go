package web

import (
	"bytes"
	"slices"
	"time"
)

// maxSteps limits the steps of undo of a file.
const maxSteps = 300

// history is what a file was, for undo and for merging. It lives as long as the
// server; the file itself is saved at every change.
type history struct {
	steps []step
	done  int      // steps that are not undone
	seen  [][]byte // contents that pages may have been made of, the last one last
}

// step is a change that was made here.
type step struct {
	before, after []byte
	key           string // of the value that was typed; "" for other changes
	at            time.Time
}

// typing is how soon a letter follows another of the same word: both are one step.
const typing = 2 * time.Second

// add records a change of a value with a key; what was undone can no longer be redone.
func (h *history) add(before, after []byte, key string, at time.Time) {
	h.steps = h.steps[:h.done]
	if n := len(h.steps); n > 0 && key != "" && h.steps[n-1].key == key && at.Sub(h.steps[n-1].at) < typing {
		before = h.steps[n-1].before
		h.steps = h.steps[:n-1]
	}
	h.steps = append(h.steps, step{before, after, key, at})
	if n := len(h.steps) - maxSteps; n > 0 {
		h.steps = slices.Delete(h.steps, 0, n)
	}
	h.done = len(h.steps)
	h.note(after)
}

// before returns what the file was before its last change, and how many steps are done
// then; it is false if there is none.
func (h *history) before() (data []byte, done int, ok bool) {
	if h.done == 0 {
		return nil, 0, false
	}
	return h.steps[h.done-1].before, h.done - 1, true
}

// after returns what the file was after the change that was undone last.
func (h *history) after() (data []byte, done int, ok bool) {
	if h.done == len(h.steps) {
		return nil, h.done, false
	}
	return h.steps[h.done].after, h.done + 1, true
}

// see records what the file is. If another program wrote it, undo ends: it would
// remove the work of that program.
func (h *history) see(data []byte) {
	if n := len(h.seen); n > 0 && !bytes.Equal(h.seen[n-1], data) {
		h.steps, h.done = nil, 0
	}
	h.note(data)
}

func (h *history) note(data []byte) {
	if n := len(h.seen); n > 0 && bytes.Equal(h.seen[n-1], data) {
		return
	}
	h.seen = append(h.seen, data)
	if n := len(h.seen) - maxSteps; n > 0 {
		h.seen = slices.Delete(h.seen, 0, n)
	}
}

// find returns the content of a version, or nil.
func (h *history) find(v string) []byte {
	for _, data := range slices.Backward(h.seen) {
		if version(data) == v {
			return data
		}
	}
	return nil
}
