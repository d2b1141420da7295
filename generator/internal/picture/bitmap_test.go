package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"testing"

	"golang.org/x/image/bmp"
)

// TestGIF: the first picture of a GIF file is printed on white, in its place on the screen.
func TestGIF(t *testing.T) {
	red, blue := color.RGBA{0xFF, 0, 0, 0xFF}, color.RGBA{0, 0, 0xFF, 0xFF}
	palette := color.Palette{color.RGBA{}, red, blue}
	first := image.NewPaletted(image.Rect(1, 0, 3, 2), palette)
	first.SetColorIndex(1, 0, 1)
	second := image.NewPaletted(image.Rect(0, 0, 4, 2), palette)
	for i := range second.Pix {
		second.Pix[i] = 2
	}
	var b bytes.Buffer
	err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{first, second}, Delay: []int{10, 10},
		Config: image.Config{ColorModel: palette, Width: 4, Height: 2}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if p.Width != 4 || p.Height != 2 {
		t.Fatalf("%d by %d pixels", p.Width, p.Height)
	}
	for y := range 2 {
		for x := range 4 {
			want := color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}
			if x == 1 && y == 0 {
				want = red
			}
			if got := at(t, p, x, y); got != want {
				t.Errorf("pixel %d, %d is %v, want %v", x, y, got, want)
			}
		}
	}
}

// TestBMP: files of BMP of the usual kinds have the pixels that another program wrote.
func TestBMP(t *testing.T) {
	colours := image.NewRGBA(image.Rect(0, 0, 5, 3))
	grey := image.NewGray(colours.Rect)
	palette := color.Palette{color.RGBA{1, 2, 3, 0xFF}, color.RGBA{0xFF, 0x80, 0, 0xFF}}
	drawing := image.NewPaletted(colours.Rect, palette)
	for y := range 3 {
		for x := range 5 {
			colours.Set(x, y, color.RGBA{uint8(50 * x), uint8(100 * y), 7, 0xFF})
			grey.Set(x, y, color.Gray{uint8(50*x + y)})
			drawing.SetColorIndex(x, y, uint8((x+y)%2))
		}
	}
	for name, img := range map[string]image.Image{"colours": colours, "grey": grey, "palette": drawing} {
		var b bytes.Buffer
		if err := bmp.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		p, err := Read(b.Bytes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for y := range 3 {
			for x := range 5 {
				if got, want := at(t, p, x, y), color.RGBAModel.Convert(img.At(x, y)); got != want {
					t.Errorf("%s: pixel %d, %d is %v, want %v", name, x, y, got, want)
				}
			}
		}
	}
}

// TestTransparentBMP: transparency, which BMP has only for some programs, is warned about.
func TestTransparentBMP(t *testing.T) {
	header := append(append(words(40, 2, 1), halves(1, 32)...), words(0, 0, 0, 0, 0, 0)...)
	for last, want := range map[byte]bool{0: false, 0xFF: true} {
		file := append(append([]byte("BM"), words(0, 0, 54)...), header...)
		p, err := Read(append(file, 1, 2, 3, 0, 4, 5, 6, last))
		if err != nil || p.Warning != "" != want {
			t.Errorf("%d: %v, %v", last, err, p)
		}
	}
}
