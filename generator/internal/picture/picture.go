// Package picture prepares images for papers: whatever form a PNG or a JPEG
// comes in, out goes one that a PDF/A and a DOCX hold as it is: upright,
// opaque, in grey or sRGB of eight bits a sample or in a palette. What is
// prepared once is printed any number of times without being touched again.
//
//	picture.go  limits, Read
//	kind.go     what a file is, by its first bytes
//	png.go      PNG in and out
//	jpeg.go     JPEG in and out; the way the camera was held
//	flat.go     alpha onto white, gamma, few colours, turning
//	icc.go      colour profiles into sRGB
//	cache.go    prepared pictures by their bytes
//
// Alpha is laid on white paper: PDF/A-1 forbids soft masks (ISO 19005-1, 6.4),
// nothing else stands behind a picture, and the PDF and the DOCX look alike.
package picture

import "fmt"

const (
	// MaxBytes is the most a file may have.
	MaxBytes = 10 << 20
	// MaxPixels is the most pixels a picture may have; one of 16 bits a
	// sample may have half of them. It bounds the memory of reading to a few
	// hundred megabytes.
	MaxPixels = 50_000_000
)

// Picture is a prepared image. It is read-only and safe to share.
type Picture struct {
	Width, Height int    // pixels
	Format        Format // of File
	Grey          bool   // one sample a pixel; else three, or an index of Palette
	Palette       []byte // red, green, blue of each colour; nil without
	Bits          int    // of a sample
	File          []byte // a whole file
	Data          []byte // a JPEG whole; of a PNG, the deflated rows
	Warning       string // what was lost on the way, Russian; mostly empty
}

// Format is that of a prepared file.
type Format string

const (
	PNG  Format = "png"
	JPEG Format = "jpeg"
)

// Error says why a file is no picture for a paper, in Russian.
type Error struct{ Message, Hint string }

func (e *Error) Error() string { return e.Message }

func refuse(hint, format string, args ...any) (*Picture, error) {
	return nil, &Error{fmt.Sprintf(format, args...), hint}
}

// Read prepares the bytes of a file. Errors are of type *Error: the file is
// too large, is not what can be printed, or is damaged.
func Read(data []byte) (*Picture, error) {
	if len(data) > MaxBytes {
		return refuse("уменьшите рисунок: для печати хватает 300 точек на дюйм", "рисунок больше %d МБ", MaxBytes>>20)
	}
	switch kind := kindOf(data); kind {
	case "PNG":
		return readPNG(data)
	case "JPEG":
		return readJPEG(data)
	case "":
		return refuse("сохраните рисунок как PNG или JPEG", "это не рисунок PNG и не JPEG")
	case "пустой файл":
		return refuse("сохраните рисунок заново", "файл рисунка пуст")
	default:
		return refuse("откройте его и сохраните как PNG или JPEG", "это %s, а нужен PNG или JPEG", kind)
	}
}

// checkSize refuses what would take too much memory, before it is decoded.
func checkSize(width, height, bits int) error {
	pixels := int64(width) * int64(height)
	limit := int64(MaxPixels)
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
