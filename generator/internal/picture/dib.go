package picture

import (
	"encoding/binary"
	"image"
	"math/bits"
)

// field32 returns a little-endian field of a file of Windows, 0 beyond its end.
func field32(data []byte, at int) uint32 {
	if at < 0 || at+4 > len(data) {
		return 0
	}
	return binary.LittleEndian.Uint32(data[at:])
}

// field16 is like field32 for half the size.
func field16(data []byte, at int) uint16 {
	if at < 0 || at+2 > len(data) {
		return 0
	}
	return binary.LittleEndian.Uint16(data[at:])
}

// Compressions of bitmaps (MS-WMF, 2.1.1.7).
const (
	plainRGB  = 0
	bitFields = 3
	jpegInDIB = 4
	pngInDIB  = 5
)

// dib is a device-independent bitmap of Windows (MS-WMF, 2.2.2.9).
type dib struct {
	width, height int
	topDown       bool
	depth         int // bits of a pixel
	compression   uint32
	colours       []byte    // blue, green, red, 0 of each colour of a palette
	masks         [3]uint32 // of red, green, blue
	rows          []byte
}

// readDIB reads a bitmap whose rows follow its header, or are given apart. It returns nil for old
// kinds, of OS/2, and prepared refuses those that are compressed by runs.
func readDIB(header, rows []byte) *dib {
	const infoHeader = 40 // bytes; later versions have more
	size := int(field32(header, 0))
	if size < infoHeader || size > len(header) {
		return nil
	}
	height := int(int32(field32(header, 8)))
	d := &dib{width: int(int32(field32(header, 4))), height: max(height, -height), topDown: height < 0,
		depth: int(field16(header, 14)), compression: field32(header, 16), masks: [3]uint32{0xFF0000, 0xFF00, 0xFF}}
	if d.depth == 16 {
		d.masks = [3]uint32{0x7C00, 0x3E0, 0x1F}
	}
	at := size
	if d.compression == bitFields {
		for i := range d.masks {
			d.masks[i] = field32(header, infoHeader+4*i)
		}
		at = max(size, infoHeader+12)
	}
	count := int(min(field32(header, 32), 1<<16))
	if count == 0 && d.depth <= 8 {
		count = 1 << d.depth
	}
	if at+4*count > len(header) {
		return nil
	}
	d.colours, d.rows = header[at:at+4*count], rows
	if rows == nil {
		d.rows = header[at+4*count:]
	}
	return d
}

// prepared returns the picture of a bitmap, or nil if it is damaged or of a kind that is not supported. Its pixels
// may be multiplied by an alpha, and are composed over white then.
func (d *dib) prepared(alpha bool) (p *Picture) {
	switch d.compression {
	case jpegInDIB:
		p, _ = readJPEG(d.rows)
		return p
	case pngInDIB:
		p, _ = readPNG(d.rows)
		return p
	case plainRGB, bitFields:
	default:
		return nil
	}
	if checkSize(d.width, d.height, 8) != nil || len(d.rows) < d.stride()*d.height {
		return nil
	}
	flat := image.NewRGBA(image.Rect(0, 0, d.width, d.height))
	for y := range d.height {
		from := d.height - 1 - y
		if d.topDown {
			from = y
		}
		if !d.row(flat.Pix[y*flat.Stride:][:4*d.width], d.rows[from*d.stride():][:d.stride()], alpha) {
			return nil
		}
	}
	p, err := encodePNG(flat)
	if err != nil {
		return nil
	}
	return p
}

// stride returns the bytes of a row, which are whole words.
func (d *dib) stride() int { return (d.width*d.depth + 31) / 32 * 4 }

// row decodes a row into red, green, blue, alpha, and reports whether its pixels are of a known kind.
func (d *dib) row(out, row []byte, alpha bool) bool {
	for x := range d.width {
		pixel := out[4*x:][:4]
		pixel[3] = 0xFF
		switch d.depth {
		case 1, 4, 8:
			at := x * d.depth
			index := int(row[at/8]) >> (8 - d.depth - at%8) & (1<<d.depth - 1)
			if 4*index+4 > len(d.colours) {
				return false
			}
			colour := d.colours[4*index:]
			pixel[0], pixel[1], pixel[2] = colour[2], colour[1], colour[0]
		case 24:
			pixel[0], pixel[1], pixel[2] = row[3*x+2], row[3*x+1], row[3*x]
		case 16, 32:
			value := uint32(field16(row, 2*x))
			if d.depth == 32 {
				value = field32(row, 4*x)
			}
			for i, mask := range d.masks {
				pixel[i] = sample(value, mask)
				if alpha {
					pixel[i] = uint8(min(0xFF, 0xFF-int(row[4*x+3])+int(pixel[i])))
				}
			}
		default:
			return false
		}
	}
	return true
}

// sample returns the part of a pixel that a mask selects, as eight bits.
func sample(pixel, mask uint32) uint8 {
	if mask == 0 {
		return 0
	}
	shift := bits.TrailingZeros32(mask)
	return uint8(uint64(pixel&mask>>shift) * 0xFF / uint64(mask>>shift))
}
