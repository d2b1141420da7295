package picture

import (
	"bytes"
	"image"
	"image/draw"
	"image/gif"
)

// readGIF prepares the first picture of a GIF file: paper does not move.
func readGIF(data []byte) (*Picture, error) {
	config, err := gif.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return refuse(damaged, "файл GIF повреждён")
	}
	if err := checkSize(config.Width, config.Height, 8); err != nil {
		return nil, err
	}
	first, err := gif.Decode(bytes.NewReader(data))
	if err != nil {
		return refuse(damaged, "файл GIF повреждён или обрезан")
	}
	screen := image.NewNRGBA(image.Rect(0, 0, config.Width, config.Height)) // which the picture need not fill
	draw.Draw(screen, first.Bounds(), first, first.Bounds().Min, draw.Src)
	return encodePNG(flatten(screen))
}

// readBMP prepares a BMP file: a bitmap of Windows after a header (MS-WMF, 2.2.2.9).
func readBMP(data []byte) (*Picture, error) {
	const header, offset = 14, 10 // bytes; where the header says at which byte the rows begin
	rows := int(field32(data, offset))
	if rows < header || rows > len(data) {
		return refuse(damaged, "файл BMP повреждён")
	}
	bitmap := readDIB(data[header:rows], data[rows:])
	if bitmap == nil {
		return refuse("откройте его и сохраните как PNG", "файл BMP повреждён или устаревшего вида")
	}
	if err := checkSize(bitmap.width, bitmap.height, 8); err != nil {
		return nil, err
	}
	p := bitmap.prepared(false)
	if p == nil {
		return refuse("откройте его и сохраните как PNG", "файл BMP сжат или обрезан")
	}
	if bitmap.mayBeTransparent() {
		p.Warning = "прозрачность в файле BMP не видна на бумаге"
	}
	return p, nil
}

// mayBeTransparent reports whether the fourth bytes of the pixels, which most programs ignore, differ.
func (d *dib) mayBeTransparent() bool {
	for at := 3; d.depth == 32 && at < d.stride()*d.height; at += 4 {
		if d.rows[at] != d.rows[3] {
			return true
		}
	}
	return false
}
