package pdf

import "protokol/generator/internal/layout"

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

// postalDigit draws a digit one em high, or the corners of an empty place as
// dots.
func (c *canvas) postalDigit(r layout.Run, y float64) {
	side := r.Size / 2
	c.buf = append(c.buf, "q 1 J 1 j 1.6 w\n"...) // round caps and joins
	strokes, ok := postalStrokes[r.Text]
	if !ok {
		for i := range 6 {
			x, up := float64(i%2), float64(i/2)
			strokes = append(strokes, [4]float64{x, up, x, up}) // of length zero: a dot (ISO 32000-1, 8.5.3.2)
		}
	}
	for _, s := range strokes {
		c.path("m", r.X+s[0]*side, y+s[1]*side)
		c.path("l", r.X+s[2]*side, y+s[3]*side)
		c.buf = append(c.buf, "S\n"...)
	}
	c.buf = append(c.buf, "Q\n"...)
}
