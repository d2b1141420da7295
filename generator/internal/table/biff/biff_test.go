package biff

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// rec returns a record.
func rec(kind uint16, parts ...[]byte) []byte {
	data := slices.Concat(parts...)
	b := binary.LittleEndian.AppendUint16(nil, kind)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(data)))
	return append(b, data...)
}

func words(values ...uint16) (b []byte) {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	return b
}

func double(value float64) []byte {
	return binary.LittleEndian.AppendUint64(nil, math.Float64bits(value))
}

var (
	begin = rec(recordBOF, words(version8, 5, 0, 0), make([]byte, 8))
	end   = rec(recordEOF)
)

// stream returns a workbook with the given globals and one worksheet.
func stream(globals, cells []byte) []byte {
	name := rec(recordBoundSheet8, make([]byte, 6), []byte{1, 0, 'A'})
	offset := len(begin) + len(globals) + len(name) + len(end)
	binary.LittleEndian.PutUint32(name[4:], uint32(offset))
	return slices.Concat(begin, globals, name, end, begin, cells, end)
}

// cells reads the worksheet of a workbook.
func cells(t *testing.T, globals, records []byte) *Worksheet {
	t.Helper()
	b, err := Open(stream(globals, records))
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.Worksheet(0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestContinuedStrings checks strings that other records continue: in the middle
// of characters, with another width, between characters and formatting, in the
// formatting.
func TestContinuedStrings(t *testing.T) {
	for _, test := range []struct {
		name  string
		parts [][]byte // the first is in SST
		want  []string
	}{
		{"whole", [][]byte{slices.Concat(words(2), []byte{0, 'a', 'b'}, words(1), []byte{1}, words(0x416))},
			[]string{"ab", "Ж"}},
		{"narrow then wide", [][]byte{slices.Concat(words(3), []byte{0, 'a'}), slices.Concat([]byte{1}, words(0x416,
			'c'))},
			[]string{"aЖc"}},
		{"wide then narrow", [][]byte{slices.Concat(words(2), []byte{1}, words(0x416)), {0, 'b'}}, []string{"Жb"}},
		{"after the flags", [][]byte{slices.Concat(words(2), []byte{0}), {1, 0x16, 4, 'b', 0}}, []string{"Жb"}},
		{"in the header", [][]byte{{1}, {0, 0, 'x'}}, []string{"x"}},
		{"surrogates", [][]byte{slices.Concat(words(2), []byte{1}, words(0xD83C)), slices.Concat([]byte{1},
			words(0xDF89))},
			[]string{"🎉"}},
		{"half of a surrogate", [][]byte{slices.Concat(words(2), []byte{1}, words(0xD83C, 'a'))}, []string{"\uFFFDa"}},
		{"formatting", [][]byte{slices.Concat(words(1), []byte{8}, words(2), []byte{'a', 1, 2, 3}), {4, 5, 6, 7, 8, 1,
			0, 0, 'b'}},
			[]string{"a", "b"}},
		{"phonetic", [][]byte{slices.Concat(words(1), []byte{4}, words(3, 0), []byte{'a', 9}), {9, 9, 1, 0, 0, 'b'}},
			[]string{"a", "b"}},
	} {
		globals := rec(recordSST, words(0, 0, uint16(len(test.want)), 0), test.parts[0])
		for _, part := range test.parts[1:] {
			globals = append(globals, rec(recordContinue, part)...)
		}
		b, err := Open(stream(globals, nil))
		if err != nil || !slices.Equal(b.strings, test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// TestCells checks the kinds of cells, given in no order.
func TestCells(t *testing.T) {
	at := func(row, column uint16) []byte { return words(row, column, 7) }
	globals := rec(recordSST, words(1, 0, 1, 0, 1), []byte{0, 's'})
	s := cells(t, globals, slices.Concat(
		rec(recordNumber, at(1, 1), double(1.5)),
		rec(recordLabelSst, at(0, 1), words(0, 0)),
		rec(recordLabelSst, at(0, 0), words(9, 0)),
		rec(recordMulRk, words(2, 1), words(7, 3<<2|2, 0), words(8, 0xFFF6, 0xFFFF), words(9, 1235<<2|3, 0), words(3)),
		rec(recordBoolErr, at(3, 0), []byte{1, 0}),
		rec(recordBoolErr, at(3, 1), []byte{0x17, 1}),
		rec(recordFormula, at(4, 0), double(2), make([]byte, 8)),
		rec(recordFormula, at(4, 1), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 8)),
		rec(recordString, words(1), []byte{1}, words(0x416)),
		rec(recordFormula, at(4, 2), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 8)),
		rec(recordFormula, at(4, 3), []byte{2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 8)),
		rec(recordFormula, at(4, 4), []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 8)),
		rec(recordFormula, at(4, 5), []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 6), words(2), []byte{0x1D, 1}),
		begin, rec(recordNumber, at(5, 5), double(9)), end, // a chart
		rec(recordLabel, at(5, 0), words(2), []byte{0, 'h', 'i'}),
		rec(recordRow, words(5), make([]byte, 10), []byte{0x20}),
		rec(recordColInfo, words(1, 2, 0, 0, 1)),
		rec(recordMergeCells, words(2, 0, 1, 0, 0), words(4, 6)),
	))
	want := []Cell{
		{0, 0, 7, NoSuchText, false, "", 0}, {0, 1, 7, Text, false, "s", 0}, {1, 1, 7, Number, false, "", 1.5},
		{2, 1, 7, Number, false, "", 3}, {2, 2, 8, Number, false, "", -3}, {2, 3, 9, Number, false, "", 12.35},
		{3, 0, 7, Bool, false, "", 1}, {3, 1, 7, Error, false, "#REF!", 0},
		{4, 0, 7, Number, true, "", 2}, {4, 1, 7, Text, true, "Ж", 0}, {4, 2, 7, NotSaved, true, "", 0},
		{4, 3, 7, Error, true, "#N/A", 0}, {4, 4, 7, Text, true, "", 0}, {4, 5, 7, Bool, false, "", 1},
		{5, 0, 7, Text, false, "hi", 0},
	}
	for i, c := range s.Cells {
		if i >= len(want) || c != want[i] {
			t.Errorf("cell %d: %+v", i, c)
		}
	}
	if len(s.Cells) != len(want) || !s.HiddenRows[5] || len(s.HiddenRows) != 1 ||
		!slices.Equal(s.HiddenColumns, []Columns{{1, 2}}) || !slices.Equal(s.Merged, []Range{{0, 1, 0, 0}}) {
		t.Errorf("%d cells, %+v", len(s.Cells), s)
	}
}

// TestFormats checks that a style leads to its number format.
func TestFormats(t *testing.T) {
	b, err := Open(stream(slices.Concat(
		rec(recordFormat, words(164), words(3), []byte{0, '0', '0', '0'}), rec(recordDate1904, words(1)),
		rec(recordXF, words(0, 164)), rec(recordXF, words(0, 14))), nil))
	if err != nil {
		t.Fatal(err)
	}
	if number, code, ok := b.Format(0); number != 164 || code != "000" || !ok {
		t.Error(number, code, ok)
	}
	if number, _, ok := b.Format(1); number != 14 || ok {
		t.Error(number, ok)
	}
	if number, _, ok := b.Format(9); number != 0 || ok || b.Styles() != 2 || !b.Date1904 {
		t.Error(number, ok, b.Styles())
	}
}

// TestRefused checks that what cannot be read is refused with a reason.
func TestRefused(t *testing.T) {
	whole := stream(nil, nil)
	var damaged DamagedError
	for name, test := range map[string]struct {
		stream []byte
		want   error
	}{
		"password":     {stream(rec(recordFilePass, make([]byte, 6)), nil), ErrEncrypted},
		"BIFF5":        {rec(recordBOF, words(0x0500, 5)), ErrVersion},
		"BIFF4":        {rec(0x0409, words(0, 5)), ErrVersion},
		"BIFF2":        {rec(0x0009, words(0, 5)), ErrVersion},
		"empty":        {nil, damaged},
		"text":         {[]byte("Организация;ФИО\n"), damaged},
		"cut off":      {whole[:len(begin)+5], damaged},
		"strings":      {stream(rec(recordSST, words(0, 0, 9, 0, 1), []byte{0, 'a'}), nil), damaged},
		"no worksheet": {slices.Concat(begin, end), nil},
	} {
		_, err := Open(test.stream)
		if errors.As(test.want, &damaged) && errors.As(err, &damaged) && strings.HasPrefix(err.Error(),
			"biff: damaged: ") {
			continue
		}
		if !errors.Is(err, test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, content := range map[string][]byte{"no end": whole[:len(whole)-4],
		"outside": whole[:len(whole)-len(begin)-4]} {
		b, err := Open(content)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.Worksheet(0); !errors.As(err, &damaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzOpen checks that no stream causes a panic.
func FuzzOpen(f *testing.F) {
	f.Add(stream(rec(recordSST, words(1, 0, 1, 0, 1), []byte{0, 's'}), rec(recordLabelSst, words(0, 0, 0, 0, 0))))
	f.Add(stream(rec(recordXF, words(0, 14)), rec(recordMulRk, words(2, 1), words(7, 3<<2|2, 0), words(3))))
	f.Fuzz(func(t *testing.T, content []byte) {
		b, err := Open(content)
		if err != nil {
			return
		}
		for i := range b.Worksheets {
			s, err := b.Worksheet(i)
			if err != nil {
				continue
			}
			for _, c := range s.Cells {
				b.Format(c.Style)
			}
		}
	})
}
