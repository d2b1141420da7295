package layout

import (
	"strings"

	"protokol/generator/internal/font"
)

// Text in a field: margins and minimum size in points, line spacing as a
// multiple of the size.
const (
	fieldPadding  = 2
	fieldSmallest = 4.0
	fieldSpacing  = 1.15
)

// FieldText is a line of the value of a field, or a character of a comb field.
type FieldText struct {
	X, Y float64 // of the beginning of its baseline, to the right and upwards from the lower left corner, pt
	Text string
}

// Show returns the value of a text field as form-filling programs show it, in the regular face: one or more lines
// in the largest size that fits, or one character per cell. Width and height are those of the field.
func (f *Field) Show(width, height float64, family *font.Family) (size float64, texts []FieldText) {
	switch {
	case f.Value == "":
		return f.Size, nil
	case f.Kind == CombField:
		return f.Size, f.comb(width, family)
	}
	return f.lines(width, height, family)
}

// comb centres every character in its cell.
func (f *Field) comb(width float64, family *font.Family) (texts []FieldText) {
	step := width / float64(f.Most)
	for i, r := range []rune(f.Value) {
		x := (float64(i)+0.5)*step - regularWidth(string(r), f.Size, family)/2
		texts = append(texts, FieldText{x, -f.Rise, string(r)})
	}
	return texts
}

// lines places the text on the lines of the printed form if there are enough of
// them, and otherwise below the upper edge of the field.
func (f *Field) lines(width, height float64, family *font.Family) (size float64, texts []FieldText) {
	face := family.Face(false, false)
	above, below := float64(face.Ascent)/float64(face.Em), float64(face.Descent)/float64(face.Em)
	size = f.Size
	lines, y := f.wrap(width, size, family), 0.0
	for {
		y = -f.Rise
		if len(lines) > f.Lines {
			y = height - above*size
		}
		if size <= fieldSmallest || float64(len(lines)-1)*size*fieldSpacing+below*size <= y {
			break
		}
		size -= 0.5
		lines = f.wrap(width, size, family)
	}
	for _, line := range lines {
		texts = append(texts, FieldText{fieldPadding, y, line})
		y -= size * fieldSpacing
	}
	return size, texts
}

// wrap breaks the value into lines.
func (f *Field) wrap(width, size float64, family *font.Family) (lines []string) {
	measure := func(s string) float64 { return regularWidth(s, size, family) }
	for _, line := range strings.Split(f.Value, "\n") {
		lines = append(lines, Fill(line, width-2*fieldPadding, measure)...)
	}
	return lines
}

// regularWidth returns the width of a text in the regular face and the fallback
// faces behind it.
func regularWidth(text string, size float64, family *font.Family) (width float64) {
	for _, r := range text {
		index, _ := family.Find(r, font.Index(false, false))
		width += family.At(index).Width(string(r), size)
	}
	return width
}

// Fill breaks a text into lines of some width, at spaces and, where a word is wider
// than a line, inside it.
func Fill(text string, room float64, width func(string) float64) (lines []string) {
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
