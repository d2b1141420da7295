package pdf

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"sync"

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

	descriptor cos.Entries // without the program
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
	covered map[*font.Face][]frequentRunes // see covered
}

type subsetKey struct {
	face     *font.Face
	frequent frequentRunes
	rare     string
}

// cacheLimit bounds the memory of a long-running process.
const cacheLimit = 64

// embed returns subsets with the characters that each face draws.
func (p *Printer) embed(pages []layout.Page, family *font.Family) (fontSet, error) {
	used := make([]*runeSet, family.Len())
	for i := range pages {
		for j := range pages[i].Lines {
			line := &pages[i].Lines[j]
			for k := range line.Runs {
				run := &line.Runs[k]
				if run.Text == "" {
					continue
				}
				if used[run.Face] == nil {
					used[run.Face] = new(runeSet)
				}
				used[run.Face].add(run.Text)
			}
		}
	}
	set := make(fontSet, len(used))
	for i, characters := range used {
		if characters == nil {
			continue
		}
		face, err := p.fonts.find(characters, family.At(i), family.IsFallback(i))
		if err != nil {
			return set, err
		}
		set[i] = face
	}
	return set, nil
}

// find returns a subset of a face for a set of characters, which it completes.
func (c *fontCache) find(s *runeSet, face *font.Face, fallback bool) (*embedded, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var alphabets []frequentRunes
	if !fallback {
		alphabets = c.alphabetsOf(face)
	}
	s.complete(alphabets)
	key := subsetKey{face, s.frequent, string(s.rare())}
	if e, ok := c.entries[key]; ok {
		return e, nil
	}
	e, err := newEmbedded(face, s.runes())
	if err != nil {
		return nil, err
	}
	if c.entries == nil || len(c.entries) >= cacheLimit {
		c.entries = map[subsetKey]*embedded{}
	}
	c.entries[key] = e
	return e, nil
}

// alphabetsOf is covered, kept.
func (c *fontCache) alphabetsOf(face *font.Face) []frequentRunes {
	found, ok := c.covered[face]
	if !ok {
		found = covered(face)
		if c.covered == nil || len(c.covered) >= cacheLimit {
			c.covered = map[*font.Face][]frequentRunes{}
		}
		c.covered[face] = found
	}
	return found
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
	e.descriptor = descriptor(face, e.name, flagsOf(face))
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
