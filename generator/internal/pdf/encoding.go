package pdf

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
)

// embedded is one face as it goes into files: the subset and its objects,
// ready to be written.
type embedded struct {
	subset  *font.Subset
	codes   [0x500]uint16 // of common characters, 0 for none
	others  map[rune]uint16
	name    string  // PostScript name with the tag of the subset
	program []byte  // FontFile2, compressed
	unicode []byte  // ToUnicode, compressed
	widths  cos.Raw // the W array, formatted once
}

// code is the glyph code of a character in this subset.
func (e *embedded) code(r rune) uint16 {
	if r >= 0 && int(r) < len(e.codes) {
		return e.codes[r]
	}
	return e.others[r]
}

// fontSet is the faces of one paper by their place in the family; nil where
// unused.
type fontSet []*embedded

// fontCache keeps subsets by face and characters: a thousand letters share
// a handful of them.
type fontCache struct {
	mu      sync.Mutex
	entries map[string]*embedded
}

// cacheLimit bounds the memory of a process that prints without end.
const cacheLimit = 64

// embed finds the characters each face draws and returns their subsets.
func (p *Printer) embed(pages []layout.Page) (fontSet, error) {
	used := make([]runeSet, p.family.Len())
	for _, page := range pages {
		for _, line := range page.Lines {
			for _, run := range line.Runs {
				used[run.Face].add(run.Text)
			}
		}
	}
	set := make(fontSet, len(used))
	for i := range used {
		runes := used[i].closed(font.IsFallback(i))
		if len(runes) == 0 {
			continue
		}
		face, err := p.fonts.find(i, runes, p.family.At(i))
		if err != nil {
			return set, err
		}
		set[i] = face
	}
	return set, nil
}

func (c *fontCache) find(index int, runes []rune, face *font.Face) (*embedded, error) {
	key := strconv.Itoa(index) + string(runes)
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.entries[key]; ok {
		return e, nil
	}
	e, err := newEmbedded(face, runes)
	if err != nil {
		return nil, err
	}
	if c.entries == nil || len(c.entries) >= cacheLimit {
		c.entries = map[string]*embedded{}
	}
	c.entries[key] = e
	return e, nil
}

// runeSet is the characters a face draws.
type runeSet struct {
	common [0x500 / 64]uint64 // a bit for each of the first characters
	others map[rune]bool
	filled bool
}

func (s *runeSet) add(text string) {
	for _, r := range text {
		s.filled = true
		if i := int(r / 64); i < len(s.common) {
			s.common[i] |= 1 << (r % 64)
			continue
		}
		if s.others == nil {
			s.others = map[rune]bool{}
		}
		s.others[r] = true
	}
}

