package pdf

import (
	"slices"
	"strings"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/font"
)

// write adds the fonts of a paper and returns the font resources.
func (set fontSet) write(w *cos.Writer, p Profile) cos.Entries {
	named := cos.Entries{}
	for i, e := range set {
		if e != nil {
			named = append(named, fontName(i), e.write(w, p))
		}
	}
	return named
}

// write adds the objects of a face and returns its Type0 font (ISO 32000-1,
// 9.7.4 and 9.8).
func (e *embedded) write(w cos.Adder, p Profile) cos.Ref {
	descriptor := append(slices.Clip(e.descriptor), "FontFile2", w.Add(fontFile(e.program, len(e.subset.Data))))
	if p.wantsCIDSet() {
		descriptor = append(descriptor, "CIDSet", w.Add(deflated(nil, e.cidSet())))
	}
	var glyphs cos.Object = cos.Name("Identity")
	if e.subset.Of != nil {
		glyphs = w.Add(deflated(nil, e.glyphMap()))
	}
	system := cos.Entries{"Registry", cos.String("Adobe"), "Ordering", cos.String("Identity"), "Supplement", 0}
	descendant := w.Add(cos.Entries{
		"Type", cos.Name("Font"), "Subtype", cos.Name("CIDFontType2"), "BaseFont", cos.Name(e.name),
		"CIDSystemInfo", system, "FontDescriptor", w.Add(descriptor),
		"CIDToGIDMap", glyphs, "DW", 1000, "W", e.widths,
	})
	return w.Add(cos.Entries{
		"Type", cos.Name("Font"), "Subtype", cos.Name("Type0"), "BaseFont", cos.Name(e.name),
		"Encoding", cos.Name("Identity-H"), "DescendantFonts", cos.Array{descendant},
		"ToUnicode", w.Add(shared(nil, e.unicode)),
	})
}

// flagsOf returns the flags of a face that is embedded by glyph codes.
func flagsOf(face *font.Face) int {
	if strings.Contains(face.Name, "Sans") {
		return symbolic
	}
	return symbolic + serif
}

// shared returns a compressed stream that many papers have in common.
func shared(d cos.Entries, data []byte) *cos.Stream {
	s := packed(d, data)
	s.Shared = true
	return s
}

// fontFile returns a TrueType font program (ISO 32000-1, 9.9).
func fontFile(program []byte, length int) *cos.Stream {
	return shared(cos.Entries{"Length1", length}, program)
}

// Flags of a font descriptor (ISO 32000-1, table 123).
const (
	serif       = 1 << 1
	symbolic    = 1 << 2
	nonsymbolic = 1 << 5
	italic      = 1 << 6
)

// descriptor returns the font descriptor of a face without its program (ISO
// 32000-1, 9.8).
func descriptor(face *font.Face, name string, flags int) cos.Entries {
	em := func(units int) float64 { return perMille(units, face.Em) }
	stem := 80
	if face.ItalicAngle != 0 {
		flags |= italic
	}
	if face.Bold {
		stem = 140
	}
	box := cos.Array{em(face.BBox[0]), em(face.BBox[1]), em(face.BBox[2]), em(face.BBox[3])}
	return cos.Entries{
		"Type", cos.Name("FontDescriptor"), "FontName", cos.Name(name), "Flags", flags,
		"ItalicAngle", rounded(face.ItalicAngle), "FontBBox", box,
		"Ascent", em(face.Ascent), "Descent", em(-face.Descent), "CapHeight", em(face.CapHeight), "StemV", stem,
	}
}

// glyphMap returns the glyphs of codes in a face that is embedded whole (ISO 32000-1,
// 9.7.4.2).
func (e *embedded) glyphMap() []byte {
	list := make([]byte, 2, 2+2*len(e.subset.Of)) // code 0 is .notdef
	for _, g := range e.subset.Of {
		list = append(list, byte(g>>8), byte(g))
	}
	return list
}

// cidSet returns the set of all glyphs of the subset (ISO 32000-1, 9.8.3.2; bit
// 7 of the first byte is glyph 0).
func (e *embedded) cidSet() []byte {
	bits := make([]byte, e.subset.Glyphs/8+1)
	for i := range e.subset.Glyphs {
		bits[i/8] |= 0x80 >> (i % 8)
	}
	return bits
}

// perMille converts font units to thousandths of an em.
func perMille(units, em int) float64 { return rounded(float64(units) * 1000 / float64(em)) }

// widthArray returns the widths of the glyphs (ISO 32000-1, 9.7.4.3).
func widthArray(s *font.Subset) cos.Array {
	widths := make(cos.Array, len(s.Widths))
	for i, width := range s.Widths {
		widths[i] = perMille(width, s.Face.Em)
	}
	return cos.Array{1, widths}
}
