package compare

import (
	"protokol/generator/internal/reader"
)

// Hides reports whether an overlay of a page hides what is printed in an area, given by its lower left and upper
// right corner: the dark points are light, or nearly all are dark.
func Hides(paper *reader.PDF, page int, rect [4]float64) (bool, error) {
	_, height, err := paper.Size(page)
	if err != nil {
		return false, err
	}
	bare, err := paper.Picture(page, dpi, reader.Bare)
	if err != nil {
		return false, err
	}
	whole, err := paper.Picture(page, dpi, reader.Screen)
	if err != nil {
		return false, err
	}
	var a reader.Annotation
	a.Left, a.Right, a.Top, a.Bottom = rect[0], rect[2], height-rect[3], height-rect[1]
	area := pixels(a).Intersect(bare.Rect).Intersect(whole.Rect)
	printed, hidden, dark, all := 0, 0, 0, 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			i, j := bare.PixOffset(x, y), whole.PixOffset(x, y)
			wasDark, isDark := isDark(bare.Pix[i:i+3]), isDark(whole.Pix[j:j+3])
			all++
			if wasDark {
				printed++
			}
			if isDark {
				dark++
			}
			if wasDark && !isDark {
				hidden++
			}
		}
	}
	return hidden*10 > printed || dark*2 > all && dark > 2*printed, nil
}

func isDark(color []byte) bool { return int(color[0])+int(color[1])+int(color[2]) < 3*0x80 }