// alphabets are embedded whole or not at all, so that papers that differ in a
// letter share a subset.
var alphabets = []string{
	" \u00a0!\"%()*+,-./0123456789:;«»–—„“№…",
	"абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}

// closed is the characters in order, with the alphabets they belong to; a
// fallback face has none.
func (s *runeSet) closed(fallback bool) []rune {
	if !s.filled {
		return nil
	}
	s.add(" ") // ends the lines
	for _, alphabet := range alphabets {
		if !fallback && strings.ContainsFunc(alphabet, s.has) {
			s.add(alphabet)
		}
	}
	var runes []rune
	for i, word := range s.common {
		for ; word != 0; word &= word - 1 {
			runes = append(runes, rune(64*i+bits.TrailingZeros64(word)))
		}
	}
	common := len(runes)
	for r := range s.others {
		runes = append(runes, r)
	}
	slices.Sort(runes[common:])
	return runes
}

func (s *runeSet) has(r rune) bool {
	if i := int(r / 64); i < len(s.common) {
		return s.common[i]&(1<<(r%64)) != 0
	}
	return s.others[r]
}

func newEmbedded(face *font.Face, runes []rune) (*embedded, error) {
	subset, err := face.Subset(runes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", face.Name, err)
	}
	e := &embedded{subset: subset, others: map[rune]uint16{}}
	for i, r := range runes {
		if int(r) < len(e.codes) {
			e.codes[r] = uint16(i + 1)
		} else {
			e.others[r] = uint16(i + 1)
		}
	}
	e.name = subsetTag(face.Name, runes) + "+" + face.Name
	e.program = cos.Deflate(subset.Data)
	e.unicode = cos.Deflate(toUnicode(runes))
	e.widths = cos.Raw(cos.Format(widthArray(subset)))
	return e, nil
}

// subsetTag is the six letters before the name of a subset (ISO 32000-1,
// 9.6.4), derived from what the subset holds.
func subsetTag(name string, runes []rune) string {
	h := fnv.New64a()
	h.Write([]byte(name + string(runes)))
	sum := h.Sum64()
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(tag)
}

// perMille turns font units into thousandths of an em.
func perMille(units, em int) float64 { return rounded(float64(units) * 1000 / float64(em)) }

// widthArray is the widths of the glyphs (ISO 32000-1, 9.7.4.3).
func widthArray(s *font.Subset) cos.Array {
	widths := make(cos.Array, len(s.Widths))
	for i, width := range s.Widths {
		widths[i] = perMille(width, s.Face.Em)
	}
	return cos.Array{1, widths}
}

// toUnicode maps glyph codes back to characters (ISO 32000-1, 9.10.3).
func toUnicode(runes []rune) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 0; from < len(runes); from += 100 { // the most a block may hold
		part := runes[from:min(from+100, len(runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", from+i+1, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// write adds the fonts of a paper and returns the dictionary that names them.
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
	face := e.subset.Face
	flags := symbolic + serif
	if strings.Contains(face.Name, "Sans") {
		flags = symbolic
	}
	descriptor := append(descriptor(face, e.name, flags), "FontFile2", w.Add(fontFile(e.program, len(e.subset.Data))))
	if p.wantsCIDSet() {
		descriptor = append(descriptor, "CIDSet", w.Add(deflated(nil, e.cidSet())))
	}
	descendant := w.Add(cos.Entries{
		"Type", cos.Name("Font"), "Subtype", cos.Name("CIDFontType2"), "BaseFont", cos.Name(e.name),
		"CIDSystemInfo", cos.Entries{"Registry", cos.String("Adobe"), "Ordering", cos.String("Identity"), "Supplement", 0},
		"FontDescriptor", w.Add(descriptor), "CIDToGIDMap", cos.Name("Identity"), "DW", 1000, "W", e.widths,
	})
	return w.Add(cos.Entries{
		"Type", cos.Name("Font"), "Subtype", cos.Name("Type0"), "BaseFont", cos.Name(e.name), "Encoding", cos.Name("Identity-H"),
		"DescendantFonts", cos.Array{descendant}, "ToUnicode", w.Add(shared(nil, e.unicode)),
	})
}

// shared is a compressed stream that many papers have in common.
func shared(d cos.Entries, data []byte) *cos.Stream {
	s := packed(d, data)
	s.Shared = true
	return s
}

// fontFile is the program of a TrueType font (ISO 32000-1, 9.9).
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

// descriptor is the font descriptor of a face without its program (ISO 32000-1,
// 9.8).
func descriptor(face *font.Face, name string, flags int) cos.Entries {
	em := func(units int) float64 { return perMille(units, face.Em) }
	stem := 80
	if face.ItalicAngle != 0 {
		flags |= italic
	}
	if face.Bold {
		stem = 140
	}
	return cos.Entries{
		"Type", cos.Name("FontDescriptor"), "FontName", cos.Name(name), "Flags", flags, "ItalicAngle", rounded(face.ItalicAngle),
		"FontBBox", cos.Array{em(face.BBox[0]), em(face.BBox[1]), em(face.BBox[2]), em(face.BBox[3])},
		"Ascent", em(face.Ascent), "Descent", em(-face.Descent), "CapHeight", em(face.CapHeight), "StemV", stem,
	}
}

// cidSet lists the glyphs of the subset, all of them (ISO 32000-1, 9.8.3.2;
// bit 7 of the first byte is glyph 0).
func (e *embedded) cidSet() []byte {
	bits := make([]byte, e.subset.Glyphs/8+1)
	for i := range e.subset.Glyphs {
		bits[i/8] |= 0x80 >> (i % 8)
	}
	return bits
}
