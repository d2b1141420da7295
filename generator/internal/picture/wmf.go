package picture

import "bytes"

// wmfStates are records that draw nothing by themselves (MS-WMF, 2.1.1.1): modes, colours, pens, brushes,
// fonts, palettes, comments, the saving of states.
var wmfStates = map[uint16]bool{0x0201: true, 0x0102: true, 0x0104: true, 0x0106: true, 0x0107: true,
	0x0108: true, 0x0209: true, 0x012E: true, 0x001E: true, 0x0127: true, 0x02FA: true, 0x02FC: true, 0x02FB: true,
	0x012D: true, 0x01F0: true, 0x00F7: true, 0x0234: true, 0x0035: true, 0x0626: true, 0x0231: true}

// Records of WMF that matter (MS-WMF, 2.1.1.1).
const (
	wmfEnd         = 0
	wmfMapMode     = 0x0103
	wmfRestore     = 0x0127
	wmfWindowOrg   = 0x020B
	wmfWindowExt   = 0x020C
	wmfBitBlt      = 0x0940
	wmfStretchBlt  = 0x0B41
	wmfStretchDIBs = 0x0F43
)

// fromWMF is fromMetafile for WMF (MS-WMF). What it shows is the area that its first header gives, or the window that
// its records set before the bitmap.
func fromWMF(data []byte) *Picture {
	at := func(field int) int { return int(int16(field16(data, field))) }
	var window rectangle
	if bytes.HasPrefix(data, []byte("\xD7\xCD\xC6\x9A")) {
		window = rectangle{at(6), at(8), at(10) - at(6), at(12) - at(8)}
		data = data[min(len(data), 22):]
	}
	var only *blit
	for rest := data[min(len(data), 18):]; len(rest) >= 6; {
		size := int64(field32(rest, 0)) * 2
		if size < 6 || size > int64(len(rest)) {
			return nil
		}
		record := rest[:size]
		rest = rest[size:]
		at := func(field int) int { return int(int16(field16(record, field))) }
		switch kind := field16(record, 4); {
		case kind == wmfEnd:
			return only.whole()
		case kind == wmfMapMode && upright(uint32(at(6))):
		case kind == wmfWindowOrg:
			window.x, window.y = at(8), at(6)
		case kind == wmfWindowExt:
			window.width, window.height = at(8), at(6)
		case kind == wmfBitBlt, kind == wmfStretchBlt, kind == wmfStretchDIBs:
			b, drawn := wmfBlit(kind, record)
			if only != nil || !drawn.covers(window) {
				return nil
			}
			only = b
		case kind == wmfRestore && only == nil, !wmfStates[kind]: // it may restore another window
			return nil
		}
	}
	return nil
}

// wmfBlit reads the placing of a bitmap, and where it is drawn (MS-WMF, 2.3.1).
func wmfBlit(kind uint16, record []byte) (*blit, rectangle) {
	at := func(field int) int { return int(int16(field16(record, field))) }
	b, place, bitmap := &blit{operation: field32(record, 6)}, 18, 26
	switch kind {
	case wmfBitBlt:
		b.y, b.x, b.height, b.width = at(10), at(12), at(14), at(16)
		b.down, b.across, place, bitmap = at(14), at(16), 14, 22
	case wmfStretchDIBs:
		b.usage, b.height, b.width, b.y, b.x = uint32(at(10)), at(12), at(14), at(16), at(18)
		b.down, b.across, place, bitmap = at(20), at(22), 20, 28
	default:
		b.height, b.width, b.y, b.x, b.down, b.across = at(10), at(12), at(14), at(16), at(18), at(20)
	}
	if bitmap < len(record) {
		b.bitmap = readDIB(record[bitmap:], nil)
	}
	return b, rectangle{at(place + 6), at(place + 4), b.across, b.down}
}
