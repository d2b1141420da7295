package picture

import "math"

// Metafiles of Windows record how to draw something. Programs often wrap one bitmap in them, such as an emblem
// that was scanned; that one is read, and drawings are refused.

// fromMetafile returns the bitmap of a metafile that consists of it, or nil: there are drawings in it, or several
// bitmaps, or the bitmap is cut, mirrored or surrounded by empty space.
func fromMetafile(kind string, data []byte) *Picture {
	if kind == "WMF" {
		return fromWMF(data)
	}
	return fromEMF(data)
}

// blit is the placing of a bitmap, in the units of its metafile.
type blit struct {
	bitmap              *dib
	usage               uint32 // 0 if a palette has colours and not their numbers
	operation           uint32
	x, y, width, height int // of its part that is drawn
	across, down        int // the size on paper
	alpha               bool
}

// Raster operations (MS-WMF, 2.1.1.31). To and a bitmap with white paper is to copy it.
const (
	sourceCopy = 0x00CC0020
	sourceAnd  = 0x008800C6
	whiteness  = 0x00FF0062
)

// whole returns the picture of a bitmap that is drawn as a whole and upright, or nil.
func (b *blit) whole() *Picture {
	if b == nil || b.bitmap == nil || b.usage != 0 || b.across <= 0 || b.down <= 0 || b.x != 0 || b.y != 0 ||
		b.operation != sourceCopy && b.operation != sourceAnd ||
		b.width != b.bitmap.width || b.height != b.bitmap.height || b.alpha && b.bitmap.depth != 32 {
		return nil
	}
	return b.bitmap.prepared(b.alpha)
}

// nearly reports whether two lengths are the same but for a fiftieth of a whole, and a pixel.
func nearly(a, b, whole float64) bool { return math.Abs(a-b) <= math.Abs(whole)/50+1.5 }

// rectangle is an area in the units of a metafile.
type rectangle struct{ x, y, width, height int }

// covers reports whether an area is nearly the same as another.
func (r rectangle) covers(other rectangle) bool {
	w, h := float64(other.width), float64(other.height)
	return nearly(float64(r.x), float64(other.x), w) && nearly(float64(r.y), float64(other.y), h) &&
		nearly(float64(r.width), w, w) && nearly(float64(r.height), h, h)
}

// emfStates are records that draw nothing by themselves (MS-EMF, 2.1.1): origins, modes, colours, pens,
// brushes, fonts, palettes, the saving of states.
var emfStates = map[uint32]bool{10: true, 12: true, 13: true, 16: true, 18: true, 19: true, 20: true,
	21: true, 22: true, 23: true, 24: true, 25: true, 27: true, 28: true, 33: true, 34: true, 37: true, 38: true,
	39: true, 40: true, 48: true, 49: true, 52: true, 58: true, 82: true, 95: true, 98: true, 104: true}

// Records of EMF that matter (MS-EMF, 2.1.1).
const (
	emfWindowExt       = 9
	emfViewportExt     = 11
	emfEnd             = 14
	emfMapMode         = 17
	emfTransform       = 35
	emfModifyTransform = 36
	emfComment         = 70
	emfClipRegion      = 75
	emfBitBlt          = 76
	emfStretchBlt      = 77
	emfStretchDIBits   = 81
	emfAlphaBlend      = 114
)

// fromEMF is fromMetafile for EMF (MS-EMF). Without its last record, a file is not complete; what follows that is no
// part of it.
func fromEMF(data []byte) *Picture {
	var only *blit
	for at, first := 0, true; at+8 <= len(data); first = false {
		size := int(field32(data, at+4))
		if size < 8 || size > len(data)-at {
			return nil
		}
		record := data[at : at+size]
		at += size
		switch kind := field32(record, 0); {
		case first:
			if !fillsFrame(record) {
				return nil
			}
		case kind == emfEnd:
			return only.whole()
		case kind == emfBitBlt && only == nil && field32(record, 88) == 0 && field32(record, 40) == whiteness:
		case kind == emfBitBlt, kind == emfStretchBlt, kind == emfStretchDIBits, kind == emfAlphaBlend:
			if only != nil || !emfBounds(record).covers(emfBounds(data)) {
				return nil
			}
			if only = emfBlit(kind, record); only == nil {
				return nil
			}
		case !emfStates[kind] && !keepsUpright(kind, record):
			return nil
		}
	}
	return nil
}

