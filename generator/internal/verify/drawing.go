package verify

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/cos"
)

// drawing follows the content of the appearance of a text field and finds anything that shows more or less than its
// letters: figures made of lines, invisible letters, and covered ones (ISO 32000-1, 8 and 9).
type drawing struct {
	box    [4]float64
	comb   bool // a cell for each letter
	many   bool // several lines
	choice bool // has a button at its end
	state  drawingState
	saved  []drawingState
	line   matrix // of the text
	text   matrix
	path   []segment
	clips  bool
	shown  bool // letters were shown
	moved  bool // the place of the next letters was set
	last   run
	sizes  [2]float64 // the least and the largest one of letters
	answer string
}

// drawingState is the graphics state.
type drawingState struct {
	ctm                         matrix
	clip                        [4]float64
	size, space, leading, scale float64
	word, rise                  float64
	light                       bool // what is filled
}

type (
	// matrix is a, b, c, d, e, f (ISO 32000-1, 8.3.3).
	matrix  [6]float64
	point   struct{ x, y float64 }
	segment struct{ from, to point }
)

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns the matrix that applies m first.
func (m matrix) times(n matrix) matrix {
	return matrix{m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3], m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5]}
}

func (m matrix) apply(x, y float64) point {
	return point{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]}
}

// What is found, as part of a sentence.
const (
	byPicture = "рисунком"
	unseen    = "невидимыми буквами"
	bent      = "повёрнутыми, сдвинутыми или наложенными буквами"
	replaced  = "буквами с пометкой, которая прячет или подменяет их,"
)

// Limits of honest appearances, in points.
const (
	edge       = 4 // width of borders
	button     = 20
	leastSize  = 2
	maxSaved   = 50
	maxStrokes = 10_000
)

// drawingOf describes the content of an appearance other than letters; "" for none.
func drawingOf(f *cos.File, appearance *cos.Stream, content []byte, flags int) string {
	const multiline, combo, combs = 1 << 12, 1 << 17, 1 << 24
	d := drawing{comb: flags&combs != 0, many: flags&multiline != 0, choice: flags&combo != 0, line: identity,
		text: identity}
	box := numbersOf(f, appearance.Dict["BBox"])
	if len(box) != 4 {
		return byPicture
	}
	d.box = [4]float64{min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])}
	d.state = drawingState{ctm: identity, clip: d.box, scale: 1}
	eachOperator(content, func(name string, operands []string) bool {
		d.operator(name, operands)
		return d.answer == ""
	})
	return d.answer
}

// eachOperator calls do with each operator of a content stream and its operands until do returns false. The
// operands are valid only during the call.
func eachOperator(content []byte, do func(name string, operands []string) bool) {
	var operands []string
	for i := 0; i < len(content); {
		from := i
		i = afterToken(content, i)
		token := string(content[from:i])
		switch {
		case content[from] == '%' || isBlank(content[from]):
		case strings.IndexByte("<>[]{}()/+-.0123456789", content[from]) >= 0:
			operands = append(operands, token)
		case !do(token, operands):
			return
		default:
			operands = operands[:0]
		}
	}
}

func numbersOf(f *cos.File, o cos.Object) (list []float64) {
	for _, item := range f.Array(o) {
		list = append(list, f.Number(item))
	}
	return list
}

