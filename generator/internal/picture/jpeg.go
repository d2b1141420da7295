package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
)

// maxScans limits the decoding time: a progressive file of a few megabytes can
// have thousands of scans over a large picture. Cameras and programs write ten.
const maxScans = 100

// quality is the quality of re-encoded JPEGs.
const quality = 92

func readJPEG(data []byte) (*Picture, error) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return refuse(damaged, "файл JPEG повреждён или сохранён в редком виде")
	}
	if err := checkSize(config.Width, config.Height, 8); err != nil {
		return nil, err
	}
	a := readSegments(data)
	if a.scans > maxScans {
		return refuse(damaged, "файл JPEG устроен слишком сложно")
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return refuse(damaged, "файл JPEG повреждён или обрезан")
	}
	c, warning := conversionOf(joinProfile(a.profile))
	plain := false
	switch config.ColorModel {
	case color.GrayModel, color.YCbCrModel:
		plain = true
	case color.CMYKModel:
		c, warning = nil, "рисунок в красках печати (CMYK); оттенки на бумаге могут измениться"
	} // else RGB without a marker that all readers understand
	p := &Picture{Width: config.Width, Height: config.Height, Format: JPEG,
		Grey: config.ColorModel == color.GrayModel, Bits: 8, File: a.stripped, Data: a.stripped}
	if !plain || !a.complete || c != nil || a.orientation != 1 {
		flat := flatten(img)
		c.apply(flat)
		p, err = encodeJPEG(turn(flat, a.orientation))
	}
	if err == nil {
		p.Warning = warning
	}
	return p, err
}

func encodeJPEG(flat *image.RGBA) (*Picture, error) {
	var img image.Image = flat
	grey := isGrey(flat)
	if grey {
		img = toGrey(flat)
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, img, &jpeg.Options{Quality: quality}); err != nil {
		return refuse(damaged, "рисунок не удаётся сохранить: %v", err)
	}
	return &Picture{Width: flat.Rect.Dx(), Height: flat.Rect.Dy(), Format: JPEG, Grey: grey, Bits: 8,
		File: file.Bytes(), Data: file.Bytes()}, nil
}

// Markers of ISO/IEC 10918-1, table B.1.
const (
	startOfImage = 0xD8
	endOfImage   = 0xD9
	startOfScan  = 0xDA
	application  = 0xE0 // APP0 is JFIF, APP1 Exif, APP2 an ICC profile, APP14 Adobe
	comment      = 0xFE
)

// segments is what the segments of a JPEG contain.
type segments struct {
	orientation int      // 1 by default
	profile     [][]byte // parts of the ICC profile
	scans       int
	complete    bool   // the end of the image was found
	stripped    []byte // the file without metadata: the place, the camera, a thumbnail
}

// readSegments reads the segments of a JPEG up to the end of the image. For a
// damaged file it returns the part before the damage.
func readSegments(data []byte) segments {
	a := segments{orientation: 1}
	for rest := data; len(rest) >= 2 && rest[0] == 0xFF; {
		marker, size := rest[1], 2
		switch {
		case marker == startOfImage:
		case marker == endOfImage:
			a.stripped, a.complete = append(a.stripped, rest[:2]...), true
			return a
		case marker == 0xFF: // fill (B.1.1.2)
			rest = rest[1:]
			continue
		case len(rest) < 4:
			return a
		default:
			size += int(binary.BigEndian.Uint16(rest[2:]))
		}
		if size > len(rest) {
			return a
		}
		body := rest[min(4, size):size]
		if marker == startOfScan {
			a.scans++
			size += scanLength(rest[size:])
		}
		a.add(marker, body)
		a.stripped = append(a.stripped, printed(rest[:size])...)
		rest = rest[size:]
	}
	return a
}

// add records the content of a segment that affects the appearance.
func (a *segments) add(marker byte, body []byte) {
	switch {
	case marker == application+1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
		a.orientation = orientation(body[6:])
	case marker == application+2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")):
		a.profile = append(a.profile, body[12:])
	}
}

// printed returns the part of a segment that affects the appearance: frames, tables and scans whole, JFIF without
// its thumbnail, the colour transform of Adobe. Everything else is metadata about the author, place and camera, or
// shows the picture before it was cropped.
func printed(segment []byte) []byte {
	switch marker := segment[1]; {
	case marker == application && len(segment) >= 18 && bytes.HasPrefix(segment[4:], []byte("JFIF\x00")):
		jfif := bytes.Clone(segment[:18])
		jfif[2], jfif[3], jfif[16], jfif[17] = 0, 16, 0, 0 // its length; no thumbnail
		return jfif
	case marker == application+14 && len(segment) >= 16 && bytes.HasPrefix(segment[4:], []byte("Adobe")):
		adobe := bytes.Clone(segment[:16])
		adobe[2], adobe[3] = 0, 14
		return adobe
	case marker < 0xC0 || marker >= application: // reserved, application data, extensions, comments
		return nil
	}
	return segment
}

// scanLength returns the length of the coded data of a scan, which ends at a
// marker other than a restart; stuffed bytes are data (B.1.1.5).
func scanLength(data []byte) int {
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		if next := data[at+1]; next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7) {
			return at
		}
		at++
	}
}

// orientation returns the value of tag 274 in the first directory of Exif data
// (TIFF 6.0).
func orientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	count := int(order.Uint16(tiff[at:]))
	for i := range count {
		entry := at + 2 + 12*uint64(i)
		if entry+12 > uint64(len(tiff)) {
			return 1
		}
		if order.Uint16(tiff[entry:]) == 274 {
			if v := int(order.Uint16(tiff[entry+8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
	}
	return 1
}

// plainJPEG returns a JPEG without metadata, but with its profile and its orientation.
func plainJPEG(data []byte) []byte {
	a := readSegments(data)
	if !a.complete {
		return data
	}
	var kept []byte
	if a.orientation != 1 {
		exif := append([]byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00"),
			byte(a.orientation), 0, 0, 0, 0, 0, 0, 0) // one entry, no further directory
		kept = appendSegment(kept, application+1, exif)
	}
	for _, part := range a.profile {
		kept = appendSegment(kept, application+2, append([]byte("ICC_PROFILE\x00"), part...))
	}
	at := 2 // after the start of the image and JFIF, which must be first
	if bytes.HasPrefix(a.stripped[at:], []byte{0xFF, application}) {
		at += 2 + int(binary.BigEndian.Uint16(a.stripped[at+2:]))
	}
	return slices.Insert(a.stripped, at, kept...)
}

func appendSegment(b []byte, marker byte, body []byte) []byte {
	b = binary.BigEndian.AppendUint16(append(b, 0xFF, marker), uint16(len(body)+2))
	return append(b, body...)
}
