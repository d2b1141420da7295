package docx

import (
	"bytes"
	"testing"

	"protokol/generator/origin"
)

// TestCarried: a document carries its own files, whatever the one before it
// carried.
func TestCarried(t *testing.T) {
	var p Printer
	file := func(name, data string) []origin.Attachment {
		return []origin.Attachment{{Name: name, Type: "application/toml", Relationship: "Source", Data: []byte(data)}}
	}
	for _, files := range [][]origin.Attachment{file("a", "1"), file("a", "1"), file("a", "2"), file("b", "2"), file("a", "1")} {
		want := pack(part{"customXml/item1.xml", source(files)})
		if got := p.carried(files); !bytes.Equal(got.data, want.data) || got.header.CRC32 != want.header.CRC32 {
			t.Errorf("%s %s: another's files", files[0].Name, files[0].Data)
		}
	}
}
