package tagged

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator/internal/outside"
)

// Poppler reads the structure of a PDF with pdfinfo. The test is skipped if it
// is not installed. It takes seconds per page because Poppler interprets the
// page again for every element.
func Poppler(t testing.TB, file []byte) *Element {
	t.Helper()
	pdfinfo := outside.Program(t, "pdfinfo")
	name := filepath.Join(t.TempDir(), "tagged.pdf")
	if err := os.WriteFile(name, file, 0o666); err != nil {
		t.Fatal(err)
	}
	root := &Element{}
	open := []*Element{root} // by depth
	for line := range strings.Lines(outside.Run(t, pdfinfo, "-struct-text", name)) {
		line = strings.TrimRight(line, "\r\n")
		text := strings.TrimLeft(line, " ")
		depth := (len(line) - len(text)) / 2
		switch {
		case text == "" || strings.HasPrefix(text, "Object "):
		case strings.HasPrefix(text, `"`):
			said := strings.TrimSuffix(text[1:], `"`)
			for _, e := range open[:min(depth+1, len(open))] {
				e.Text += said
			}
		case strings.HasPrefix(text, "/"):
			last := open[len(open)-1]
			last.Attributes = append(last.Attributes, text)
		case depth >= len(open):
			t.Fatalf("poppler indents %q too far", line)
		default:
			role, _, _ := strings.Cut(strings.TrimSuffix(text, ":"), " ")
			e := &Element{Role: role}
			open[depth].Kids = append(open[depth].Kids, e)
			open = append(open[:depth+1], e)
		}
	}
	return root
}
