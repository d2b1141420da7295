package verify

import (
	"math"
	"strconv"
	"strings"

	"protokol/generator/internal/cos"
)

// run is a piece of text that was shown without a move.
type run struct {
	at      point
	letters int
	size    float64
}

// Limits of honest letters, in parts of their size.
const (
	leastWidth  = 0.1 // of a letter, per byte of its code
	mostOverlap = 0.3 // of letters next to each other
	mostSpace   = 0.5 // between words, in addition to the usual one
	mostSlant   = 0.4
	mostStretch = 3
	mostSizes   = 2 // how many times larger some letters are than others
)

// textOperator tracks the position and size of letters (9.4).
func (d *drawing) textOperator(name string, n []float64, operands []string) {
	s := &d.state
	move := func(x, y float64) {
		d.line = matrix{1, 0, 0, 1, x, y}.times(d.line)
		d.text, d.moved = d.line, true
	}
	switch name {
	case "BT":
		d.line, d.text, d.moved = identity, identity, true
	case "Td":
		move(n[0], n[1])
	case "TD":
		s.leading = -n[1]
		move(n[0], n[1])
	case "Tm":
		d.line, d.text, d.moved = matrix(n), matrix(n), true
	case "T*":
		move(0, -s.leading)
	case "TL":
		s.leading = n[0]
	case "Tf":
		s.size = n[1]
	case "Tc":
		s.space = n[0]
	case "Tw":
		s.word = n[0]
	case "Ts":
		s.rise = n[0]
	case "Tz":
		s.scale = n[0] / 100
	case "'", "\"":
		if name == "\"" {
			s.word, s.space = n[0], n[1]
		}
		move(0, -s.leading)
		d.show(operands)
	case "Tj", "TJ":
		d.show(operands)
	}
}

// show checks letters that are shown.
func (d *drawing) show(operands []string) {
	letters, gaps, back := 0, 0.0, 0.0
	for _, operand := range operands {
		if operand[0] == '(' || operand[0] == '<' {
			o, _ := cos.Parse([]byte(operand))
			text, _ := o.(cos.String)
			letters += len(strings.Trim(string(text), " \x00"))
		} else if by, err := strconv.ParseFloat(operand, 64); err == nil {
			gaps += max(0, -by)
			back = max(back, by)
		}
	}
	if letters == 0 {
		return
	}
	d.shown = true
	const thousand = 1000
	s, m := d.state, d.text.times(d.state.ctm)
	at, size := m.apply(0, 0), s.size*math.Sqrt(math.Abs(m[0]*m[3]-m[1]*m[2]))
	width := float64(letters-1)*s.space + gaps*s.size/thousand
	switch {
	case !isUpright(m, s.scale) || s.rise != 0 || back > mostOverlap*thousand ||
		min(s.space, s.word) < -mostOverlap*math.Abs(s.size) || s.word > mostSpace*math.Abs(s.size) ||
		!d.follows(run{at, letters, size}):
		d.answer = bent
	case !d.isVisible(at, size, at.x+m[0]*width) || !d.isOfSize(size):
		d.answer = unseen
	}
}

// isUpright reports whether letters stand upright, from left to right, and are neither stretched nor slanted much.
func isUpright(m matrix, scale float64) bool {
	width := m[0] * scale
	return m[1] == 0 && m[3] > 0 && width >= mostOverlap*m[3] && width <= mostStretch*m[3] &&
		math.Abs(m[2]) <= mostSlant*m[3]
}

// isVisible reports whether letters from a point are in the field and in what is clipped, in width and height.
func (d *drawing) isVisible(at point, size, end float64) bool {
	area := overlap(d.state.clip, d.box)
	below := d.many && at.y < area[1]
	narrow := area[2]-area[0] < 0.6*(d.box[2]-d.box[0]) || area[3]-area[1] < 0.3*(d.box[3]-d.box[1])
	cut := d.box[3]-d.box[1] >= size && (area[3]-at.y < size/2 || area[1]-at.y > size/4 && !d.many)
	return size >= leastSize && !narrow && !cut && at.x >= area[0]-edge && at.x <= area[2] &&
		at.y <= area[3] && (at.y >= area[1]-edge || below) && end <= area[2]+size
}

// isOfSize reports whether letters have about the size of the others.
func (d *drawing) isOfSize(size float64) bool {
	if d.sizes[1] == 0 {
		d.sizes = [2]float64{size, size}
	}
	d.sizes = [2]float64{min(d.sizes[0], size), max(d.sizes[1], size)}
	return d.sizes[1] <= mostSizes*d.sizes[0]
}

// follows reports whether a piece of text stands behind or below the last one, as it is read: programs take the words
// of a field in the order of its content.
func (d *drawing) follows(next run) bool {
	last, isFirst := d.last, d.last.letters == 0
	if !d.moved && !isFirst {
		d.last.letters += next.letters
		return true
	}
	d.last, d.moved = next, false
	line := min(last.size, next.size) / 2
	switch below := last.at.y - next.at.y; {
	case isFirst || below >= line:
		return true
	case below < -line:
		return false
	}
	return next.at.x >= last.at.x+leastWidth*float64(last.letters)*last.size
}
