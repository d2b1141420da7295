package web

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
	h.see(data)
	return answer(opened{name, data, h})
}

// commit saves a change and records it with the key of the value that was typed, if
// one was.
func (s *Server) commit(f opened, made []byte, key string) error {
	if string(f.data) == string(made) {
		return nil
	}
	if err := s.save(f.name, f.data, made); err != nil {
		return err
	}
	f.add(f.data, made, key, s.Now())
	return nil
}
