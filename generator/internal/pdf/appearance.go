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
	r := layout.Run{Width: d.width, Mark: layout.EmptyBox}
	if checked {
		r.Mark = layout.CheckedBox
	}
	c.box(r, d.width*0.85*0.1+d.width*0.075)
	return c.buf
}

// Text in a field: margins and minimum size in points, line spacing as a
// multiple of the size.
const (
	fieldPadding  = 2
	fieldSmallest = 4.0
	fieldSpacing  = 1.15
)

// draw draws the value of a field like a program that fills it in: one or more
// lines in the largest size that fits, or one character per cell. The first
// line is on the line of the paper.
func (d drawing) draw() []byte {
	if d.field.Value == "" {
		return []byte("/Tx BMC EMC\n")
	}
	b := []byte("/Tx BMC\nq\nBT\n0 g\n")
	if d.field.Kind == layout.CombField {
		b = d.comb(b)
	} else {
		b = d.lines(b)
	}
	return append(b, "ET\nQ\nEMC\n"...)
}

// comb centres every character in its cell.
func (d drawing) comb(b []byte) []byte {
	size, step := d.field.Size, d.width/float64(d.field.Most)
	at, y := 0.0, -d.field.Rise
	for i, r := range []rune(d.field.Value) {
		x := (float64(i)+0.5)*step - d.textWidth(string(r), size)/2
		b = d.show(b, x-at, y, size, string(r))
		at, y = x, 0
	}
	return b
}

// lines places the text on the lines of the printed form if there are enough of
// them, and otherwise below the upper edge of the field.
func (d drawing) lines(b []byte) []byte {
	size, face := d.field.Size, d.face.face
	above, below := float64(face.Ascent)/float64(face.Em), float64(face.Descent)/float64(face.Em)
	lines, y := d.wrap(size), 0.0
	for {
		y = -d.field.Rise
		if len(lines) > d.field.Lines {
			y = d.height - above*size
		}
		if size <= fieldSmallest || float64(len(lines)-1)*size*fieldSpacing+below*size <= y {
			break
		}
		size -= 0.5
		lines = d.wrap(size)
	}
	x := float64(fieldPadding)
	for _, line := range lines {
		b = d.show(b, x, y, size, line)
		x, y = 0, -size*fieldSpacing
	}
	return b
}

// wrap breaks the value into lines.
func (d drawing) wrap(size float64) (lines []string) {
	width := func(s string) float64 { return d.textWidth(s, size) }
	for _, line := range strings.Split(d.field.Value, "\n") {
		lines = append(lines, wrap(line, d.width-2*fieldPadding, width)...)
	}
	return lines
}

func (d drawing) textWidth(text string, size float64) (width float64) {
	for _, r := range text {
		_, face := d.face.find(r)
		width += textWidth(string(r), face, size)
	}
	return width
}

// show appends the operators to show a text at (x, y).
func (d drawing) show(b []byte, x, y, size float64, text string) []byte {
	b = fmt.Appendf(b, "%s %s Td\n", number(x), number(y))
	for text != "" {
		r, _ := utf8.DecodeRuneInString(text)
		index, _ := d.face.find(r)
		end := strings.IndexFunc(text, func(r rune) bool { i, _ := d.face.find(r); return i != index })
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
