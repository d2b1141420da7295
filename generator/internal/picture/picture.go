// Package picture converts PNG, JPEG, GIF and BMP files, and metafiles that wrap a bitmap, to a form that PDF/A and
// DOCX can embed without changes: upright, opaque, in grey or sRGB with eight bits per sample, or with a palette.
//
//	picture.go  limits, Read
//	format.go   detection of file formats
//	png.go      decoding and encoding of PNG
//	jpeg.go     decoding and encoding of JPEG, Exif orientation
//	bitmap.go   GIF and BMP files
//	metafile.go bitmaps in EMF files
//	wmf.go      bitmaps in WMF files
//	dib.go      decoding of bitmaps of Windows
//	flat.go     alpha, gamma, palettes, rotation
//	icc.go      conversion from colour profiles to sRGB
//	cache.go    prepared pictures by digest
//
// Transparent pixels are composed over white: PDF/A-1 forbids soft masks
// (ISO 19005-1, 6.4), pictures have nothing behind them, and so the PDF and the
// DOCX look the same.
package picture

import "fmt"

const (
	// MaxBytes is the maximum size of a file.
	MaxBytes = 10 << 20
	// maxPixels is the maximum number of pixels, half of it for 16 bits per
	// sample. It bounds the memory for decoding to a few hundred megabytes.
	maxPixels = 50_000_000
)

// Picture is a prepared image. It is read-only and safe to share.
type Picture struct {
	Width, Height int    // pixels
	Format        Format // format of File
	Grey          bool   // one sample per pixel; otherwise three, or an index into Palette
	Palette       []byte // red, green, blue of each colour; nil without a palette
	Bits          int    // per sample
	File          []byte // the prepared file
	Data          []byte // the whole file for JPEG, the compressed rows for PNG
	Recoded       bool   // its pixels were converted, which takes several times as long as to copy them
	Warning       string // what was lost in the conversion, in Russian; usually empty
}

// Format is a file format.
type Format string

const (
	PNG  Format = "png"
	JPEG Format = "jpeg"
)

// WithoutMetadata returns a PNG or a JPEG without metadata about the author, place and camera, comments and
// thumbnails. Its appearance does not change. Other and damaged files are returned as they are.
func WithoutMetadata(data []byte) []byte {
	switch formatName(data) {
	case "PNG":
		return plainPNG(data)
	case "JPEG":
		return plainJPEG(data)
	}
	return data
}

// Error describes, in Russian, why a file cannot be printed.
type Error struct{ Message, Hint string }

func (e *Error) Error() string { return e.Message }

func refuse(hint, format string, args ...any) (*Picture, error) {
	return nil, &Error{fmt.Sprintf(format, args...), hint}
}

// Read prepares a picture. Errors are of type *Error: the file is too large,
// damaged, or of another format.
func Read(data []byte) (*Picture, error) {
	if len(data) > MaxBytes {
		return refuse("уменьшите рисунок: для печати хватает 300 точек на дюйм", "рисунок больше %d МБ", MaxBytes>>20)
	}
	switch kind := formatName(data); kind {
	case "PNG":
		return readPNG(data)
	case "JPEG":
		return readJPEG(data)
	case "GIF":
		return readGIF(data)
	case "BMP":
		return readBMP(data)
	case "":
		return refuse("сохраните рисунок как PNG или JPEG", "это не рисунок PNG, JPEG, GIF или BMP")
	case "пустой файл":
		return refuse("сохраните рисунок заново", "файл рисунка пуст")
	case "EMF", "WMF":
		if p := fromMetafile(kind, data); p != nil {
			return p, nil
		}
		return refuse("откройте его в программе для рисунков и сохраните как PNG",
			"это чертёж %s, а нужен рисунок PNG, JPEG, GIF или BMP", kind)
	default:
		return refuse("откройте его и сохраните как PNG или JPEG", "это %s, а нужен PNG, JPEG, GIF или BMP", kind)
	}
}

// checkSize returns an error for pictures that would take too much memory to
// decode.
func checkSize(width, height, bits int) error {
	pixels := int64(width) * int64(height)
	limit := int64(maxPixels)
	if bits > 8 {
		limit /= 2
	}
	if width <= 0 || height <= 0 || pixels > limit {
		_, err := refuse("уменьшите рисунок: для печати хватает 300 точек на дюйм",
			"рисунок %d × %d точек слишком велик", width, height)
		return err
	}
	return nil
}
