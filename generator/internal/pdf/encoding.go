package pdf

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
)

// embedded is a subset of a face with its PDF objects.
type embedded struct {
	subset  *font.Subset
	codes   [0x500]uint16 // of characters below U+0500, 0 for none
	others  map[rune]uint16
	name    string  // PostScript name with the tag of the subset
	program []byte  // FontFile2, compressed
	unicode []byte  // ToUnicode, compressed
	widths  cos.Raw // the W array, formatted once
}

// code returns the glyph code of a character.
func (e *embedded) code(r rune) uint16 {
	if r >= 0 && int(r) < len(e.codes) {
		return e.codes[r]
	}
	return e.others[r]
}

// fontSet is the faces of a paper by their index in the family; nil for unused
// ones.
type fontSet []*embedded

// fontCache caches subsets by face and characters: a thousand letters share a
// few of them.
type fontCache struct {
	mu      sync.Mutex
	entries map[subsetKey]*embedded
}

type subsetKey struct {
	face  *font.Face
	runes string
}

// cacheLimit bounds the memory of a long-running process.
const cacheLimit = 64

// embed returns subsets with the characters that each face draws.
func (p *Printer) embed(pages []layout.Page, family *font.Family) (fontSet, error) {
	used := make([]runeSet, family.Len())
	for _, page := range pages {
		for _, line := range page.Lines {
			for _, run := range line.Runs {
				used[run.Face].add(run.Text)
			}
		}
	}
	set := make(fontSet, len(used))
	for i := range used {
		runes := used[i].complete(family.At(i), family.IsFallback(i))
		if len(runes) == 0 {
			continue
		}
		face, err := p.fonts.find(runes, family.At(i))
		if err != nil {
			return set, err
		}
		set[i] = face
	}
	return set, nil
}

func (c *fontCache) find(runes []rune, face *font.Face) (*embedded, error) {
	key := subsetKey{face, string(runes)}
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
		c.entries = map[subsetKey]*embedded{}
	}
	c.entries[key] = e
	return e, nil
}

// runeSet is the characters a face draws.
type runeSet struct {
	common [0x500 / 64]uint64 // a bit for each character below U+0500
	others map[rune]bool
	filled bool
}

func (s *runeSet) add(text string) {
	s.filled = s.filled || text != ""
	for at := 0; at < len(text); {
		r, size := font.Cyrillic(text, at)
		if size == 0 {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		at += size
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

// alphabets are embedded completely or not at all, so that papers with
// different letters share a subset.
var alphabets = []string{
	" \u00a0\u00ad!\"%()*+,-./0123456789:;«»–—„“№…",
	"абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}

// complete returns the sorted characters with the complete alphabets of those
// that are in one; fallback faces have no alphabets.
func (s *runeSet) complete(face *font.Face, fallback bool) []rune {
	if !s.filled {
		return nil
	}
	s.add(" ") // at the end of lines
	for _, alphabet := range alphabets {
		if !fallback && strings.ContainsFunc(alphabet, s.has) {
			s.add(covered(face, alphabet))
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

// covered returns the characters of an alphabet that a face has: some families have
// no Cyrillic letters.
func covered(face *font.Face, alphabet string) string {
	return strings.Map(func(r rune) rune {
		if _, ok := face.Glyph(font.Substitute(r)); !ok {
			return -1
		}
		return r
	}, alphabet)
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
	if e.name = face.Name; subset.Of == nil {
		e.name = subsetTag(face.Name, runes) + "+" + face.Name
	}
	e.program = cos.Deflate(subset.Data)
	e.unicode = cos.Deflate(toUnicode(runes))
	e.widths = cos.Raw(cos.Format(widthArray(subset)))
	return e, nil
}

// subsetTag returns the six letters before the name of a subset (ISO 32000-1,
// 9.6.4), derived from its characters.
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
