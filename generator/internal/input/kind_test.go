package input

import (
	"strings"
	"testing"
)

// TestForeign names files of office suites that were given for a meeting.
func TestForeign(t *testing.T) {
	const local = "PK\x03\x04..........................mimetype"
	for src, want := range map[string]string{
		local + "application/vnd.oasis.opendocument.text":        "документ ODT",
		local + "application/vnd.oasis.opendocument.spreadsheet": "таблица ODS",
		"PK\x03\x04 word/document.xml":                           "документ DOCX",
		"PK\x03\x04 a.txt":                                       "архив ZIP",
		"%PDF-1.7":                                               "документ PDF",
	} {
		p, ok := foreign("m.toml", []byte(src))
		if !ok || !strings.Contains(p.Message, "это "+want+",") || p.Hint == "" {
			t.Errorf("%q: %v %v", src, p, ok)
		}
	}
	if p, ok := foreign("m.toml", []byte("date = 2026-01-15")); ok {
		t.Errorf("a meeting: %v", p)
	}
}
