package biff

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// recordReader reads the records of a stream.
type recordReader struct{ rest []byte }

// record is a record with its continuations ([MS-XLS] 2.4.58). Numbers beyond
// its end are 0.
type record struct {
	kind uint16
	data []byte
	more [][]byte // of the Continue records that follow
}

// next returns the next record; ok is false at the end of the stream and where
// it is cut off.
func (s *recordReader) next() (r record, ok bool) {
	if r.kind, r.data, ok = s.single(); !ok {
		return r, false
	}
	for uint16At(s.rest, 0) == recordContinue && len(s.rest) >= 4 {
		_, data, ok := s.single()
		if !ok {
			return r, false
		}
		if isText(r.kind) {
			r.more = append(r.more, data)
		}
	}
	return r, true
}

// isText reports whether records of a kind have strings that may be continued.
// Pictures, which have many continuations, need none.
func isText(kind uint16) bool {
	switch kind {
	case recordSST, recordLabel, recordRString, recordString, recordFormat, recordTxO:
		return true
	}
	return false
}

// single returns the next record without its continuations.
func (s *recordReader) single() (kind uint16, data []byte, ok bool) {
	size := int(uint16At(s.rest, 2))
	if len(s.rest) < 4+size {
		return 0, nil, false
	}
	kind, data = uint16At(s.rest, 0), s.rest[4:4+size]
	s.rest = s.rest[4+size:]
	return kind, data, true
}

func (r record) isBOF() bool { return r.kind == recordBOF }

func (r record) uint16(at int) uint16 { return uint16At(r.data, at) }

func (r record) uint32(at int) uint32 { return uint32(r.uint16(at)) | uint32(r.uint16(at+2))<<16 }

func (r record) uint64(at int) uint64 { return uint64(r.uint32(at)) | uint64(r.uint32(at+4))<<32 }

func (r record) byte(at int) byte {
	if at >= len(r.data) {
		return 0
	}
	return r.data[at]
}

// text returns a reader of the strings from an offset.
func (r record) text(at int) *textReader {
	return &textReader{current: r.data[min(at, len(r.data)):], more: r.more}
}

// textReader reads strings that may be continued in other records.
type textReader struct {
	current []byte
	more    [][]byte
	short   bool // whether a read went beyond the end
}

// advance goes to the next record if the current one is used up.
func (t *textReader) advance() bool {
	for len(t.current) == 0 {
		if len(t.more) == 0 {
			t.short = true
			return false
		}
		t.current, t.more = t.more[0], t.more[1:]
	}
	return true
}

func (t *textReader) uint8() byte {
	if !t.advance() {
		return 0
	}
	c := t.current[0]
	t.current = t.current[1:]
	return c
}

func (t *textReader) uint16() uint16 { return uint16(t.uint8()) | uint16(t.uint8())<<8 }

func (t *textReader) uint32() uint32 { return uint32(t.uint16()) | uint32(t.uint16())<<16 }

func (t *textReader) skip(count uint64) {
	for count > 0 && t.advance() {
		n := min(count, uint64(len(t.current)))
		t.current = t.current[n:]
		count -= n
	}
}

// Flags of a string.
const (
	flagWide     = 1 // two bytes a character
	flagExtended = 4 // has phonetic data
	flagRich     = 8 // has formatting runs
)

// richString reads an XLUnicodeRichExtendedString ([MS-XLS] 2.5.293).
func (t *textReader) richString() string {
	size, flags := t.uint16(), t.uint8()
	var after uint64
	if flags&flagRich != 0 {
		after += 4 * uint64(t.uint16())
	}
	if flags&flagExtended != 0 {
		after += uint64(t.uint32())
	}
	s := t.characters(int(size), flags)
	t.skip(after)
	return s
}

// plainString reads the flags and characters of a string whose size was read
// ([MS-XLS] 2.5.240, 2.5.294).
func (t *textReader) plainString(size int) string { return t.characters(size, t.uint8()) }

// characters reads characters. A record that continues them begins with new
// flags.
func (t *textReader) characters(count int, flags byte) string {
	var b strings.Builder
	var high rune // the first half of a character beyond U+FFFF
	for count > 0 {
		if len(t.current) == 0 {
			if flags = t.uint8(); t.short {
				break
			}
		}
		width := 1 + int(flags&flagWide)
		n := min(count, len(t.current)/width)
		if n == 0 {
			t.short = t.short || len(t.current) > 0
			t.current = nil
			continue
		}
		for i := range n {
			unit := rune(t.current[i*width])
			if width == 2 {
				unit = rune(binary.LittleEndian.Uint16(t.current[i*width:]))
			}
			high = appendUnit(&b, high, unit)
		}
		t.current = t.current[n*width:]
		count -= n
	}
	if high != 0 {
		b.WriteRune(utf8.RuneError)
	}
	return b.String()
}

// appendUnit appends a unit of UTF-16, after the first half of a surrogate pair
// or 0. It returns the first half if the unit is one.
func appendUnit(b *strings.Builder, high, unit rune) rune {
	const firstLow = 0xDC00
	if high != 0 {
		if unit >= firstLow && utf16.IsSurrogate(unit) {
			b.WriteRune(utf16.DecodeRune(high, unit))
			return 0
		}
		b.WriteRune(utf8.RuneError)
	}
	if utf16.IsSurrogate(unit) && unit < firstLow {
		return unit
	}
	b.WriteRune(unit) // a lone second half becomes U+FFFD
	return 0
}
