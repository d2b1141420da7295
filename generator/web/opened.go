package web

import "sync"

// opened is a file that a request is about. No other request changes it meanwhile.
type opened struct {
	name string
	data []byte
	*history
}

// open opens the file that a request names and answers the request.
func (s *Server) open(file string, answer func(f opened) error) error {
	name, err := tomlFile(file)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	data, err := s.read(name)
	if err != nil {
		return err
	}
	h := s.files[name]
	if h == nil {
		h = &history{}
		s.files[name] = h
	}
	h.notePresent(data)
	return answer(opened{name, data, h})
}

// commit saves a change and records where it came from. In the meantime, because writing and proving the change
// take as long, it makes the answer, which is empty unless the change is on the disk.
func (s *Server) commit(f opened, made []byte, by origin, prove func() error, answer func() (fileState, error),
) (fileState, error) {
	if string(f.data) == string(made) {
		return answer()
	}
	saved := meanwhile(func() error {
		if err := prove(); err != nil {
			return err
		}
		return s.save(f.name, f.data, made)
	})
	defer saved() // a panic must not leave the file to two requests
	state, wrong := answer()
	if err := saved(); err != nil {
		return fileState{}, err
	}
	f.add(f.data, made, by, s.Now())
	state.steps(f.history)
	return state, wrong
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
