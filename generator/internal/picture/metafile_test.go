package picture

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"
)

// words encodes 32-bit fields.
func words(fields ...int) (out []byte) {
	for _, f := range fields {
		out = binary.LittleEndian.AppendUint32(out, uint32(f))
	}
	return out
}

// halves encodes 16-bit fields.
func halves(fields ...int) (out []byte) {
	for _, f := range fields {
		out = binary.LittleEndian.AppendUint16(out, uint16(f))
	}
	return out
}

// twoColours is a bitmap of two pixels by two, 24 bits each: red and green over blue and white.
func twoColours() (header, rows []byte) {
	header = append(append(words(40, 2, 2), halves(1, 24)...), words(0, 0, 0, 0, 0, 0)...)
	return header, []byte{0xFF, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0, 0xFF, 0, 0, 0}
}

// emfRecord encodes a record of EMF.
func emfRecord(kind int, body ...byte) []byte { return append(words(kind, 8+len(body)), body...) }

// emfFile returns a file of EMF, 40 by 20 mm at 10 pixels a millimetre.
func emfFile(records ...[]byte) []byte {
	body := append(words(0, 0, 399, 199, 0, 0, 4000, 2000), " EMF"...)
	body = append(body, words(0x10000, 0, 0, 1, 0, 0, 0, 3200, 2400, 320, 240)...)
	file := emfRecord(1, body...)
	for _, r := range records {
		file = append(file, r...)
	}
	return append(file, emfRecord(14, words(0, 16, 20)...)...)
}

// stretched is the record of a bitmap whose part is drawn.
func stretched(x, y, width, height, operation int, header, rows []byte) []byte {
	body := words(0, 0, 399, 199, 0, 0, x, y, width, height, 80, len(header), 80+len(header), len(rows), 0, operation,
		400, 200)
	return emfRecord(emfStretchDIBits, append(append(body, header...), rows...)...)
}

// wmfRecord encodes a record of WMF.
func wmfRecord(kind int, body ...byte) []byte {
	return append(append(words((6+len(body))/2), halves(kind)...), body...)
}

// wmfFile returns a file of WMF whose window is 400 by 200 units.
func wmfFile(placed bool, records ...[]byte) (file []byte) {
	if placed {
		file = append([]byte("\xD7\xCD\xC6\x9A"), halves(0, 0, 0, 400, 200, 254, 0, 0, 0)...)
	}
	file = append(file, halves(1, 9, 0x300, 0, 0, 0, 0, 0, 0)...)
	for _, r := range append(records, wmfRecord(0)) {
		file = append(file, r...)
	}
	return file
}

// wmfStretched is the record of a bitmap of two pixels by two that is drawn as a whole in the corner of the window.
func wmfStretched(down, across int, packed []byte) []byte {
	return wmfRecord(wmfStretchDIBs,
		append(append(words(sourceCopy), halves(0, 2, 2, 0, 0, down, across, 0, 0)...), packed...)...)
}

// plusHeader is the comment that begins a drawing in EMF+.
func plusHeader(flags byte) []byte {
	return emfRecord(emfComment, append(append(words(16), "EMF+\x01\x40"...), flags, 0, 12, 0, 0, 0)...)
}

// whitened is the record that makes the whole of an EMF white.
var whitened = emfRecord(emfBitBlt, append(words(0, 0, 399, 199, 0, 0, 400, 200, whiteness), make([]byte, 56)...)...)

