package reader_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// TestAccounted: bytes that the directory of an archive does not account for, and parts
// with two names, are reported: programs that read an archive from its beginning or
// repair it find other parts.
func TestAccounted(t *testing.T) {
	file := docx(t, "<w:p>"+text("да")+"</w:p>", map[string]string{"word/a.xml": "<a/>"})
	first := bytes.Index(file[4:], []byte("PK\x03\x04")) + 4
	renamed := bytes.Clone(file)
	name := bytes.Index(renamed, []byte("word/a.xml"))
	copy(renamed[name:], "word/b.xml")
	for what, test := range map[string]struct {
		file []byte
		odd  bool
	}{
		"as written":         {file, false},
		"another name":       {renamed, true},
		"behind the end":     {append(bytes.Clone(file), "x"...), true},
		"before the begin":   {append([]byte("x"), file...), true},
		"between two parts":  {slices.Insert(bytes.Clone(file), first, 'x'), true},
		"a part in a remark": {commented(file), true},
	} {
		words, err := reader.ReadWords(t.Context(), test.file)
		if err != nil && test.odd {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		odd := slices.ContainsFunc(words.Outside, func(s string) bool { return strings.Contains(s, "оглавлении") })
		if odd != test.odd {
			t.Errorf("%s: %q", what, words.Outside)
		}
	}
}

// commented returns an archive whose remark holds something after the directory.
func commented(file []byte) []byte {
	const length = 2 // bytes at the end, which hold that of the remark
	file = append(bytes.Clone(file), "PK\x03\x04"...)
	file[len(file)-4-length] = 4
	return file
}
