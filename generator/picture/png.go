package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"io"
)

const damaged = "откройте его в программе для рисунков и сохраните заново"

func readPNG(data []byte) (*Picture, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return refuse(damaged, "файл PNG повреждён")
	}
	bits := 8
	switch config.ColorModel {
	case color.Gray16Model, color.RGBA64Model, color.NRGBA64Model:
		bits = 16
	}
	if err := checkSize(config.Width, config.Height, bits); err != nil {
		return nil, err
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return refuse(damaged, "файл PNG повреждён или обрезан")
	}
	flat := flatten(img)
	gamma, icc := colours(data)
	correct(flat, gamma)
	c, warning := conversionOf(icc)
	c.apply(flat)
	p, err := encodePNG(flat)
	if err == nil {
		p.Warning = warning
	}
	return p, err
}

// encodePNG writes an opaque picture as PNG: with a palette when it has few
// colours, as drawings have, with one sample a pixel when it has none. The
// rows of the file, deflated with their predictors, are the very data of
// FlateDecode with Predictor 15 (ISO 32000-1, 7.4.4.4).
func encodePNG(flat *image.RGBA) (*Picture, error) {
	var img image.Image = flat
	p := &Picture{Width: flat.Rect.Dx(), Height: flat.Rect.Dy(), Format: PNG}
	indexed, grey := toPalette(flat), isGrey(flat)
	switch {
	case indexed != nil && (!grey || len(indexed.Palette) <= fewGreys):
		img = indexed
	case grey:
		img, p.Grey = toGrey(flat), true
	}
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		return refuse(damaged, "рисунок не удаётся сохранить: %v", err)
	}
	p.File = file.Bytes()
	eachChunk(p.File, func(kind string, body []byte) {
		switch kind {
		case "IHDR":
			p.Bits = int(body[8])
		case "PLTE":
			p.Palette = body
		case "IDAT":
			p.Data = append(p.Data, body...)
		}
	})
	return p, nil
}

// fewGreys are so few that their indexes are shorter than samples.
const fewGreys = 16

// eachChunk visits the chunks of a PNG (ISO/IEC 15948, 5.3).
func eachChunk(file []byte, visit func(kind string, body []byte)) {
	for rest := file[min(8, len(file)):]; len(rest) >= 12; {
		size := binary.BigEndian.Uint32(rest)
		if uint64(size)+12 > uint64(len(rest)) {
			return
		}
		visit(string(rest[4:8]), rest[8:8+size])
		rest = rest[12+size:]
	}
}

// screenGamma is that of sRGB, as PNG writes it.
const screenGamma = 0.45455

// colours reads what a PNG says about its samples: their gamma and a colour
// profile (ISO/IEC 15948, 11.3.3). sRGB goes before a profile, a profile before
// gamma.
func colours(file []byte) (gamma float64, icc []byte) {
	gamma = screenGamma
	standard := false
	eachChunk(file, func(kind string, body []byte) {
		switch {
		case kind == "gAMA" && len(body) == 4:
			if g := float64(binary.BigEndian.Uint32(body)) / 100000; g > 0.01 && g < 10 {
				gamma = g
			}
		case kind == "iCCP":
			icc = inflateProfile(body)
		case kind == "sRGB":
			standard = true
		}
	})
	switch {
	case standard:
		return screenGamma, nil
	case icc != nil:
		return screenGamma, icc
	}
	return gamma, nil
}

// inflateProfile takes the profile out of an iCCP chunk: a name, a zero, the
// method, the deflated profile. One that cannot be read is there all the same.
func inflateProfile(body []byte) []byte {
	_, packed, ok := bytes.Cut(body, []byte{0})
	if !ok || len(packed) < 1 {
		return []byte{}
	}
	r, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return []byte{}
	}
	icc, err := io.ReadAll(io.LimitReader(r, maxProfile))
	if err != nil {
		return []byte{}
	}
	return icc
}
