package attack_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
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

// TestMarkInCapitals: a mark that names another owner than the certificate is found in capitals as well, also where
// signatures are listed only.
func TestMarkInCapitals(t *testing.T) {
	g := verifier(t)
	plain := paper(t, g, "2017-11-20", generator.Request{Kind: "protocol"}, "pdf")
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий"))
	for owner, want := range map[string]bool{"ИВАНОВ ИВАН": false, "ЧУРАНОВ ВАЛЕРИЙ": true,
		"Чуранов В.": true, "Чуранов И.": false, "Чуранов": false} {
		signed, err := signer.Sign(plain, attack.Options{Field: "chair", Mark: true,
			Says: "ВЛАДЕЛЕЦ: " + owner + " ДЕЙСТВИТЕЛЕН с 01.01.2026"})
		if err != nil {
			t.Fatal(err)
		}
		if said, pass := verified(t, g, signed); pass != want {
			t.Errorf("%s: pass %v: %s", owner, pass, said)
		}
		r, err := g.Signatures(t.Context(), signed)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range r.Fields {
			if field.Field == "chair" && field.Valid != want {
				t.Errorf("%s: listed as valid %v: %s", owner, field.Valid, field.Verdict)
			}
		}
	}
}