// emfBounds returns where a record draws, or a file whose header begins it, in pixels of a device (MS-EMF, 2.2.9 and
// 2.3.1).
func emfBounds(record []byte) rectangle {
	side := func(at int) int { return int(int32(field32(record, at))) }
	return rectangle{side(8), side(12), side(16) - side(8), side(20) - side(12)}
}

// fillsFrame reports whether what a file of EMF draws fills its frame on paper (MS-EMF, 2.2.9): the first
// rectangle is in pixels of a device, the second in hundredths of a millimetre.
func fillsFrame(header []byte) bool {
	const bounds, frame, signature, pixels, millimetres = 8, 24, 40, 72, 80
	if string(header[min(signature, len(header)):min(signature+4, len(header))]) != " EMF" {
		return false
	}
	side := func(at int) float64 { return float64(int32(field32(header, at))) }
	for axis := 0; axis < 8; axis += 4 {
		scale := side(pixels+axis) / (100 * side(millimetres+axis))
		from, to := side(frame+axis)*scale, side(frame+8+axis)*scale
		if !(to > from) || !nearly(side(bounds+axis), from, to-from) || !nearly(side(bounds+8+axis), to, to-from) {
			return false
		}
	}
	return true
}

// keepsUpright reports whether a record of EMF neither draws, mirrors, turns nor cuts anything.
func keepsUpright(kind uint32, record []byte) bool {
	real := func(at int) float32 { return math.Float32frombits(field32(record, at)) }
	switch kind {
	case emfWindowExt, emfViewportExt:
		return int32(field32(record, 8)) > 0 && int32(field32(record, 12)) > 0
	case emfMapMode:
		return upright(field32(record, 8))
	case emfTransform, emfModifyTransform:
		return real(8) > 0 && real(12) == 0 && real(16) == 0 && real(20) > 0
	case emfClipRegion:
		return field32(record, 8) == 0 // none
	case emfComment:
		return !onlyPlus(record)
	}
	return false
}

// upright reports whether the vertical axis of a mode of mapping points down: that of pixels, and those with a
// size of their own (MS-WMF, 2.1.1.16).
func upright(mode uint32) bool { return mode == 1 || mode == 7 || mode == 8 }

// onlyPlus reports whether a comment begins a drawing in EMF+ that the other records do not repeat (MS-EMFPLUS,
// 2.3.3.3).
func onlyPlus(record []byte) bool {
	const identifier, kind, flags, header = 12, 16, 18, 0x4001
	return len(record) >= kind && string(record[identifier:kind]) == "EMF+" &&
		field16(record, kind) == header && field16(record, flags)&1 == 0
}

// emfBlit reads the placing of a bitmap (MS-EMF, 2.3.1), or returns nil: what is below it remains visible.
func emfBlit(kind uint32, record []byte) *blit {
	at := func(field int) int { return int(int32(field32(record, field))) }
	part := func(field int) []byte {
		from, size := int64(field32(record, field)), int64(field32(record, field+4))
		if from+size > int64(len(record)) || size == 0 {
			return nil
		}
		return record[from : from+size]
	}
	b := &blit{operation: field32(record, 40), x: at(44), y: at(48), usage: field32(record, 80), across: at(32),
		down: at(36), width: at(100), height: at(104)}
	bitmap := 84
	switch kind {
	case emfStretchDIBits:
		bitmap = 48
		b = &blit{operation: field32(record, 68), x: at(32), y: at(36), width: at(40), height: at(44),
			usage: field32(record, 64), across: at(72), down: at(76)}
	case emfBitBlt:
		b.width, b.height = b.across, b.down
	case emfAlphaBlend:
		const over, opaque = 0, 0xFF
		how := field32(record, 40)
		if how&0xFFFF != over || how>>16&0xFF != opaque {
			return nil
		}
		b.operation, b.alpha = sourceCopy, how>>24 == 1
	}
	if header, rows := part(bitmap), part(bitmap+8); header != nil && rows != nil {
		b.bitmap = readDIB(header, rows)
	}
	return b
}
