// Package font reads TrueType faces: their characters and metrics, and subsets
// for embedding.
//
//	face.go      one face: metrics, glyphs
//	cmap.go      characters → glyphs
//	describe.go  the faces in a file: names, style, rights
//	names.go     names of faces
//	family.go    the faces of papers
//	subset.go    outlines of some characters
//	assemble.go  font files
//	simple.go    subsets for simple fonts in a PDF
//	web.go       faces for browsers
//
// The tables are those of the OpenType specification 1.9 (ISO/IEC 14496-22).
package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Glyph is the index of an outline in a face.
type Glyph uint16

// Face is a parsed TrueType face. It is read-only and safe for concurrent use.
type Face struct {
	Name        string // PostScript name, "LiberationSerif-Bold"
	Family      string // "Liberation Serif"
	Em          int    // font units per em
	Ascent      int    // font units above the baseline
	Descent     int    // font units below the baseline, positive
	LineGap     int    // font units between lines
	CapHeight   int    // font units
	BBox        [4]int // of all glyphs, font units
	ItalicAngle float64
	Bold        bool
	Whole       bool // may only be embedded with all of its glyphs

	tables  map[string][]byte
	hmtx    []byte
	glyphs  int
	long    bool // loca holds 32-bit offsets
	metrics int  // number of glyphs with their own advance in hmtx
	common  [commonRunes]Glyph
	segment cmapSegments
}

// commonRunes is the end of the range with a direct lookup table: Latin, Greek
// and Cyrillic.
const commonRunes = 0x500

var be = binary.BigEndian

// Parse parses a TrueType file with glyf outlines. The face refers to data,
// which must not change afterwards.
func Parse(data []byte) (*Face, error) {
	tables, err := directory(data, 0)
	if err != nil {
		return nil, err
	}
	return parse(tables)
}

func parse(tables map[string][]byte) (*Face, error) {
	f := &Face{tables: tables}
	for _, read := range []func() error{f.readHead, f.readHorizontal, f.readNames, f.readCmap} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Versions of fonts with TrueType outlines: Apple's own, and that of all others.
const (
	trueType  = 0x00010000
	appleType = 0x74727565 // "true"
)

// directory returns the tables of a font by tag (OpenType, "Table Directory"). The
// font begins at an offset of the file.
func directory(data []byte, at int) (map[string][]byte, error) {
	if at < 0 || at+12 > len(data) || be.Uint32(data[at:]) != trueType && be.Uint32(data[at:]) != appleType {
		return nil, errors.New("font: not a TrueType file")
	}
	count := int(be.Uint16(data[at+4:]))
	if len(data) < at+12+16*count || count > maxTables {
		return nil, errors.New("font: the table directory is cut short")
	}
	tables := make(map[string][]byte, count)
	for i := range count {
		entry := data[at+12+16*i:]
		offset, length := uint64(be.Uint32(entry[8:])), uint64(be.Uint32(entry[12:]))
		if offset+length > uint64(len(data)) {
			return nil, fmt.Errorf("font: table %q lies outside the file", entry[:4])
		}
		tables[string(entry[:4])] = data[offset : offset+length : offset+length]
	}
	return tables, nil
}

// table returns a table of at least size bytes.
func (f *Face) table(name string, size int) ([]byte, error) {
	t := f.tables[name]
	if len(t) < size {
		return nil, fmt.Errorf("font: table %q is missing or cut short", name)
	}
	return t, nil
}

func (f *Face) readHead() error {
	head, err := f.table("head", 54)
	if err != nil {
		return err
	}
	maxp, err := f.table("maxp", 32)
	if err != nil {
		return err
	}
	f.Em = int(be.Uint16(head[18:]))
	if f.Em == 0 {
		return errors.New("font: zero units per em")
	}
	for i := range f.BBox {
		f.BBox[i] = signed(head[36+2*i:])
	}
	f.Bold = head[45]&1 != 0
	f.long = be.Uint16(head[50:]) == 1
	f.glyphs = int(be.Uint16(maxp[4:]))
	size := 2 * (f.glyphs + 1)
	if f.long {
		size *= 2
	}
	_, err = f.table("loca", size)
	return err
}

func (f *Face) readHorizontal() error {
	hhea, err := f.table("hhea", 36)
	if err != nil {
		return err
	}
	f.Ascent, f.Descent, f.LineGap = signed(hhea[4:]), -signed(hhea[6:]), signed(hhea[8:])
	f.metrics = int(be.Uint16(hhea[34:]))
	if f.metrics == 0 || f.metrics > f.glyphs {
		return errors.New("font: bad number of horizontal metrics")
	}
	f.hmtx, err = f.table("hmtx", 4*f.metrics)
	return err
}

// readNames reads the cap height, the italic angle, the PostScript name (name ID 6)
// and the family (1).
func (f *Face) readNames() error {
	if os2 := f.tables["OS/2"]; len(os2) >= 90 {
		f.CapHeight = signed(os2[88:])
	}
	if post := f.tables["post"]; len(post) >= 8 {
		f.ItalicAngle = float64(int32(be.Uint32(post[4:]))) / 65536
	}
	name, err := f.table("name", 6)
	if err != nil {
		return err
	}
	f.Family = first(namesOf(name, familyName))
	if f.Name = postScriptName(first(namesOf(name, postScript))); f.Name == "" {
		return errors.New("font: no PostScript name")
	}
	return nil
}

// Glyph returns the glyph of a character and whether the face has it.
func (f *Face) Glyph(r rune) (Glyph, bool) {
	var g Glyph
	if r >= 0 && r < commonRunes {
		g = f.common[r]
	} else {
		g = f.knownGlyph(f.segment.find(r))
	}
	return g, g != 0
}

// Covers reports whether the face has all characters of a text.
func (f *Face) Covers(text string) bool {
	for at := 0; at < len(text); {
		r, size := Cyrillic(text, at)
		if size == 0 {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if _, ok := f.Glyph(r); !ok {
			return false
		}
		at += size
	}
	return true
}

// Cyrillic returns the character at an index of a text and its size, as utf8.DecodeRuneInString does, if it is a
// Cyrillic letter in use, which most characters of a paper are; else the size is 0. It is inlined.
func Cyrillic(text string, at int) (r rune, size int) {
	if text[at]|1 != 0xD1 || at+1 == len(text) || text[at+1]&0xC0 != 0x80 {
		return 0, 0
	}
	return rune(text[at]&0x1F)<<6 | rune(text[at+1]&0x3F), 2
}

// Advance returns the advance width of a glyph, in font units.
func (f *Face) Advance(g Glyph) int {
	i := min(int(g), f.metrics-1)
	return int(be.Uint16(f.hmtx[4*i:]))
}

// Width returns the width of a text in some size, without kerning, in units of the
// size. Characters that the face lacks have the width of its empty box.
func (f *Face) Width(text string, size float64) float64 {
	units := 0
	for _, r := range text {
		g, _ := f.Glyph(Substitute(r))
		units += f.Advance(g)
	}
	return float64(units) * size / float64(f.Em)
}

// Box is a rectangle in font units.
type Box struct{ Left, Bottom, Right, Top int }

// Bounds returns the extent of the outline of a glyph (OpenType, "glyf"). It reports
// false if there is none.
func (f *Face) Bounds(g Glyph) (Box, bool) {
	outline, err := f.outline(g)
	if err != nil || len(outline) < 10 {
		return Box{}, false
	}
	return Box{signed(outline[2:]), signed(outline[4:]), signed(outline[6:]), signed(outline[8:])}, true
}

func signed(b []byte) int { return int(int16(be.Uint16(b))) }
