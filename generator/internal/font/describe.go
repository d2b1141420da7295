package font

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

// Description contains the data of a font file about one of its faces.
type Description struct {
	At          int      // offset of the face in the file
	Families    []string // names of its family, in all languages
	Typographic []string // of the family of all its weights
	Full        []string // names of the face
	Weight      int      // 400 is regular, 700 bold (OpenType, "OS/2", usWeightClass)
	Italic      bool
	PostScript  bool   // its outlines are not TrueType (CFF)
	Rights      Rights // embedding rights
}

// Rights are the bits of fsType (OpenType, "OS/2").
type Rights uint16

// Bits of Rights.
const (
	restricted Rights = 1 << 1
	preview    Rights = 1 << 2
	editable   Rights = 1 << 3
	noSubsets  Rights = 1 << 8
	bitmapOnly Rights = 1 << 9
)

// Embeds reports whether outlines may be embedded in a file that is only read and
// printed: when several bits are set, the one that allows most decides.
func (r Rights) Embeds() bool {
	return r&bitmapOnly == 0 && (r&restricted == 0 || r&(preview|editable) != 0)
}

// Subsets reports whether a part of the glyphs may be embedded.
func (r Rights) Subsets() bool { return r&noSubsets == 0 }

// Limits of a font file that is described.
const (
	maxTables = 400
	maxFaces  = 200     // of a collection
	maxTable  = 4 << 20 // bytes of a table that is read
)

const (
	collection = 0x74746366 // "ttcf"
	openType   = 0x4F54544F // "OTTO": PostScript outlines
)

var errFont = errors.New("font: not a font file")

// Describe reads the data of a file about its faces: one, or those of a collection. It reads only what it needs,
// and validates everything.
func Describe(r io.ReaderAt) ([]Description, error) {
	head, err := bytesAt(r, 0, 12)
	if err != nil {
		return nil, errFont
	}
	if be.Uint32(head) != collection {
		one, err := describe(r, 0)
		return []Description{one}, err
	}
	count := int(be.Uint32(head[8:]))
	if count > maxFaces {
		return nil, fmt.Errorf("font: more than %d faces", maxFaces)
	}
	offsets, err := bytesAt(r, 12, 4*count)
	if err != nil {
		return nil, errFont
	}
	var list []Description
	for i := range count {
		one, err := describe(r, int64(be.Uint32(offsets[4*i:])))
		if err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// bytesAt reads bytes at an offset.
func bytesAt(r io.ReaderAt, at int64, count int) ([]byte, error) {
	if count < 0 || count > maxTable {
		return nil, errFont
	}
	data := make([]byte, count)
	if n, err := r.ReadAt(data, at); n < count {
		return nil, err
	}
	return data, nil
}

// describe describes the face at an offset.
func describe(r io.ReaderAt, at int64) (d Description, err error) {
	head, err := bytesAt(r, at, 12)
	if err != nil {
		return d, errFont
	}
	switch be.Uint32(head) {
	case trueType, appleType:
	case openType:
		d.PostScript = true
	default:
		return d, errFont
	}
	count := int(be.Uint16(head[4:]))
	if count > maxTables {
		return d, errFont
	}
	entries, err := bytesAt(r, at+12, 16*count)
	if err != nil {
		return d, errFont
	}
	tables := map[string][]byte{}
	for i := range count {
		entry := entries[16*i:]
		switch tag := string(entry[:4]); tag {
		case "name", "OS/2", "head":
			length := min(be.Uint32(entry[12:]), maxTable)
			if tables[tag], err = bytesAt(r, int64(be.Uint32(entry[8:])), int(length)); err != nil {
				return d, errFont
			}
		}
	}
	d.At = int(at)
	return d, d.read(tables)
}

// read reads the tables of a face.
func (d *Description) read(tables map[string][]byte) error {
	name, os2, head := tables["name"], tables["OS/2"], tables["head"]
	d.Families, d.Full = namesOf(name, familyName), namesOf(name, fullName)
	d.Typographic = namesOf(name, typographic)
	if len(d.Families) == 0 {
		return errors.New("font: no family")
	}
	d.Weight = 400
	if len(head) >= 46 && be.Uint16(head[44:])&1 != 0 {
		d.Weight = 700
	}
	d.Italic = len(head) >= 46 && be.Uint16(head[44:])&2 != 0
	if len(os2) >= 64 {
		selection := be.Uint16(os2[62:])
		if w := int(be.Uint16(os2[4:])); w >= 1 && w <= 1000 {
			d.Weight = w
		}
		d.Italic = selection&1 != 0
		d.Rights = Rights(be.Uint16(os2[8:]))
	}
	return nil
}

// Limits of the metrics of a face that is not built in.
const (
	minEm, maxEm = 16, 16384 // OpenType, "head", unitsPerEm
	maxLines     = 4         // height of a line, em
)

// ParseAt parses the face of a description, with the height of lines that Word gives
// it (see lineMetrics).
func ParseAt(data []byte, d Description) (*Face, error) {
	tables, err := directory(data, d.At)
	if err != nil {
		return nil, err
	}
	size := 0
	for _, table := range tables {
		size += len(table)
	}
	if size > 2*len(data) { // tables overlap
		return nil, errFont
	}
	f, err := parse(tables)
	if err != nil {
		return nil, err
	}
	f.lineMetrics()
	f.Whole = !d.Rights.Subsets()
	height := f.Ascent + f.Descent + f.LineGap
	if f.Em < minEm || f.Em > maxEm || height <= 0 || height > maxLines*f.Em || f.Ascent <= 0 {
		return nil, errors.New("font: impossible metrics")
	}
	return f, nil
}

// lineMetrics sets the height of lines as Word does on Windows: typographic metrics
// where the face asks for them, or else those of Windows, with the external leading
// of GDI (OpenType, "OS/2", fsSelection bit 7; TEXTMETRIC).
func (f *Face) lineMetrics() {
	os2 := f.tables["OS/2"]
	if len(os2) < 78 {
		return
	}
	const useTypographic = 1 << 7
	if be.Uint16(os2[62:])&useTypographic != 0 {
		f.Ascent, f.Descent, f.LineGap = signed(os2[68:]), -signed(os2[70:]), max(0, signed(os2[72:]))
		return
	}
	ascent, descent := int(be.Uint16(os2[74:])), int(be.Uint16(os2[76:]))
	if ascent+descent == 0 {
		return
	}
	f.LineGap = max(0, f.LineGap-(ascent+descent-(f.Ascent+f.Descent)))
	f.Ascent, f.Descent = ascent, descent
}

// file returns the whole face as a file of its own.
func (f *Face) file() []byte {
	var list []sfntTable
	for tag, data := range f.tables {
		if tag == "DSIG" { // of the file that it was in
			continue
		}
		if tag == "head" {
			data = slices.Clone(data)
			be.PutUint32(data[8:], 0) // checkSumAdjustment, set last
		}
		list = append(list, sfntTable{tag, data})
	}
	slices.SortFunc(list, func(a, b sfntTable) int {
		if a.tag < b.tag {
			return -1
		}
		return 1
	})
	return sfnt(list)
}
