package pdf

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/outside"
)

// TestSignatureFields: poppler finds both places, in signing order and empty.
func TestSignatureFields(t *testing.T) {
	out := outside.Run(t, outside.Program(t, "pdfsig"), saved(t, torture()))
	want := "Signature Field Name: chair\n  The signature form field is not signed.\nSignature #2:\n" +
		"  - Signature Field Name: secretary\n  The signature form field is not signed."
	if !strings.Contains(out, want) {
		t.Errorf("%s\nwant\n%s", out, want)
	}
}

// TestNoFieldsNoForm: a paper for pen and ink has no interactive form.
func TestNoFieldsNoForm(t *testing.T) {
	made := string(printed(t, document.WithoutFields(torture())))
	if strings.Contains(made, "/AcroForm") || strings.Contains(made, "/Widget") || strings.Contains(made, "/S /Form") {
		t.Error("a form without fields")
	}
}
