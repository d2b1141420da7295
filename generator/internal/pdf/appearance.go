package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/layout"
)

// drawing is the appearance of a field (ISO 32000-1, 12.5.5), in points from
// its lower left corner.
type drawing struct {
	field         *layout.Field
	face          *formFace
	strangers     map[int]*embedded // for letters that it lacks, by their place in the family
	width, height float64
}

// write adds an appearance stream and returns its number; font is that of its
// words, 0 for none.
func (d drawing) write(f *file, font int, content []byte) int {
	fonts := ""
	if font != 0 {
		fonts = fmt.Sprintf("/%s %d 0 R", formFontName, font)
	}
	for _, index := range slices.Sorted(maps.Keys(d.strangers)) {
		// What the strictest profile asks for, all allow.
		fonts += fmt.Sprintf(" /%s %d 0 R", fontName(index), d.strangers[index].write(f, A1b))
	}
	number := f.take()
	f.putStream(number, "/Type /XObject /Subtype /Form /BBox "+numbers(0, 0, d.width, d.height)+" /Resources <</Font <<"+fonts+">>>>", content)
	return number
}

// tick draws a box as boxes to tick are drawn on the page, with or without the
// tick: paths, for no letter looks alike everywhere.
func (d drawing) tick(checked bool) []byte {
	c := &canvas{}
	r := layout.Run{Width: d.width, Mark: layout.EmptyBox}
	if checked {
		r.Mark = layout.CheckedBox
	}
	c.box(r, d.width*0.85*0.1+d.width*0.075)
	return c.buf
}

// Of the words in a field, in points: beside them, and how small they get.
const (
	fieldPadding  = 2
	fieldSmallest = 4.0
	fieldSpacing  = 1.15
)

// draw draws the value of a field as programs that fill it in would: one line
// or several, in letters as large as fit, or one sign for each place. The first
// line stands where the line of the paper does.
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

// comb puts every sign in the middle of its place.
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

// lines puts as many lines as the paper has for the field where those stand,
// and more of them from its upper edge on.
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

// wrap breaks the value into lines of the field's width.
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

// show moves and shows a text.
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
			if stranger := d.strangers[index]; stranger != nil {
				b = appendHex(b, stranger.code(r))
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

// fontName is what a face is called in the resources of an appearance.
func fontName(index int) string {
	if index == ownFace {
		return formFontName
	}
	return "F" + strconv.Itoa(index)
}

// embed makes the faces of letters that the form's own face lacks: what is
// known already may hold any that can be printed.
func (d *drawing) embed() error {
	lacking := map[int][]rune{}
	for _, r := range d.field.Value {
		if index, _ := d.face.find(r); index != ownFace && r != '\n' {
			lacking[index] = append(lacking[index], r)
		}
	}
	d.strangers = map[int]*embedded{}
	for index, runes := range lacking {
		slices.Sort(runes)
		var err error
		if d.strangers[index], err = newEmbedded(d.face.family.At(index), slices.Compact(runes)); err != nil {
			return err
		}
	}
	return nil
}
