package cos

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// section is a cross-reference section as written in the file. Sections are recorded only for Strict.
type section struct {
	at, end int // its bytes, with the trailer
	number  int // of a cross-reference stream
	trailer Dict
	entries map[int]entry
	numbers []int // of the entries, in order
	fault   error // the first entry that readers understand differently
}

// begin starts the record of the section at an offset.
func (f *File) begin(at int) {
	if f.record != nil {
		*f.record = append(*f.record, section{at: at, entries: map[int]entry{}})
	}
}

// latest returns the section that is being read; nil when none is recorded.
func (f *File) latest() *section {
	if f.record == nil {
		return nil
	}
	return &(*f.record)[len(*f.record)-1]
}

// end records the end of a section and its trailer.
func (f *File) end(at int, trailer Dict) {
	if s := f.latest(); s != nil {
		s.end, s.trailer = at, trailer
	}
}

// numbered records the number of a cross-reference stream.
func (f *File) numbered(number int) {
	if s := f.latest(); s != nil {
		s.number = number
	}
}

// streamNumbers checks that no cross-reference stream has the number of another object: some readers then take the
// stream for that object.
func (a *account) streamNumbers(sections []section) error {
	for _, s := range sections {
		at := entry{plain, s.at, 0}
		isOther := func(e entry) bool { return s.number > 0 && e.kind != free && e != at }
		if isOther(a.entries[s.number]) || slices.ContainsFunc(slices.Collect(maps.Keys(a.past[s.number])), isOther) {
			return fmt.Errorf("таблица ссылок стоит под номером объекта %d", s.number)
		}
	}
	return nil
}

// note records an entry. An object that one section lists twice is a fault:
// readers differ in which entry they take (ISO 32000-2, 7.5.4).
func (f *File) note(number int, e entry) {
	s := f.latest()
	if s == nil {
		return
	}
	if number == 0 && e.kind != free {
		s.blame("объект 0 записан в таблице ссылок как занятый") // ISO 32000-1, 7.5.4
	}
	if _, twice := s.entries[number]; twice {
		s.blame("объект %d стоит в таблице ссылок дважды", number)
		return
	}
	s.entries[number] = e
	s.numbers = append(s.numbers, number)
}

// unknown records an entry of an unknown kind, which is a fault: some readers
// take it for null, others repair the file (ISO 32000-1, 7.5.8.3).
func (f *File) unknown(number, kind int) {
	if s := f.latest(); s != nil {
		s.blame("объект %d записан в таблице ссылок под неизвестным видом %d", number, kind)
	}
}

// odd records a construct that only some readers accept.
func (f *File) odd(format string, args ...any) {
	if s := f.latest(); s != nil {
		s.blame(format, args...)
	}
}

// plainTable checks that a table has no comments and no NUL, at which some readers begin to repair the file (ISO
// 32000-1, 7.5.4).
func (f *File) plainTable(from, to int) {
	if bytes.ContainsAny(f.Data[from:to], "%\x00") {
		f.odd("в таблице ссылок есть примечание или нулевой байт")
	}
}

func (s *section) blame(format string, args ...any) {
	if s.fault == nil {
		s.fault = fmt.Errorf(format, args...)
	}
}
