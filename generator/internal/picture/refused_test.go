package picture

import (
	"errors"
	"image"
	"strings"
	"testing"
)

// TestRefused checks that errors name the problem and the remedy.
func TestRefused(t *testing.T) {
	plain := encodedPNG(t, image.NewNRGBA(image.Rect(0, 0, 400, 400)))
	photo := encodedJPEG(t, image.NewGray(image.Rect(0, 0, 400, 400)))
	header, _ := twoColours()
	scans := append([]byte(nil), photo[:len(photo)-2]...)
	for range maxScans {
		scans = append(scans, 0xFF, startOfScan, 0, 8, 1, 1, 0, 0, 0, 0)
	}
	for _, test := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "файл рисунка пуст"},
		{"text", []byte("герб"), "это не рисунок PNG, JPEG, GIF или BMP"},
		{"the head of a GIF", []byte("GIF89a\x01\x00"), "файл GIF повреждён"},
		{"half a GIF", []byte("GIF89a\x10\x00\x10\x00\x00\x00\x00,"), "файл GIF повреждён или обрезан"},
		{"a wide GIF", []byte("GIF89a\xFF\xFF\xFF\xFF\x00\x00\x00"), "слишком велик"},
		{"the head of a BMP", []byte("BM\x00\x00"), "файл BMP повреждён"},
		{"a short BMP", append([]byte("BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00"), header...),
			"файл BMP сжат или обрезан"},
		{"TIFF", []byte("II*\x00"), "это TIFF"},
		{"WebP", []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "это WebP"},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00"), "это HEIC"},
		{"AVIF", []byte("\x00\x00\x00\x18ftypavif\x00"), "это AVIF"},
		{"SVG", []byte("<?xml version=\"1.0\"?>\n<svg xmlns=\"\">"), "это SVG"},
		{"PDF", []byte("%PDF-1.4"), "это PDF"},
		{"half a PNG", plain[:len(plain)/2], "повреждён или обрезан"},
		{"the head of a PNG", plain[:20], "файл PNG повреждён"},
		{"half a JPEG", photo[:len(photo)/2], "файл JPEG повреждён"},
		{"the head of a JPEG", photo[:3], "файл JPEG повреждён"},
		{"wide and high", huge(1<<28, 1<<28, 8), "слишком велик"},
		{"a bomb", huge(100_000, 100_000, 8), "рисунок 100000 × 100000 точек слишком велик"},
		{"deep", huge(8000, 4000, 16), "слишком велик"},
		{"many scans", scans, "слишком сложно"},
		{"many bytes", make([]byte, MaxBytes+1), "больше 10 МБ"},
	} {
		p, err := Read(test.file)
		var e *Error
		if p != nil || !errors.As(err, &e) || !strings.Contains(e.Message, test.want) || e.Hint == "" {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}
