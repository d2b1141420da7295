package word_test

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/word"
)

// TestDamagedParts: a part that papers copy is refused when its sum is wrong, whether the library writes it or not.
func TestDamagedParts(t *testing.T) {
	whole := pack(t, p("{номер}"), map[string]string{"word/theme/theme1.xml": "<theme/>", "word/media/a.emf": "image"})
	if _, err := word.Open("x.docx", whole); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"word/theme/theme1.xml", "word/media/a.emf"} {
		read, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
		if err != nil {
			t.Fatal(err)
		}
		var spoilt bytes.Buffer
		w := zip.NewWriter(&spoilt)
		for _, f := range read.File {
			if f.Name != name {
				if err := w.Copy(f); err != nil {
					t.Fatal(err)
				}
			}
		}
		raw, err := w.CreateRaw(&zip.FileHeader{Name: name, CompressedSize64: 5, UncompressedSize64: 5,
			CRC32: crc32.ChecksumIEEE([]byte("other"))})
		if err != nil {
			t.Fatal(err)
		}
		raw.Write([]byte("bytes"))
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := word.Open("x.docx", spoilt.Bytes()); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSharedParts: a paper has the parts of its template and no others, in their order, but for its record.
func TestSharedParts(t *testing.T) {
	file := pack(t, p("{номер}"), map[string]string{"word/theme/theme1.xml": "<theme/>", "word/media/a.emf": "image"})
	tpl, err := word.Open("x.docx", file)
	if err != nil {
		t.Fatal(err)
	}
	paper, _, _ := tpl.Fill(frame(t, source, compose.Request{}))
	var made bytes.Buffer
	if err := paper.Write(&made, origin.Origin{Choices: origin.Choices{Kind: "protocol"}}); err != nil {
		t.Fatal(err)
	}
	names := func(data []byte) (list []string) {
		read, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range read.File {
			if !strings.HasPrefix(f.Name, "customXml/") && f.Name != "word/_rels/document.xml.rels" {
				list = append(list, f.Name)
			}
		}
		return list
	}
	if got, want := strings.Join(names(made.Bytes()), " "), strings.Join(names(file), " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
