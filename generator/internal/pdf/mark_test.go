package pdf_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/shipped"
)

// TestMark checks that characters outside the family are drawn in fallback
// faces with their own subsets, and the error for characters that no face has.
func TestMark(t *testing.T) {
	printer := pdf.NewPrinter(shipped.Family(t))
	mark := func(owner string) (string, error) {
		var b bytes.Buffer
		w := cos.NewWriter(&b, "1.7")
		_, err := printer.Mark(w, pdf.Mark{Heading: "ПОДПИСАНО",
			Lines: []string{"Владелец " + owner, "Сертификат 0F"}}, 215, 42)
		err = errors.Join(err, w.Flush())
		return b.String(), err
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
