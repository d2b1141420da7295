package font

import (
	"errors"
	"sort"
)

// cmapSegments is a format 4 subtable, which maps segments of the Basic
// Multilingual Plane to glyphs (OpenType, "cmap", Format 4).
type cmapSegments struct {
	data  []byte // the subtable
	count int
}

// readCmap reads the Windows Unicode subtable (platform 3, encoding 1), or else that
// of platform 0.
func (f *Face) readCmap() error {
	cmap, err := f.table("cmap", 4)
	if err != nil {
		return err
	}
	if f.readSubtable(cmap, func(platform, encoding uint16) bool { return platform == 3 && encoding == 1 }) ||
		f.readSubtable(cmap, func(platform, encoding uint16) bool { return platform == 0 && encoding <= 4 }) {
		return nil
	}
	return errors.New("font: no Unicode cmap of format 4")
}

// readSubtable reads the first subtable of format 4 of some encoding.
func (f *Face) readSubtable(cmap []byte, of func(platform, encoding uint16) bool) bool {
	for i := range int(be.Uint16(cmap[2:])) {
		if len(cmap) < 4+8*(i+1) {
			break
		}
		record := cmap[4+8*i:]
		offset := uint64(be.Uint32(record[4:]))
		if !of(be.Uint16(record), be.Uint16(record[2:])) || offset+14 > uint64(len(cmap)) {
			continue
		}
		s := cmapSegments{data: cmap[offset:]}
		s.count = int(be.Uint16(s.data[6:])) / 2
		if be.Uint16(s.data) != 4 || len(s.data) < 16+8*s.count {
			continue
		}
		f.segment = s
		for r := range rune(commonRunes) {
			f.common[r] = f.knownGlyph(s.find(r))
		}
		return true
	}
	return false
}

// knownGlyph returns g, or 0 if it is not in the face.
func (f *Face) knownGlyph(g Glyph) Glyph {
	if int(g) >= f.glyphs {
		return 0
	}
	return g
}

func (s cmapSegments) find(r rune) Glyph {
	if r < 0 || r > 0xFFFF || s.count == 0 {
		return 0
	}
	c := int(r)
	ends, starts := s.data[14:], s.data[16+2*s.count:]
	deltas, offsets := s.data[16+4*s.count:], s.data[16+6*s.count:]
	i := sort.Search(s.count, func(i int) bool { return int(be.Uint16(ends[2*i:])) >= c })
	if i == s.count || int(be.Uint16(starts[2*i:])) > c {
		return 0
	}
	delta, offset := be.Uint16(deltas[2*i:]), int(be.Uint16(offsets[2*i:]))
	if offset == 0 {
		return Glyph(uint16(c) + delta)
	}
	at := 2*i + offset + 2*(c-int(be.Uint16(starts[2*i:])))
	if at+2 > len(offsets) {
		return 0
	}
	g := be.Uint16(offsets[at:])
	if g == 0 {
		return 0
	}
	return Glyph(g + delta)
}
