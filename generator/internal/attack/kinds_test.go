package attack_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
)

// TestTwoKinds: a file that programs may open as a document of another kind does not pass.
func TestTwoKinds(t *testing.T) {
	g := verifier(t)
	word := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "docx")
	for name, c := range map[string]struct{ part, content, says string }{
		"PDF in a part": {"docProps/a.bin", "%PDF-1.7\n", "и DOCX, и PDF"},
		"OpenDocument":  {"mimetype", "application/vnd.oasis.opendocument.text", "другого вида: mimetype"},
		"table":         {"xl/workbook.xml", "<workbook/>", "другого вида: xl/workbook.xml"},
	} {
		said, pass := verified(t, g, attack.Ahead(word, c.part, c.content))
		if pass || !strings.Contains(said, c.says) {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
	}
	pdf := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	const ambiguous = "и PDF, и архив"
	altered := attack.HideArchive(pdf, word)
	if said, pass := verified(t, g, altered); pass || !strings.Contains(said, ambiguous) {
		t.Errorf("an archive in a PDF: pass %v: %s", pass, said)
	}
	if said, pass := judged(g, altered); pass || !strings.Contains(said, ambiguous) {
		t.Errorf("an archive in a PDF, its signatures: pass %v: %s", pass, said)
	}
	if _, err := zip.NewReader(bytes.NewReader(altered), int64(len(altered))); err != nil {
		t.Errorf("the PDF is no archive: %v", err)
	}
}