// TestMetafiles: a metafile that wraps one bitmap is that bitmap (MS-EMF, 2.3.1.7; MS-WMF, 2.3.1.6).
func TestMetafiles(t *testing.T) {
	header, rows := twoColours()
	packed := append(bytes.Clone(header), rows...)
	whole := stretched(0, 0, 2, 2, sourceCopy, header, rows)
	wmf := wmfStretched(200, 400, packed)
	window := wmfRecord(wmfWindowExt, halves(200, 400)...)
	placing := append(words(0, 0, 399, 199, 0, 0, 400, 200, sourceAnd, 0, 0), words(0, 0, 0, 0, 0, 0, 0)...)
	placing = append(placing, words(0, 108, len(header), 108+len(header), len(rows), 2, 2)...)
	for name, file := range map[string][]byte{
		"StretchDIBits": emfFile(whole),
		"modes": emfFile(emfRecord(emfMapMode, words(8)...), emfRecord(emfWindowExt, words(400, 200)...),
			whole),
		"StretchBlt": emfFile(emfRecord(emfStretchBlt, append(placing, packed...)...)),
		"padded":     append(emfFile(whole), make([]byte, 16)...),
		"padded WMF": append(wmfFile(true, wmf), make([]byte, 16)...),
		"on white":   emfFile(whitened, whole),
		"EMF+ too":   emfFile(plusHeader(1), whole),
		"saved WMF":  wmfFile(true, wmfRecord(0x1E), window, wmf, wmfRecord(wmfRestore, halves(-1)...)),
		"placed WMF": wmfFile(true, wmf),
		"WMF":        wmfFile(false, window, wmf),
		"DIBStretchBlt": wmfFile(true, wmfRecord(wmfStretchBlt, append(append(words(sourceCopy),
			halves(2, 2, 0, 0, 200, 400, 0, 0)...), packed...)...)),
	} {
		p, err := Read(file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		img, err := png.Decode(bytes.NewReader(p.File))
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []color.RGBA{{0xFF, 0, 0, 0xFF}, {0, 0xFF, 0, 0xFF}, {0, 0, 0xFF, 0xFF},
			{0xFF, 0xFF, 0xFF, 0xFF}} {
			if got := color.RGBAModel.Convert(img.At(i%2, i/2)); got != want {
				t.Errorf("%s: pixel %d is %v, want %v", name, i, got, want)
			}
		}
	}
}

// TestMetafileDrawings: metafiles that draw anything else are refused, and named.
func TestMetafileDrawings(t *testing.T) {
	header, rows := twoColours()
	whole := stretched(0, 0, 2, 2, sourceCopy, header, rows)
	small := emfFile(whole)
	copy(small[8:], words(0, 0, 199, 199)) // half of the frame
	over := append(words(0, 0, 399, 199, 0, 0, 400, 200, 0x80<<16, 0, 0), make([]byte, 64)...)
	corner := bytes.Clone(whole)
	copy(corner[8:], words(160, 80, 239, 119))
	wmf := wmfStretched(200, 400, append(bytes.Clone(header), rows...))
	wmfCorner := wmfStretched(100, 200, append(bytes.Clone(header), rows...))
	negative := int(int32(math.MinInt32))
	wide := bytes.Clone(header)
	copy(wide[4:], words(1<<30, negative))
	indexed := append(append(words(40, 2, 2), halves(1, 8)...), words(0, 8, 0, 0, 1, 0)...)
	for name, file := range map[string][]byte{
		"nothing":      emfFile(),
		"line":         emfFile(emfRecord(54, words(10, 10)...), whole),
		"two bitmaps":  emfFile(whole, whole),
		"part":         emfFile(stretched(1, 0, 1, 2, sourceCopy, header, rows)),
		"mask":         emfFile(stretched(0, 0, 2, 2, 0x00660046, header, rows)),
		"mirrored":     emfFile(emfRecord(emfWindowExt, words(400, -200)...), whole),
		"turned":       emfFile(emfRecord(emfTransform, words(0, 0x3F800000, 0x3F800000, 0, 0, 0)...), whole),
		"clipped":      emfFile(emfRecord(30, words(0, 0, 9, 9)...), whole),
		"only EMF+":    emfFile(plusHeader(0), whole),
		"with margins": small,
		"translucent":  emfFile(emfRecord(emfAlphaBlend, over...), whole),
		"erased":       emfFile(whole, whitened),
		"no end":       emfFile(whole)[:len(emfFile(whole))-20],
		"WMF, no end":  wmfFile(true, wmf)[:len(wmfFile(true, wmf))-6],
		"WMF, corner":  wmfFile(true, wmfCorner),
		"late window":  wmfFile(true, wmfCorner, wmfRecord(wmfWindowExt, halves(100, 200)...)),
		"old window": wmfFile(true, wmfRecord(0x1E), wmfRecord(wmfWindowExt, halves(100, 200)...),
			wmfRecord(wmfRestore, halves(-1)...), wmfCorner),
		"in a corner": emfFile(corner),
		"cut":         emfFile(whole)[:200],
		"huge":        emfFile(stretched(0, 0, 1<<30, negative, sourceCopy, wide, rows)),
		"no palette":  emfFile(stretched(0, 0, 2, 2, sourceCopy, indexed, rows)),
		"WMF text":    wmfFile(true, wmfRecord(0x0521, halves(1, 65, 0, 0)...)),
		"empty WMF":   wmfFile(false),
	} {
		_, err := Read(file)
		if err == nil || !strings.Contains(err.Error(), "чертёж") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestBitmapsOfWindows: pixels of all depths, and alpha over white.
func TestBitmapsOfWindows(t *testing.T) {
	head := func(depth, compression int, rest ...byte) []byte {
		fixed := append(words(40, 1, -1), halves(1, depth)...)
		return append(append(fixed, words(compression, 0, 0, 0, 2, 0)...), rest...)
	}
	two := []byte{1, 2, 3, 0, 30, 20, 10, 0} // colours of a palette
	masks := append(words(0xF800, 0x7E0, 0x1F), two...)
	for _, c := range []struct {
		header, rows []byte
		alpha        bool
		want         [3]uint8
	}{
		{head(1, plainRGB, two...), []byte{0x80, 0, 0, 0}, false, [3]uint8{10, 20, 30}},
		{head(4, plainRGB, two...), []byte{0x10, 0, 0, 0}, false, [3]uint8{10, 20, 30}},
		{head(8, plainRGB, two...), []byte{1, 0, 0, 0}, false, [3]uint8{10, 20, 30}},
		{head(16, plainRGB, two...), []byte{0x1F, 0x7C, 0, 0}, false, [3]uint8{255, 0, 255}},
		{head(16, bitFields, masks...), []byte{0xE0, 0x07, 0, 0}, false, [3]uint8{0, 255, 0}},
		{head(32, plainRGB, two...), []byte{30, 20, 10, 0}, false, [3]uint8{10, 20, 30}},
		{head(32, plainRGB, two...), []byte{30, 20, 10, 0x80}, true, [3]uint8{137, 147, 157}},
	} {
		p := readDIB(c.header, c.rows).prepared(c.alpha)
		if p == nil {
			t.Errorf("%v: refused", c.header)
			continue
		}
		img, err := png.Decode(bytes.NewReader(p.File))
		if err != nil {
			t.Fatal(err)
		}
		if got := color.RGBAModel.Convert(img.At(0, 0)).(color.RGBA); [3]uint8{got.R, got.G, got.B} != c.want {
			t.Errorf("%v: %v, want %v", c.header, got, c.want)
		}
	}
}
