package table

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
	"unicode/utf16"
)

// TestOtherCompounds checks that compound files without a workbook in BIFF8 are
// named.
func TestOtherCompounds(t *testing.T) {
	content, err := os.ReadFile("../list/testdata/openpyxl.xls")
	if err != nil {
		t.Fatal(err)
	}
	renamed := func(stream string) []byte {
		changed := bytes.Clone(content)
		at := bytes.Index(changed, utf16LE("Workbook"))
		clear(changed[at : at+64])
		copy(changed[at:], utf16LE(stream))
		binary.LittleEndian.PutUint16(changed[at+64:], uint16(2*len(stream)+2))
		return changed
	}
	replaced := func(from, to string) []byte {
		if !bytes.Contains(content, []byte(from)) {
			t.Fatalf("no %x", from)
		}
		return bytes.Replace(content, []byte(from), []byte(to), 1)
	}
	for _, test := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"XLSX with a password", renamed("EncryptedPackage"), "книга Excel защищена паролем: прочитать её нельзя"},
		{"DOC", renamed("WordDocument"), "это документ Word (.doc), а не таблица"},
		{"MSG", renamed("__properties_version1.0"), "это письмо Outlook (.msg), а не таблица"},
		{"Excel 95", renamed("Book"), "это книга Excel 95 или старше: такой формат не читается"},
		{"unknown", renamed("Other"), "это файл программы Windows (контейнер OLE), в котором нет книги Excel"},
		{"XLS with a password", replaced("\x5C\x00\x70\x00", "\x2F\x00\x70\x00"),
			"книга .xls защищена паролем: прочитать её нельзя"},
		{"BIFF5 in a workbook", replaced("\x09\x08\x10\x00\x00\x06", "\x09\x08\x10\x00\x00\x05"),
			"это книга Excel 95 или старше: такой формат не читается"},
		{"cut off", content[:len(content)/2], "книга .xls повреждена или скопирована не до конца"},
		{"only the mark", content[:8], "книга .xls повреждена или скопирована не до конца"},
	} {
		if _, _, err := Open(source("a.xls", string(test.content)), Options{}); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func utf16LE(text string) (b []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}
