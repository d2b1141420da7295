package web

import (
	"cmp"
	"net/http"
	"sync"
)

// opened is a file that a request is about. No other request changes it meanwhile.
type opened struct {
	name string
	data []byte
	*history
}

// open opens the file that a request names, lets the request change it, and answers: other requests wait for the
// change, but not for the answer.
func (s *Server) open(name string, change func(f opened) (answer func() error, err error)) error {
	answer, err := s.hold(name, change)
	if err != nil {
		return err
	}
	return answer()
}

func (s *Server) hold(name string, change func(f opened) (answer func() error, err error)) (func() error, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	data, err := s.readTOML(name)
	if err != nil {
		return nil, err
	}
	h := s.files[name]
	if h == nil {
		h = &history{}
		s.files[name] = h
	}
	h.notePresent(data)
	return change(opened{name, data, h})
}

// commit saves a change and records where it came from. In the meantime, because writing and proving the change take
// as long, the state for the answer is made. Its pages are sent as soon as the change is proved, because the disk may
// be busy with other programs; the rest is not sent unless the change is on the disk.
func (s *Server) commit(w http.ResponseWriter, f opened, made []byte, by origin, prove func() error,
	stateOf func() (fileState, error),
) (answer func() error, err error) {
	prove = sync.OnceValue(prove)
	var state fileState
	wait := meanwhile(func() (err error) {
		if state, err = stateOf(); err == nil && prove() == nil {
			err = sendPages(w, &state)
		}
		return err
	})
	var failed error
	if string(f.data) != string(made) {
		if failed = prove(); failed == nil {
			failed = s.save(f.name, f.data, made)
		}
		if failed == nil {
			f.add(f.data, made, by, s.Now())
		}
	}
	now := f.undoable()
	return func() error {
		if err := wait(); failed != nil || err != nil {
			return cmp.Or(failed, err)
		}
		state.undoable = now
		return writeJSON(w, state)
	}, nil
}

// sendPages sends the pages of a state to a client that accepts them before the rest.
func sendPages(w http.ResponseWriter, state *fileState) error {
	a, ok := w.(*answer)
	if !ok || !a.inParts || state.Preview == nil {
		return nil
	}
	pages := state.Preview
	state.Preview = nil
	return a.begin(map[string]*preview{"preview": pages})
}

// meanwhile starts a function and returns one that waits for its result. A panic is passed on to the waiting
// goroutine, so that it ends a request and not the server.
func meanwhile[T any](f func() T) (wait func() T) {
	wait = sync.OnceValue(f)
	go func() {
		defer func() { _ = recover() }()
		_ = wait()
	}()
	return wait
}