// operator interprets the operators that matter here.
func (d *drawing) operator(name string, operands []string) {
	n := make([]float64, 6)
	if len(operands) <= len(n) {
		for i, operand := range operands {
			n[i], _ = strconv.ParseFloat(operand, 64)
		}
	}
	s := &d.state
	switch name {
	case "q":
		if d.saved = append(d.saved, *s); len(d.saved) > maxSaved {
			d.answer = byPicture
		}
	case "Q":
		if last := len(d.saved) - 1; last >= 0 {
			*s, d.saved = d.saved[last], d.saved[:last]
		}
	case "cm":
		s.ctm, d.moved = matrix(n).times(s.ctm), true
	case "cs":
		if len(operands) != 1 || !strings.HasPrefix(operands[0], "/Device") {
			d.answer = byPicture // what its colors look like is not known
		}
	case "g", "rg", "k", "sc", "scn":
		s.light = isLight(operands)
		if len(operands) > 0 && operands[len(operands)-1][0] == '/' {
			d.answer = byPicture // a pattern
		}
	case "c", "v", "y", "Do", "sh", "BI", "gs":
		d.answer = byPicture
	case "Tr":
		d.answer = unseen
	case "BDC", "DP":
		d.answer = replaced
	case "re", "m", "l", "h":
		d.construct(name, n)
	case "W", "W*":
		d.clips = true
	case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n":
		d.paint(name)
	default:
		d.textOperator(name, n, operands)
	}
}

// construct adds to the path (8.5.2).
func (d *drawing) construct(name string, n []float64) {
	at := d.state.ctm.apply
	last := len(d.path) - 1
	switch name {
	case "re":
		a, b := at(n[0], n[1]), at(n[0]+n[2], n[1])
		c, e := at(n[0]+n[2], n[1]+n[3]), at(n[0], n[1]+n[3])
		d.path = append(d.path, segment{a, b}, segment{b, c}, segment{c, e}, segment{e, a})
	case "m":
		d.path = append(d.path, segment{at(n[0], n[1]), at(n[0], n[1])})
	case "l":
		if last >= 0 {
			d.path = append(d.path, segment{d.path[last].to, at(n[0], n[1])})
		}
	case "h":
		if last >= 0 {
			d.path = append(d.path, segment{d.path[last].to, d.path[0].from})
		}
	}
	if len(d.path) > maxStrokes {
		d.answer = byPicture
	}
}

// paint checks whether the path is a figure: backgrounds of the whole field, borders, lines between cells, and
// clipping areas of the text are not.
func (d *drawing) paint(name string) {
	area := bounds(d.path)
	covers := area[0] <= d.box[0]+edge && area[1] <= d.box[1]+edge && area[2] >= d.box[2]-edge &&
		area[3] >= d.box[3]-edge
	const rectangle = 4
	switch {
	case d.clips:
		d.state.clip = overlap(d.state.clip, area)
	case name == "n" || len(d.path) == 0:
	case d.choice && area[0] >= d.box[2]-button:
	case name[0] != 'S' && name[0] != 's' && covers && len(d.path) <= rectangle+1:
		if d.shown || !d.state.light {
			d.answer = unseen // letters behind a background, or on a dark one
		}
	case slices.ContainsFunc(d.path, func(s segment) bool { return !d.isBorder(s) && !(d.comb && d.isCell(s)) }):
		d.answer = byPicture
	}
	d.path, d.clips = nil, false
}

func bounds(path []segment) [4]float64 {
	area := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, s := range path {
		for _, p := range []point{s.from, s.to} {
			area = [4]float64{min(area[0], p.x), min(area[1], p.y), max(area[2], p.x), max(area[3], p.y)}
		}
	}
	return area
}

func overlap(a, b [4]float64) [4]float64 {
	return [4]float64{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

// isBorder reports whether a segment runs along an edge of the field.
func (d *drawing) isBorder(s segment) bool {
	along := func(a, b, at float64) bool { return math.Abs(a-at) <= edge && math.Abs(b-at) <= edge }
	return along(s.from.x, s.to.x, d.box[0]) || along(s.from.x, s.to.x, d.box[2]) ||
		along(s.from.y, s.to.y, d.box[1]) || along(s.from.y, s.to.y, d.box[3])
}

// isCell reports whether a segment is the line between two cells, or the end of one.
func (d *drawing) isCell(s segment) bool {
	return s.from == s.to || s.from.x == s.to.x && math.Abs(s.from.y-s.to.y) >= d.box[3]-d.box[1]-2*edge
}
