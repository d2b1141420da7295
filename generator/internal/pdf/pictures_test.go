package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"slices"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/picture"
	"protokol/generator/internal/shipped"
)

// pictures returns a picture for each encoding.
func pictures(t testing.TB) map[string]*picture.Picture {
	t.Helper()
	size := image.Rect(0, 0, 40, 20)
	alpha, grey := image.NewNRGBA(size), image.NewGray(size)
	for i := range grey.Pix {
		alpha.Set(i%40, i/40, color.NRGBA{255, uint8(i%40) / 4, uint8(i / 40), 128})
		grey.Pix[i] = 120 + uint8(i%40)
	}
	palette := image.NewPaletted(size, color.Palette{color.RGBA{0, 0, 255, 255}, color.White, color.Transparent})
	palette.SetColorIndex(2, 2, 1)
	files := map[string][]byte{}
	encode := func(name string, err error, b *bytes.Buffer) {
		if err != nil {
			t.Fatal(err)
		}
		files[name] = b.Bytes()
	}
	for name, img := range map[string]image.Image{"герб.png": alpha, "палитра.png": palette, "серый.png": grey} {
		var b bytes.Buffer
		encode(name, png.Encode(&b, img), &b)
	}
	for name, img := range map[string]image.Image{"серый.jpg": grey, "цветной.jpg": alpha} {
		var b bytes.Buffer
		encode(name, jpeg.Encode(&b, img, nil), &b)
	}
	inks, err := os.ReadFile("../picture/testdata/cmyk.jpeg")
	if err != nil {
		t.Fatal(err)
	}
	files["краски.jpg"] = inks
	prepared := map[string]*picture.Picture{}
	for name, data := range files {
		if prepared[name], err = picture.Read(data); err != nil {
			t.Fatal(err)
		}
	}
	return prepared
}

// TestBehind: pictures behind the text are drawn before it, others after it. The areas
// behind these pictures are drawn before all.
func TestBehind(t *testing.T) {
	f := shipped.Family(t)
	made := laid(t, &document.Document{Blocks: []document.Block{para("текст")}}, f)
	for i, behind := range []bool{true, false} {
		made.Pages[0].Pictures = append(made.Pages[0].Pictures, layout.Picture{Width: float64(i + 10), Height: 10,
			Path: "герб.png", Behind: behind})
		made.Pages[0].Fills = append(made.Pages[0].Fills, layout.Area{Width: float64(21 - i), Height: 20,
			Behind: behind})
	}
	var b bytes.Buffer
	if err := NewPrinter(f).Write(&b, made, options(t)); err != nil {
		t.Fatal(err)
	}
	file, err := cos.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	pages, _ := file.Pages()
	content, err := file.Decoded(file.Get(file.Dict(pages[0])["Contents"]).(*cos.Stream))
	if err != nil {
		t.Fatal(err)
	}
	var order []int
	for _, sign := range []string{"21 20 re", "10 0 0 10 ", "20 20 re", "BT", "11 0 0 10 "} {
		order = append(order, bytes.Index(content, []byte(sign)))
	}
	if order[0] < 0 || !slices.IsSorted(order) {
		t.Errorf("areas, pictures and text are at %v of\n%s", order, content)
	}
}

// TestPictures checks that a missing picture is an error and that nothing is
// written.
func TestPictures(t *testing.T) {
	f := shipped.Family(t)
	o := options(t)
	o.Pictures = nil
	var b bytes.Buffer
	if err := NewPrinter(f).Write(&b, laid(t, torture(), f), o); err == nil || b.Len() > 0 {
		t.Errorf("error %v, %d bytes written", err, b.Len())
	}
}

// TestColours checks the colours of pictures of all kinds as rendered by
// PDFium.
func TestColours(t *testing.T) {
	var blocks []document.Block
	want := []struct {
		path string
		rgb  [3]int
	}{{"герб.png", [3]int{255, 130, 133}}, {"палитра.png", [3]int{0, 0, 255}}, {"серый.png", [3]int{140, 140, 140}},
		{"серый.jpg", [3]int{140, 140, 140}}, {"цветной.jpg", [3]int{128, 5, 5}}, {"краски.jpg", [3]int{255, 0, 0}}}
	for _, w := range want {
		blocks = append(blocks, document.Figure{Path: w.path, Alt: "Рисунок", Width: 40, Height: 20})
	}
	f := shipped.Family(t)
	paper := laid(t, &document.Document{Blocks: blocks}, f)
	var b bytes.Buffer
	if err := NewPrinter(f).Write(&b, paper, options(t)); err != nil {
		t.Fatal(err)
	}
	page := pdftest.Draw(t, b.Bytes(), 0, 72)
	for i, w := range want {
		p := paper.Pages[0].Pictures[i]
		r, g, blue, _ := page.At(int(p.X+p.Width/2), int(p.Y+p.Height/2)).RGBA()
		for j, got := range []uint32{r, g, blue} {
			if got := int(got >> 8); got < w.rgb[j]-12 || got > w.rgb[j]+12 {
				t.Errorf("%s is drawn %d %d %d, want %v", w.path, r>>8, g>>8, blue>>8, w.rgb)
				break
			}
		}
	}
}

// TestCrop: a picture that is cut is drawn as large as a whole one, and clipped: of a
// palette of colours only the part that remains is seen.
func TestCrop(t *testing.T) {
	f := shipped.Family(t)
	paper := laid(t, &document.Document{Blocks: []document.Block{document.Figure{Path: "палитра.png", Alt: "Рисунок",
		Width: 40, Height: 20}}}, f)
	p := &paper.Pages[0].Pictures[0]
	p.Crop = flow.Crop{Left: 0.5}
	if x, y, width, height := p.Whole(); x != p.X-p.Width || y != p.Y || width != 2*p.Width || height != p.Height {
		t.Errorf("whole: %v %v %v %v", x, y, width, height)
	}
	var b bytes.Buffer
	if err := NewPrinter(f).Write(&b, paper, options(t)); err != nil {
		t.Fatal(err)
	}
	page := pdftest.Draw(t, b.Bytes(), 0, 72)
	seen := func(x float64) bool {
		r, g, blue, _ := page.At(int(x), int(p.Y+p.Height/2)).RGBA()
		return r>>8 < 250 || g>>8 < 250 || blue>>8 < 250
	}
	if !seen(p.X+p.Width/2) || seen(p.X-p.Width/2) {
		t.Errorf("inside %v, outside %v", seen(p.X+p.Width/2), seen(p.X-p.Width/2))
	}
}
