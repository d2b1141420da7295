package docx

import (
	"bytes"
	"testing"

	"protokol/generator/internal/opc"
	"protokol/generator/internal/origin"
)

// TestEmbedded: a document embeds its own files, whatever the previous document
// embedded.
func TestEmbedded(t *testing.T) {
	var p Printer
	file := func(name, data string) []origin.Attachment {
		return []origin.Attachment{{Name: name, Type: "application/toml", Relationship: "Source", Data: []byte(data)}}
	}
	for _, files := range [][]origin.Attachment{file("a", "1"), file("a", "1"), file("a", "2"), file("b", "2"),
		file("a", "1")} {
		want := opc.Pack("customXml/item1.xml", source(files))
		if got := p.shared(files); !bytes.Equal(got.Data, want.Data) || got.Header.CRC32 != want.Header.CRC32 {
			t.Errorf("%s %s: another's files", files[0].Name, files[0].Data)
		}
	}
}

// TestOwnPart: files of one document only are in a part of their own.
func TestOwnPart(t *testing.T) {
	var p Printer
	common := origin.Attachment{Name: "meeting.toml", Data: []byte("a = 1")}
	row := origin.Attachment{Name: "row.toml", Own: true, Data: []byte("b = 2")}
	items := p.items([]origin.Attachment{row, common})
	if len(items) != 2 || items[0].Header.Name != "customXml/item1.xml" ||
		items[1].Header.Name != "customXml/item2.xml" {
		t.Fatalf("%d parts", len(items))
	}
	if got, want := items[1].Data, source([]origin.Attachment{row}); !bytes.Equal(got, want) {
		t.Errorf("%s, want %s", got, want)
	}
	if items := p.items([]origin.Attachment{row}); len(items) != 1 || items[0].Header.Name != "customXml/item1.xml" {
		t.Errorf("a row alone: %d parts", len(items))
	}
	row.Data = bytes.Repeat([]byte("a"), 8<<10)
	if items := p.items([]origin.Attachment{row}); len(items[0].Data) > 2<<10 {
		t.Errorf("a long row takes %d bytes", len(items[0].Data))
	}
	if items := p.items(nil); len(items) != 0 {
		t.Errorf("nothing carried: %d parts", len(items))
	}
}
