package batch

import (
	"bytes"
	"fmt"

	"protokol/generator/internal/printing"
)

// serial is a paper about all records. That of a long list comes in parts, so
// that memory does not grow with the list.
type serial struct {
	folder  Folder
	press   Writer
	formats []string
	name    string // of its files, without an extension
	several bool
	parts   int // printed
	ready   []pending
}

// part is the number of the next part, from 1; 0 when it is the only one.
func (s *serial) part() int {
	if s.several {
		return s.parts + 1
	}
	return 0
}

// print writes a part, not yet to be seen.
func (s *serial) print(paper *printing.Paper) error {
	name := s.name
	if part := s.part(); part > 0 {
		name = fmt.Sprintf("%s %d", name, part)
	}
	s.parts++
	for _, format := range s.formats {
		var b bytes.Buffer
		if err := s.press.Write(&b, paper, format); err != nil {
			return err
		}
		file := pending{folder: s.folder, name: name + "." + format}
		if err := file.begin(); err != nil {
			return err
		}
		_, err := file.Write(b.Bytes())
		if closed := file.close(); err == nil {
			err = closed
		}
		s.ready = append(s.ready, file)
		if err != nil {
			return err
		}
	}
	return nil
}

// commit shows all parts.
func (s *serial) commit() error {
	for _, file := range s.ready {
		if err := file.show(); err != nil {
			return err
		}
	}
	return nil
}

// drop gives all parts up.
func (s *serial) drop() {
	for _, file := range s.ready {
		file.drop()
	}
}

// Files are the names of what was printed.
func (s *serial) Files() (names []string) {
	for _, file := range s.ready {
		names = append(names, file.name)
	}
	return names
}
