package batch

import (
	"bytes"
	"fmt"

	"protokol/generator/internal/printing"
)

// multipart is a document about all records. For a long list it is split into
// parts, so that memory use does not grow with the list.
type multipart struct {
	folder  Folder
	press   Writer
	formats []string
	name    string // base name of the files
	split   bool
	written int // number of parts
	files   []pendingFile
}

// partNumber returns the number of the next part, from 1, or 0 if there is only
// one.
func (m *multipart) partNumber() int {
	if m.split {
		return m.written + 1
	}
	return 0
}

// writePart writes a part under a temporary name.
func (m *multipart) writePart(paper *printing.Paper) error {
	name := m.name
	if part := m.partNumber(); part > 0 {
		name = fmt.Sprintf("%s %d", name, part)
	}
	m.written++
	for _, format := range m.formats {
		var b bytes.Buffer
		if err := m.press.Write(&b, paper, format); err != nil {
			return err
		}
		file := pendingFile{folder: m.folder, name: name + "." + format}
		if err := file.create(); err != nil {
			return err
		}
		_, err := file.Write(b.Bytes())
		if closeErr := file.close(); err == nil {
			err = closeErr
		}
		m.files = append(m.files, file)
		if err != nil {
			return err
		}
	}
	return nil
}

// commit gives all parts their final names.
func (m *multipart) commit() error {
	for _, file := range m.files {
		if err := file.publish(); err != nil {
			return err
		}
	}
	return nil
}

// discard removes all parts.
func (m *multipart) discard() {
	for _, file := range m.files {
		file.discard()
	}
}

// Files returns the names of the files.
func (m *multipart) Files() (names []string) {
	for _, file := range m.files {
		names = append(names, file.name)
	}
	return names
}
