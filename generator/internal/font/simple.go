package font

import "slices"

// WithCmap returns the subset with a cmap table (OpenType, "cmap", Windows
// platform, Unicode BMP, format 4), which simple fonts in a PDF need (ISO
// 32000-1, 9.6.6.4). Runes must be sorted and in the Basic Multilingual Plane.
func (s *Subset) WithCmap() []byte {
	tables, err := directory(s.Data, 0)
	if err != nil {
		panic(err) // cannot happen: assemble wrote it
	}
	list := []sfntTable{{"cmap", s.cmap()}}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		data := tables[tag]
		if tag == "head" {
			data = slices.Clone(data)
			be.PutUint32(data[8:], 0) // checkSumAdjustment, set last
		}
		list = append(list, sfntTable{tag, data})
	}
	return sfnt(list)
}

// cmap returns a cmap table with one segment for each run of consecutive
// characters, whose glyphs are consecutive, too.
func (s *Subset) cmap() []byte {
	type segment struct{ first, last, glyph int }
	var segments []segment
	for i, r := range s.Runes {
		if n := len(segments); n > 0 && segments[n-1].last+1 == int(r) {
			segments[n-1].last++
			continue
		}
		segments = append(segments, segment{int(r), int(r), i + 1})
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 0}) // required last segment
	count := len(segments)
	power, exponent := powerOfTwo(count)
	table := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	add := func(v int) { table = be.AppendUint16(table, uint16(v)) }
	for _, v := range []int{4, 16 + 8*count, 0, 2 * count, 2 * power, exponent, 2 * (count - power)} {
		add(v)
	}
	for _, g := range segments {
		add(g.last)
	}
	add(0)
	for _, g := range segments {
		add(g.first)
	}
	for _, g := range segments {
		add(g.glyph - g.first)
	}
	for range segments {
		add(0)
	}
	return table
}
