package pdf

import (
	"fmt"
	"slices"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
)

// Mark is the visible mark of an electronic signature (отметка об электронной
// подписи): a heading in bold and lines of text in a frame (ГОСТ Р 7.0.97, 5.23).
type Mark struct {
	Heading string
	Lines   []string
	Turn    int // clockwise quarter turns by which
}

// upright are the matrices that undo the rotation of a page. Viewers move the
// result into the rectangle of the annotation (ISO 32000-1, 12.5.5).
var upright = [4]cos.Array{1: {0, 1, -1, 0, 0, 0}, 2: {-1, 0, 0, -1, 0, 0}, 3: {0, -1, 1, 0, 0, 0}}

// Measures of a mark, in points.
const (
	markFrame    = 0.75
	markPadding  = 3
	markLargest  = 9.0
	markSmallest = 2.0 // text is never omitted, even if the place is small
	markStep     = 0.25
	markSpacing  = 1.15
)

// Mark draws a mark of the given size in points: it adds the fonts and returns
// the appearance stream. The type is as large as possible. For a character that
// no face has it returns an error with the line: a name must not be printed
// with gaps.
func (p *Printer) Mark(w cos.Adder, m Mark, width, height float64) (cos.Ref, error) {
	set := markText{family: p.family}
	if err := set.covers(append([]string{m.Heading}, m.Lines...)); err != nil {
		return cos.Ref{}, err
	}
	size := markLargest
	for ; size >= markSmallest; size -= markStep {
		set.lines = set.lines[:0]
		set.wrap(m.Heading, true, size, width-2*markPadding)
		for _, line := range m.Lines {
			set.wrap(line, false, size, width-2*markPadding)
		}
		if float64(len(set.lines))*size*markSpacing+2*markPadding <= height {
			break
		}
	}
	faces := make([]*embedded, p.family.Len())
	fonts := cos.Entries{}
	for i, runes := range set.runes() {
		if len(runes) == 0 {
			continue
		}
		var err error
		if faces[i], err = newEmbedded(p.family.At(i), runes); err != nil {
			return cos.Ref{}, err
		}
		fonts = append(fonts, fontName(i), faces[i].write(w, strictest))
	}
	d := formXObject(width, height, fonts)
	if matrix := upright[m.Turn]; matrix != nil {
		d = append(d, "Matrix", matrix)
	}
	return w.Add(deflated(d, set.draw(faces, size, width, height))), nil
}

// markText is the text of a mark.
type markText struct {
	family *font.Family
	lines  []markLine
}

type markLine struct {
	text string
	bold bool
	x    float64
}

// covers returns an error for the first character that no face has.
func (t *markText) covers(lines []string) error {
	for _, line := range lines {
		for _, r := range line {
			if _, ok := t.family.Find(r, 0); !ok {
				return fmt.Errorf("отметку о подписи не напечатать: "+
					"в строке «%s» стоит знак U+%04X, которого нет в шрифтах", line, r)
			}
		}
	}
	return nil
}

// face returns the index of the face for a character.
func (t *markText) face(r rune, bold bool) int {
	i, _ := t.family.Find(r, font.Index(bold, false))
	return i
}

// wrap breaks a text into lines. Bold ones are centred.
func (t *markText) wrap(text string, bold bool, size, room float64) {
	for _, line := range layout.Fill(text, room, func(s string) float64 { return t.width(s, bold, size) }) {
		x := float64(markPadding)
		if bold {
			x += (room - t.width(line, bold, size)) / 2
		}
		t.lines = append(t.lines, markLine{line, bold, x})
	}
}

func (t *markText) width(text string, bold bool, size float64) (width float64) {
	for _, r := range text {
		width += t.family.At(t.face(r, bold)).Width(string(r), size)
	}
	return width
}

// runes returns the sorted characters of each face.
func (t *markText) runes() [][]rune {
	list := make([][]rune, t.family.Len())
	for _, line := range t.lines {
		for _, r := range line.text {
			face := t.face(r, line.bold)
			list[face] = append(list[face], r)
		}
	}
	for i := range list {
		slices.Sort(list[i])
		list[i] = slices.Compact(list[i])
	}
	return list
}

// draw returns the content of the appearance: the frame and the lines, centred
// vertically.
func (t *markText) draw(faces []*embedded, size, width, height float64) []byte {
	b := append([]byte(nil), "/Artifact BMC\n"...)
	b = fmt.Appendf(b, "%s w %s %s %s %s re S\nEMC\n/Span BMC\n", number(markFrame),
		number(markFrame/2), number(markFrame/2), number(width-markFrame), number(height-markFrame))
	pitch := size * markSpacing
	y := (height+float64(len(t.lines))*pitch)/2 - size*0.9
	for _, line := range t.lines {
		b = fmt.Appendf(b, "BT %s %s Td", number(line.x), number(y))
		last := -1
		for _, r := range line.text {
			if face := t.face(r, line.bold); face != last {
				if last >= 0 {
					b = append(b, "> Tj"...)
				}
				b = fmt.Appendf(b, " /F%d %s Tf <", face, number(size))
				last = face
			}
			b = appendHex(b, faces[last].code(r))
		}
		b = append(b, "> Tj ET\n"...)
		y -= pitch
	}
	return append(b, "EMC\n"...)
}
