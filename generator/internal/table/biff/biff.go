// Package biff reads the cells of workbooks in BIFF8, the format of .xls files
// since Excel 97 ([MS-XLS]). The workbook stream is given without its compound
// file.
//
//	biff.go      the workbook: worksheets, shared strings, number formats
//	record.go    records, their continuations and their strings
//	worksheet.go a worksheet
//	note.go      the comments at its cells
package biff

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Errors of Open and Worksheet. DamagedError is returned, too.
var (
	ErrEncrypted = errors.New("biff: the workbook is encrypted")
	ErrVersion   = errors.New("biff: the workbook is older than BIFF8")
	ErrTooLarge  = errors.New("biff: the workbook has more cells or strings than any real one")
)

// DamagedError describes a violation of the format.
type DamagedError struct{ What string }

func (e DamagedError) Error() string { return "biff: damaged: " + e.What }

// Limits that no real workbook reaches: worksheets have 65,536 rows.
const (
	maxStrings = 3_000_000
	maxCells   = 3_000_000
)

// Book is a workbook.
type Book struct {
	Worksheets []WorksheetInfo
	Date1904   bool // whether dates count from 1904 ([MS-XLS] 2.4.77)

	stream  []byte
	strings []string
	formats map[uint16]string // codes of number formats by their number
	styles  []uint16          // numbers of number formats by cell style
	fonts   []uint16          // of cell styles: numbers of fonts
	struck  []bool            // by font: whether it strikes text through
}

// WorksheetInfo describes a worksheet ([MS-XLS] 2.4.28).
type WorksheetInfo struct {
	Name   string
	Hidden bool
	offset uint32 // of its substream
}

// Record types ([MS-XLS] 2.3).
const (
	recordFormula     = 0x0006
	recordEOF         = 0x000A
	recordNote        = 0x001C
	recordDate1904    = 0x0022
	recordFilePass    = 0x002F
	recordFont        = 0x0031
	recordContinue    = 0x003C
	recordObj         = 0x005D
	recordColInfo     = 0x007D
	recordBoundSheet8 = 0x0085
	recordMulRk       = 0x00BD
	recordRString     = 0x00D6
	recordXF          = 0x00E0
	recordMergeCells  = 0x00E5
	recordSST         = 0x00FC
	recordLabelSst    = 0x00FD
	recordTxO         = 0x01B6
	recordNumber      = 0x0203
	recordLabel       = 0x0204
	recordBoolErr     = 0x0205
	recordString      = 0x0207
	recordRow         = 0x0208
	recordRK          = 0x027E
	recordFormat      = 0x041E
	recordBOF         = 0x0809
)

const (
	version8  = 0x0600 // in BOF
	worksheet = 0      // in BoundSheet8; charts and macros are others
)

// Open reads the globals of a workbook. It keeps the stream.
func Open(stream []byte) (*Book, error) {
	records := &recordReader{rest: stream}
	first, ok := records.next()
	switch {
	case !ok:
		return nil, DamagedError{"no records"}
	case first.kind != recordBOF && first.kind&0xFF == recordBOF&0xFF, first.isBOF() && first.uint16(0) != version8:
		return nil, ErrVersion
	case !first.isBOF():
		return nil, DamagedError{"no beginning"}
	}
	b := &Book{stream: stream, formats: map[uint16]string{}}
	for {
		r, ok := records.next()
		if !ok {
			return nil, DamagedError{"the globals have no end"}
		}
		if r.kind == recordEOF {
			return b, nil
		}
		if err := b.addGlobal(r); err != nil {
			return nil, err
		}
	}
}

// addGlobal reads a record of the globals.
func (b *Book) addGlobal(r record) error {
	switch r.kind {
	case recordFilePass:
		return ErrEncrypted
	case recordDate1904:
		b.Date1904 = r.uint16(0) == 1
	case recordFormat:
		text := r.text(2)
		size := text.uint16()
		b.formats[r.uint16(0)] = text.plainString(int(size))
	case recordXF:
		b.styles = append(b.styles, r.uint16(2))
		b.fonts = append(b.fonts, r.uint16(0))
	case recordFont:
		b.struck = append(b.struck, r.uint16(2)&8 != 0)
	case recordBoundSheet8:
		text := r.text(6)
		size := text.uint8()
		info := WorksheetInfo{offset: r.uint32(0), Hidden: r.byte(4)&3 != 0, Name: text.plainString(int(size))}
		if r.byte(5) == worksheet {
			b.Worksheets = append(b.Worksheets, info)
		}
	case recordSST:
		return b.readStrings(r)
	}
	return nil
}

// readStrings reads the shared strings ([MS-XLS] 2.4.265).
func (b *Book) readStrings(r record) error {
	text := r.text(4)
	count := text.uint32()
	for range count {
		s := text.richString()
		if text.short {
			return DamagedError{fmt.Sprintf("%d shared strings of %d", len(b.strings), count)}
		}
		if len(b.strings) == maxStrings {
			return ErrTooLarge
		}
		b.strings = append(b.strings, s)
	}
	return nil
}

// Styles returns the number of cell styles.
func (b *Book) Styles() int { return len(b.styles) }

// Format returns the number format of a cell style: its number and, if the file
// has one, its code.
func (b *Book) Format(style int) (number int, code string, hasCode bool) {
	if style < 0 || style >= len(b.styles) {
		return 0, "", false
	}
	code, hasCode = b.formats[b.styles[style]]
	return int(b.styles[style]), code, hasCode
}

// Struck reports whether a cell style strikes text through ([MS-XLS] 2.4.122).
func (b *Book) Struck(style int) bool {
	if style < 0 || style >= len(b.fonts) {
		return false
	}
	font := int(b.fonts[style])
	if font > 4 { // no font has the number 4 (2.5.129)
		font--
	}
	return font < len(b.struck) && b.struck[font]
}

// uint16At returns the number at an offset, or 0 beyond the end.
func uint16At(data []byte, at int) uint16 {
	if at+2 > len(data) {
		return 0
	}
	return binary.LittleEndian.Uint16(data[at:])
}
