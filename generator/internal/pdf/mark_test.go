package pdf_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/pdf"
	"protokol/generator/internal/shipped"
)

// TestMark: what the face of the paper lacks is set in one behind it, each face
// with its own letters, and what none has is refused by its line.
func TestMark(t *testing.T) {
	printer := pdf.NewPrinter(shipped.Family(t))
	mark := func(owner string) (string, error) {
		bodies, err := printer.Mark(pdf.Mark{Heading: "ПОДПИСАНО", Lines: []string{"Владелец " + owner, "Сертификат 0F"}}, 215, 42, 10)
		return strings.Join(bodies, "\n"), err
	}
	plain, err := mark("Ёлкина Ҳусния Ӯктамовна")
	if err != nil || strings.Count(plain, "/Subtype /Type0") != 2 || strings.Contains(plain, "DejaVu") {
		t.Errorf("%d bytes, %v", len(plain), err)
	}
	unusual, err := mark("Գևորգյան ☎")
	if err != nil || !strings.Contains(unusual, "DejaVu") || !strings.Contains(unusual, "LiberationSerif") {
		t.Errorf("%d bytes, %v", len(unusual), err)
	}
	if _, err := mark("漢字"); err == nil || !strings.Contains(err.Error(), "в строке «Владелец 漢字» стоит знак U+6F22") {
		t.Error(err)
	}
}
