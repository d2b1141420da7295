package opc_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/opc"
)

func TestOther(t *testing.T) {
	for file, want := range map[string]string{
		"\xD0\xCF\x11\xE0\xA1": "старый .doc", "%PDF-1.7": "PDF", `{\rtf1\ansi}`: "RTF",
		"\xEF\xBB\xBF \n<html>": "веб-страница", "MIME-Version: 1.0": "веб-страница",
		"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.textPK":        "документ ODT",
		"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK": "LibreOffice",
		"PK\x03\x04 xl/workbook.xml":                                          "Excel",
		"PK\x03\x04 ppt/presentation.xml":                                     "презентация",
		"PK\x03\x04 word/document.xml word/embeddings/xl/workbook.xml":        "", "PK\x03\x04": "", "": "",
	} {
		if got := opc.Other([]byte(file)); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
}
