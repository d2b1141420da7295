package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
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
	gamma, icc := colours(data)
	if p := passThrough(data, img); p != nil && gamma == screenGamma && icc == nil {
		return p, nil
	}
	flat := flatten(img)
	correctGamma(flat, gamma)
	c, warning := conversionOf(icc)
	c.apply(flat)
	p, err := encodePNG(flat)
	if err == nil {
		p.Warning = warning
	}
	return p, err
}

// passThrough returns a picture with the rows of a PNG unchanged if a document can
// hold them: not interlaced, at most eight bits per sample, opaque or with a
// palette, whose colours are composed over white. Otherwise it returns nil.
// Metadata such as texts and times is dropped.
func passThrough(file []byte, decoded image.Image) *Picture {
	const grey, colour, indexed = 0, 2, 3 // ISO/IEC 15948, 11.2.2
	p := &Picture{Width: decoded.Bounds().Dx(), Height: decoded.Bounds().Dy(), Format: PNG}
	drawing, _ := decoded.(*image.Paletted)
	plain := true
	p.File = append(p.File, file[:8]...)
	eachChunk(file, func(kind string, body []byte) {
		switch kind {
		case "IHDR":
			p.Bits, p.Grey = int(body[8]), body[9] == grey
			plain = p.Bits <= 8 && body[12] == 0 && (body[9] == grey || body[9] == colour || body[9] == indexed)
		case "PLTE":
			if drawing == nil {
				return // suggested palette of a truecolour picture
			}
			plain = plain && 3*len(drawing.Palette) == len(body) // every colour index is valid
			body = onWhite(drawing.Palette)
			p.Palette = body
		case "tRNS":
			plain = plain && drawing != nil
			return
		case "IDAT":
			p.Data = append(p.Data, body...)
		case "IEND":
		default:
			return
		}
		p.File = binary.BigEndian.AppendUint32(p.File, uint32(len(body)))
		named := len(p.File)
		p.File = append(append(p.File, kind...), body...)
		p.File = binary.BigEndian.AppendUint32(p.File, crc32.ChecksumIEEE(p.File[named:]))
	})
	if !plain || !endsWithRows(p.Data) {
		return nil
	}
	return p
}

// endsWithRows reports whether nothing follows the deflated rows: programs have left
// the rest of the picture there before it was cut.
func endsWithRows(deflated []byte) bool {
	rest := bytes.NewReader(deflated)
	rows, err := zlib.NewReader(rest)
	if err != nil {
		return false
	}
	_, err = io.Copy(io.Discard, rows)
	return err == nil && rest.Len() == 0
}

// onWhite returns the colours of a palette over white: red, green, blue of
// each.
func onWhite(colours color.Palette) []byte {
	plte := make([]byte, 0, 3*len(colours))
	for _, c := range colours {
		r, g, b, a := c.RGBA() // premultiplied by alpha
		white := 0xFFFF - a
		plte = append(plte, byte((r+white)>>8), byte((g+white)>>8), byte((b+white)>>8))
	}
	return plte
}

// encodePNG encodes an opaque picture as PNG: with a palette if it has few
// colours, in greyscale if it has only greys. The compressed rows with their
// PNG predictors are the stream data for FlateDecode with Predictor 15 (ISO
// 32000-1, 7.4.4.4).
func encodePNG(flat *image.RGBA) (*Picture, error) {
	var img image.Image = flat
	p := &Picture{Width: flat.Rect.Dx(), Height: flat.Rect.Dy(), Format: PNG, Recoded: true}
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

// fewGreys is the number of greys up to which indexes have fewer bits than
// samples.
const fewGreys = 16

// eachChunk calls visit for the chunks of a PNG up to its end (ISO/IEC 15948, 5.3).
func eachChunk(file []byte, visit func(kind string, body []byte)) {
	for rest := file[min(8, len(file)):]; len(rest) >= 12; {
		size := binary.BigEndian.Uint32(rest)
		if uint64(size)+12 > uint64(len(rest)) {
			return
		}
		kind := string(rest[4:8])
		if visit(kind, rest[8:8+size]); kind == "IEND" {
			return
		}
		rest = rest[12+size:]
	}
}

// screenGamma is the gamma of sRGB, as PNG writes it.
const screenGamma = 0.45455

// colours returns the gamma and the ICC profile of a PNG (ISO/IEC 15948,
// 11.3.3). An sRGB chunk overrides a profile, a profile overrides gamma.
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

// inflateProfile returns the profile of an iCCP chunk: name, zero, method,
// compressed profile. A damaged one becomes an empty profile.
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

// plainPNG returns a PNG without texts, Exif and times.
func plainPNG(data []byte) []byte {
	const signature, frame = 8, 12 // bytes: of the file; length, kind and sum of a chunk
	if len(data) < signature {
		return data
	}
	plain := bytes.Clone(data[:signature])
	for rest := data[signature:]; len(rest) >= frame; {
		size := int(binary.BigEndian.Uint32(rest)) + frame
		if size > len(rest) {
			return data
		}
		switch kind := string(rest[4:8]); kind {
		case "tEXt", "zTXt", "iTXt", "eXIf", "tIME":
		case "IEND":
			return append(plain, rest[:size]...)
		default:
			plain = append(plain, rest[:size]...)
		}
		rest = rest[size:]
	}
	return data
}
