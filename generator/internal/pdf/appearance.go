package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
)

// drawing is the appearance of a field (ISO 32000-1, 12.5.5), in points from
// its lower left corner.
type drawing struct {
	field         *layout.Field
	width, height float64

	face     *formFace
	font     *cos.Ref          // of the form face; nil if unused
	fallback map[int]*embedded // for characters that the face lacks, by index in the family
}

// write adds an appearance stream and returns it.
func (d drawing) write(w *cos.Writer, content []byte) cos.Ref {
	fonts := cos.Entries{}
	if d.font != nil {
		fonts = append(fonts, formFontName, *d.font)
	}
	for _, index := range slices.Sorted(maps.Keys(d.fallback)) {
		fonts = append(fonts, fontName(index), d.fallback[index].write(w, strictest))
	}
	return w.Add(&cos.Stream{Entries: formXObject(d.width, d.height, fonts), Data: content})
}

// formXObject is the dictionary of a form XObject (ISO 32000-1, 8.10.2).
func formXObject(width, height float64, fonts cos.Entries) cos.Entries {
	return cos.Entries{
		"Type", cos.Name("XObject"), "Subtype", cos.Name("Form"), "BBox", numbers(0, 0, width, height),
		"Resources", cos.Entries{"Font", fonts},
	}
}

// tick draws a check box as on pages, with or without the tick. It uses paths,
// because no character looks the same everywhere.
func (d drawing) tick(checked bool) []byte {
	c := &canvas{}
	r := layout.Run{Width: d.width, Kind: layout.EmptyBox}
	if checked {
		r.Kind = layout.CheckedBox
	}
	c.shape(&r, d.width*0.85*0.1+d.width*0.075)
	return c.buf
}

// draw draws the value of a field like a program that fills it in. The first line
// is on the line of the paper.
func (d drawing) draw() []byte {
	if d.field.Value == "" {
		return []byte("/Tx BMC EMC\n")
	}
	b := []byte("/Tx BMC\nq\nBT\n0 g\n")
	size, texts := d.field.Show(d.width, d.height, d.face.family)
	x, y := 0.0, 0.0
	for _, t := range texts {
		b = d.show(b, t.X-x, t.Y-y, size, t.Text)
		x, y = t.X, t.Y
	}
	return append(b, "ET\nQ\nEMC\n"...)
}

// show appends the operators to show a text at (x, y).
func (d drawing) show(b []byte, x, y, size float64, text string) []byte {
	b = fmt.Appendf(b, "%s %s Td\n", number(x), number(y))
	for text != "" {
		r, _ := utf8.DecodeRuneInString(text)
		index := d.face.find(r)
		end := strings.IndexFunc(text, func(r rune) bool { return d.face.find(r) != index })
		if end < 0 {
			end = len(text)
		}
		b = fmt.Appendf(b, "/%s %s Tf <", fontName(index), number(size))
		for _, r := range text[:end] {
			if fallback := d.fallback[index]; fallback != nil {
				b = appendHex(b, fallback.code(r))
			} else {
				code := d.face.codes[r]
				b = append(b, hexDigits[code>>4], hexDigits[code&15])
			}
		}
		b = append(b, "> Tj\n"...)
		text = text[end:]
	}
	return b
}

// fontName returns the name of a face in the resources of an appearance.
func fontName(index int) cos.Name {
	if index == ownFace {
		return formFontName
	}
	return cos.Name("F" + strconv.Itoa(index))
}
