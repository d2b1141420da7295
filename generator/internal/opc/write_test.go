package opc_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"protokol/generator/internal/opc"
)

// TestPack: parts of any length are read back, and repeated words are compressed.
func TestPack(t *testing.T) {
	var parts []opc.Part
	contents := map[string]string{}
	for name, n := range map[string]int{"empty": 0, "short": 1, "letter": 300, "edge": 1024, "long": 20_000} {
		contents[name] = strings.Repeat("<w:t>слово</w:t>", n)
		parts = append(parts, opc.Pack(name, []byte(contents[name])))
	}
	var file bytes.Buffer
	if err := opc.Write(&file, parts); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r) // checks the sum
		if want := contents[f.Name]; err != nil || string(got) != want {
			t.Errorf("%s: %d bytes instead of %d, %v", f.Name, len(got), len(want), err)
		}
		if n := f.UncompressedSize64; n > 1000 && f.CompressedSize64 > n/20 {
			t.Errorf("%s: %d bytes of %d", f.Name, f.CompressedSize64, n)
		}
	}
}
