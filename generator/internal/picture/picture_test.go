package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"slices"
	"testing"
)

func encodedPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodedJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// chunk encodes a chunk of a PNG.
func chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// withChunk inserts a chunk after the header of a PNG.
func withChunk(file []byte, kind string, body []byte) []byte {
	const header = 8 + 25
	return append(append(append([]byte(nil), file[:header]...), chunk(kind, body)...), file[header:]...)
}

// withSegment inserts a segment after the first marker of a JPEG.
func withSegment(file []byte, marker byte, body []byte) []byte {
	out := append([]byte(nil), file[:2]...)
	out = append(out, 0xFF, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(append(out, body...), file[2:]...)
}

// TestInPlace: a picture that is composed over white in place looks as if it were not.
func TestInPlace(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 256, 256))
	for alpha := range 256 {
		for sample := range 256 {
			img.SetNRGBA(sample, alpha, color.NRGBA{uint8(sample), uint8(255 - sample), 0, uint8(alpha)})
		}
	}
	want := image.NewRGBA(img.Rect)
	draw.Draw(want, want.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(want, want.Rect, img, image.Point{}, draw.Over)
	if got := flatten(img); !bytes.Equal(got.Pix, want.Pix) || &got.Pix[0] != &img.Pix[0] {
		t.Error("other pixels than of image/draw, or a copy")
	}
}

func exif(orientation byte) []byte {
	const head = "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01"
	return append([]byte(head), 0, orientation, 0, 0, 0, 0, 0, 0)
}

// at returns a pixel of a prepared picture and checks that File and Data agree.
func at(t *testing.T, p *Picture, x, y int) color.RGBA {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(p.File))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != p.Width || b.Dy() != p.Height {
		t.Fatalf("%v, told %d × %d", b, p.Width, p.Height)
	}
	return color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
}

// near reports whether colours are equal up to the losses of JPEG.
func near(a, b color.RGBA) bool {
	distance := func(x, y uint8) int { return max(int(x), int(y)) - min(int(x), int(y)) }
	return distance(a.R, b.R) < 12 && distance(a.G, b.G) < 12 && distance(a.B, b.B) < 12 && a.A == b.A
}

var (
	white = color.RGBA{255, 255, 255, 255}
	red   = color.RGBA{255, 0, 0, 255}
)

// form describes the samples of a prepared picture.
func form(p *Picture) string {
	switch {
	case p.Palette != nil:
		return fmt.Sprintf("%d colours in %d bits", len(p.Palette)/3, p.Bits)
	case p.Grey:
		return fmt.Sprintf("grey in %d bits", p.Bits)
	}
	return fmt.Sprintf("colours in %d bits", p.Bits)
}

