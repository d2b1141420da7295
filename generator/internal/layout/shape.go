package layout

import "math"

// Shape is how a box or a postal digit is drawn: broken lines of one width.
type Shape struct {
	Width float64 // of the lines, pt
	Round bool    // caps and joins
	Lines []Polyline
}

// Polyline is a line through points. A line through one point twice is a dot.
type Polyline struct {
	Points []Point
	Closed bool // its end is joined to its beginning
}

// Point is a place relative to the left end of the baseline of a run: to the right
// and upwards, pt.
type Point struct{ X, Y float64 }

// Shape returns the shape of a run. Letters, writing lines and fields have none.
func (r *Run) Shape() (Shape, bool) {
	switch r.Kind {
	case EmptyBox, CheckedBox, CrossedBox:
		return Shape{Width: boxWidth, Lines: r.box()}, true
	case PostalDigit:
		return Shape{Width: postalWidth, Round: true, Lines: postalDigit(r.Text, r.Size/2)}, true
	}
	return Shape{}, false
}

const (
	boxWidth    = 0.7
	postalWidth = 1.6
)

// box returns a check box and its tick or cross.
func (r *Run) box() []Polyline {
	side := r.Width * 0.85
	left, low := (r.Width-side)/2, -side*0.1
	inner := func(steps ...Point) Polyline {
		for i, p := range steps {
			steps[i] = Point{left + side*p.X, low + side*p.Y}
		}
		return Polyline{Points: steps}
	}
	lines := []Polyline{inner(Point{0, 0}, Point{1, 0}, Point{1, 1}, Point{0, 1})}
	lines[0].Closed = true
	switch r.Kind {
	case CheckedBox:
		lines = append(lines, inner(Point{0.2, 0.5}, Point{0.42, 0.22}, Point{0.82, 0.8}))
	case CrossedBox:
		lines = append(lines, inner(Point{0.2, 0.2}, Point{0.8, 0.8}), inner(Point{0.2, 0.8}, Point{0.8, 0.2}))
	}
	return lines
}

// postalStrokes are the digits of a postal index for sorting machines: subsets
// of nine strokes between six points, two across and three up, from the lower
// left corner (0, 0) to the upper right one (1, 2).
var postalStrokes = map[string][][4]float64{
	"0": {{0, 0, 0, 2}, {0, 2, 1, 2}, {1, 2, 1, 0}, {1, 0, 0, 0}},
	"1": {{0, 1, 1, 2}, {1, 2, 1, 0}},
	"2": {{0, 2, 1, 2}, {1, 2, 1, 1}, {1, 1, 0, 0}, {0, 0, 1, 0}},
	"3": {{0, 2, 1, 2}, {1, 2, 0, 1}, {0, 1, 1, 1}, {1, 1, 0, 0}},
	"4": {{0, 2, 0, 1}, {0, 1, 1, 1}, {1, 2, 1, 0}},
	"5": {{1, 2, 0, 2}, {0, 2, 0, 1}, {0, 1, 1, 1}, {1, 1, 1, 0}, {1, 0, 0, 0}},
	"6": {{1, 2, 0, 1}, {0, 1, 0, 0}, {0, 0, 1, 0}, {1, 0, 1, 1}, {1, 1, 0, 1}},
	"7": {{0, 2, 1, 2}, {1, 2, 0, 1}, {0, 1, 0, 0}},
	"8": {{0, 0, 0, 2}, {0, 2, 1, 2}, {1, 2, 1, 0}, {1, 0, 0, 0}, {0, 1, 1, 1}},
	"9": {{1, 1, 0, 1}, {0, 1, 0, 2}, {0, 2, 1, 2}, {1, 2, 1, 1}, {1, 1, 0, 0}},
}

// postalDigit returns a digit two sides high, or the corners of an empty place as
// dots.
func postalDigit(digit string, side float64) (lines []Polyline) {
	strokes, ok := postalStrokes[digit]
	if !ok {
		for i := range 6 {
			x, up := float64(i%2), math.Floor(float64(i)/2)
			strokes = append(strokes, [4]float64{x, up, x, up})
		}
	}
	for _, s := range strokes {
		lines = append(lines, Polyline{Points: []Point{{s[0] * side, s[1] * side}, {s[2] * side, s[3] * side}}})
	}
	return lines
}
