package biff

import (
	"cmp"
	"math"
	"slices"
)

// Kind is the kind of the value of a cell.
type Kind uint8

// Kinds of values.
const (
	Text       Kind = iota
	Number          // a date is a number, too
	Bool            // Number is 0 or 1
	Error           // Text is as Excel shows it: #REF!
	NotSaved        // the result of a formula is not in the file
	NoSuchText      // the cell refers to a shared string that does not exist
)

// Cell is a cell that is not blank.
type Cell struct {
	Row, Column int // from 0
	Style       int // for Book.Format
	Kind        Kind
	Formula     bool // the value is the result of a formula
	Text        string
	Number      float64
}

// Range is a merged cell; rows and columns from 0, both ends included.
type Range struct{ Top, Bottom, Left, Right int }

// Columns is a range of columns from 0, both ends included.
type Columns struct{ First, Last int }

// Worksheet is the content of a worksheet.
type Worksheet struct {
	Cells         []Cell // by rows, then by columns
	Merged        []Range
	HiddenRows    map[int]bool
	HiddenColumns []Columns
	Notes         []Note // comments at cells, as they are in the file

	book    *Book
	notes   noteTexts
	pending bool // whether the last cell is a formula whose text follows
}

// Worksheet reads a worksheet. Writers other than Excel store cells in any order;
// of two values of a cell, the last one counts.
func (b *Book) Worksheet(i int) (*Worksheet, error) {
	s := &Worksheet{book: b, HiddenRows: map[int]bool{}}
	start := int64(b.Worksheets[i].offset)
	if start >= int64(len(b.stream)) {
		return nil, DamagedError{"a worksheet lies outside of the file"}
	}
	records := &recordReader{rest: b.stream[start:]}
	if first, ok := records.next(); !ok || !first.isBOF() {
		return nil, DamagedError{"a worksheet has no beginning"}
	}
	for depth := 1; depth > 0; {
		r, ok := records.next()
		switch {
		case !ok:
			return nil, DamagedError{"a worksheet has no end"}
		case r.isBOF(): // of a chart in the worksheet
			depth++
		case r.kind == recordEOF:
			depth--
		case depth == 1:
			if s.add(r); len(s.Cells) > maxCells {
				return nil, ErrTooLarge
			}
		}
	}
	slices.SortStableFunc(s.Cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	return s, nil
}

// add reads a record of a worksheet.
func (s *Worksheet) add(r record) {
	switch r.kind {
	case recordRow: // [MS-XLS] 2.4.221
		const hidden = 1 << 5
		if r.byte(12)&hidden != 0 {
			s.HiddenRows[int(r.uint16(0))] = true
		}
	case recordColInfo: // [MS-XLS] 2.4.53
		if r.uint16(8)&1 != 0 {
			s.HiddenColumns = append(s.HiddenColumns, Columns{int(r.uint16(0)), int(r.uint16(2))})
		}
	case recordMergeCells: // [MS-XLS] 2.4.168
		for i := range int(r.uint16(0)) {
			at := 2 + i*8
			if at+8 > len(r.data) {
				break
			}
			s.Merged = append(s.Merged, Range{
				int(r.uint16(at)), int(r.uint16(at + 2)), int(r.uint16(at + 4)), int(r.uint16(at + 6))})
		}
	case recordString:
		s.addFormulaText(r)
	case recordObj, recordTxO, recordNote:
		s.addNote(r)
	default:
		s.addCells(r)
	}
}

// addCells reads the cells of a record.
func (s *Worksheet) addCells(r record) {
	c := Cell{Row: int(r.uint16(0)), Column: int(r.uint16(2)), Style: int(r.uint16(4))}
	switch r.kind {
	case recordLabelSst:
		if i := r.uint32(6); int64(i) < int64(len(s.book.strings)) {
			c.Text = s.book.strings[i]
		} else {
			c.Kind = NoSuchText
		}
	case recordLabel, recordRString:
		text := r.text(6)
		size := text.uint16()
		c.Text = text.plainString(int(size))
	case recordNumber:
		c.Kind, c.Number = Number, math.Float64frombits(r.uint64(6))
	case recordRK:
		c.Kind, c.Number = Number, decodeRK(r.uint32(6))
	case recordBoolErr:
		c.setBoolError(r.byte(6), r.byte(7) != 0)
	case recordFormula:
		s.pending = c.setResult(r)
	case recordMulRk: // [MS-XLS] 2.4.175
		for at := 4; at+6 <= len(r.data)-2; at += 6 {
			c.Kind, c.Style, c.Number = Number, int(r.uint16(at)), decodeRK(r.uint32(at+2))
			s.Cells = append(s.Cells, c)
			c.Column++
		}
		return
	default:
		return
	}
	s.Cells = append(s.Cells, c)
}

// addFormulaText sets the text of the formula before ([MS-XLS] 2.4.268).
func (s *Worksheet) addFormulaText(r record) {
	if !s.pending {
		return
	}
	s.pending = false
	text := r.text(0)
	size := text.uint16()
	last := &s.Cells[len(s.Cells)-1]
	last.Kind, last.Text = Text, text.plainString(int(size))
}

// setResult sets the result of a formula ([MS-XLS] 2.5.133). It reports whether
// a String record has it.
func (c *Cell) setResult(r record) (inString bool) {
	c.Formula = true
	if r.uint16(12) != 0xFFFF {
		c.Kind, c.Number = Number, math.Float64frombits(r.uint64(6))
		return false
	}
	const ptgBool, ptgBoolSize = 0x1D, 2
	switch value := r.byte(8); r.byte(6) {
	case 0:
		c.Kind = NotSaved // unless a String record follows
		return true
	case 1:
		c.setBoolError(value, false)
		c.Formula = r.uint16(20) != ptgBoolSize || r.byte(22) != ptgBool // LibreOffice stores a truth value as =TRUE()
	case 2:
		c.setBoolError(value, true)
	}
	return false // 3 is a blank text
}

func (c *Cell) setBoolError(value byte, isError bool) {
	if isError {
		c.Kind, c.Text = Error, errorText(value)
		return
	}
	c.Kind, c.Number = Bool, float64(min(value, 1))
}

// errorText returns an error as Excel shows it ([MS-XLS] 2.5.10).
func errorText(code byte) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0F:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1D:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	case 0x2A:
		return "#N/A"
	}
	return "#?"
}

// decodeRK decodes a number of 32 bits ([MS-XLS] 2.5.217): an integer or the
// upper bits of a floating point number, perhaps multiplied by 100.
func decodeRK(rk uint32) float64 {
	const hundredfold, integer = 1, 2
	var value float64
	if rk&integer != 0 {
		value = float64(int32(rk) >> 2)
	} else {
		value = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&hundredfold != 0 {
		value /= 100
	}
	return value
}
