package picture

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"math"
)

// flatten composes a picture over white. A picture whose samples are not multiplied by
// alpha is changed in place, for it may be large.
func flatten(img image.Image) *image.RGBA {
	if loose, ok := img.(*image.NRGBA); ok && loose.Rect.Min == (image.Point{}) {
		return onWhitePaper(loose)
	}
	b := img.Bounds()
	flat := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(flat, flat.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, img, b.Min, draw.Over)
	return flat
}

// onWhitePaper composes a picture over white as image/draw does, in place.
func onWhitePaper(img *image.NRGBA) *image.RGBA {
	for pix := img.Pix; len(pix) >= 4; pix = pix[4:] {
		if alpha := uint32(pix[3]); alpha < 0xFF {
			const most = 0xFFFF
			alpha *= 0x101
			white := 0xFF * ((most - alpha) * 0x101) / most
			for i, sample := range pix[:3] {
				pix[i] = uint8((white + uint32(sample)*alpha/0xFF) >> 8)
			}
			pix[3] = 0xFF
		}
	}
	return &image.RGBA{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect}
}

// correctGamma converts samples from the gamma of the file to that of sRGB,
// unless the difference is not visible.
func correctGamma(flat *image.RGBA, gamma float64) {
	if math.Abs(gamma-screenGamma) < 0.02 {
		return
	}
	var table [256]uint8
	for i := range table {
		table[i] = uint8(math.Round(255 * math.Pow(float64(i)/255, screenGamma/gamma)))
	}
	for i := 0; i < len(flat.Pix); i += 4 {
		for j := i; j < i+3; j++ {
			flat.Pix[j] = table[flat.Pix[j]]
		}
	}
}

// toPalette converts a picture of at most 256 colours. For more colours it
// returns nil.
func toPalette(flat *image.RGBA) *image.Paletted {
	out := image.NewPaletted(flat.Rect, nil)
	indexes := map[[4]uint8]uint8{}
	var recent [1024]recentColour
	for i := range out.Pix {
		pixel := [4]uint8(flat.Pix[4*i:])
		near := &recent[binary.LittleEndian.Uint32(pixel[:])*golden>>22]
		if near.pixel != pixel || !near.used {
			index, known := indexes[pixel]
			if !known {
				if len(out.Palette) == 256 {
					return nil
				}
				index = uint8(len(out.Palette))
				indexes[pixel] = index
				out.Palette = append(out.Palette, color.RGBA{pixel[0], pixel[1], pixel[2], pixel[3]})
			}
			*near = recentColour{pixel, index, true}
		}
		out.Pix[i] = near.index
	}
	return out
}

// recentColour is a colour that was looked up: a map alone takes four times as long.
type recentColour struct {
	pixel [4]uint8
	index uint8
	used  bool
}

// golden spreads consecutive values (Knuth, The Art of Computer Programming, 6.4).
const golden = 0x9E3779B1

func isGrey(flat *image.RGBA) bool {
	for i := 0; i < len(flat.Pix); i += 4 {
		if flat.Pix[i] != flat.Pix[i+1] || flat.Pix[i] != flat.Pix[i+2] {
			return false
		}
	}
	return true
}

func toGrey(flat *image.RGBA) *image.Gray {
	grey := image.NewGray(flat.Rect)
	for i := range grey.Pix {
		grey.Pix[i] = flat.Pix[4*i]
	}
	return grey
}

// turn rotates and mirrors a picture according to its Exif orientation (Exif
// 2.3, 4.6.4).
func turn(img *image.RGBA, orientation int) *image.RGBA {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	if orientation <= 1 || orientation > 8 {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	if orientation >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			fromX, fromY := x, y
			if orientation >= 5 {
				fromX, fromY = y, x
			}
			switch orientation {
			case 2, 3, 7, 8:
				fromX = width - 1 - fromX
			}
			switch orientation {
			case 3, 4, 6, 7:
				fromY = height - 1 - fromY
			}
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(fromX, fromY):][:4])
		}
	}
	return out
}
