package font

import (
	"errors"
	"slices"
)

// Subset is a TrueType file with some characters of a face. Glyph i+1 draws
// Runes[i]; glyph 0 is .notdef. Every character has its own glyph, even if the
// face draws two with the same one (space and no-break space), so that text
// copied from a page is the original text.
type Subset struct {
	Face   *Face
	Runes  []rune
	Widths []int // advance of Runes[i], font units
	Glyphs int   // number of glyphs: .notdef, one for each rune, components of composite glyphs
	Data   []byte

	// Of is the glyph of Runes[i] in Data of a face that is embedded whole, where it is
	// not glyph i+1; or nil.
	Of []Glyph
}

// Subset returns a subset with the given characters. It returns an error if the
// face lacks one. Characters with a Substitute are drawn as that.
func (f *Face) Subset(runes []rune) (*Subset, error) {
	s := &Subset{Face: f, Runes: runes}
	glyphs := make([]Glyph, 1, len(runes)+1)
	for _, r := range runes {
		g, ok := f.Glyph(Substitute(r))
		if !ok {
			return nil, errors.New("font: the face lacks a character asked for")
		}
		glyphs = append(glyphs, g)
		s.Widths = append(s.Widths, f.Advance(g))
	}
	if f.Whole {
		s.Of, s.Glyphs, s.Data = glyphs[1:], f.glyphs, f.file()
		return s, nil
	}
	glyphs, outlines, err := f.outlines(glyphs)
	if err != nil {
		return nil, err
	}
	s.Glyphs = len(glyphs)
	s.Data = f.assemble(glyphs, outlines)
	return s, nil
}

// Substitute returns the character whose glyph draws r: that of the hyphen also
// draws the non-breaking hyphen and the hyphen at the end of a divided line.
func Substitute(r rune) rune {
	if r == '\u2011' || r == '\u00ad' {
		return '-'
	}
	return r
}

// outlines returns the glyf entries of the glyphs with the components of
// composite glyphs renumbered. Components that are not in the list are appended
// to it.
func (f *Face) outlines(glyphs []Glyph) ([]Glyph, [][]byte, error) {
	var outlines [][]byte
	parts, room := map[Glyph]int{}, 2*len(f.tables["glyf"])+overlap
	for i := 0; i < len(glyphs); i++ {
		outline, err := f.outline(glyphs[i])
		if err != nil {
			return nil, nil, err
		}
		if len(outline) >= 10 && signed(outline) < 0 {
			outline, err = composite(outline, func(old Glyph) int {
				if _, seen := parts[old]; !seen {
					parts[old] = len(glyphs)
					glyphs = append(glyphs, old)
				}
				return parts[old]
			})
		} else {
			outline, err = unhinted(outline)
		}
		if err != nil {
			return nil, nil, err
		}
		outlines = append(outlines, outline)
		if room -= len(outline); room < 0 {
			return nil, nil, errors.New("font: outlines overlap")
		}
		if len(outlines) > f.glyphs+len(glyphs) {
			return nil, nil, errors.New("font: composite glyphs refer to each other without end")
		}
	}
	return glyphs, outlines, nil
}

// overlap is how many bytes outlines may take beyond twice the size of their table:
// characters may share one.
const overlap = 4 << 20

// unhinted returns a simple outline without its instructions. They are more
// than half of a face and affect only low-resolution screens without
// anti-aliasing (OpenType, "glyf", Simple Glyph Description).
func unhinted(outline []byte) ([]byte, error) {
	if len(outline) < 10 || signed(outline) == 0 {
		return outline, nil
	}
	at := 10 + 2*int(signed(outline))
	if at+2 > len(outline) {
		return nil, errCut
	}
	end := at + 2 + int(be.Uint16(outline[at:]))
	if end > len(outline) {
		return nil, errCut
	}
	return append(append(slices.Clone(outline[:at]), 0, 0), outline[end:]...), nil
}

// Flags of a component (OpenType, "glyf", Composite Glyph Description).
const (
	argsAreWords     = 1 << 0
	haveScale        = 1 << 3
	moreComponents   = 1 << 5
	haveXYScale      = 1 << 6
	haveTwoByTwo     = 1 << 7
	haveInstructions = 1 << 8
)

// composite returns a composite outline with renumbered components and without
// instructions.
func composite(outline []byte, renumber func(Glyph) int) ([]byte, error) {
	outline = slices.Clone(outline)
	for at := 10; ; {
		if at+4 > len(outline) {
			return nil, errCut
		}
		flags := be.Uint16(outline[at:])
		be.PutUint16(outline[at:], flags&^haveInstructions)
		be.PutUint16(outline[at+2:], uint16(renumber(Glyph(be.Uint16(outline[at+2:])))))
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&haveTwoByTwo != 0:
			at += 8
		}
		if at > len(outline) {
			return nil, errCut
		}
		if flags&moreComponents == 0 {
			return outline[:at], nil
		}
	}
}

var errCut = errors.New("font: an outline is cut short")

// outline returns the glyf entry of a glyph, which is empty for a space.
func (f *Face) outline(g Glyph) ([]byte, error) {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	if int(g) >= f.glyphs {
		return nil, errors.New("font: a glyph lies outside the face")
	}
	var from, to uint64
	if f.long {
		from, to = uint64(be.Uint32(loca[4*int(g):])), uint64(be.Uint32(loca[4*int(g)+4:]))
	} else {
		from, to = 2*uint64(be.Uint16(loca[2*int(g):])), 2*uint64(be.Uint16(loca[2*int(g)+2:]))
	}
	if from > to || to > uint64(len(glyf)) {
		return nil, errors.New("font: an outline lies outside its table")
	}
	return glyf[from:to], nil
}
