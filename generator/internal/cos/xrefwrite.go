package cos

import (
	"encoding/binary"
	"iter"
	"strconv"
)

// maxGeneration is the largest generation number (ISO 32000-1, 7.5.4).
const maxGeneration = 65535

// place is the position of an object in a written file. Number 0 is the head of
// the list of free numbers.
type place struct {
	Ref
	offset int
}

// runs are the longest runs of consecutive numbers.
func runs(places []place) iter.Seq[[]place] {
	return func(yield func([]place) bool) {
		for from := 0; from < len(places); {
			to := from + 1
			for to < len(places) && places[to].Number == places[to-1].Number+1 {
				to++
			}
			if !yield(places[from:to]) {
				return
			}
			from = to
		}
	}
}

// appendTable appends a cross-reference table and its trailer (ISO 32000-1,
// 7.5.4 and 7.5.5).
func appendTable(b []byte, places []place, trailer Object) []byte {
	b = append(b, "xref\n"...)
	for run := range runs(places) {
		b = append(strconv.AppendInt(b, int64(run[0].Number), 10), ' ')
		b = append(strconv.AppendInt(b, int64(len(run)), 10), '\n')
		for _, p := range run {
			b = append(appendDigits(b, p.offset, 10), ' ')
			b = appendDigits(b, p.Generation, 5)
			if p.Number == 0 {
				b = append(b, " f \n"...)
			} else {
				b = append(b, " n \n"...)
			}
		}
	}
	return append(appendObject(append(b, "trailer\n"...), trailer), '\n')
}

// appendDigits appends a number with leading zeros.
func appendDigits(b []byte, n, width int) []byte {
	for range width {
		b = append(b, '0')
	}
	for i := len(b) - 1; n > 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

// appendXrefStream appends a cross-reference stream (ISO 32000-1, 7.5.8). The
// last of the places is its own.
func appendXrefStream(b []byte, places []place, trailer Dict) []byte {
	var rows []byte
	var index Array
	for run := range runs(places) {
		index = append(index, run[0].Number, len(run))
		for _, p := range run {
			rows = binary.BigEndian.AppendUint32(append(rows, 1), uint32(p.offset))
			rows = binary.BigEndian.AppendUint16(rows, uint16(p.Generation))
		}
	}
	self := places[len(places)-1].Ref
	return appendIndirect(b, self, &Stream{Dict: trailer.With(Dict{
		"Type": Name("XRef"), "W": Array{1, 4, 2}, "Index": index, "Size": self.Number + 1,
	}), Data: rows})
}

// appendEnd appends the end of a file whose last cross-reference section begins
// at an offset.
func appendEnd(b []byte, section int) []byte {
	b = append(b, "startxref\n"...)
	return append(strconv.AppendInt(b, int64(section), 10), "\n%%EOF\n"...)
}
