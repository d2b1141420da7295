package font

import (
	"math/bits"
	"slices"
)

// assemble returns a TrueType file with the given outlines. It omits tables
// that only operating systems read (cmap, name, OS/2, post), which a
// CIDFontType2 in a PDF does not need (ISO 32000-1, 9.9), and those of hinting,
// because the outlines have no instructions.
func (f *Face) assemble(glyphs []Glyph, outlines [][]byte) []byte {
	count := len(outlines)
	loca := make([]byte, 0, 4*(count+1))
	var glyf []byte
	for _, outline := range outlines {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))

	head := slices.Clone(f.tables["head"])
	be.PutUint32(head[8:], 0)  // checkSumAdjustment, set last
	be.PutUint16(head[50:], 1) // long offsets in loca
	hhea := slices.Clone(f.tables["hhea"])
	be.PutUint16(hhea[34:], uint16(count))
	maxp := slices.Clone(f.tables["maxp"])
	be.PutUint16(maxp[4:], uint16(count))
	clear(maxp[16:28])         // limits of instructions
	be.PutUint16(maxp[14:], 1) // maxZones: instructions use no twilight zone

	return sfnt([]sfntTable{
		{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", f.advances(glyphs)}, {"loca", loca}, {"maxp", maxp},
	})
}

// advances returns an hmtx table with an advance and a left side bearing for
// every glyph.
func (f *Face) advances(glyphs []Glyph) []byte {
	old := f.hmtx
	table := make([]byte, 0, 4*len(glyphs))
	for _, g := range glyphs {
		table = be.AppendUint16(table, uint16(f.Advance(g)))
		bearing := 4*f.metrics + 2*(int(g)-f.metrics)
		if int(g) < f.metrics {
			bearing = 4*int(g) + 2
		}
		if bearing+2 > len(old) {
			table = append(table, 0, 0)
			continue
		}
		table = append(table, old[bearing:bearing+2]...)
	}
	return table
}

type sfntTable struct {
	tag  string
	data []byte
}

// sfnt returns a font file of the given tables, which must be in alphabetical
// order, with checksums (OpenType, "Organization of an OpenType Font").
func sfnt(tables []sfntTable) []byte {
	power, exponent := powerOfTwo(len(tables))
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), power * 16, exponent, len(tables)*16 - power*16} {
		out = be.AppendUint16(out, uint16(v))
	}
	offset, headAt := 12+16*len(tables), 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = offset
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(offset))
		out = be.AppendUint32(out, uint32(len(t.data)))
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// powerOfTwo returns the largest power of two that is at most n, which tables
// have for binary searches.
func powerOfTwo(n int) (power, exponent int) {
	exponent = bits.Len(uint(n)) - 1
	return 1 << exponent, exponent
}

func checksum(data []byte) (sum uint32) {
	for len(data) >= 4 {
		sum += be.Uint32(data)
		data = data[4:]
	}
	var tail [4]byte
	copy(tail[:], data)
	return sum + be.Uint32(tail[:])
}
