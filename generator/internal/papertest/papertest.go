// Package papertest makes papers for tests.
package papertest

import (
	"bytes"
	"testing"

	"protokol/generator/internal/printing"
	"protokol/templates"
)

// Press returns a press with the built-in templates and style sheet.
func Press(t testing.TB) *printing.Press {
	t.Helper()
	sheet, problems := printing.Sheet(templates.Files, printing.DefaultStyle)
	if problems.Failed() {
		t.Fatal(problems)
	}
	press, err := printing.NewPress(templates.Files, sheet)
	if err != nil {
		t.Fatal(err)
	}
	return press
}

// File returns a paper in a format.
func File(t testing.TB, press *printing.Press, paper *printing.Paper, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := press.Write(&b, paper, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
