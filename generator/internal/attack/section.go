package attack

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"protokol/generator/internal/cos"
)

// section is an update written by hand.
type section struct {
	file *cos.File
	data []byte
	rows []row
	next int // number of a new object
}

// row is an entry of a cross-reference section.
type row struct{ number, offset, generation, kind int }

// begin begins an update of a file.
func begin(data []byte) *section {
	f, err := cos.Read(data)
	if err != nil {
		panic(err)
	}
	return &section{file: f, data: data, next: f.Int(f.Trailer["Size"])}
}

// write appends an object that no table names yet, and returns its offset.
func (s *section) write(number int, text string) int {
	at := len(s.data)
	s.data = fmt.Appendf(s.data, "%d 0 obj\n%s\nendobj\n", number, text)
	return at
}

// object appends an object and names it in the table.
func (s *section) object(number int, text string) {
	s.rows = append(s.rows, row{number, s.write(number, text), 0, 1})
}

// add appends an object under the next number.
func (s *section) add(text string) {
	s.object(s.next, text)
	s.next++
}

// forge appends a black first page, and names its content in the table.
func (s *section) forge() row {
	s.object(s.next, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(black), black))
	pages, _ := s.file.Pages()
	page := s.file.Dict(pages[0]).With(cos.Dict{"Contents": cos.Ref{Number: s.next}})
	s.next++
	return row{pages[0].Number, s.write(pages[0].Number, cos.Format(page)), 0, 1}
}

// place returns the offset of the first occurrence of an object in the file.
func (s *section) place(number int) int {
	return bytes.Index(s.data, fmt.Appendf(nil, "\n%d 0 obj", number)) + 1
}

// trailer returns the usual trailer with additional entries.
func (s *section) trailer(more string) string {
	root := s.file.Trailer["Root"].(cos.Ref)
	return fmt.Sprintf("/Size %d /Root %d %d R /Info %s /Prev %d %s", s.next, root.Number, root.Generation,
		cos.Format(s.file.Trailer["Info"]), startOf(s.data), more)
}

// table ends the update with a table.
func (s *section) table(trailer string) []byte {
	at := len(s.data)
	b := append(s.data, "xref\n"...)
	for _, r := range s.rows {
		b = fmt.Appendf(b, "%d 1\n%010d %05d n \n", r.number, r.offset, r.generation)
	}
	return fmt.Appendf(b, "trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, at)
}

// rowsAsStream appends a cross-reference stream with the rows.
func (s *section) rowsAsStream(trailer string) (at int) {
	self := s.next
	s.next++
	at = len(s.data)
	s.rows = append(s.rows, row{self, at, 0, 1})
	var index, rows strings.Builder
	for _, r := range s.rows {
		fmt.Fprintf(&index, "%d 1 ", r.number)
		rows.Write([]byte{byte(r.kind), byte(r.offset >> 24), byte(r.offset >> 16), byte(r.offset >> 8), byte(r.offset),
			byte(r.generation)})
	}
	s.write(self, fmt.Sprintf("<</Type /XRef /W [1 4 1] /Index [%s] %s /Length %d>>\nstream\n%s\nendstream",
		index.String(), strings.Replace(trailer, fmt.Sprintf("/Size %d ", self), fmt.Sprintf("/Size %d ", s.next), 1),
		rows.Len(), rows.String()))
	return at
}

// stream ends the update with a cross-reference stream.
func (s *section) stream(trailer string) []byte {
	at := s.rowsAsStream(trailer)
	return fmt.Appendf(s.data, "startxref\n%d\n%%%%EOF\n", at)
}

// startOf returns the offset of the newest cross-reference section of a complete file.
func startOf(file []byte) int {
	at := bytes.LastIndex(file, []byte("startxref"))
	n, _ := strconv.Atoi(string(bytes.Fields(file[at+len("startxref"):])[0]))
	return n
}
