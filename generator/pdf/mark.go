package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/font"
)

// Mark is the visible mark of an electronic signature: a heading in bold and
// lines of text in a frame (ГОСТ Р 7.0.97, 5.23).
type Mark struct {
	Heading string
	Lines   []string
	Turn    int // quarters by which the page is shown turned clockwise; the mark stands upright there
}

// upright are the matrices that undo the turns of a page (ISO 32000-1, 12.5.5
// moves what they turn into the place).
var upright = [4]string{"", " /Matrix [0 1 -1 0 0 0]", " /Matrix [-1 0 0 -1 0 0]", " /Matrix [0 -1 1 0 0 0]"}

// In points.
const (
	markFrame    = 0.75
	markPadding  = 3
	markLargest  = 9.0
	markSmallest = 2.0 // in the least of places; nothing is left out
	markStep     = 0.25
	markSpacing  = 1.15
)

// Mark draws a mark for a place of the given size, in points: the appearance
// stream and the fonts that it shows, as bodies of objects that will bear the
// numbers from next on. The first is the appearance. The letters are as large
// as the place allows. A character that the face lacks becomes "?".
func (p *Printer) Mark(m Mark, width, height float64, next int) ([]string, error) {
	bold, regular := p.family.Face(true, false), p.family.Face(false, false)
	var set markText
	size := markLargest
	for ; size >= markSmallest; size -= markStep {
		set.lines = set.lines[:0]
		set.wrap(covered(m.Heading, bold), bold, 0, size, width-2*markPadding)
		for _, line := range m.Lines {
			set.wrap(covered(line, regular), regular, 1, size, width-2*markPadding)
		}
		if float64(len(set.lines))*size*markSpacing+2*markPadding <= height {
			break
		}
	}
	var faces [2]*embedded
	for i, face := range []*font.Face{bold, regular} {
		var err error
		if faces[i], err = newEmbedded(face, set.runes(i)); err != nil {
			return nil, err
		}
	}
	f := &file{Buffer: new(bytes.Buffer), before: next - 1}
	appearance := f.take()
	// The file may be of any profile: what the strictest asks for, all allow.
	resources := fmt.Sprintf("<</Font <</F0 %d 0 R /F1 %d 0 R>>>>", faces[0].write(f, A1b), faces[1].write(f, A1b))
	f.putDeflated(appearance, fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %s %s]%s /Resources %s",
		number(width), number(height), upright[m.Turn], resources), set.draw(faces, size, width, height))
	return f.bodies(), nil
}

// covered replaces what a face lacks.
func covered(text string, face *font.Face) string {
	return strings.Map(func(r rune) rune {
		if _, ok := face.Glyph(font.Substitute(r)); ok {
			return r
		}
		return '?'
	}, text)
}

// markText is the lines of a mark.
type markText struct{ lines []markLine }

type markLine struct {
	text string
	face int // 0 bold, 1 regular
	x    float64
}

// wrap breaks a text into lines. Those in bold stand in the middle.
func (t *markText) wrap(text string, face *font.Face, index int, size, room float64) {
	for _, line := range wrap(text, room, func(s string) float64 { return textWidth(s, face, size) }) {
		x := float64(markPadding)
		if index == 0 {
			x += (room - textWidth(line, face, size)) / 2
		}
		t.lines = append(t.lines, markLine{line, index, x})
	}
}

// wrap breaks a text at its spaces, and a word wider than the room anywhere.
func wrap(text string, room float64, width func(string) float64) (lines []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		if joined := strings.TrimSpace(line + " " + word); width(joined) <= room {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
		for _, r := range word {
			if line != "" && width(line+string(r)) > room {
				lines = append(lines, line)
				line = ""
			}
			line += string(r)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func textWidth(text string, face *font.Face, size float64) float64 {
	units := 0
	for _, r := range text {
		g, _ := face.Glyph(font.Substitute(r))
		units += face.Advance(g)
	}
	return float64(units) * size / float64(face.Em)
}

// runes are the characters of one face.
func (t *markText) runes(index int) []rune {
	list := []rune{' '}
	for _, line := range t.lines {
		if line.face == index {
			list = append(list, []rune(line.text)...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// draw writes the content of the appearance: the frame and the lines, in the
// middle of its height.
func (t *markText) draw(faces [2]*embedded, size, width, height float64) []byte {
	b := append([]byte(nil), "/Artifact BMC\n"...)
	b = append(b, fmt.Sprintf("%s w %s %s %s %s re S\nEMC\n/Span BMC\n", number(markFrame), number(markFrame/2), number(markFrame/2),
		number(width-markFrame), number(height-markFrame))...)
	pitch := size * markSpacing
	y := (height+float64(len(t.lines))*pitch)/2 - size*0.9
	for _, line := range t.lines {
		b = append(b, fmt.Sprintf("BT /F%d %s Tf %s %s Td <", line.face, number(size), number(line.x), number(y))...)
		for _, r := range line.text {
			b = appendHex(b, faces[line.face].code(r))
		}
		b = append(b, "> Tj ET\n"...)
		y -= pitch
	}
	return append(b, "EMC\n"...)
}