// TestPNG checks that PNGs of all kinds become opaque, have at most eight bits
// per sample and look the same.
func TestPNG(t *testing.T) {
	size := image.Rect(0, 0, 5, 3)
	alpha := image.NewNRGBA(size)
	alpha.Set(1, 1, color.NRGBA{255, 0, 0, 128})
	palette := image.NewPaletted(size, color.Palette{color.RGBA{255, 0, 0, 255}, color.NRGBA{0, 0, 255, 0}})
	palette.SetColorIndex(1, 1, 1)
	deep := image.NewNRGBA64(size)
	deep.Set(1, 1, color.NRGBA64{0xFFFF, 0x8000, 0, 0xFFFF})
	grey := image.NewGray16(size)
	grey.Set(1, 1, color.Gray16{0x8080})
	plain := encodedPNG(t, grey)
	shades, photo := image.NewGray(image.Rect(0, 0, 17, 17)), image.NewRGBA(image.Rect(0, 0, 17, 17))
	for i := range shades.Pix {
		shades.Pix[i] = uint8(i)
		photo.Set(i%17, i/17, color.RGBA{uint8(i), uint8(i / 17), 0, 255})
	}
	linear := withChunk(plain, "gAMA", []byte{0, 1, 0x86, 0xA0})
	for name, test := range map[string]struct {
		file []byte
		form string
		warn bool
		want color.RGBA
	}{
		"half transparent":     {encodedPNG(t, alpha), "2 colours in 1 bits", false, color.RGBA{255, 127, 127, 255}},
		"interlaced":           {interlaced(), "1 colours in 1 bits", false, red},
		"palette":              {encodedPNG(t, palette), "2 colours in 1 bits", false, white},
		"16 bits":              {encodedPNG(t, deep), "2 colours in 1 bits", false, color.RGBA{255, 128, 0, 255}},
		"16 bits of grey":      {plain, "2 colours in 1 bits", false, color.RGBA{128, 128, 128, 255}},
		"light, not lightness": {linear, "2 colours in 1 bits", false, color.RGBA{186, 186, 186, 255}},
		"usual gamma": {withChunk(plain, "gAMA", []byte{0, 0, 0xB1, 0x8F}),
			"2 colours in 1 bits", false, color.RGBA{128, 128, 128, 255}},
		"sRGB before gamma": {withChunk(linear, "sRGB", []byte{0}),
			"2 colours in 1 bits", false, color.RGBA{128, 128, 128, 255}},
		"shades":  {encodedPNG(t, shades), "grey in 8 bits", false, color.RGBA{18, 18, 18, 255}},
		"a photo": {encodedPNG(t, photo), "colours in 8 bits", false, color.RGBA{18, 1, 0, 255}},
	} {
		p, err := Read(test.file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := at(t, p, 1, 1); !near(got, test.want) || form(p) != test.form || p.Format != PNG ||
			(p.Warning != "") != test.warn {
			t.Errorf("%s: %v (want %v), %s, warning %q", name, got, test.want, form(p), p.Warning)
		}
		samples := 3
		if p.Grey || p.Palette != nil {
			samples = 1
		}
		row := 1 + (p.Width*samples*p.Bits+7)/8
		rows, err := zlib.NewReader(bytes.NewReader(p.Data))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(rows); err != nil || b.Len() != p.Height*row {
			t.Errorf("%s: %d bytes of rows, %v", name, b.Len(), err)
		}
	}
}

// TestJPEG checks that files are kept byte for byte, apart from their metadata,
// and that files that readers display differently are re-encoded.
func TestJPEG(t *testing.T) {
	size := image.Rect(0, 0, 32, 16)
	grey, colour := image.NewGray(size), image.NewRGBA(size)
	for y := range 16 {
		for x := range 32 {
			colour.Set(x, y, white)
			if x < 16 && y < 8 {
				colour.Set(x, y, red) // top left corner
			}
			grey.Set(x, y, color.Gray{200})
		}
	}
	plain := encodedJPEG(t, colour)
	p, err := Read(plain)
	if err != nil || !bytes.Equal(p.File, plain) || p.Grey || p.Format != JPEG || p.Warning != "" {
		t.Errorf("plain: changed, %v", err)
	}
	if p, err = Read(encodedJPEG(t, grey)); err != nil || !p.Grey ||
		!near(at(t, p, 3, 3), color.RGBA{200, 200, 200, 255}) {
		t.Errorf("grey: %v", err)
	}
	secret := append(
		withSegment(withSegment(plain, comment, []byte("дома")), application+1, []byte("GPS 54.78")),
		"second picture"...)
	if p, err = Read(secret); err != nil || !bytes.Equal(p.File, plain) {
		t.Errorf("secrets were kept: %d bytes of %d, %v", len(p.File), len(plain), err)
	}
	for orientation, corner := range map[byte]image.Point{
		1: {2, 2}, 2: {29, 2}, 3: {29, 13}, 4: {2, 13}, 5: {2, 2}, 6: {13, 2}, 7: {13, 29}, 8: {2, 29},
	} {
		p, err := Read(withSegment(plain, application+1, exif(orientation)))
		if err != nil {
			t.Fatal(err)
		}
		if orientation >= 5 != (p.Height > p.Width) {
			t.Errorf("orientation %d: %d × %d", orientation, p.Width, p.Height)
		}
		opposite := image.Pt(p.Width-1-corner.X, p.Height-1-corner.Y)
		if !near(at(t, p, corner.X, corner.Y), red) || !near(at(t, p, opposite.X, opposite.Y), white) {
			t.Errorf("orientation %d: the corner is %v", orientation, at(t, p, corner.X, corner.Y))
		}
	}
}

// cmykJPEG returns 16 × 16 red CMYK pixels written by Pillow: no cyan, full
// magenta and yellow.
func cmykJPEG(t testing.TB) []byte {
	t.Helper()
	file, err := os.ReadFile("testdata/cmyk.jpeg")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestCMYK checks the conversion of a CMYK JPEG with the Adobe marker.
func TestCMYK(t *testing.T) {
	p, err := Read(cmykJPEG(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := at(t, p, 2, 2); p.Grey || p.Format != JPEG || !near(got, red) || p.Warning == "" {
		t.Errorf("%v, warning %q", got, p.Warning)
	}
}

// interlaced returns 2 × 2 red pixels in Adam7 order. Only passes one, six and
// seven have pixels.
func interlaced() []byte {
	head := []byte{0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 1}
	var rows bytes.Buffer
	w := zlib.NewWriter(&rows)
	for _, pixels := range []int{1, 1, 2} {
		w.Write([]byte{0})
		for range pixels {
			w.Write([]byte{255, 0, 0})
		}
	}
	w.Close()
	file := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", head)...)
	return append(append(file, chunk("IDAT", rows.Bytes())...), chunk("IEND", nil)...)
}

// huge returns a PNG with the given size in its header and rows of zeros.
func huge(width, height uint32, bits byte) []byte {
	head := binary.BigEndian.AppendUint32(nil, width)
	head = append(binary.BigEndian.AppendUint32(head, height), bits, 2, 0, 0, 0)
	var rows bytes.Buffer
	w := zlib.NewWriter(&rows)
	w.Write(make([]byte, 1<<20))
	w.Close()
	file := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", head)...)
	return append(append(file, chunk("IDAT", rows.Bytes())...), chunk("IEND", nil)...)
}

// TestCache checks that the same data gives the same Picture.
func TestCache(t *testing.T) {
	var c Cache
	file := encodedPNG(t, image.NewGray(image.Rect(0, 0, 4, 4)))
	first, err := c.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := c.Read(bytes.Clone(file)); again != first {
		t.Error("prepared twice")
	}
	if _, err := c.Read([]byte("x")); err == nil {
		t.Error("no error")
	}
	for i := range 2 * cacheLimit {
		if _, err := c.Read(encodedPNG(t, image.NewGray(image.Rect(0, 0, 1, i+1)))); err != nil ||
			len(c.prepared) > cacheLimit {
			t.Fatalf("%d kept, %v", len(c.prepared), err)
		}
	}
}

// FuzzRead checks that Read never panics and that its result can be read again.
func FuzzRead(f *testing.F) {
	small := image.Rect(0, 0, 9, 5)
	f.Add(encodedPNG(f, image.NewNRGBA(small)))
	f.Add(withChunk(encodedPNG(f, image.NewGray(small)), "gAMA", []byte{0, 1, 0x86, 0xA0}))
	f.Add(withSegment(encodedJPEG(f, image.NewGray(small)), application+1, exif(6)))
	f.Add(cmykJPEG(f))
	header, rows := twoColours()
	f.Add(emfFile(stretched(0, 0, 2, 2, sourceCopy, header, rows)))
	place := append(words(sourceCopy), halves(2, 2, 0, 0, 200, 400, 0, 0)...)
	f.Add(wmfFile(true, wmfRecord(wmfStretchBlt, append(append(place, header...), rows...)...)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil &&
			config.Width*config.Height > 1<<20 {
			return // slow but valid
		}
		p, err := Read(data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%T", err)
			}
			return
		}
		if img, format, err := image.Decode(bytes.NewReader(p.File)); err != nil || format != string(p.Format) ||
			img.Bounds().Dx() != p.Width || img.Bounds().Dy() != p.Height {
			t.Fatalf("prepared as %s of %d × %d: %v", p.Format, p.Width, p.Height, err)
		}
	})
}

// TestPassThrough checks that the rows of a plain PNG are kept and its metadata is
// dropped, and that other PNGs are re-encoded.
func TestPassThrough(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 9, 5))
	indexed := image.NewPaletted(image.Rect(0, 0, 9, 5), color.Palette{color.White, color.RGBA{200, 0, 0, 255}})
	indexed.SetColorIndex(3, 3, 1)
	clear := image.NewNRGBA(image.Rect(0, 0, 9, 5))
	ghost := image.NewPaletted(image.Rect(0, 0, 9, 5),
		color.Palette{color.Transparent, color.NRGBA{200, 0, 0, 255}, color.NRGBA{0, 0, 0, 128}})
	if got := onWhite(ghost.Palette); !bytes.Equal(got, []byte{255, 255, 255, 200, 0, 0, 127, 127, 127}) {
		t.Errorf("on white: %v", got)
	}
	for name, test := range map[string]struct {
		image image.Image
		kept  bool
	}{"grey": {grey, true}, "indexed": {indexed, true}, "clear": {clear, false}, "ghost": {ghost, false}} {
		file := encodedPNG(t, test.image)
		note := chunk("tEXt", []byte("Author\x00Someone"))
		noted := slices.Concat(file[:33], note, file[33:]) // after IHDR
		p, err := Read(noted)
		if err != nil {
			t.Fatal(err)
		}
		if kept := bytes.Equal(p.File, file); kept != test.kept {
			t.Errorf("%s: kept %v", name, kept)
		}
		if bytes.Contains(p.File, note) || !bytes.Contains(p.File, p.Data) {
			t.Errorf("%s: a note is left or the rows differ", name)
		}
	}
}
