package shipped

import (
	"bytes"
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"protokol/fonts"
)

// Face returns a face of the default family by font.Index, under another name of 16 letters.
func Face(t testing.TB, index int, name string) []byte {
	t.Helper()
	files, err := fonts.Find(fonts.Default)
	if err != nil {
		t.Fatal(err)
	}
	return Renamed(files[index], fonts.Default, name)
}

// Renamed returns a font with another name of the same length.
func Renamed(data []byte, old, name string) []byte {
	return bytes.ReplaceAll(data, encoded(old), encoded(name))
}

// encoded returns a name as fonts have it, in UTF-16BE (OpenType, "name").
func encoded(name string) (data []byte) {
	for _, u := range utf16.Encode([]rune(name)) {
		data = binary.BigEndian.AppendUint16(data, u)
	}
	return data
}
